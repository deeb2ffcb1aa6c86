"""The whole shop on a real database, with the sandbox at its border."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from dishka import AsyncContainer, Provider, Scope
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import build_container, build_dispatcher
from bot.kit.clock import Clock
from bot.telegram.sender import Sender
from config.settings import Settings
from sandbox.sandbox import Sandbox
from tests.fakes import FakeClock
from tests.stories.line import SandboxLine
from tests.stories.town import TOKEN, Town


@pytest.fixture
async def sandbox(clock: FakeClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(now=lambda: clock.now().timestamp())
    sandbox.add_bot(TOKEN, "tuan_bot", "Tuan")
    yield sandbox
    await sandbox.close()


@pytest.fixture
async def container(
    engine: AsyncEngine, clock: FakeClock, sandbox: Sandbox
) -> AsyncIterator[AsyncContainer]:
    line = Bot(TOKEN, session=SandboxLine(sandbox))
    border = Provider(scope=Scope.APP)
    border.provide(lambda: engine, provides=AsyncEngine, override=True)
    border.provide(lambda: clock, provides=Clock, override=True)
    border.provide(lambda: line, provides=Bot, override=True)
    container = build_container(Settings(), border)
    yield container
    await container.close()


@pytest.fixture
async def town(container: AsyncContainer, sandbox: Sandbox, clock: FakeClock) -> Town:
    dispatcher = build_dispatcher(container, await container.get(Sender))
    return Town(sandbox, container, dispatcher, clock)
