from dataclasses import dataclass
from datetime import datetime

from bot.catalog.models import MerchantId
from bot.kit.events import Event
from bot.kit.money import Money
from bot.orders.models import OrderId, OrderRefundId, ShipmentId
from bot.payments.models import Purpose
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPaid(Event):
    order_id: OrderId
    buyer_id: PersonId
    merchant_id: MerchantId
    group_id: int | None  # where she bought; None in the private chat
    thread_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPledged(Event):
    """It is paid or promised, and waits for what it awaits.

    ``was_late``: its time to pay had run out. ``held_until``: the money is only held, until then;
    None where it is charged, or a card saved. ``is_charged``: nothing more is to be taken.
    """

    order_id: OrderId
    awaits: Purpose
    buyer_id: PersonId
    was_late: bool
    held_until: datetime | None = None
    is_charged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReleased(Event):
    """What it waited for did not come true; the money is on its way back."""

    order_id: OrderId
    awaits: Purpose
    buyer_id: PersonId
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeCollected(Event):
    """A saved card was charged for it, or its holder paid herself; it waits for the others."""

    order_id: OrderId
    awaits: Purpose
    buyer_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeDeclined(Event):
    """Her saved card was refused; she may pay what is owed herself, for a while."""

    order_id: OrderId
    awaits: Purpose
    buyer_id: PersonId
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeLost(Event):
    """The money that was held for it, or the card saved for it, is gone."""

    order_id: OrderId
    awaits: Purpose
    buyer_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldReturned(Event):
    """Her bank held money that could not be used; it is let go of, and nothing was charged.

    ``sold_out``: else the way of delivery she chose does not go where she lives.
    """

    order_id: OrderId
    buyer_id: PersonId
    sold_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderExpired(Event):
    """Her time to pay ran out and the pieces went back on the shelf."""

    order_id: OrderId
    buyer_id: PersonId
    awaits: Purpose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderShipped(Event):
    order_id: OrderId
    shipment_id: ShipmentId
    buyer_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDelivered(Event):
    order_id: OrderId
    buyer_id: PersonId
    merchant_id: MerchantId


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRefunded(Event):
    order_id: OrderId
    order_refund_id: OrderRefundId
    buyer_id: PersonId
    merchant_id: MerchantId
    money: Money
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePaymentRefunded(Event):
    """Money came for an order that could not take it any more, and it goes back."""

    order_id: OrderId
    buyer_id: PersonId
    money: Money
    sold_out: bool  # else somebody had paid the order already


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerTurnedAway(Event):
    """Somebody wanted to buy from a merchant who cannot take money yet."""

    merchant_id: MerchantId
