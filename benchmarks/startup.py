"""How long it takes to open the shop, and what of it is importing.

    python -m benchmarks.startup [--times 3]

Imports are timed one by one in the end; being watched makes them slower than they are.
"""

import os
import re
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from statistics import median

from benchmarks.watched import HAS_PROC
from benchmarks.watching import sandbox, shop

WORTH_NAMING = 8
IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")


def open_shop(times: int) -> None:
    with sandbox() as telegram:
        took, spent, resident = [], [], []
        for _ in range(times):
            begun = time.perf_counter()
            with shop(telegram.address) as opened:
                took.append(time.perf_counter() - begun)
                if HAS_PROC:
                    spent.append(opened.cpu())
                    resident.append(opened.resident())
    print(f"migrated, and tuan run until healthy  {median(took):6.2f} s")
    if HAS_PROC:
        print(f"  of it the shop's own CPU            {median(spent):6.2f} CPU-s")
        print(f"  resident when open                  {median(resident):6.0f} MB")
    else:
        print("  CPU and memory: skipped, this system has no /proc")


def run(name: str, times: int, *arguments: str) -> None:
    took, spent = [], []
    for _ in range(times):
        begun, before = time.perf_counter(), _children()
        subprocess.run(  # noqa: S603 -- ourselves
            [sys.executable, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "TUAN_ENV": "testing"},
        )
        took.append(time.perf_counter() - begun)
        spent.append(_children() - before)
    print(f"{name:<38}{median(took):6.2f} s {median(spent):8.2f} CPU-s")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def imports() -> None:
    """Name the packages whose own lines take longest to import."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import bot.cli.processes"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "TUAN_ENV": "testing"},
    ).stderr
    spent: Counter[str] = Counter()
    for micros, module in IMPORT.findall(told):
        spent[module.partition(".")[0]] += int(micros)
    total = sum(spent.values()) / 1_000_000
    print(f"importing the shop                    {total:6.2f} s, most of it:")
    for package, micros in spent.most_common(WORTH_NAMING):
        print(f"  {package:<36}{micros / 1_000_000:6.2f} s")


def main() -> None:
    parser = ArgumentParser(prog="startup", description="How long it takes to open the shop.")
    parser.add_argument("--times", type=int, default=3)
    times: int = parser.parse_args().times
    run("python -c pass", times, "-c", "pass")
    run("tuan --help", times, "-m", "bot", "--help")
    run("import aiogram", times, "-c", "import aiogram")
    run("import the whole shop", times, "-c", "import bot.cli.processes")
    open_shop(times)
    imports()


if __name__ == "__main__":
    main()
