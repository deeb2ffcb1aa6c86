"""``tuan run``, ``tuan web`` and ``tuan work``: the shop as one process, or as several."""

import asyncio
import contextlib
import gc
import signal
from argparse import Namespace
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from dishka import AsyncContainer

from bot.app import build_container, build_dispatcher
from bot.cli.database import migrate
from bot.cli.logs import set_up_logs
from bot.cli.places import DEMO, TOWN
from bot.cli.readiness import check_readiness
from bot.cli.seed import seed_once
from bot.cli.stop import Stop
from bot.features import MENU
from bot.payments.hearing import StripeHearing
from bot.telegram.command_menu import register
from bot.telegram.polling import Polling
from bot.telegram.sender import Sender
from bot.web.health import Health
from bot.web.server import build_web, serve
from bot.web.stripe import StripeWebhook
from bot.web.telegram import PATH, Webhook
from bot.worker.jobs import JobClock
from bot.worker.loop import WorkerLoop
from config.settings import Settings

log = structlog.get_logger(__name__)
Part: TypeAlias = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
RECOVERY = 10.0  # seconds
YOUNG = 20_000  # objects: fewer, longer collections; benchmarks/updates.py --young-gc races both


@dataclass(frozen=True, slots=True)
class Parts:
    """Which of the shop's parts this process is."""

    polling: bool = False
    web: bool = False
    worker: bool = False
    demo: bool = False  # first put the demo's shops in


def run(arguments: Namespace) -> int:
    return _run(Parts(polling=True, web=True, worker=True, demo=arguments.demo))


def web(_: Namespace) -> int:
    return _run(Parts(web=True))


def work(_: Namespace) -> int:
    return _run(Parts(worker=True))


def _run(parts: Parts) -> int:
    settings = Settings()
    set_up_logs(settings.log_level)
    if (parts.polling or parts.web) and settings.public_url and not settings.webhook_secret:
        raise Stop("WEBHOOK_SECRET is missing: with PUBLIC_URL, updates come to the web door.")
    if parts.polling and settings.public_url:
        # Telegram sends updates to one place only: the webhook that this process has set up.
        parts = replace(parts, polling=False)
    if parts.demo:
        migrate(settings.database_url.get_secret_value())
    asyncio.run(open_shop(settings, parts))
    return 0


async def open_shop(settings: Settings, parts: Parts) -> None:
    """Run until SIGINT or SIGTERM; what has begun is finished first."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)

    container = build_container(settings)
    try:
        await check_readiness(container)
        if parts.demo:
            await seed_once(container, DEMO, TOWN)
        await _run_parts(settings, parts, container, stop)
    finally:
        await container.close()


async def _run_parts(
    settings: Settings, parts: Parts, container: AsyncContainer, stop: asyncio.Event
) -> None:
    bot = await container.get(Bot)
    dispatcher = build_dispatcher(container, await container.get(Sender))
    work: list[Part] = []
    if parts.worker:
        work += [(await container.get(WorkerLoop)).run, _clock(await container.get(JobClock))]
    if parts.web:
        work += await _web(settings, container, bot, dispatcher)
    if parts.polling:
        work.append(Polling(bot, dispatcher).run)
    if parts.worker:
        work.append(_menus(bot))

    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
    log.info("shop.open", polling=parts.polling, web=parts.web, worker=parts.worker)
    async with asyncio.TaskGroup() as tasks:
        for one in work:
            tasks.create_task(one(stop))
    log.info("shop.closed")


def _menus(bot: Bot) -> Part:
    """Tell Telegram the commands."""

    async def tell() -> None:
        log.info("menus.registered", changed=await register(bot, MENU))

    return _until_heard("menus", tell)


def _until_heard(what: str, tell: Callable[[], Coroutine[Any, Any, None]]) -> Part:
    """Tell Telegram something, and again while it does not answer: the shop is open without."""

    async def run(stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await tell()
            except (TelegramAPIError, OSError) as error:
                log.warning("telegram.unheard", what=what, reason=type(error).__name__)
                await _wait(stop, RECOVERY)
            else:
                return

    return run


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


def _clock(jobs: JobClock) -> Part:
    async def run(stop: asyncio.Event) -> None:
        await jobs.start()
        await stop.wait()
        await jobs.stop()

    return run


async def _web(
    settings: Settings, container: AsyncContainer, bot: Bot, dispatcher: Dispatcher
) -> list[Part]:
    parts: list[Part] = []
    webhook = None
    if settings.public_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        webhook = Webhook(bot, dispatcher, secret)
        address = f"{str(settings.public_url).rstrip('/')}{PATH}"
        parts.append(_until_heard("webhook", _webhook_at(address, secret, bot, dispatcher)))
    stripe = None
    if settings.stripe_webhook_secret:
        secret = settings.stripe_webhook_secret.get_secret_value()
        stripe = StripeWebhook(await container.get(StripeHearing), secret)
    app = build_web(await container.get(Health), webhook, stripe)

    async def run(stop: asyncio.Event) -> None:
        await serve(app, settings.host, settings.port, stop)

    return [run, *parts]


def _webhook_at(
    address: str, secret: str, bot: Bot, dispatcher: Dispatcher
) -> Callable[[], Coroutine[Any, Any, None]]:
    async def tell() -> None:
        await bot.set_webhook(
            address,
            secret_token=secret,
            allowed_updates=dispatcher.resolve_used_update_types(),
            max_connections=40,
        )

    return tell
