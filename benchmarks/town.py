"""Fills a sandbox in this process and tells what it takes: MB when empty, MB when full.

python -m benchmarks.town FOLDER MESSAGES
"""

import asyncio
import os
import sys
from pathlib import Path

from benchmarks.watched import Watched
from sandbox.sandbox import Sandbox

PEOPLE = 100
GROUPS = 20


async def main(folder: Path, messages: int) -> None:
    here = Watched(os.getpid(), "")
    sandbox = Sandbox(folder)
    sandbox.add_bot("42:BENCHMARK", "tuan_bot", "Tuan")
    sim = sandbox.sim
    people = [sim.add_person(f"P{n}", username=f"person_{n}")["id"] for n in range(PEOPLE)]
    groups = [
        sim.create_chat("supergroup", f"G{n}", people[n], members=[42, *people])["id"]
        for n in range(GROUPS)
    ]
    empty = here.resident()
    for n in range(messages):
        sim.say(people[n % PEOPLE], groups[n % GROUPS], f"Is anybody at home on day {n}?")
    print(f"{empty:.1f} {here.resident():.1f}")
    await sandbox.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
