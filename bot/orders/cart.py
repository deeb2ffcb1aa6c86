from dataclasses import dataclass

from bot.catalog.models import Merchant, VariantId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.catalog.stock.service import check_quantities
from bot.kit.clock import Clock
from bot.kit.money import Currency
from bot.orders.delivery import costs_extra
from bot.orders.errors import CartEmpty, CartFull, NotMixed, OtherMerchantsCart
from bot.orders.models import PRIVATE, Order, OrderLine, OrderStatus, Origin
from bot.orders.pricing import Pricing
from bot.orders.repository import OrderRepository
from bot.people.models import Person, PersonId

MOST_LINES = 30


@dataclass(frozen=True, slots=True)
class OpenCart:
    order: Order
    merchant: Merchant
    changed: bool  # prices or goods are not what they were when she last saw it

    @property
    def delivery_on_top(self) -> bool:
        return self.order.needs_shipping and costs_extra(self.merchant, self.order.currency)


class CartService:
    """Several products of one merchant, paid at once. Nothing is held until she pays."""

    def __init__(
        self,
        *,
        orders: OrderRepository,
        pricing: Pricing,
        catalog: CatalogService,
        merchants: MerchantRepository,
        clock: Clock,
    ) -> None:
        self._orders = orders
        self._merchants = merchants
        self._pricing = pricing
        self._catalog = catalog
        self._clock = clock

    async def find(self, buyer_id: PersonId) -> Order | None:
        return await self._orders.find_cart(buyer_id)

    async def open(self, buyer: Person) -> OpenCart:
        """Show the cart at today's prices. What is not sold any more leaves it.

        Raises CartEmpty.
        """
        cart = await self._orders.find_cart(buyer.id)
        if cart is None:
            raise CartEmpty
        changed = await self._pricing.tidy(cart)
        await self._orders.flush()
        if not cart.lines:
            raise CartEmpty
        return OpenCart(cart, await self._merchants.get(cart.merchant_id), changed)

    async def add(
        self,
        buyer: Person,
        variant_id: VariantId,
        quantity: int = 1,
        *,
        preferred: Currency | None = None,
        origin: Origin = PRIVATE,
        start_over: bool = False,
    ) -> Order:
        """Put pieces into the cart; the same piece again adds to its number.

        It remembers the group where it is filled. What comes from elsewhere makes it forget: no
        group shall hear what was found in another.

        Raises OtherMerchantsCart unless she chose to ``start_over``; CartFull, NotMixed,
        ProductGone, NoPrice.
        """
        check_quantities({variant_id: quantity})
        await self._orders.lock_buyer(buyer.id)
        cart = await self._orders.find_cart(buyer.id)
        if cart is not None and cart.lines and not start_over:
            await self._add_to(cart, buyer, variant_id, quantity)
            cart.origin = _common(cart.origin, origin)
            await self._orders.flush()
            return cart

        basket = await self._pricing.basket(
            {variant_id: quantity}, language=buyer.language, preferred=preferred
        )
        if cart is None:
            cart = _empty(buyer, self._clock)
        cart.origin = origin
        cart.merchant_id = basket.merchant.id
        cart.currency = basket.currency
        cart.needs_shipping = basket.needs_shipping
        cart.lines[:] = list(basket.lines)
        await self._orders.add(cart)
        return cart

    async def change(self, buyer: Person, variant_id: VariantId, quantity: int) -> Order:
        """Say how many of a piece she wants; nought takes it out. Raises CartEmpty."""
        await self._orders.lock_buyer(buyer.id)
        cart = await self._orders.find_cart(buyer.id)
        if cart is None:
            raise CartEmpty
        line = _find(cart, variant_id)
        if line is not None and quantity <= 0:
            cart.lines.remove(line)
        elif line is not None:
            check_quantities({variant_id: quantity})
            line.quantity = quantity if cart.needs_shipping else 1
        await self._orders.flush()
        if not cart.lines:
            raise CartEmpty
        return cart

    async def clear(self, buyer: Person) -> None:
        """Empty the cart; an empty one stays empty."""
        await self._orders.lock_buyer(buyer.id)
        cart = await self._orders.find_cart(buyer.id)
        if cart is not None:
            cart.lines.clear()
            await self._orders.flush()

    async def _add_to(
        self, cart: Order, buyer: Person, variant_id: VariantId, quantity: int
    ) -> None:
        variant = await self._catalog.get_variant_for_sale(variant_id)
        if variant.merchant_id != cart.merchant_id:
            theirs = (await self._catalog.get(cart.lines[0].product_id)).merchant.name
            raise OtherMerchantsCart(theirs=theirs, ours=variant.product.merchant.name)
        if variant.product.needs_shipping is not cart.needs_shipping:
            raise NotMixed
        line = _find(cart, variant_id)
        if line is not None and not cart.needs_shipping:
            return
        if line is not None:
            check_quantities({variant_id: line.quantity + quantity})
            line.quantity += quantity
        elif len(cart.lines) >= MOST_LINES:
            raise CartFull(max=MOST_LINES)
        else:
            cart.lines.append(self._pricing.line(variant, quantity, cart.currency, buyer.language))


def _empty(buyer: Person, clock: Clock) -> Order:
    return Order(
        buyer_id=buyer.id,
        status=OrderStatus.DRAFT,
        from_cart=True,
        shipping_minor=0,
        created_at=clock.now(),
        lines=[],
        shipments=[],
        refunds=[],
    )


def _common(one: Origin, other: Origin) -> Origin:
    """Tell where both began: the same topic, at least the same group, or nowhere."""
    if one == other:
        return one
    return Origin(one.group_id) if one.group_id == other.group_id else PRIVATE


def _find(cart: Order, variant_id: VariantId) -> OrderLine | None:
    return next((line for line in cart.lines if line.variant_id == variant_id), None)
