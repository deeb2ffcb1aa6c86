"""What lies in memory: of a shop that opens and then works, and of a sandbox that fills.

    python -m benchmarks.memory [--updates 2000] [--messages 10000]

The shop is ``tuan run`` behind its webhook. The sandbox holds 100 people in 20 groups.
"""

import asyncio
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from itertools import cycle
from pathlib import Path

from aiohttp import ClientSession

from benchmarks.telegram import telegram
from benchmarks.updates import chatter, request
from benchmarks.watched import HAS_PROC, Watched
from benchmarks.watching import shop
from bot.handlers.people.views import ZONES
from bot.web.telegram import PATH, SECRET_HEADER

SECRET = "benchmark"  # noqa: S105 -- it opens nothing
AT_ONCE = 16
STEPS = 4


async def work(opened: Watched, updates: int) -> None:
    """Let the shop handle updates: every second one is for it."""
    zones = cycle(ZONES)
    raw = (
        request(next(zones))(number) if number % 2 else chatter(number) for number in range(updates)
    )

    async def send(http: ClientSession) -> None:
        for one in raw:
            headers = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
            async with http.post(f"{opened.address}{PATH}", data=one, headers=headers) as answer:
                answer.raise_for_status()

    async with ClientSession() as http:
        await asyncio.gather(*(send(http) for _ in range(AT_ONCE)))


def measure_shop(updates: int) -> None:
    door = {"PUBLIC_URL": "https://shop.example", "WEBHOOK_SECRET": SECRET}
    with telegram() as address, shop(address, **door) as opened:
        print(f"shop, open                            {opened.resident():6.0f} MB")
        for step in range(1, STEPS + 1):
            asyncio.run(work(opened, updates // STEPS))
            done = f"{step * (updates // STEPS):,}"
            print(f"shop, after {done:>7} updates           {opened.resident():6.0f} MB")


def measure_sandbox(messages: int) -> None:
    with tempfile.TemporaryDirectory(prefix="tuan-bench-") as folder:
        told = subprocess.run(  # noqa: S603 -- ourselves
            [sys.executable, "-m", "benchmarks.town", folder, str(messages)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        kept = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    print(f"sandbox, empty                        {float(told[0]):6.0f} MB")
    print(f"sandbox, after {messages:>7,} messages       {float(told[1]):6.0f} MB")
    print(f"  on disk                             {kept / 1024**2:6.0f} MB")


def main() -> None:
    if not HAS_PROC:
        print("memory: skipped, this system has no /proc")
        return
    parser = ArgumentParser(prog="memory", description="What lies in memory.")
    parser.add_argument("--updates", type=int, default=2_000)
    parser.add_argument("--messages", type=int, default=10_000)
    options = parser.parse_args()
    measure_shop(options.updates)
    measure_sandbox(options.messages)


if __name__ == "__main__":
    main()
