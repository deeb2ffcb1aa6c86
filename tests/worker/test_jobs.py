"""Clock jobs on the real engine, on both databases."""

import asyncio
from datetime import timedelta

import pytest
from dbos import DBOS
from dishka import AsyncContainer
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.telegram.models import SeenUpdate
from bot.worker.jobs import JobClock, cron


async def count_a_tick(session: AsyncSession, clock: Clock) -> None:
    row = await session.get(SeenUpdate, 1)
    if row is None:
        session.add(SeenUpdate(update_id=1, seen_at=clock.now()))
    else:
        await session.execute(
            update(SeenUpdate).values(seen_at=SeenUpdate.seen_at)  # a write like any other
        )


async def fail() -> None:
    raise RuntimeError("this job always fails")


@pytest.mark.parametrize(
    ("pace", "written"),
    [
        (timedelta(seconds=5), "*/5 * * * * *"),
        (timedelta(minutes=1), "0 */1 * * * *"),
        (timedelta(minutes=15), "0 */15 * * * *"),
        (timedelta(hours=6), "0 0 */6 * * *"),
        (timedelta(days=1), "0 0 4 * * *"),
    ],
)
def test_a_pace_is_written_as_the_engine_reads_it(pace: timedelta, written: str):
    assert cron(pace) == written


async def test_a_job_runs_by_itself_and_commits(container: AsyncContainer, database_url: str):
    jobs = JobClock(
        {count_a_tick: timedelta(seconds=1), fail: timedelta(seconds=1)}, container, database_url
    )
    await jobs.start()
    try:
        async with asyncio.timeout(60):
            while not await _ticked(container):  # noqa: ASYNC110 -- another process could do it
                await asyncio.sleep(0.2)
    finally:
        await jobs.stop()


async def test_ticks_that_are_over_are_forgotten(
    container: AsyncContainer, database_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.worker.jobs.KEPT", timedelta())
    monkeypatch.setattr("bot.worker.jobs.PRUNED", timedelta(seconds=1))
    jobs = JobClock({count_a_tick: timedelta(seconds=1)}, container, database_url)
    await jobs.start()
    try:
        async with asyncio.timeout(90):
            most = 0
            while (kept := await asyncio.to_thread(_kept_ticks)) >= most:
                most = kept
                await asyncio.sleep(0.3)
    finally:
        await jobs.stop()

    assert kept < most


def _kept_ticks() -> int:
    return len(DBOS.list_workflows(name="tick", status="SUCCESS"))


async def _ticked(container: AsyncContainer) -> bool:
    async with container() as scope:
        session = await scope.get(AsyncSession)
        return await session.scalar(select(SeenUpdate.update_id)) is not None


async def test_a_job_that_still_runs_skips_its_tick(container: AsyncContainer, database_url: str):
    started, go_on = asyncio.Event(), asyncio.Event()
    runs = 0

    async def slow() -> None:
        nonlocal runs
        runs += 1
        started.set()
        await go_on.wait()

    jobs = JobClock({slow: timedelta(seconds=1)}, container, database_url)
    (name,) = jobs.names
    first = asyncio.ensure_future(jobs.run_once(name))
    await started.wait()
    await jobs.run_once(name)
    go_on.set()
    await first

    assert runs == 1
