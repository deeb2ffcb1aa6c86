"""Orders that wait for something to come true: paid by many, sold to all of them or to nobody."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalog.models import VariantId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.catalog.stock import StockService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.orders.buying import ToPay, refuse_without_terms
from bot.orders.events import OrderReleased
from bot.orders.models import Order, OrderId, OrderStatus, Origin
from bot.orders.paying_page import PayingPages
from bot.orders.pricing import Pricing
from bot.orders.repository import OrderRepository
from bot.orders.settings import OrderSettings
from bot.orders.sold import sell
from bot.payments.errors import PaymentTooLate
from bot.payments.hold_models import HoldId
from bot.payments.holds.service import HoldService
from bot.payments.models import PayeeId, Payment, Purpose, Rail
from bot.payments.refunding import RefundService, Wish
from bot.payments.service import PaymentService
from bot.people.models import Person


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """What is owed, and the page on which it can be paid."""

    money: Money
    page: HoldId


def as_paid(price: Money) -> Money:
    return price


@dataclass(frozen=True, slots=True)
class Honour:
    """To sell so many pieces of an order; ``price`` is what one costs, of what was paid for it."""

    order_id: OrderId
    quantity: int
    price: Callable[[Money], Money] = as_paid


class PledgingService:
    """Takes money for a promise, and turns it into a sale or gives it back.

    ``honour_all`` and ``release`` may be repeated; payments' locks come before their orders'.
    """

    def __init__(
        self,
        *,
        orders: OrderRepository,
        catalog: CatalogService,
        merchants: MerchantRepository,
        pricing: Pricing,
        stock: StockService,
        payments: PaymentService,
        refunds: RefundService,
        holds: HoldService,
        pages: PayingPages,
        events: Events,
        clock: Clock,
        settings: OrderSettings,
    ) -> None:
        self._orders = orders
        self._catalog = catalog
        self._merchants = merchants
        self._pricing = pricing
        self._stock = stock
        self._payments = payments
        self._refunds = refunds
        self._holds = holds
        self._pages = pages
        self._events = events
        self._clock = clock
        self._settings = settings

    async def reserve(
        self,
        buyer: Person,
        variant_id: VariantId,
        *,
        quantity: int,
        price: Money,
        awaits: Purpose,
        origin: Origin,
        needs_shipping: bool,
        promised_by: Rail | None = None,
        way: str | None = None,
    ) -> ToPay:
        """Hold pieces at a price agreed with others, until she has paid.

        ``promised_by``: on a hosted page, by a hold or a saved card, charged when it comes true;
        ``way`` of delivery is what she chose before a page that saves a card.

        Raises TermsNotAccepted, SoldOut, ProductGone, NoGatewayAccount, WayMissing.
        """
        refuse_without_terms(buyer)
        await self._orders.lock_buyer(buyer.id)
        variant = await self._catalog.get_variant_for_sale(variant_id)
        line = self._pricing.line(variant, quantity, price.currency, buyer.language)
        line.price = price
        now = self._clock.now()
        order = Order(
            buyer_id=buyer.id,
            merchant_id=variant.product.merchant_id,
            origin=origin,
            currency=price.currency,
            status=OrderStatus.RESERVED,
            needs_shipping=needs_shipping,
            awaits_kind=awaits.kind,
            awaits_id=awaits.id,
            shipping_minor=0,
            lines=[line],
            shipments=[],
            refunds=[],
            created_at=now,
            reserved_until=now + self._settings.hold,
        )
        await self._orders.add(order)
        await self._stock.reserve(
            order.quantities,
            key=order.stock_key,
            until=order.deadline + self._settings.slack,
            language=buyer.language,
        )
        return await self.ask(order, promised_by=promised_by, way=way)

    async def ask(
        self, order: Order, *, promised_by: Rail | None = None, way: str | None = None
    ) -> ToPay:
        """Give the payment that waits for an order: the same one, however often it is asked."""
        payment = await self._payments.request(
            order.buyer_id,
            order.goods,
            order.purpose,
            payee_id=PayeeId(order.merchant_id),
            expires_at=order.deadline,
            promised_by=promised_by,
        )
        if promised_by is not None:
            await self._pages.ask(order, payment, way=way)
        time_left = order.deadline - self._clock.now()
        return ToPay(order, payment, time_left, await self._merchants.get(order.merchant_id))

    async def honour(self, order_id: OrderId, *, quantity: int) -> Order:
        """It came true: sell so many pieces for what was paid, and give the rest back."""
        return (await self.honour_all([Honour(order_id, quantity)]))[order_id]

    async def honour_all(self, wishes: Sequence[Honour]) -> Mapping[OrderId, Order]:
        """Do so for many, at their prices; all or none.

        What is only promised is taken first, by a job: until then the order stays pledged.
        """
        orders, payments = await self._locked(wish.order_id for wish in wishes)
        unfilled: dict[str, Mapping[VariantId, int]] = {}
        surpluses: list[Wish] = []
        sold: list[Order] = []
        for wish in wishes:
            order, payment = orders[wish.order_id], payments.get(wish.order_id)
            if order.status is not OrderStatus.PLEDGED:
                continue
            (line,) = order.lines
            final = wish.price(line.price)
            surplus = line.total - final * wish.quantity
            held = payment if payment is not None and payment.is_held else None
            # Another worker may have read the seat before we promised it, and the price since then.
            if held and not await self._holds.capture(held.id, order.total - surplus):
                continue
            if wish.quantity < line.quantity:
                # A number of its own: fewer may be left of what was fewer already.
                key = f"order-{order.id}-unfilled-to-{wish.quantity}"
                unfilled[key] = {line.variant_id: line.quantity - wish.quantity}
            line.price, line.quantity = final, wish.quantity
            if held:
                continue
            if surplus and payment is not None:
                surpluses.append(Wish(payment, surplus, f"order-{order.id}-final"))
            sold.append(order)
        await self._refunds.refund_all(surpluses, reason="final-price")
        await self._stock.put_back_all(unfilled)
        for order in sold:
            await sell(order, self._events, self._clock.now())
        return orders

    async def release(self, order_id: OrderId, *, reason: str) -> Order:
        """It did not come true: everything goes back, delivery and all."""
        return (await self.release_all([order_id], reason=reason))[order_id]

    async def release_all(
        self, order_ids: Collection[OrderId], *, reason: str
    ) -> Mapping[OrderId, Order]:
        """Do so for many, all or none."""
        orders, payments = await self._locked(order_ids)
        releases = []
        refunds = []
        for order in orders.values():
            if order.status is not OrderStatus.PLEDGED or order.awaits is None:
                continue
            payment = payments.get(order.id)
            money = payment.refundable if payment else Money.zero(order.currency)
            releases.append(
                OrderReleased(
                    order_id=order.id, awaits=order.awaits, buyer_id=order.buyer_id, money=money
                )
            )
            if payment is not None and (payment.is_held or payment.is_declined):
                await self._holds.let_go(payment.id)
            elif payment is not None and money:  # its merchant may have given it back already
                refunds.append(Wish(payment, money, f"order-{order.id}-released"))
        await self._refunds.refund_all(refunds, reason=reason)
        await self._stock.put_back_all(
            {
                f"order-{each.order_id}-{reason}": orders[each.order_id].quantities
                for each in releases
            }
        )
        for released in releases:
            orders[released.order_id].move(OrderStatus.RELEASED)
            await self._events.publish(released)
        return orders

    async def ask_again(self, order_id: OrderId, *, until: datetime) -> AskedAgain:
        """Let her pay herself what her saved card was refused for. Raises PaymentTooLate."""
        order, payment = await self._locked_one(order_id)
        if order.status is not OrderStatus.PLEDGED or payment is None or not payment.is_declined:
            raise PaymentTooLate
        return AskedAgain(payment.price, await self._pages.ask_again(order, payment, until=until))

    async def is_declined(self, order_id: OrderId) -> bool:
        """Whether her saved card was refused and she has not paid since; locks both till then."""
        _, payment = await self._locked_one(order_id)
        return payment is not None and payment.is_declined

    async def give_up(self, order_id: OrderId, *, instead: Collection[VariantId] = ()) -> bool:
        """Drop an order nobody has paid; False while its money may be coming.

        ``instead``: the variants that this transaction reserves next, if any.
        """
        order = await self._orders.get(order_id)
        if not await self._payments.cancel(order.purpose):
            return False
        order = await self._orders.lock(order_id)
        if order.status not in {OrderStatus.RESERVED, OrderStatus.EXPIRED}:
            return order.status is OrderStatus.CANCELLED
        await self._stock.release(order.stock_key, instead=instead)
        order.move(OrderStatus.CANCELLED)
        return True

    async def get(self, order_id: OrderId) -> Order:
        return await self._orders.get(order_id)

    async def _locked_one(self, order_id: OrderId) -> tuple[Order, Payment | None]:
        orders, payments = await self._locked([order_id])
        return orders[order_id], payments.get(order_id)

    async def _locked(
        self, order_ids: Iterable[OrderId]
    ) -> tuple[Mapping[OrderId, Order], Mapping[OrderId, Payment]]:
        """First all payments, then all orders, with what was paid for each."""
        wanted = list(order_ids)
        paid_by = await self._orders.payments_of(wanted)
        payments = await self._payments.lock_all(paid_by.values()) if paid_by else {}
        orders = await self._orders.lock_with_lines(wanted)
        return (
            {order.id: order for order in orders},
            {order_id: payments[payment_id] for order_id, payment_id in paid_by.items()},
        )
