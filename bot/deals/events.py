from dataclasses import dataclass

from bot.deals.models import DealId, SeatId
from bot.groups.models import GroupId
from bot.kit.events import Event
from bot.orders.models import OrderId
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealOpened(Event):
    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealChanged(Event):
    """Something on its card is different now."""

    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealExtended(Event):
    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealEndsSoon(Event):
    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPaid(Event):
    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalReached(Event):
    """Nobody loses it any more; others may still join until it closes."""

    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatOffered(Event):
    """Somebody left, and the first who waited may have the seat."""

    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGivenBack(Event):
    """A paid seat is free again, and its money on the way back.

    ``is_lost``: her bank let go of the money before it was taken.
    """

    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId
    is_lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidTooLate(Event):
    """Money came after the end, or when all seats were gone; it is on its way back."""

    deal_id: DealId
    person_id: PersonId
    order_id: OrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldTooShort(Event):
    """Her bank holds the money not long enough for this deal; it is let go, uncharged."""

    deal_id: DealId
    person_id: PersonId
    order_id: OrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealSucceeded(Event):
    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealFailed(Event):
    deal_id: DealId
    cancelled: bool  # by its merchant


@dataclass(frozen=True, slots=True, kw_only=True)
class DealSettled(Event):
    """Every seat of it has its order, or its money on the way back."""

    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupLeaderFound(Event):
    """Somebody hands the goods out in a group; nobody does any more where there is no person."""

    deal_id: DealId
    group_id: GroupId
    person_id: PersonId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PickedUp(Event):
    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId
