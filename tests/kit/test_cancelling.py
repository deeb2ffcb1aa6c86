"""A task that is cancelled in the middle of a transaction leaves no lock behind."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.kit.outbox import OutboxRow
from tests.fakes import NOON

TIMES = 60
STEP = 0.0004  # seconds; so that it comes at every statement, and between two
ROWS = 3


def begin(sessions: async_sessionmaker[AsyncSession]) -> asyncio.Task[None]:
    return asyncio.ensure_future(_write_and_read(sessions))


async def _write_and_read(sessions: async_sessionmaker[AsyncSession]) -> None:
    while True:
        async with sessions() as session:
            for _ in range(ROWS):
                session.add(OutboxRow(kind="Told", body={}, created_at=NOON, due_at=NOON))
                await session.flush()
                await session.scalars(sa.select(OutboxRow))
            await session.commit()


async def count(sessions: async_sessionmaker[AsyncSession]) -> int:
    async with asyncio.timeout(10), sessions() as session:
        await session.execute(sa.update(OutboxRow).values(attempts=OutboxRow.attempts + 1))
        found = await session.scalar(sa.select(sa.func.count(OutboxRow.id)))
        await session.rollback()
    return int(found or 0)


@pytest.fixture
async def cancelled(
    sessions: async_sessionmaker[AsyncSession],
) -> AsyncIterator[list[asyncio.Task[None]]]:
    """They are kept: what an exception holds on to must hold no lock."""
    tasks: list[asyncio.Task[None]] = []
    yield tasks
    for task in tasks:
        task.cancel()


async def test_whoever_comes_next_can_write(sessions, cancelled):
    for nth in range(TIMES):
        task = begin(sessions)
        cancelled.append(task)
        await asyncio.sleep(nth * STEP)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

        assert await count(sessions) % ROWS == 0


class Killed(BaseException):
    pass


async def test_so_it_is_with_whatever_else_breaks_off(sessions):
    async def die() -> None:
        async with sessions() as session:
            session.add(OutboxRow(kind="Told", body={}, created_at=NOON, due_at=NOON))
            await session.flush()
            raise Killed

    with pytest.raises(Killed):
        await die()

    assert await count(sessions) == 0


async def test_an_engine_closed_under_a_task_can_be_opened_anew(
    engine: AsyncEngine, sessions, cancelled
):
    cancelled.append(begin(sessions))
    await asyncio.sleep(0.02)
    await engine.dispose()
    cancelled[0].cancel()
    with suppress(asyncio.CancelledError):
        await cancelled[0]

    assert await count(sessions) % ROWS == 0
