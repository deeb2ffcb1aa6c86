from datetime import datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.outbox import OutboxRow
from tests.fakes import NOON


async def test_a_moment_comes_back_as_it_was_written(session: AsyncSession):
    session.add(OutboxRow(kind="Told", body={}, created_at=NOON, due_at=NOON))
    await session.commit()
    session.expunge_all()

    row = (await session.scalars(select(OutboxRow))).one()

    assert row.created_at == NOON
    assert row.created_at.tzinfo is not None


async def test_a_moment_without_a_zone_is_refused(session: AsyncSession):
    naive = datetime(2026, 1, 1)  # noqa: DTZ001
    session.add(OutboxRow(kind="Told", body={}, created_at=naive, due_at=NOON))

    with pytest.raises(StatementError, match="time zone"):
        await session.commit()


async def test_the_database_answers(session: AsyncSession):
    assert await session.scalar(text("SELECT 1")) == 1
