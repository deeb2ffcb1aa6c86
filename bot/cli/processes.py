"""``tuan run``, ``tuan web`` and ``tuan work``: the shop as one process, or as several."""

import asyncio
import gc
import signal
from argparse import Namespace
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import structlog
from aiogram import Bot, Dispatcher
from dishka import AsyncContainer

from bot.app import build_container, build_dispatcher
from bot.cli.logs import set_up_logs
from bot.features import FEATURES
from bot.telegram.audiences import Audiences
from bot.telegram.command_menu import register
from bot.telegram.polling import Polling
from bot.telegram.sender import Sender
from bot.web.health import Health
from bot.web.server import build_web, serve
from bot.web.telegram import PATH, Webhook
from bot.worker.jobs import JobClock
from bot.worker.loop import WorkerLoop
from config.settings import Settings

log = structlog.get_logger(__name__)
Part: TypeAlias = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
YOUNG = 20_000  # objects: fewer, longer collections; measured for updates in benchmarks/updates.py


@dataclass(frozen=True, slots=True)
class Parts:
    """Which of the shop's parts this process is."""

    polling: bool = False
    web: bool = False
    worker: bool = False


def run(_: Namespace) -> int:
    return _run(Parts(polling=True, web=True, worker=True))


def web(_: Namespace) -> int:
    return _run(Parts(web=True))


def work(_: Namespace) -> int:
    return _run(Parts(worker=True))


def _run(parts: Parts) -> int:
    settings = Settings()
    set_up_logs(settings.log_level)
    if parts.polling and settings.public_url:
        # Telegram sends updates to one place only: the webhook that this process has set up.
        parts = replace(parts, polling=False)
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
        work.append(await _web(settings, container, bot, dispatcher))
    if parts.polling:
        work.append(Polling(bot, dispatcher).run)
    if parts.worker:
        await _register_commands(container, bot)

    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
    log.info("shop.open", polling=parts.polling, web=parts.web, worker=parts.worker)
    async with asyncio.TaskGroup() as tasks:
        for one in work:
            tasks.create_task(one(stop))
    log.info("shop.closed")


async def _register_commands(container: AsyncContainer, bot: Bot) -> None:
    async with container() as scope:
        insiders = await (await scope.get(Audiences)).insiders()
    changed = await register(bot, FEATURES, insiders)
    log.info("menus.registered", changed=changed)


def _clock(jobs: JobClock) -> Part:
    async def run(stop: asyncio.Event) -> None:
        await jobs.start()
        await stop.wait()
        await jobs.stop()

    return run


async def _web(
    settings: Settings, container: AsyncContainer, bot: Bot, dispatcher: Dispatcher
) -> Part:
    health = await container.get(Health)
    webhook = None
    if settings.public_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        webhook = Webhook(bot, dispatcher, secret)
        await bot.set_webhook(
            f"{str(settings.public_url).rstrip('/')}{PATH}",
            secret_token=secret,
            allowed_updates=dispatcher.resolve_used_update_types(),
            max_connections=40,
        )
    app = build_web(health, webhook)

    async def run(stop: asyncio.Event) -> None:
        await serve(app, settings.host, settings.port, stop)

    return run
