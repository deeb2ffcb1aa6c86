"""Three ways to do the same with an update: read a person, write her time zone, send one message.

Each gets the same bytes and speaks to the same Telegram through the same HTTP client.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol

import aiosqlite
import asyncpg
from aiogram import Bot, Dispatcher, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from benchmarks.ground import Ground
from bot.app import build_container, build_dispatcher
from bot.handlers.people.views import ZONES
from bot.kit.db import open_engine
from bot.people.models import Person
from bot.telegram.api import open_bot
from bot.telegram.sender import Sender

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text=zone, callback_data=f"pe-zone:{number}")]
        for number, zone in enumerate(ZONES)
    ]
)
CONNECTIONS = 15  # as many as SQLAlchemy's pool opens


class Keeper(Protocol):
    """Reads a person and writes her time zone, in one transaction."""

    async def keep(self, person_id: int, zone: str) -> str: ...


class Contestant:
    def __init__(self, name: str, bot: Bot, dispatcher: Dispatcher) -> None:
        self.name = name
        self._bot = bot
        self._dispatcher = dispatcher

    async def handle(self, raw: bytes) -> None:
        update = Update.model_validate_json(raw, context={"bot": self._bot})
        await self._dispatcher.feed_update(self._bot, update)


@asynccontextmanager
async def tuan(ground: Ground, telegram: str) -> AsyncIterator[Contestant]:
    """The shop as it runs: all features, its own ``/timezone``."""
    container = build_container(ground.settings(telegram))
    bot = await container.get(Bot)
    dispatcher = build_dispatcher(container, await container.get(Sender))
    yield Contestant("Tuan", bot, dispatcher)
    await container.close()


@asynccontextmanager
async def bare_orm(ground: Ground, telegram: str) -> AsyncIterator[Contestant]:
    engine = open_engine(ground.url)
    async with _bare("bare aiogram, ORM", telegram, _Orm(async_sessionmaker(engine))) as contestant:
        yield contestant
    await engine.dispose()


@asynccontextmanager
async def bare_driver(ground: Ground, telegram: str) -> AsyncIterator[Contestant]:
    opened = _sqlite(ground.url) if ground.is_sqlite else _postgres(ground.url)
    async with opened as keeper, _bare("bare aiogram, driver", telegram, keeper) as contestant:
        yield contestant


@asynccontextmanager
async def _bare(name: str, telegram: str, keeper: Keeper) -> AsyncIterator[Contestant]:
    router = Router()

    @router.message(Command("timezone"))
    async def choose_zone(message: Message, command: CommandObject) -> None:
        if message.from_user and command.args:
            zone = await keeper.keep(message.from_user.id, command.args)
            await message.answer(f"Your time zone: {zone}.", reply_markup=KEYBOARD)

    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(router)
    bot = open_bot("42:BENCHMARK", telegram)
    yield Contestant(name, bot, dispatcher)
    await bot.session.close()


class _Orm:
    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def keep(self, person_id: int, zone: str) -> str:
        async with self._sessions.begin() as session:
            person = await session.get_one(Person, person_id)
            person.zone = zone
        return zone


class _Sqlite:
    """SQLite has one writer: one connection and a lock are the quickest way to be it."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._lock = asyncio.Lock()

    async def keep(self, person_id: int, zone: str) -> str:
        async with self._lock:
            await self._connection.execute("BEGIN IMMEDIATE")
            await self._connection.execute_fetchall(
                "SELECT * FROM people WHERE id = ?", [person_id]
            )
            await self._connection.execute(
                "UPDATE people SET zone = ? WHERE id = ?", [zone, person_id]
            )
            await self._connection.execute("COMMIT")
        return zone


@asynccontextmanager
async def _sqlite(url: str) -> AsyncIterator[Keeper]:
    file = url.partition("///")[2]
    async with aiosqlite.connect(file, isolation_level=None) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 30000"):
            await connection.execute(f"PRAGMA {pragma}")
        yield _Sqlite(connection)


class _Postgres:
    def __init__(self, pool: Any) -> None:  # noqa: ANN401 -- asyncpg has no types
        self._pool = pool

    async def keep(self, person_id: int, zone: str) -> str:
        async with self._pool.acquire() as connection, connection.transaction():
            await connection.fetchrow("SELECT * FROM people WHERE id = $1", person_id)
            await connection.execute("UPDATE people SET zone = $1 WHERE id = $2", zone, person_id)
        return zone


@asynccontextmanager
async def _postgres(url: str) -> AsyncIterator[Keeper]:
    plain = url.replace("postgresql+asyncpg", "postgresql")
    async with asyncpg.create_pool(plain, min_size=5, max_size=CONNECTIONS) as pool:
        yield _Postgres(pool)
