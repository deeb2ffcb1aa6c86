"""From a committed fact to a post: at least once, in order, without one holding up the others."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from dishka import AsyncContainer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Event
from bot.kit.outbox import OutboxRow, SqlOutbox
from bot.kit.secrets import Vault
from bot.telegram import letters
from bot.telegram.models import Delivery
from bot.telegram.replies import Post, Screen
from bot.worker.notices import TRIES, NoticeWorker


@dataclass(frozen=True, slots=True, kw_only=True)
class KettleBoiled(Event):
    kettle: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KettleBroke(Event):
    kettle: int


async def tell(event: KettleBoiled) -> Post:
    return Post(chat_id=event.kettle, screen=Screen(text=f"Kettle {event.kettle} has boiled"))


async def stumble(event: KettleBroke) -> Post:
    raise RuntimeError(f"Kettle {event.kettle} cannot be described")


@pytest.fixture
def worker(container: AsyncContainer, clock) -> NoticeWorker:
    return NoticeWorker({KettleBoiled: [tell], KettleBroke: [stumble]}, container, clock)


@pytest.fixture
async def session(container: AsyncContainer) -> AsyncIterator[AsyncSession]:
    async with container() as scope:
        yield await scope.get(AsyncSession)


@pytest.fixture
async def vault(container: AsyncContainer) -> Vault:
    return await container.get(Vault)


async def happens(session: AsyncSession, clock: Clock, *events: Event) -> None:
    outbox = SqlOutbox(session, clock, (KettleBoiled, KettleBroke))
    for event in events:
        outbox.add(event)
    await session.commit()


async def posts(session: AsyncSession, vault: Vault) -> list[str]:
    found = await session.scalars(select(Delivery).order_by(Delivery.id))
    return [letters.unseal(vault, delivery.letter)["text"] for delivery in found]


async def test_what_happened_is_told_in_order(worker, session, clock, vault):
    await happens(session, clock, KettleBoiled(kettle=1), KettleBoiled(kettle=2))

    while await worker.tell_next():
        pass

    assert await posts(session, vault) == ["Kettle 1 has boiled", "Kettle 2 has boiled"]


async def test_what_was_rolled_back_is_never_told(worker, session, clock):
    SqlOutbox(session, clock, (KettleBoiled,)).add(KettleBoiled(kettle=1))
    await session.rollback()

    assert await worker.tell_next() is False


async def test_one_that_cannot_be_told_does_not_hold_up_the_next(worker, session, clock, vault):
    await happens(session, clock, KettleBroke(kettle=1), KettleBoiled(kettle=2))

    await worker.tell_next()
    await worker.tell_next()

    assert await posts(session, vault) == ["Kettle 2 has boiled"]


async def test_what_a_newer_version_announced_is_left_to_its_own_worker(
    session, container, clock, vault
):
    newer = NoticeWorker({KettleBoiled: [tell]}, container, clock)
    older = NoticeWorker({KettleBroke: [stumble]}, container, clock)
    await happens(session, clock, KettleBoiled(kettle=1))

    assert await older.tell_next()
    clock.wait(seconds=3)
    await newer.tell_next()

    assert await posts(session, vault) == ["Kettle 1 has boiled"]


async def test_one_that_cannot_be_told_is_tried_later_and_given_up_at_last(worker, session, clock):
    await happens(session, clock, KettleBroke(kettle=1))
    told = 0

    while await worker.tell_next():
        told += 1
        clock.wait(hours=1)

    row = (await session.scalars(select(OutboxRow))).one()
    assert told == TRIES == row.attempts
    assert row.delivered_at is not None
