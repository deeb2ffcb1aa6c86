"""What ``seating`` says to the database: the rows of all travel in one parameter each."""

from typing import Any

import sqlalchemy as sa

from bot.deals.models import Deal, DealKind, Seat, SeatMovement, SeatStatus
from bot.kit.json_rows import JsonRows

_ASKED = JsonRows("asked")  # deal, person, key
_SEATS = JsonRows("seats")  # deal, person, group, thread, variant, quantity, wanted, status, seat
_MOVED = JsonRows("moved")  # deal, person, pieces, key
_TAKEN = JsonRows("taken")  # deal, pieces

_AT = sa.bindparam("at", type_=Seat.taken_at.type)
_UNTIL = sa.bindparam("until", type_=Seat.until.type)
_IS_HELD = _SEATS.text(7) == SeatStatus.HELD.value
_COLUMNS: dict[str, sa.ColumnElement[Any]] = {
    "deal_id": _SEATS.number(0),
    "person_id": _SEATS.number(1),
    "group_id": _SEATS.number(2),
    "thread_id": _SEATS.number(3),
    "variant_id": _SEATS.number(4),
    "quantity": _SEATS.number(5),
    "wanted": _SEATS.number(6),
    "status": _SEATS.text(7),
    "until": sa.case((_IS_HELD, _UNTIL)),
    "queued_at": sa.case((~_IS_HELD, _AT)),
    "taken_at": _AT,
}

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
FIND_SEATS = sa.select(
    Seat.id, Seat.deal_id, Seat.person_id, Seat.status, Seat.quantity, Seat.variant_id
).join_from(
    _ASKED.table, Seat, (Seat.deal_id == _ASKED.number(0)) & (Seat.person_id == _ASKED.number(1))
)
FIND_KEYS = sa.select(SeatMovement.key).join_from(
    _ASKED.table, SeatMovement, SeatMovement.key == _ASKED.text(2)
)
INSERT_SEATS = sa.insert(Seat).from_select(
    [*_COLUMNS], sa.select(*_COLUMNS.values()).select_from(_SEATS.table)
)
# Tapping again loses nobody her place.
_STILL_QUEUED = sa.case((~_IS_HELD, sa.func.coalesce(Seat.queued_at, _AT)))
UPDATE_SEATS = (
    sa.update(Seat)
    .where(Seat.id == _SEATS.number(8))
    .values(_COLUMNS | {"queued_at": _STILL_QUEUED})
)
INSERT_MOVEMENTS = sa.insert(SeatMovement).from_select(
    ["deal_id", "person_id", "pieces", "key", "at"],
    sa.select(
        _MOVED.number(0), _MOVED.number(1), _MOVED.number(2), _MOVED.text(3), _AT
    ).select_from(_MOVED.table),
)
UPDATE_DEALS = sa.update(Deal).where(Deal.id == _TAKEN.number(0)).values(taken=_TAKEN.number(1))
