"""People who tap Join; run as a program it is a process of its own, with an engine of its own.

    python -m benchmarks.crowd URL POOL WAY

Reads one line of JSON for each lap (deal, people, seconds over which they come) and answers with
one line: what was told to how many, and how long each waited.
"""

import asyncio
import gc
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy.ext.asyncio import AsyncEngine

from benchmarks.joining_ways import WAYS, Way
from bot.cli.database import import_models
from bot.deals.models import DealId
from bot.kit.db import open_engine
from bot.people.models import PersonId

YOUNG = 20_000  # objects, as `tuan run` has for Python's gc
PATIENCE = 600.0  # seconds; the slow ways keep people waiting for a connection


@dataclass(slots=True)
class Lap:
    held: int = 0
    wall: float = 0.0
    cpu: float = 0.0  # of this process
    waits: list[float] = field(default_factory=list)


def open_pool(url: str, pool: int) -> AsyncEngine:
    """The shop's engine; all ways have as many connections, which on SQLite is one."""
    if url.startswith("sqlite"):
        return open_engine(url, pool_timeout=PATIENCE)
    return open_engine(url, pool_size=pool, max_overflow=0, pool_timeout=PATIENCE)


async def come(way: Way, deal_id: DealId, people: Sequence[int], seconds: float) -> Lap:
    """Everybody taps: all in one instant, or evenly over some seconds."""
    lap = Lap()

    async def tap(nth: int, person: int) -> None:
        if seconds:
            await asyncio.sleep(nth * seconds / len(people))
        begun = time.perf_counter()
        held = await way.join(deal_id, PersonId(person), f"{deal_id}-{person}")
        lap.waits.append(time.perf_counter() - begun)
        lap.held += held

    started, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(tap(nth, person) for nth, person in enumerate(people)))
    lap.wall, lap.cpu = time.perf_counter() - started, time.process_time() - cpu
    return lap


async def main(url: str, pool: int, name: str) -> None:
    gc.set_threshold(YOUNG)
    import_models()
    engine = open_pool(url, pool)
    way = WAYS[name](engine)
    for line in sys.stdin:
        deal_id, people, seconds = json.loads(line)
        lap = await come(way, deal_id, people, seconds)
        print(json.dumps(asdict(lap)), flush=True)
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
