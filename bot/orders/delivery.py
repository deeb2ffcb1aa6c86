"""How a parcel may travel to a country, and what that costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.catalog.models import Merchant, Product
from bot.catalog.repository import MerchantRepository
from bot.kit.money import Currency, Money
from bot.orders.errors import NoDelivery
from bot.orders.models import Order, OrderId
from bot.orders.repository import OrderRepository

INCLUDED = "included"  # the merchant named no ways to travel: it is part of the price


@dataclass(frozen=True, slots=True)
class Delivery:
    code: str
    title: str  # empty for ``INCLUDED``, which every language calls by its own name
    price: Money
    titles: Mapping[str, str]  # in every language the merchant named it


class DeliveryService:
    def __init__(self, orders: OrderRepository, merchants: MerchantRepository) -> None:
        self._orders = orders
        self._merchants = merchants

    async def choices(
        self, order_id: OrderId, country: str, *, language: str
    ) -> Sequence[Delivery]:
        """Tell the ways to a country (ISO 3166-1 alpha-2). Raises NoDelivery if there is none."""
        return await self.ways(await self._orders.get(order_id), country, language=language)

    async def comes_on_top(self, product: Product, currency: Currency) -> bool:
        """Tell whether its buyer pays more than its price, once the address is known."""
        if not product.needs_shipping:
            return False
        return costs_extra(await self._merchants.get(product.merchant_id), currency)

    async def ways(self, order: Order, country: str, *, language: str) -> Sequence[Delivery]:
        merchant = await self._merchants.get(order.merchant_id)
        ways = _ways(merchant, country, order.currency, language)
        if not ways:
            raise NoDelivery(merchant=merchant.name, country=country)
        return ways


def costs_extra(merchant: Merchant, currency: Currency) -> bool:
    return any(option.price(currency) for option in merchant.shipping)


def _ways(merchant: Merchant, country: str, currency: Currency, language: str) -> list[Delivery]:
    if not merchant.delivers_to(country):
        return []
    if not merchant.shipping:
        return [Delivery(INCLUDED, "", Money.zero(currency), {})]
    return [
        Delivery(option.code, option.name(language), price, option.names)
        for option in merchant.shipping
        if option.reaches(country) and (price := option.price(currency)) is not None
    ]
