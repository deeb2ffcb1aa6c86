from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.catalog.models import Merchant, VariantId
from bot.catalog.repository import MerchantRepository
from bot.catalog.stock import StockService
from bot.catalog.stock.service import check_quantities
from bot.kit.clock import Clock
from bot.kit.money import Currency
from bot.orders.delivery import costs_extra
from bot.orders.errors import (
    CartEmpty,
    CartTotalChanged,
    OrderClosed,
    OrderPriceChanged,
    TermsNotAccepted,
    UnknownOrder,
)
from bot.orders.models import PRIVATE, Order, OrderId, OrderStatus, Origin
from bot.orders.pricing import Basket, Pricing
from bot.orders.repository import OrderRepository
from bot.orders.settings import OrderSettings
from bot.payments.models import PayeeId, Payment
from bot.payments.service import PaymentService
from bot.people.models import Person


@dataclass(frozen=True, slots=True)
class ToPay:
    """Pieces held for somebody, and the payment that waits for them."""

    order: Order
    payment: Payment
    time_left: timedelta
    merchant: Merchant

    @property
    def delivery_on_top(self) -> bool:
        """Whether the address will add to what is asked now."""
        return self.order.needs_shipping and costs_extra(self.merchant, self.order.currency)


class BuyingService:
    """From a wish to pieces that are held until they are paid."""

    def __init__(
        self,
        *,
        orders: OrderRepository,
        merchants: MerchantRepository,
        pricing: Pricing,
        stock: StockService,
        payments: PaymentService,
        clock: Clock,
        settings: OrderSettings,
    ) -> None:
        self._orders = orders
        self._merchants = merchants
        self._pricing = pricing
        self._stock = stock
        self._payments = payments
        self._clock = clock
        self._settings = settings

    async def reserve(
        self,
        buyer: Person,
        wanted: Mapping[VariantId, int],
        *,
        origin: Origin = PRIVATE,
        preferred: Currency | None = None,
        seen: int | None = None,
    ) -> ToPay:
        """Hold the pieces for a while. A second tap gets what the first one got.

        ``seen`` is the total she was shown, in minor units: where it changed since,
        OrderPriceChanged is raised.
        Also raises TermsNotAccepted, SoldOut, ProductGone, NoPrice, NoGatewayAccount.
        """
        refuse_without_terms(buyer)
        check_quantities(wanted)
        await self._orders.lock_buyer(buyer.id)
        basket = await self._pricing.basket(wanted, language=buyer.language, preferred=preferred)
        order = _order(buyer, basket, origin)
        _refuse_other_total(order, seen)

        earlier = await self._make_way(order)
        if earlier is not None:
            return await self._ask(earlier)
        order.created_at = self._clock.now()
        await self._orders.add(order)
        return await self._hold(order, buyer.language)

    async def reserve_cart(self, buyer: Person, *, seen: int | None = None) -> ToPay:
        """Hold everything in her cart, at today's prices. Raises as ``reserve`` does."""
        refuse_without_terms(buyer)
        await self._orders.lock_buyer(buyer.id)
        cart = await self._orders.find_cart(buyer.id)
        if cart is None or not cart.lines:
            raise CartEmpty
        await self._pricing.refresh(cart)
        _refuse_other_total(cart, seen)

        cart.move(OrderStatus.RESERVED)
        return await self._hold(cart, buyer.language)

    async def resume(self, order_id: OrderId, buyer: Person) -> ToPay:
        """Go on with an order that waits to be paid, or whose time ran out, at today's prices."""
        await self._orders.lock_buyer(buyer.id)
        order = await self._orders.lock(order_id)
        if order.buyer_id != buyer.id:
            raise UnknownOrder
        if order.status is OrderStatus.RESERVED:
            return await self._ask(order)
        if order.status is not OrderStatus.EXPIRED or order.awaits is not None:
            raise OrderClosed(number=order.number)

        await self._pricing.refresh(order)
        order.shipping_minor, order.shipping_code, order.shipping_title = 0, None, None
        order.shipping_titles = {}
        order.move(OrderStatus.RESERVED)
        return await self._hold(order, buyer.language)

    async def cancel(self, order_id: OrderId, buyer: Person) -> Order:
        """Give the pieces up. Raises OrderClosed once money may be on its way."""
        order = await self._orders.get(order_id)
        if order.buyer_id != buyer.id:
            raise UnknownOrder
        if not await self._give_up(order):
            raise OrderClosed(number=order.number)
        return order

    async def _make_way(self, order: Order) -> Order | None:
        """Find what she holds of the same already: the very same is used, other amounts go."""
        wanted = order.quantities
        for earlier in await self._orders.waiting(order.buyer_id):
            is_same = (earlier.quantities, earlier.goods) == (wanted, order.goods)
            if is_same and self._clock.now() < earlier.deadline:
                return earlier
            if not earlier.from_cart and earlier.quantities.keys() & wanted.keys():
                await self._give_up(earlier)
        return None

    async def _give_up(self, order: Order) -> bool:
        # Payments first, then the order: everybody takes the two locks in this sequence.
        if not await self._payments.cancel(order.purpose):
            return False
        order = await self._orders.lock(order.id)
        if order.status is OrderStatus.CANCELLED:
            return True
        if order.status not in {OrderStatus.RESERVED, OrderStatus.EXPIRED}:
            return False
        await self._stock.release(order.stock_key)
        order.move(OrderStatus.CANCELLED)
        return True

    async def _hold(self, order: Order, language: str) -> ToPay:
        order.reserved_until = self._clock.now() + self._settings.hold
        await self._stock.reserve(
            order.quantities,
            key=order.stock_key,
            until=order.deadline + self._settings.slack,
            language=language,
        )
        return await self._ask(order)

    async def _ask(self, order: Order) -> ToPay:
        payment = await self._payments.request(
            order.buyer_id,
            order.goods,  # delivery is added once its address is known
            order.purpose,
            payee_id=PayeeId(order.merchant_id),
            expires_at=order.deadline,
        )
        time_left = order.deadline - self._clock.now()
        return ToPay(order, payment, time_left, await self._merchants.get(order.merchant_id))


def _order(buyer: Person, basket: Basket, origin: Origin) -> Order:
    return Order(
        buyer_id=buyer.id,
        merchant_id=basket.merchant.id,
        origin=origin,
        currency=basket.currency,
        status=OrderStatus.RESERVED,
        needs_shipping=basket.needs_shipping,
        shipping_minor=0,
        lines=list(basket.lines),
        shipments=[],
        refunds=[],
    )


def refuse_without_terms(buyer: Person) -> None:
    if not buyer.has_accepted_terms:
        raise TermsNotAccepted


def _refuse_other_total(order: Order, seen: int | None) -> None:
    if seen is None or seen == order.goods.minor:
        return
    if order.from_cart or len(order.lines) > 1:
        raise CartTotalChanged(price=order.goods)
    [line] = order.lines
    raise OrderPriceChanged(title=line.title, price=line.price)
