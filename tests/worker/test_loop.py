"""The worker wakes when there is something to tell, and rests when there is not."""

import asyncio
from dataclasses import dataclass

from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.bell import Bell
from bot.kit.events import Event
from bot.kit.outbox import SqlOutbox
from bot.worker.loop import WorkerLoop


@dataclass(frozen=True, slots=True, kw_only=True)
class KettleBoiled(Event):
    kettle: int


async def rings(bell: Bell) -> bool:
    try:
        await asyncio.wait_for(bell.wait(), 0.01)
    except TimeoutError:
        return False
    return True


async def test_the_bell_rings_after_the_commit_and_not_before(session: AsyncSession, clock):
    bell = Bell()
    outbox = SqlOutbox(session, clock, (KettleBoiled,), bell)

    outbox.add(KettleBoiled(kettle=1))
    await session.flush()
    assert not await rings(bell)

    await session.commit()
    assert await rings(bell)
    assert not await rings(bell)


async def test_the_bell_is_silent_about_what_was_rolled_back(session: AsyncSession, clock):
    bell = Bell()
    SqlOutbox(session, clock, (KettleBoiled,), bell).add(KettleBoiled(kettle=1))

    await session.rollback()

    assert not await rings(bell)


async def test_the_worker_stops_when_it_is_told_to(container: AsyncContainer):
    loop = await container.get(WorkerLoop)
    stop = asyncio.Event()
    running = asyncio.ensure_future(loop.run(stop))
    await asyncio.sleep(0.05)

    stop.set()

    await asyncio.wait_for(running, 20)
