"""Joins a second on one hot deal: the shop's group commit beside the usual ways, in one run.

    python -m benchmarks.joins [--waiting 2000] [--rounds 2] [--pool 10] [--processes 4]

"2,000 waiting" is measured twice: all of them tap in one and the same instant (nobody has been
answered when the last one taps), and they come evenly over a second, answered or not.

Of the people who tap, a twentieth taps twice, and nine in ten find a seat. Each way has a deal of
its own with as many seats in every round, and the ways take turns. After every lap the script
looks into the database: never more seats than there are, one a person, counter and ledger agree,
and as many were told that they have a seat as have one.
"""

import asyncio
import gc
import os
import random
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median, quantiles

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from benchmarks.crowd import YOUNG, Lap, open_pool
from benchmarks.ground import Ground, grounds, server_cpu
from benchmarks.joining_ways import ORM, TUAN, WAYS
from benchmarks.runners import Here, Runner, several
from bot.deals.models import Deal, DealId, DealKind, DealStatus, Seat, SeatMovement
from bot.kit.clock import SystemClock
from bot.kit.money import Currency, Money
from bot.people.models import Person, PersonId
from tests.catalog import make

OWNER = PersonId(900_000_000)
WARM_UP = 200


@dataclass(slots=True)
class Laps:
    """What one way did, round by round."""

    speeds: list[float] = field(default_factory=list)  # answers a second
    ours: list[float] = field(default_factory=list)  # CPU microseconds an answer, of our process
    server: list[float] = field(default_factory=list)  # and of the database's
    waits: list[float] = field(default_factory=list)  # seconds, each person

    @property
    def cpu(self) -> float:
        return median(self.ours) + median(self.server)

    def add(self, lap: Lap, server: float) -> None:
        self.speeds.append(len(lap.waits) / lap.wall)
        self.ours.append(lap.cpu / len(lap.waits) * 1e6)
        self.server.append(server / len(lap.waits) * 1e6)
        self.waits += lap.waits


class Shop:
    """Opens deals, and looks what became of them."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._product = 0
        self._merchant = 0

    async def open(self) -> None:
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            now = SystemClock().now()
            await session.merge(Person(id=OWNER, name="Mia", language="en", seen_at=now))
            await session.flush()
            merchant = await make.merchant(session, owner=OWNER)
            product = await make.product(session, of=merchant)
            self._merchant, self._product = merchant.id, product.id
            await session.commit()

    async def deal(self, cap: int) -> DealId:
        now = SystemClock().now()
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            deal = Deal(
                merchant_id=self._merchant,
                product_id=self._product,
                made_by_id=OWNER,
                kind=DealKind.GOAL,
                status=DealStatus.OPEN,
                goal=cap,
                price=Money(3000, Currency("EUR")),
                per_person=1,
                cap=cap,
                made_at=now,
                opened_at=now,
                closes_at=now + timedelta(days=1),
            )
            session.add(deal)
            await session.commit()
            return deal.id

    async def check(self, deal_id: DealId, cap: int, held: int, taps: Sequence[int]) -> None:
        """A figure of work that was done wrong is worth nothing."""
        async with self.engine.connect() as connection:
            taken = await connection.scalar(sa.select(Deal.taken).where(Deal.id == deal_id))
            moved = await connection.scalar(
                sa.select(sa.func.sum(SeatMovement.pieces)).where(SeatMovement.deal_id == deal_id)
            )
            people = await connection.scalars(
                sa.select(Seat.person_id).where(Seat.deal_id == deal_id)
            )
            seated = people.all()
        told = sum(person in set(seated) for person in taps)
        if not taken == moved == len(seated) == len(set(seated)) == cap or told != held:
            raise SystemExit(f"WRONG: cap {cap}, {taken=}, {moved=}, {len(seated)=}, {held=}")


def taps(waiting: int, lap: int) -> tuple[list[int], int]:
    """Who taps, in which order, and for how many there is a seat."""
    people = list(range(1, waiting - waiting // 20 + 1))
    everything = people + people[: waiting - len(people)]
    random.Random(lap).shuffle(everything)  # noqa: S311
    return everything, len(people) * 9 // 10


async def run(shop: Shop, runner: Runner, waiting: int, seconds: float, laps: Laps) -> None:
    people, cap = taps(waiting, len(laps.speeds))
    deal_id = await shop.deal(cap)
    before = await server_cpu(shop.engine)
    lap = await runner.lap(deal_id, people, seconds)
    laps.add(lap, await server_cpu(shop.engine) - before)
    await shop.check(deal_id, cap, lap.held, people)


async def race(
    shop: Shop, runners: dict[str, Runner], options: Namespace, seconds: float
) -> dict[str, Laps]:
    every = {name: Laps() for name in runners}
    for nth in range(options.rounds):
        names = list(runners)
        for name in names[nth % len(names) :] + names[: nth % len(names)]:
            await run(shop, runners[name], options.waiting, seconds, every[name])
    return every


def report(every: dict[str, Laps]) -> None:
    for name, laps in every.items():
        cuts = quantiles(laps.waits, n=100)
        line = (
            f"  {name:<26}{median(laps.speeds):>8.0f} /s"
            f"   p50 {cuts[49] * 1000:>7.1f} ms   p99 {cuts[98] * 1000:>7.1f} ms"
            f"   CPU {median(laps.ours):>5.0f} + {median(laps.server):>5.0f} us"
        )
        if (usual := every.get(ORM)) is not None:
            faster = median(
                mine / theirs for mine, theirs in zip(laps.speeds, usual.speeds, strict=True)
            )
            line += f"   x{faster:.1f} the ORM's speed, 1/{usual.cpu / laps.cpu:.1f} of its CPU"
        print(line)


async def measure(ground: Ground, options: Namespace, processes: int) -> None:
    async with AsyncExitStack() as stack:
        engine = open_pool(ground.url, options.pool)
        stack.push_async_callback(engine.dispose)
        shop = Shop(engine)
        await shop.open()
        runners: dict[str, Runner] = {}
        for name in WAYS:
            runners[name] = (
                await stack.enter_async_context(several(ground.url, options.pool, name, processes))
                if processes > 1
                else Here(WAYS[name](engine))
            )
            await run(shop, runners[name], WARM_UP, 0, Laps())
        gc.collect()
        gc.freeze()
        where = f"{ground.name}, {processes} process{'es' * (processes > 1)}"
        print(
            f"{where}: {options.waiting} people tap in one instant (load {os.getloadavg()[0]:.1f})"
        )
        report(await race(shop, runners, options, 0))
        print(f"{where}: {options.waiting} people tap, evenly over {options.seconds} s")
        report(await race(shop, {TUAN: runners[TUAN]}, options, options.seconds))
        print("  (checked after every lap: cap, one seat a person, counter, ledger, answers)")


async def main(options: Namespace) -> None:
    gc.set_threshold(YOUNG)
    with grounds() as found:
        for ground in found:
            await measure(ground, options, 1)
            if options.processes > 1 and not ground.is_sqlite:
                await measure(ground, options, options.processes)


def options() -> Namespace:
    parser = ArgumentParser(prog="joins", description="Joins a second on one hot deal.")
    parser.add_argument("--waiting", type=int, default=2000, help="people who tap")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1.0, help="over which the calmer come")
    parser.add_argument("--pool", type=int, default=10, help="connections to PostgreSQL, each way")
    parser.add_argument("--processes", type=int, default=1, help="on one PostgreSQL")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(options()))
