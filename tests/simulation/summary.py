"""One summary for each database: what really happened in all these days, and how they ended."""

from collections import Counter
from collections.abc import Iterable

from _pytest.reports import TestReport

Days = dict[str, Counter[str]]
HEADINGS = ("rail", "kind", "deal", "order")


def gather(reports: Iterable[TestReport]) -> Days:
    days: Days = {}
    for report in reports:
        day = dict(report.user_properties).get("day")
        if report.when != "call" or not isinstance(day, dict):
            continue
        database = "PostgreSQL" if "postgres" in report.nodeid else "SQLite"
        sums = days.setdefault(database, Counter())
        sums.update(day)
        sums["seeds"] += 1
        sums["clean"] += report.passed
    return days


def lines(days: Days) -> list[str]:
    return [line for database, sums in sorted(days.items()) for line in _of(database, sums)]


def _of(database: str, sums: Counter[str]) -> list[str]:
    seeds, clean = sums.pop("seeds"), sums.pop("clean")
    seconds = sums.pop("seconds")
    verdict = "all clean" if seeds == clean else f"{seeds - clean} NOT CLEAN"
    told = [f"{database}: {seeds} seeds, {verdict}, {seconds / seeds:.1f} s of processor each"]
    for heading in HEADINGS:
        found = {name: n for name, n in sums.items() if name.startswith(f"{heading} ")}
        told.append(f"  {heading}: " + _list({n.partition(" ")[2]: c for n, c in found.items()}))
        for name in found:
            del sums[name]
    return [*told, f"  faults: {_list(sums)}"]


def _list(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()) if count)
