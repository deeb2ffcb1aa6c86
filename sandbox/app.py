"""The sandbox over HTTP: three faces and the chat page on one port."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.botapi.http import LARGEST_REQUEST, BotFace
from sandbox.health import Health
from sandbox.hosts import known_hosts_only
from sandbox.sandbox import Sandbox
from sandbox.sim.bench_http import BenchFace
from sandbox.sim.http import SimFace

PAGE: Final = Path(__file__).with_name("page")
SANDBOX: Final = web.AppKey("sandbox", Sandbox)


def create_app(
    sandbox: Sandbox,
    also: Mapping[str, str] | None = None,
    hosts: Collection[str] = (),
) -> web.Application:
    """Closing the application closes the sandbox and writes its state down.

    ``also``: addresses, by name, of what has to answer as well before ``/healthz`` says so.
    ``hosts``: names besides this computer's own that it answers to.
    """
    app = web.Application(
        client_max_size=LARGEST_REQUEST, middlewares=[known_hosts_only(hosts), _own_pages_only]
    )
    app[SANDBOX] = sandbox
    bench = BenchFace(sandbox.sim)
    health = Health(also or {})
    app.cleanup_ctx.append(health.open)
    app.router.add_get("/healthz", health.tell)
    app.router.add_routes(BotFace(sandbox.api).routes())
    app.router.add_routes(SimFace(sandbox.sim).routes())
    app.router.add_routes(bench.routes())
    app.router.add_routes(sandbox.hooks.routes)
    app.router.add_get("/", _page)
    app.router.add_static("/", PAGE)
    app.on_startup.append(_start)
    app.on_shutdown.append(bench.close)
    app.on_cleanup.append(_close)
    return app


@web.middleware
async def _own_pages_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Some other site open in the same browser must not speak for the people of this town."""
    origin = request.headers.get("Origin")
    is_foreign = origin is not None and urlsplit(origin).netloc != request.host
    # An image or a form of another site says no origin, but browsers tell where it stands.
    elsewhere = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
    if is_foreign or (elsewhere and request.path != "/"):
        return web.json_response({"error": "only the sandbox's own page may ask"}, status=403)
    return await handler(request)


async def _page(request: web.Request) -> web.StreamResponse:
    del request
    return web.FileResponse(PAGE / "index.html")


async def _start(app: web.Application) -> None:
    app[SANDBOX].api.webhooks.wake_all()
    app[SANDBOX].sim.close_due_polls()
    for start in app[SANDBOX].hooks.at_start:
        start()


async def _close(app: web.Application) -> None:
    await app[SANDBOX].close()
