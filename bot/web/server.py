"""The HTTP door as a whole."""

import asyncio

from aiohttp import web

from bot.web.health import Health, figures
from bot.web.stripe import PATH as STRIPE_PATH
from bot.web.stripe import StripeWebhook
from bot.web.telegram import LARGEST, PATH, Webhook

GRACE = 20.0  # seconds for what is being handled when the process is told to stop


def build_web(
    health: Health, webhook: Webhook | None, stripe: StripeWebhook | None = None
) -> web.Application:
    app = web.Application(client_max_size=LARGEST)
    app.router.add_get("/healthz", health.tell)
    app.router.add_get("/metrics", figures)
    if webhook:
        app.router.add_post(PATH, webhook.receive)
    if stripe:
        app.router.add_post(STRIPE_PATH, stripe.receive)
    return app


async def serve(app: web.Application, host: str, port: int, stop: asyncio.Event) -> None:
    """Answer until told to stop, then finish what has begun."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GRACE)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        await stop.wait()
    finally:
        await runner.cleanup()
