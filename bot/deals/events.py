from dataclasses import dataclass
from datetime import datetime

from bot.deals.models import DealId, SeatId
from bot.groups.models import GroupId
from bot.kit.events import Event
from bot.kit.money import Money
from bot.orders.models import OrderId
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealOpened(Event):
    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWanted(Event):
    """Its card shall appear in this group, where it stands no more or never did."""

    deal_id: DealId
    group_id: GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRefused(Event):
    """A group would not take its card: the bot lacks the right, or is out."""

    deal_id: DealId
    group_id: GroupId


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

    ``is_lost``: her bank let go of the money before it was taken. ``is_dropped``: her saved card
    was refused, and she did not pay in time. ``charged``: what her saved card was charged.
    """

    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId
    is_lost: bool = False
    is_dropped: bool = False
    charged: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DealCollecting(Event):
    """Enough have joined: saved cards are being charged, and what comes of that decides."""

    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCharging(Event):
    """Her saved card is about to be charged."""

    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCollected(Event):
    """Her money is there. ``was_declined``: she paid herself what her card was refused for."""

    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId
    was_declined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatDeclined(Event):
    """Her saved card was refused; she may pay herself for a while. Told again as a reminder."""

    deal_id: DealId
    seat_id: SeatId
    person_id: PersonId
    until: datetime
    is_reminder: bool = False


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
