from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.catalog.models import Merchant, MerchantId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.orders.contacts import Contacts
from bot.orders.errors import UnknownOrder
from bot.orders.models import BOUGHT, Order, OrderId, OrderStatus
from bot.orders.repository import OrderRepository
from bot.payments.events import Contact
from bot.people.models import PersonId

PAGE = 5


@dataclass(frozen=True, slots=True)
class Page:
    orders: Sequence[Order]
    number: int  # from nought
    count: int  # of orders on all pages

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


class Sales(StrEnum):
    """Which of a merchant's orders to look at."""

    TO_SHIP = "open"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """An order with what its pages show beside it."""

    order: Order
    merchant: Merchant
    contact: Contact


class OrderLookup:
    def __init__(
        self,
        *,
        orders: OrderRepository,
        merchants: MerchantRepository,
        catalog: CatalogService,
        contacts: Contacts,
    ) -> None:
        self._orders = orders
        self._merchants = merchants
        self._catalog = catalog
        self._contacts = contacts

    async def sheet(self, order_id: OrderId) -> OrderSheet:
        """Read an order for whoever the shop itself writes to about it."""
        order = await self._orders.get(order_id)
        merchant = await self._merchants.get(order.merchant_id)
        return OrderSheet(order, merchant, self._contacts.open(order.contact))

    async def for_buyer(self, order_id: OrderId, buyer_id: PersonId) -> OrderSheet:
        """Raises UnknownOrder for other people's orders too, so that numbers tell nothing."""
        sheet = await self.sheet(order_id)
        if sheet.order.buyer_id != buyer_id or sheet.order.status is OrderStatus.DRAFT:
            raise UnknownOrder
        return sheet

    async def for_staff(self, order_id: OrderId, person_id: PersonId) -> OrderSheet:
        sheet = await self.sheet(order_id)
        if not sheet.order.is_bought or not await self.is_staff(sheet.order, person_id):
            raise UnknownOrder
        return sheet

    async def is_staff(self, order: Order, person_id: PersonId) -> bool:
        return await self._merchants.is_staff(order.merchant_id, person_id)

    async def staff_ids(self, merchant_id: MerchantId) -> Sequence[PersonId]:
        return [member.person_id for member in await self._merchants.staff(merchant_id)]

    async def orders_of(self, buyer_id: PersonId, number: int = 0) -> Page:
        number = max(0, number)
        found, count = await self._orders.page_of_buyer(buyer_id, limit=PAGE, offset=number * PAGE)
        return Page(found, number, count)

    async def sales_of(
        self, person_id: PersonId, which: Sales = Sales.TO_SHIP, number: int = 0
    ) -> Page:
        """List what was sold by the merchants she acts for. Raises NoMerchantOfYours."""
        merchants = await self._catalog.merchants_of(person_id)
        number = max(0, number)
        found, count = await self._orders.page_of_merchants(
            [merchant.id for merchant in merchants],
            (OrderStatus.PAID,) if which is Sales.TO_SHIP else BOUGHT,
            limit=PAGE,
            offset=number * PAGE,
        )
        return Page(found, number, count)
