"""Where a crowd lives: in this process, or shared out over several."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

from benchmarks.crowd import Lap, come
from benchmarks.joining_ways import Way
from bot.deals.models import DealId

LINE = 2**24  # bytes; every wait is printed


class Runner(Protocol):
    async def lap(self, deal_id: DealId, people: Sequence[int], seconds: float) -> Lap: ...


class Here:
    def __init__(self, way: Way) -> None:
        self._way = way

    async def lap(self, deal_id: DealId, people: Sequence[int], seconds: float) -> Lap:
        return await come(self._way, deal_id, people, seconds)


class Several:
    """Real processes; the same person may tap in two of them."""

    def __init__(self, processes: Sequence[asyncio.subprocess.Process]) -> None:
        self._processes = processes

    async def lap(self, deal_id: DealId, people: Sequence[int], seconds: float) -> Lap:
        every = len(self._processes)
        started = time.perf_counter()
        for nth, process in enumerate(self._processes):
            assert process.stdin is not None  # noqa: S101 -- it is a pipe
            process.stdin.write(json.dumps([deal_id, people[nth::every], seconds]).encode() + b"\n")
        laps = await asyncio.gather(*map(_lap, self._processes))
        return Lap(
            held=sum(lap.held for lap in laps),
            wall=time.perf_counter() - started,
            cpu=sum(lap.cpu for lap in laps),
            waits=[wait for lap in laps for wait in lap.waits],
        )


async def _lap(process: asyncio.subprocess.Process) -> Lap:
    assert process.stdout is not None  # noqa: S101 -- it is a pipe
    return Lap(**json.loads(await process.stdout.readline()))


@asynccontextmanager
async def several(url: str, pool: int, name: str, number: int) -> AsyncIterator[Several]:
    """Each with its share of the connections."""
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "benchmarks.crowd", url, str(max(2, pool // number)), name),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LINE,
        )
        for _ in range(number)
    ]
    try:
        yield Several(processes)
    finally:
        for process in processes:
            assert process.stdin is not None  # noqa: S101 -- it is a pipe
            process.stdin.close()  # which ends it
            await process.wait()
