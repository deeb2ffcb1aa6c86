from collections.abc import Mapping
from dataclasses import dataclass

from bot.catalog.repository import MerchantRepository
from bot.catalog.stock import StockService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.orders.errors import (
    CannotRefund,
    NothingChosen,
    RefundedMeanwhile,
    UnknownOrder,
)
from bot.orders.events import OrderRefunded
from bot.orders.models import (
    Order,
    OrderId,
    OrderLineId,
    OrderRefund,
    OrderRefundLine,
    OrderStatus,
)
from bot.orders.repository import OrderRepository
from bot.payments.models import PaymentId, RefundId
from bot.payments.refunding import RefundService
from bot.payments.service import PaymentService
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a merchant takes back: so many pieces of each line, and perhaps the postage."""

    lines: Mapping[OrderLineId, int]
    with_shipping: bool
    restock: bool


def everything(order: Order, *, restock: bool) -> Returned:
    return Returned(
        lines={line.id: line.kept for line in order.lines if line.kept},
        with_shipping=True,
        restock=restock,
    )


def worth(order: Order, returned: Returned) -> Money:
    """Tell how much goes back. Pure: the merchant sees it before confirming."""
    minor = sum(line.price_minor * returned.lines.get(line.id, 0) for line in order.lines)
    if returned.with_shipping and not order.shipping_refunded:
        minor += order.shipping_minor
    return Money(minor, order.currency)


class RefundingService:
    def __init__(
        self,
        *,
        orders: OrderRepository,
        merchants: MerchantRepository,
        stock: StockService,
        payments: PaymentService,
        refunds: RefundService,
        events: Events,
        clock: Clock,
    ) -> None:
        self._orders = orders
        self._merchants = merchants
        self._stock = stock
        self._payments = payments
        self._refunds = refunds
        self._events = events
        self._clock = clock

    async def refund(
        self, order_id: OrderId, returned: Returned, *, by: PersonId, nth: int
    ) -> Order:
        """Give money back for pieces, once for every ``nth``: the how-manieth refund it is.

        Raises CannotRefund, NothingChosen, RefundedMeanwhile, OnlyWholeRefunds (Stars).
        """
        order = await self._orders.get(order_id)
        if not await self._merchants.is_staff(order.merchant_id, by):
            raise UnknownOrder
        payment_id = order.payment_id
        if payment_id is None:
            raise CannotRefund(number=order.number)
        # The payment's lock comes first, as it does when money arrives.
        await self._payments.lock(payment_id)
        order = await self._orders.lock(order_id)
        if len(order.refunds) > nth:
            return order  # a second tap
        money = _checked(order, returned)

        refund = await self._refunds.refund(
            payment_id, money, key=f"order-{order.id}-refund-{nth}", reason="merchant"
        )
        done = _write_down(order, returned, money)
        done.refund_id, done.by_id, done.created_at = refund.id, by, self._clock.now()
        await self._orders.flush()
        if returned.restock and returned.lines:
            await self._put_back(order, returned, nth)
        await self._tell(order, done)
        return order

    async def count_outside(
        self, order_id: OrderId, payment_id: PaymentId, refund_id: RefundId, money: Money
    ) -> None:
        """Write down what was given back elsewhere: of which pieces is known only if of all."""
        order = await self._orders.lock(order_id)
        if order.payment_id != payment_id or not order.can_be_refunded:
            return
        part = Returned(lines={}, with_shipping=False, restock=False)
        returned = everything(order, restock=False) if money == order.left else part
        done = _write_down(order, returned, money)
        done.refund_id, done.created_at = refund_id, self._clock.now()
        await self._orders.flush()
        await self._tell(order, done)

    async def _put_back(self, order: Order, returned: Returned, nth: int) -> None:
        variants = {line.id: line.variant_id for line in order.lines}
        await self._stock.put_back(
            {variants[line_id]: quantity for line_id, quantity in returned.lines.items()},
            key=f"order-{order.id}-refund-{nth}",
        )

    async def _tell(self, order: Order, done: OrderRefund) -> None:
        await self._events.publish(
            OrderRefunded(
                order_id=order.id,
                order_refund_id=done.id,
                buyer_id=order.buyer_id,
                merchant_id=order.merchant_id,
                money=done.money,
                whole=order.status is OrderStatus.REFUNDED,
            )
        )


def _checked(order: Order, returned: Returned) -> Money:
    if not order.can_be_refunded:
        raise CannotRefund(number=order.number)
    kept = {line.id: line.kept for line in order.lines}
    if any(quantity <= 0 for quantity in returned.lines.values()):
        raise NothingChosen
    if any(quantity > kept.get(line_id, 0) for line_id, quantity in returned.lines.items()):
        raise RefundedMeanwhile(number=order.number)
    money = worth(order, returned)
    if not money:
        raise NothingChosen
    return money


def _write_down(order: Order, returned: Returned, money: Money) -> OrderRefund:
    done = OrderRefund(
        money=money,
        with_shipping=returned.with_shipping and not order.shipping_refunded,
        restocked=returned.restock,
        lines=[
            OrderRefundLine(order_line_id=line_id, quantity=quantity)
            for line_id, quantity in returned.lines.items()
        ],
    )
    for line in order.lines:
        line.refunded_quantity += returned.lines.get(line.id, 0)
    order.shipping_refunded = order.shipping_refunded or returned.with_shipping
    order.refunds.append(done)
    if not order.left:
        order.move(OrderStatus.REFUNDED)
    return done
