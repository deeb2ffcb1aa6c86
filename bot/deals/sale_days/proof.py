"""The public log of a sale day: who counts, in which order, without a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.deals.proof import BEGINNING, chained
from bot.deals.sale_days.models import SaleDay, SaleDayJoin


@dataclass(frozen=True, slots=True)
class JoinLog:
    """Everybody who counts, and the first line whose digest is not what it should be."""

    sale: SaleDay
    joins: Sequence[SaleDayJoin]

    @property
    def broken_at(self) -> int | None:
        before = BEGINNING
        for nth, join in enumerate(self.joins, start=1):
            if join.nth != nth or join.digest != digest(before, join):
                return nth
            before = join.digest
        return None

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None and len(self.joins) == self.sale.joins


def digest(before: str, join: SaleDayJoin) -> str:
    """SHA-256 over the digest before and the line, as docs/features/deals.md prints it."""
    at = join.at.isoformat(timespec="seconds")
    return chained(before, f"s{join.sale_id}", str(join.nth), join.code, at)
