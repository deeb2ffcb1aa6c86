"""Turning a wish into lines: what each piece is called and costs right now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.catalog.errors import ProductGone
from bot.catalog.models import Merchant, Product, Variant, VariantId
from bot.catalog.repository import CatalogRepository
from bot.catalog.service import CatalogService
from bot.kit.money import Currency, Money
from bot.orders.errors import NoPrice, NotMixed, OnlyForStars, OrderPriceChanged
from bot.orders.models import Order, OrderLine


def currency_for(product: Product, variant: Variant, preferred: Currency | None) -> Currency:
    """Choose what to pay in: Stars for downloads, else what is preferred, else the merchant's.

    Raises OnlyForStars and NoPrice.
    """
    if not product.needs_shipping:
        if variant.price(Currency.XTR) is None:
            raise OnlyForStars(title=product.title(""))
        return Currency.XTR
    sold_in = [row.currency for row in variant.prices if row.currency is not Currency.XTR]
    for currency in (preferred, product.merchant.currency, *sold_in):
        if currency in sold_in:
            return currency
    raise NoPrice(title=product.title(""), currency=preferred or product.merchant.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """Lines of one merchant, in one currency, that travel in one way."""

    merchant: Merchant
    currency: Currency
    needs_shipping: bool
    lines: Sequence[OrderLine]


class Pricing:
    def __init__(self, catalog: CatalogService, repository: CatalogRepository) -> None:
        self._catalog = catalog
        self._repository = repository

    async def basket(
        self,
        wanted: Mapping[VariantId, int],
        *,
        language: str,
        preferred: Currency | None,
    ) -> Basket:
        """Price what somebody wants. The first piece decides the currency for all.

        Raises ProductGone, NoPrice, OnlyForStars, NotMixed.
        """
        variants = [await self._catalog.get_variant_for_sale(number) for number in wanted]
        first = variants[0].product
        currency = currency_for(first, variants[0], preferred)
        if len({variant.product.needs_shipping for variant in variants}) > 1:
            raise NotMixed
        return Basket(
            merchant=first.merchant,
            currency=currency,
            needs_shipping=first.needs_shipping,
            lines=[_line(v, wanted[v.id], currency, language) for v in variants],
        )

    async def refuse_changed(self, order: Order) -> None:
        """Raise ProductGone or OrderPriceChanged unless the order still says what things cost."""
        variants = await self._variants(order)
        for line in order.lines:
            variant = variants.get(line.variant_id)
            if variant is None:
                raise ProductGone
            price = _price(variant, order.currency, line.title)
            if price != line.price:
                raise OrderPriceChanged(title=line.title, price=price)

    async def refresh(self, order: Order) -> bool:
        """Give the lines today's prices; True if that changed anything."""
        variants = await self._variants(order)
        changed = False
        for line in order.lines:
            variant = variants.get(line.variant_id)
            if variant is None:
                raise ProductGone
            price = _price(variant, order.currency, line.title)
            changed = changed or price != line.price
            line.price = price
        return changed

    async def tidy(self, order: Order) -> bool:
        """As ``refresh``, for a cart: lines that are not sold any more leave it."""
        variants = await self._variants(order)
        gone = [line for line in order.lines if not _is_sold(variants, line, order.currency)]
        for line in gone:
            order.lines.remove(line)
        return await self.refresh(order) or bool(gone)

    def line(self, variant: Variant, quantity: int, currency: Currency, language: str) -> OrderLine:
        return _line(variant, quantity, currency, language)

    async def _variants(self, order: Order) -> dict[VariantId, Variant]:
        """Read the variants that can still be bought, in one go: pre-checkout waits for this."""
        products = await self._repository.get_many(
            sorted({line.product_id for line in order.lines})
        )
        return {
            variant.id: variant
            for product in products
            if product.is_for_sale and product.is_complete
            for variant in product.offered
        }


def _is_sold(variants: Mapping[VariantId, Variant], line: OrderLine, currency: Currency) -> bool:
    variant = variants.get(line.variant_id)
    return variant is not None and variant.price(currency) is not None


def _line(variant: Variant, quantity: int, currency: Currency, language: str) -> OrderLine:
    title = variant.product.title(language)
    return OrderLine(
        product_id=variant.product_id,
        variant_id=variant.id,
        title=title,
        titles=dict(variant.product.titles),
        label=variant.label,
        option_values=dict(variant.option_values),
        sku=variant.sku,
        price=_price(variant, currency, title),
        # Nobody wants the same file twice; an older button may still say so.
        quantity=quantity if variant.product.needs_shipping else 1,
    )


def _price(variant: Variant, currency: Currency, title: str) -> Money:
    price = variant.price(currency)
    if price is None:
        raise NoPrice(title=title, currency=currency)
    return price
