"""What deals cost while they wait for their deadlines: the jobs' ticks, without and with them.

    python -m benchmarks.waiting [--deals 100000] [--ticks 20]

Prints for each job the CPU of one tick (ours + the database's), the statements it made, and how
the database finds their rows; a statement that walks a whole table is named.
"""

import asyncio
import os
import time
from argparse import ArgumentParser
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, async_sessionmaker

from benchmarks.crowd import open_pool
from benchmarks.ground import Ground, grounds, server_cpu
from benchmarks.joins import Shop
from benchmarks.watched import HAS_PROC, Watched
from bot.deals.closing import ClosingService
from bot.deals.models import Deal, DealStatus
from tests.deals.shop import DealShop
from tests.fakes import FakeClock

CHUNK = 10_000
WALKS = ("Seq Scan on deals ", "SCAN deals")
Job = Callable[[DealShop], Awaitable[None]]


async def close(shop: DealShop) -> None:
    async with shop.ask(ClosingService) as closing:
        await closing.close_due()


async def remind(shop: DealShop) -> None:
    async with shop.ask(ClosingService) as closing:
        await closing.remind()


JOBS: dict[str, Job] = {
    "close what is due": close,
    "remind": remind,
    "settle": lambda shop: shop.deal_settler.settle_due(),
    "free expired seats": lambda shop: shop.deal_settler.free_expired(),
    "drop declined cards": lambda shop: shop.deal_settler.drop_declined(),
    "expire payments": lambda shop: shop.expire(),
}


async def fill(engine: AsyncEngine, template: int, deals: int, now: datetime) -> None:
    """Copy a deal: so many wait for deadlines over sixty days, as many are over and settled."""
    async with engine.connect() as connection:
        row = await connection.execute(sa.select(Deal.__table__).where(Deal.id == template))
        facts = {name: value for name, value in row.mappings().one().items() if name != "id"}
    for start in range(0, deals, CHUNK):
        numbers = range(start, min(start + CHUNK, deals))
        rows = [facts | _waiting(nth, deals, now) for nth in numbers]
        rows += [facts | _over(nth, now) for nth in numbers]
        async with engine.begin() as connection:
            await connection.execute(sa.insert(Deal), rows)
    async with engine.begin() as connection:
        await connection.execute(sa.text("ANALYZE"))


def _waiting(nth: int, deals: int, now: datetime) -> dict[str, Any]:
    ends = now + timedelta(hours=4) + timedelta(days=60) * nth / deals
    return {"status": DealStatus.OPEN, "closes_at": ends, "opened_at": now}


def _over(nth: int, now: datetime) -> dict[str, Any]:
    ended = now - timedelta(days=1, seconds=nth)
    over = {"closes_at": ended, "closed_at": ended, "settled_at": ended}
    return {"status": DealStatus.SUCCEEDED, "opened_at": ended - timedelta(days=1)} | over


async def measure(engine: AsyncEngine, shop: DealShop, ticks: int) -> dict[str, float]:
    found = {}
    for name, job in JOBS.items():
        await job(shop)  # statements are compiled once
        ours, server = time.process_time(), await server_cpu(engine)
        for _ in range(ticks):
            await job(shop)
        spent = time.process_time() - ours + await server_cpu(engine) - server
        found[name] = spent / ticks * 1000
    return found


async def walks(engine: AsyncEngine, shop: DealShop) -> list[str]:
    """Name every statement of the jobs that reads a table from end to end."""
    said: dict[str, Any] = {}

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:  # noqa: ANN401
        if statement.startswith("SELECT"):
            said[statement] = parameters

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    for job in JOBS.values():
        await job(shop)
    event.remove(engine.sync_engine, "before_cursor_execute", note)
    async with engine.connect() as connection:
        plans = [await _plan(connection, *one) for one in said.items()]
    return [line for plan in plans for line in plan if _is_walk(line)]


def _is_walk(line: str) -> bool:
    return any(walk in line for walk in WALKS) and "USING INDEX" not in line


async def _plan(connection: AsyncConnection, statement: str, parameters: Any) -> list[str]:  # noqa: ANN401
    word = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    rows = await connection.exec_driver_sql(f"{word} {statement}", parameters)
    return [str(row[-1]).strip() for row in rows]


def memory() -> float:
    return Watched(os.getpid(), "").resident() if HAS_PROC else 0.0


async def run(ground: Ground, deals: int, ticks: int) -> None:
    engine = open_pool(ground.url, 4)
    clock = FakeClock()
    shop = DealShop(async_sessionmaker(engine, expire_on_commit=False), engine, clock)
    owner = Shop(engine)
    await owner.open()
    template = await owner.deal(10)
    async with engine.begin() as connection:  # it must not come due itself
        await connection.execute(
            sa.update(Deal).values(
                closes_at=clock.now() + timedelta(days=90), opened_at=clock.now()
            )
        )
    before = await measure(engine, shop, ticks)
    empty = memory()
    await fill(engine, template, deals, clock.now())
    after = await measure(engine, shop, ticks)
    print(f"{ground.name}: CPU ms a tick; 1 deal, then {deals:,} waiting and as many over")
    for name in JOBS:
        print(f"  {name:<22}{before[name]:>8.2f}{after[name]:>8.2f}")
    print(f"  memory of the process   {empty:>6.0f} MB{memory():>6.0f} MB")
    for line in await walks(engine, shop):
        print(f"  WALKS A TABLE: {line}")
    await shop.close()
    await engine.dispose()


async def main() -> None:
    parser = ArgumentParser(prog="waiting", description="What waiting deals cost.")
    parser.add_argument("--deals", type=int, default=100_000)
    parser.add_argument("--ticks", type=int, default=20)
    options = parser.parse_args()
    with grounds() as found:
        for ground in found:
            await run(ground, options.deals, options.ticks)


if __name__ == "__main__":
    asyncio.run(main())
