"""Updates a second through the whole shop, beside bare aiogram handlers doing the same work.

    python -m benchmarks.updates [--updates 200] [--rounds 5] [--at-once 32] [--young-gc]

The work: a raw update -> dispatch -> one transaction with a read and a write -> one API call to a
Telegram in a process of its own. All contestants share one process and take turns, so that what
the machine does meanwhile hits them alike. ``chatter`` is a message in a group that is not for us.
"""

import asyncio
import gc
import json
import time
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from statistics import median, quantiles

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.contestants import Contestant, bare_driver, bare_orm, tuan
from benchmarks.ground import Ground, grounds
from benchmarks.telegram import telegram
from bot.cli.processes import YOUNG
from bot.handlers.people.views import ZONES
from bot.kit.clock import SystemClock
from bot.kit.db import open_engine
from bot.people.models import Person, PersonId

PEOPLE = 500
WARM_UP = 50
_update_ids = count(1)
Writer = Callable[[int], bytes]


@dataclass(slots=True)
class Laps:
    """What one contestant did, round by round."""

    wall: list[float] = field(default_factory=list)  # updates a second
    cpu: list[float] = field(default_factory=list)  # seconds of this process, 1,000 updates
    waits: list[float] = field(default_factory=list)  # seconds, each update

    def add(self, updates: int, wall: float, cpu: float, waits: Sequence[float]) -> None:
        self.wall.append(updates / wall)
        self.cpu.append(cpu / updates * 1000)
        self.waits.extend(waits)


def request(zone: str) -> Writer:
    def write(number: int) -> bytes:
        person = number % PEOPLE + 1
        chat = {"id": person, "type": "private", "first_name": f"P{person}"}
        command = {"type": "bot_command", "offset": 0, "length": len("/timezone")}
        return _update(person, chat, f"/timezone {zone}", entities=[command])

    return write


def chatter(number: int) -> bytes:
    group = {"id": -1_000_000_000_001, "type": "supergroup", "title": "Neighbours"}
    return _update(number % PEOPLE + 1, group, "Is anybody at home this afternoon?")


def _update(person: int, chat: dict[str, object], text: str, **more: object) -> bytes:
    sender = {"id": person, "is_bot": False, "first_name": f"P{person}", "language_code": "en"}
    message = {"message_id": 1, "date": 1_750_000_000, "chat": chat, "from": sender, "text": text}
    return json.dumps({"update_id": next(_update_ids), "message": message | more}).encode()


async def lap(contestant: Contestant, write: Writer, options: Namespace, laps: Laps) -> None:
    updates = iter([write(number) for number in range(options.updates)])
    waits: list[float] = []

    async def work() -> None:
        for raw in updates:
            begun = time.perf_counter()
            await contestant.handle(raw)
            waits.append(time.perf_counter() - begun)

    started, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(options.at_once)))
    laps.add(len(waits), time.perf_counter() - started, time.process_time() - cpu, waits)


async def race(
    contestants: Sequence[Contestant], writers: Iterator[Writer], options: Namespace
) -> list[Laps]:
    every = [Laps() for _ in contestants]
    places = list(range(len(contestants)))
    for _ in range(options.rounds):
        places = [*places[1:], places[0]]  # nobody always comes first
        for place in places:
            await lap(contestants[place], next(writers), options, every[place])
    return every


def report(contestants: Sequence[Contestant], every: Sequence[Laps]) -> None:
    ours = every[0]
    for contestant, laps in zip(contestants, every, strict=True):
        wall = median(mine / theirs for mine, theirs in zip(ours.wall, laps.wall, strict=True))
        cpu = median(mine / theirs for mine, theirs in zip(ours.cpu, laps.cpu, strict=True))
        cuts = quantiles(laps.waits, n=100)
        print(
            f"  {contestant.name:<22}{median(laps.wall):>7.0f} /s "
            f"{median(laps.cpu):>7.2f} CPU-s per 1,000   "
            f"p50 {cuts[49] * 1000:>5.0f} ms   p99 {cuts[98] * 1000:>5.0f} ms   "
            f"Tuan: x{wall:.2f} its speed, x{cpu:.2f} its CPU"
        )


@asynccontextmanager
async def all_contestants(ground: Ground, address: str) -> AsyncIterator[list[Contestant]]:
    async with AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(enter(ground, address))
            for enter in (tuan, bare_orm, bare_driver)
        ]


async def measure(ground: Ground, address: str, options: Namespace) -> None:
    await settle_people(ground)
    zones = cycle(ZONES)
    async with all_contestants(ground, address) as contestants:
        for contestant in contestants:
            await lap(contestant, request(next(zones)), _few(options), Laps())
            await lap(contestant, chatter, _few(options), Laps())
        gc.collect()
        gc.freeze()

        print(f"{ground.name}: update -> dispatch -> 1 read, 1 write -> 1 API call")
        writers = (request(zone) for zone in zones)
        report(contestants, await race(contestants, writers, options))
        await check_work(ground)
        if ground.is_sqlite:  # no database is asked, so one is enough
            print("A message in a group that is not for the bot")
            alone = Namespace(updates=options.updates * 4, rounds=options.rounds, at_once=1)
            two = contestants[:2]
            report(two, await race(two, cycle([chatter]), alone))


def _few(options: Namespace) -> Namespace:
    return Namespace(updates=WARM_UP, at_once=options.at_once)


async def settle_people(ground: Ground) -> None:
    engine = open_engine(ground.url)
    async with AsyncSession(engine) as session:
        now = SystemClock().now()
        session.add_all(
            Person(id=PersonId(number), name=f"P{number}", language="en", seen_at=now)
            for number in range(1, PEOPLE + 1)
        )
        await session.commit()
    await engine.dispose()


async def check_work(ground: Ground) -> None:
    """A figure of work that was not done is worth nothing."""
    engine = open_engine(ground.url)
    async with engine.connect() as connection:
        left = await connection.scalar(sa.select(sa.func.count()).where(Person.zone == "UTC"))
    await engine.dispose()
    print(f"  ({PEOPLE - (left or 0)} of {PEOPLE} people have a zone that was written)")


async def main(options: Namespace) -> None:
    if not options.young_gc:
        gc.set_threshold(YOUNG)  # as `tuan run` does
    with telegram() as address, grounds() as found:
        for ground in found:
            await measure(ground, address, options)


def options() -> Namespace:
    parser = ArgumentParser(prog="updates", description="Updates a second through the shop.")
    parser.add_argument("--updates", type=int, default=200, help="in one lap")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--at-once", type=int, default=32, help="updates under way at a time")
    parser.add_argument("--young-gc", action="store_true", help="Python's own gc thresholds")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(options()))
