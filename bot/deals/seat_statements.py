"""What ``seating`` says to the database: as many statements for one person as for thousands."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.deals.models import Deal, DealKind, Seat, SeatMovement, SeatStatus
from bot.kit.many_rows import rows_of

_AT = sa.bindparam("at", type_=Seat.taken_at.type)
_UNTIL = sa.bindparam("until", type_=Seat.until.type)
_LETS_TEAMS_FORM = (Deal.kind == DealKind.TEAM) & Deal.parent_id.is_(None)

LOCK_DEALS = (
    sa.select(
        Deal.id,
        Deal.status,
        Deal.closes_at,
        Deal.per_person,
        Deal.cap,
        Deal.taken,
        _LETS_TEAMS_FORM.label("lets_teams_form"),
    )
    .where(Deal.id.in_(sa.bindparam("deals", expanding=True)))
    .order_by(Deal.id)
    .with_for_update(key_share=True)
)


class SeatStatements:
    """Those whose rows travel as each database likes them best."""

    def __init__(self, dialect: str) -> None:
        rows = rows_of(dialect)
        # deal, person
        self.asked = rows("asked", int, int)
        # key
        self.keys = rows("keys", str)
        # deal, person, group, thread, variant, quantity, wanted, status, seat
        self.seats = rows("seats", int, int, int, int, int, int, int, str, int)
        # deal, person, pieces, key
        self.moved = rows("moved", int, int, int, str)
        # deal, pieces
        self.taken = rows("taken", int, int)

        self.find_seats = self._find_seats()
        self.find_keys = sa.select(SeatMovement.key).join_from(
            self.keys.table, SeatMovement, SeatMovement.key == self.keys.cell(0)
        )
        self.insert_seats = self._insert_seats()
        self.update_seats = self._update_seats()
        self.insert_movements = self._insert_movements()
        self.update_deals = (
            sa.update(Deal)
            .where(Deal.id == self.taken.cell(0))
            .values(taken=self.taken.cell(1))
            .execution_options(synchronize_session=False)
        )

    def _find_seats(self) -> sa.Select[*tuple[Any, ...]]:
        return sa.select(
            Seat.id, Seat.deal_id, Seat.person_id, Seat.status, Seat.quantity, Seat.variant_id
        ).join_from(
            self.asked.table,
            Seat,
            (Seat.deal_id == self.asked.cell(0)) & (Seat.person_id == self.asked.cell(1)),
        )

    def _insert_seats(self) -> sa.Insert:
        columns = self._columns()
        return sa.insert(Seat).from_select(
            [*columns], sa.select(*columns.values()).select_from(self.seats.table)
        )

    def _update_seats(self) -> sa.Update:
        # Tapping again loses nobody her place.
        still_queued = sa.case((~self._is_held, sa.func.coalesce(Seat.queued_at, _AT)))
        return (
            sa.update(Seat)
            .where(Seat.id == self.seats.cell(8))
            .values(self._columns() | {"queued_at": still_queued})
            .execution_options(synchronize_session=False)
        )

    def _insert_movements(self) -> sa.Insert:
        cells = [self.moved.cell(nth) for nth in range(4)]
        return sa.insert(SeatMovement).from_select(
            ["deal_id", "person_id", "pieces", "key", "at"],
            sa.select(*cells, _AT).select_from(self.moved.table),
        )

    def _columns(self) -> dict[str, sa.ColumnElement[Any]]:
        cell = self.seats.cell
        return {
            "deal_id": cell(0),
            "person_id": cell(1),
            "group_id": cell(2),
            "thread_id": cell(3),
            "variant_id": cell(4),
            "quantity": cell(5),
            "wanted": cell(6),
            "status": cell(7),
            "until": sa.case((self._is_held, _UNTIL)),
            "queued_at": sa.case((~self._is_held, _AT)),
            "taken_at": _AT,
        }

    @property
    def _is_held(self) -> sa.ColumnElement[bool]:
        return self.seats.cell(7) == SeatStatus.HELD.value


@cache
def statements_for(dialect: str) -> SeatStatements:
    return SeatStatements(dialect)
