"""Seats for many at once: a handful of set statements in one transaction, whoever opened it.

The deal's row is locked first, so its counter, its seats and their ledger always agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalog.models import VariantId
from bot.deals.models import COUNTED, DealId, DealStatus, SeatStatus
from bot.deals.seat_statements import LOCK_DEALS, statements_for
from bot.people.models import PersonId


class Wish(NamedTuple):
    """Somebody wants a seat. The same ``key`` takes pieces once, however often it comes."""

    deal_id: DealId
    person_id: PersonId
    key: str
    pieces: int | None = None  # None: what she has already, or one
    wanted: int | None = None  # of cases: what she asks for, where ``pieces`` is the most
    variant_id: VariantId | None = None
    group_id: int | None = None
    thread_id: int | None = None
    may_wait: bool = False  # in the queue, where no seat is free


class Outcome(StrEnum):
    HELD = "held"
    FEWER = "fewer"  # she has more: giving back lets others move up, which is not done here
    WAITING = "waiting"
    ALREADY_PAID = "already-paid"
    TEAM_FIRST = "team-first"
    FULL = "full"
    TOO_MANY = "too-many"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Answer(NamedTuple):
    outcome: Outcome
    pieces: int = 0
    room: int | None = None  # pieces left after this; None: no end of them
    most: int = 0  # pieces one person may have, where she wanted more


@dataclass(slots=True)
class _State:
    """A deal while its seats are given out."""

    deal_id: DealId
    per_person: int
    cap: int | None
    taken: int
    is_open: bool
    lets_teams_form: bool  # its seats are in its teams

    @property
    def room(self) -> int | None:
        return None if self.cap is None else self.cap - self.taken

    def has_room(self, pieces: int) -> bool:
        return self.cap is None or self.taken + pieces <= self.cap


@dataclass(slots=True)
class _Row:
    """A seat as it stands, or as it will be written."""

    id: int | None
    status: SeatStatus
    pieces: int
    variant_id: VariantId | None = None
    wish: Wish | None = None  # the last one that changed it


class _Sheet:
    """What one batch reads, decides and writes."""

    def __init__(
        self,
        deals: dict[DealId, _State],
        rows: dict[tuple[DealId, PersonId], _Row],
        known_keys: frozenset[str],
    ) -> None:
        self.deals = deals
        self.rows = rows
        self.movements: dict[str, tuple[Wish, int]] = {}
        self._known = known_keys

    def decide(self, wish: Wish) -> Answer:
        deal = self.deals.get(wish.deal_id)
        if deal is None:
            return Answer(Outcome.UNKNOWN)
        row = self.rows.get((wish.deal_id, wish.person_id))
        if row and row.status in COUNTED:
            return Answer(Outcome.ALREADY_PAID, row.pieces, deal.room)
        if not deal.is_open:
            return Answer(Outcome.CLOSED)
        if deal.lets_teams_form:
            return Answer(Outcome.TEAM_FIRST)
        return self._seat(wish, deal, row)

    def _seat(self, wish: Wish, deal: _State, row: _Row | None) -> Answer:
        held = row.pieces if row and row.status is SeatStatus.HELD else 0
        pieces = wish.pieces or held or (row.pieces if row else 1)
        if not 0 < pieces <= deal.per_person:
            return Answer(Outcome.TOO_MANY, held, deal.room, deal.per_person)
        if wish.key in self._known or wish.key in self.movements:
            # It was done before, and she may have left since: nothing is taken twice.
            return Answer(Outcome.HELD if held else Outcome.CLOSED, held, deal.room)

        if pieces < held:
            return Answer(Outcome.FEWER, held, deal.room)
        if not deal.has_room(pieces - held):
            return self._queue(wish, deal, row, pieces, held)
        if pieces != held:
            self.movements[wish.key] = (wish, pieces - held)
            deal.taken += pieces - held
        if pieces != held or (wish.variant_id and row and wish.variant_id != row.variant_id):
            # Else it is hers already, and tapping again makes it hers no longer.
            self._write(wish, row, SeatStatus.HELD, pieces)
        return Answer(Outcome.HELD, pieces, deal.room)

    def _queue(self, wish: Wish, deal: _State, row: _Row | None, pieces: int, held: int) -> Answer:
        if held or not wish.may_wait:
            return Answer(Outcome.FULL, held, deal.room)
        self._write(wish, row, SeatStatus.WAITING, pieces)
        return Answer(Outcome.WAITING, pieces, deal.room)

    def _write(self, wish: Wish, row: _Row | None, status: SeatStatus, pieces: int) -> None:
        place = (wish.deal_id, wish.person_id)
        variant_id = wish.variant_id or (row.variant_id if row else None)
        self.rows[place] = _Row(row.id if row else None, status, pieces, variant_id, wish)


async def seat(
    connection: AsyncConnection,
    wishes: Sequence[Wish],
    *,
    at: datetime,
    until: datetime,
    keys_may_be_elsewhere: bool = False,
) -> list[Answer]:
    """Give seats in the order of ``wishes``, each held ``until``. The caller commits.

    ``keys_may_be_elsewhere``: a wish told again may mean another deal now, as a new team is one.
    """
    sheet = await _read(connection, wishes, at, asks_all_keys=keys_may_be_elsewhere)
    answers = [sheet.decide(wish) for wish in wishes]
    await _write(connection, sheet, at, until)
    return answers


async def seat_one(
    connection: AsyncConnection, wish: Wish, *, at: datetime, until: datetime
) -> Answer:
    (answer,) = await seat(connection, [wish], at=at, until=until, keys_may_be_elsewhere=True)
    return answer


async def _read(
    connection: AsyncConnection, wishes: Sequence[Wish], at: datetime, *, asks_all_keys: bool
) -> _Sheet:
    say = statements_for(connection.dialect.name)
    deals = await connection.execute(
        LOCK_DEALS, {"deals": sorted({wish.deal_id for wish in wishes})}
    )
    states = {
        DealId(number): _State(
            deal_id=DealId(number),
            per_person=per_person,
            cap=cap,
            taken=taken,
            is_open=status is DealStatus.OPEN and at < closes_at,
            lets_teams_form=lets_teams_form,
        )
        for number, status, closes_at, per_person, cap, taken, lets_teams_form in deals
    }
    asked = list({(wish.deal_id, wish.person_id) for wish in wishes})
    seats = await connection.execute(say.find_seats, say.asked.parameters(asked))
    rows = {
        (deal_id, person_id): _Row(number, status, pieces, variant_id)
        for number, deal_id, person_id, status, pieces, variant_id in seats
    }
    # Whoever has no seat yet has no movement here either, so her key is new.
    asked_before = [
        (wish.key,) for wish in wishes if asks_all_keys or (wish.deal_id, wish.person_id) in rows
    ]
    return _Sheet(states, rows, await _known_keys(connection, asked_before))


async def _known_keys(connection: AsyncConnection, keys: Sequence[tuple[str]]) -> frozenset[str]:
    if not keys:
        return frozenset()
    say = statements_for(connection.dialect.name)
    found = await connection.execute(say.find_keys, say.keys.parameters(keys))
    return frozenset(found.scalars())


async def _write(connection: AsyncConnection, sheet: _Sheet, at: datetime, until: datetime) -> None:
    say = statements_for(connection.dialect.name)
    moments = {"at": at, "until": until}
    changed = [row for row in sheet.rows.values() if row.wish is not None]
    fresh = [_cells(row) for row in changed if row.id is None]
    known = [_cells(row) for row in changed if row.id is not None]
    if fresh:
        await connection.execute(say.insert_seats, {**say.seats.parameters(fresh), **moments})
    if known:
        await connection.execute(say.update_seats, {**say.seats.parameters(known), **moments})
    if sheet.movements:
        moved = [
            (wish.deal_id, wish.person_id, pieces, key)
            for key, (wish, pieces) in sheet.movements.items()
        ]
        await connection.execute(say.insert_movements, {**say.moved.parameters(moved), "at": at})
        taken = [
            (number, sheet.deals[number].taken) for number in sorted({row[0] for row in moved})
        ]
        await connection.execute(say.update_deals, say.taken.parameters(taken))


def _cells(row: _Row) -> tuple[object, ...]:
    """One row as ``seat_statements`` reads it."""
    assert row.wish is not None  # noqa: S101 -- only rows with a wish are written
    wish = row.wish
    return (
        wish.deal_id,
        wish.person_id,
        wish.group_id,
        wish.thread_id,
        row.variant_id,
        row.pieces,
        wish.wanted or row.pieces,
        row.status.value,
        row.id,
    )
