from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.catalog.errors import SoldOut, VariantGone
from bot.catalog.stock import StockService
from bot.catalog.stock.models import MovementReason
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.orders.contacts import Contacts
from bot.orders.delivery import Delivery, DeliveryService
from bot.orders.errors import DeliveryMissing, NoDelivery, OrderClosed
from bot.orders.events import (
    HoldReturned,
    LatePaymentRefunded,
    OrderExpired,
    OrderPledged,
    PledgeCollected,
    PledgeDeclined,
    PledgeLost,
)
from bot.orders.models import Order, OrderId, OrderStatus
from bot.orders.pricing import Pricing
from bot.orders.repository import OrderRepository
from bot.orders.sold import sell
from bot.payments.events import Contact
from bot.payments.holds.service import HoldService
from bot.payments.models import PaymentId, Purpose, Rail
from bot.payments.refunding import RefundService
from bot.payments.service import PaymentService
from bot.people.service import PeopleService

A_MOMENT = timedelta(minutes=1)  # between keeping pieces back and selling them, in one transaction


class PayingService:
    """What an order does when its payment is asked about, made, or too late."""

    def __init__(
        self,
        *,
        orders: OrderRepository,
        pricing: Pricing,
        delivery: DeliveryService,
        contacts: Contacts,
        stock: StockService,
        payments: PaymentService,
        refunds: RefundService,
        holds: HoldService,
        people: PeopleService,
        events: Events,
        clock: Clock,
    ) -> None:
        self._orders = orders
        self._pricing = pricing
        self._delivery = delivery
        self._contacts = contacts
        self._stock = stock
        self._payments = payments
        self._refunds = refunds
        self._holds = holds
        self._people = people
        self._events = events
        self._clock = clock

    async def approve(
        self,
        order_id: OrderId,
        payment_id: PaymentId,
        *,
        shipping_code: str | None,
        contact: Contact,
        is_paid: bool,
    ) -> None:
        """Learn where the order goes, and refuse what cannot be kept, unless it ``is_paid``.

        Raises OrderClosed, ProductGone, OrderPriceChanged, DeliveryMissing, NoDelivery.
        """
        order = await self._orders.lock(order_id)
        if not is_paid:
            if not order.can_be_paid:
                raise OrderClosed(number=order.number)
            if order.awaits is None:  # else its price is a promise made with others
                await self._pricing.refuse_changed(order)

        if order.needs_shipping:
            delivery = await self._chosen(order, shipping_code, contact, is_paid=is_paid)
            if delivery is not None:
                order.shipping_code, order.shipping_title = delivery.code, delivery.title
                order.shipping_titles = dict(delivery.titles)
                order.shipping_minor = delivery.price.minor
        order.contact = self._contacts.seal(contact)
        await self._payments.reprice(payment_id, order.total)

    async def count_paid(self, order_id: OrderId, payment_id: PaymentId, money: Money) -> None:
        """The money is there. Honour it while pieces are left, even late; else give it back."""
        order = await self._orders.lock(order_id)
        if order.payment_id == payment_id and order.awaits is not None:
            if order.status is OrderStatus.PLEDGED:
                await self._count_promised(order, order.awaits, payment_id)
                return
            if order.status is OrderStatus.RELEASED:
                await self._come_back(order, order.awaits, payment_id, money)
                return
        if order.has_its_money:
            await self._return(order, payment_id, money, sold_out=False)
            return
        if not await self._stock.take_late(order.stock_key):
            await self._return(order, payment_id, money, sold_out=True)
            return

        order.payment_id = payment_id
        if order.awaits is None:
            await sell(order, self._events, self._clock.now())
            return
        await self._pledge(order, order.awaits, is_charged=True)

    async def count_held(
        self, order_id: OrderId, payment_id: PaymentId, held_until: datetime | None
    ) -> None:
        """Her bank holds the money. What cannot be honoured is let go at once, uncharged."""
        order = await self._orders.lock(order_id)
        if order.awaits is None or order.has_its_money:
            await self._holds.let_go(payment_id)
            return
        if not await self._stock.take_late(order.stock_key):
            await self._holds.let_go(payment_id)
            await self._events.publish(
                HoldReturned(order_id=order.id, buyer_id=order.buyer_id, sold_out=True)
            )
            return
        order.payment_id = payment_id
        await self._pledge(order, order.awaits, held_until=held_until)

    async def decline(self, order_id: OrderId, money: Money) -> None:
        """Her saved card was refused: what waits for her order decides how long she may pay."""
        order = await self._orders.lock(order_id)
        if order.status is OrderStatus.PLEDGED and order.awaits is not None:
            await self._events.publish(
                PledgeDeclined(
                    order_id=order.id, awaits=order.awaits, buyer_id=order.buyer_id, money=money
                )
            )

    async def turn_away(self, order_id: OrderId) -> None:
        """What she chose on the page does not fit: nothing is charged, and she may try again."""
        order = await self._orders.lock(order_id)
        await self._events.publish(
            HoldReturned(order_id=order.id, buyer_id=order.buyer_id, sold_out=False)
        )

    async def lose(self, order_id: OrderId) -> None:
        """Her bank let go of the money before it was taken: the pieces are free again."""
        order = await self._orders.lock(order_id)
        if order.status is not OrderStatus.PLEDGED or order.awaits is None:
            return
        await self._stock.put_back(
            order.quantities, key=f"order-{order.id}-lost", reason=MovementReason.RETURNED
        )
        order.move(OrderStatus.RELEASED)
        await self._events.publish(
            PledgeLost(order_id=order.id, awaits=order.awaits, buyer_id=order.buyer_id)
        )

    async def _count_promised(self, order: Order, awaits: Purpose, payment_id: PaymentId) -> None:
        """It was held until now, and is sold; what saved cards paid waits for the others' cards."""
        payment = await self._payments.get(payment_id)
        if payment.rail is not Rail.STRIPE_LATER:
            await sell(order, self._events, self._clock.now())
            return
        await self._events.publish(
            PledgeCollected(order_id=order.id, awaits=awaits, buyer_id=order.buyer_id)
        )

    async def _come_back(
        self, order: Order, awaits: Purpose, payment_id: PaymentId, money: Money
    ) -> None:
        """She paid after her pieces had gone back on the shelf."""
        key = f"{order.stock_key}-again"
        until = self._clock.now() + A_MOMENT
        try:
            await self._stock.reserve(order.quantities, key=key, until=until)
        except (SoldOut, VariantGone):
            await self._return(order, payment_id, money, sold_out=True)
            return
        await self._stock.take(key)
        await self._pledge(order, awaits, is_charged=True)

    async def _pledge(
        self,
        order: Order,
        awaits: Purpose,
        *,
        held_until: datetime | None = None,
        is_charged: bool = False,
    ) -> None:
        was_late = order.status is not OrderStatus.RESERVED
        order.move(OrderStatus.PLEDGED)
        await self._events.publish(
            OrderPledged(
                order_id=order.id,
                awaits=awaits,
                buyer_id=order.buyer_id,
                was_late=was_late,
                held_until=held_until,
                is_charged=is_charged,
            )
        )

    async def overdue(self, limit: int) -> Sequence[OrderId]:
        """Tell which orders hold pieces for a payment that nobody waits for any more."""
        return await self._orders.overdue(self._clock.now(), limit)

    async def expire(self, order_id: OrderId) -> None:
        """Her time to pay ran out; somebody else may have the pieces."""
        order = await self._orders.lock(order_id)
        if order.status is not OrderStatus.RESERVED:
            return
        if self._clock.now() < order.deadline or await self._is_asked_for(order):
            return  # she asked again in the meantime, with another payment
        await self._stock.release(order.stock_key)
        order.move(OrderStatus.EXPIRED)
        await self._events.publish(
            OrderExpired(order_id=order.id, buyer_id=order.buyer_id, awaits=order.awaits)
        )

    async def _is_asked_for(self, order: Order) -> bool:
        payments = await self._payments.of_purpose(order.purpose)
        return any(payment.is_waiting for payment in payments)

    async def _chosen(
        self, order: Order, code: str | None, contact: Contact, *, is_paid: bool
    ) -> Delivery | None:
        country = contact.address.country if contact.address else ""
        if not (code and country):
            if is_paid:
                return None
            raise DeliveryMissing
        buyer = await self._people.get(order.buyer_id)
        try:
            ways = await self._delivery.ways(order, country, language=buyer.language)
        except NoDelivery:
            if not is_paid:
                raise
            ways = ()  # its merchant goes there no more: that is learned, not refused
        found = next((way for way in ways if way.code == code), None)
        if found is None and not is_paid:
            raise DeliveryMissing
        return found

    async def _return(
        self, order: Order, payment_id: PaymentId, money: Money, *, sold_out: bool
    ) -> None:
        await self._refunds.refund(
            payment_id,
            key=f"order-{order.id}-late-{payment_id}",
            reason="sold-out" if sold_out else "paid-already",
        )
        await self._events.publish(
            LatePaymentRefunded(
                order_id=order.id, buyer_id=order.buyer_id, money=money, sold_out=sold_out
            )
        )
