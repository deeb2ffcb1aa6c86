"""The public log of a deal's seats: nobody can be invented in it, and no line changed later."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from bot.deals.models import Deal, DealId, ProofEntry, ProofKind, Seat
from bot.deals.repository import DealRepository
from bot.kit.clock import Clock

BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Proof:
    """A deal's log, and the first line whose digest is not what it should be."""

    deal: Deal
    entries: Sequence[ProofEntry]
    broken_at: int | None

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """What is written down; a seat that the merchant gives has neither number nor code."""

    kind: ProofKind
    pieces: int
    seat_number: int = 0
    code: str = ""


def of_seat(kind: ProofKind, seat: Seat) -> ProofLine:
    return ProofLine(
        kind=kind, pieces=seat.quantity, seat_number=seat.number or 0, code=seat.code or ""
    )


def new_code() -> str:
    """A short code that says nothing about its shopper: she alone is told which is hers."""
    return secrets.token_hex(4)


class ProofLog:
    def __init__(self, deals: DealRepository, clock: Clock) -> None:
        self._deals = deals
        self._clock = clock

    async def write(self, deal: Deal, lines: Sequence[ProofLine]) -> None:
        """Add lines. The caller holds the deal's lock, so they follow one another."""
        last = await self._deals.last_proof(deal.id)
        nth, before = (last.nth, last.digest) if last else (0, BEGINNING)
        for line in lines:
            nth += 1
            entry = ProofEntry(
                deal_id=deal.id,
                nth=nth,
                kind=line.kind,
                seat_number=line.seat_number,
                pieces=line.pieces,
                code=line.code,
                at=self._clock.now(),
            )
            entry.digest = before = digest(before, entry)
            self._deals.add(entry)
        await self._deals.flush()

    async def read(self, deal_id: DealId) -> Proof:
        deal = await self._deals.get(deal_id)
        entries = await self._deals.proof(deal_id)
        return Proof(deal, entries, broken_line(entries))


def digest(before: str, entry: ProofEntry) -> str:
    """SHA-256 over the digest before and the line, as docs/features/deals.md prints it."""
    return chained(
        before,
        str(entry.deal_id),
        str(entry.nth),
        entry.kind.value,
        str(entry.seat_number),
        str(entry.pieces),
        entry.code,
        entry.at.isoformat(timespec="seconds"),
    )


def chained(*facts: str) -> str:
    """Bind a line of a log to the one before: its digest is the first of the facts."""
    return hashlib.sha256("|".join(facts).encode()).hexdigest()


def broken_line(entries: Sequence[ProofEntry]) -> int | None:
    """Tell the first line that does not follow from the ones before it."""
    before = BEGINNING
    for nth, entry in enumerate(entries, start=1):
        if entry.nth != nth or entry.digest != digest(before, entry):
            return nth
        before = entry.digest
    return None
