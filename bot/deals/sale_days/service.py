"""Sale days: a personal link, being counted through one, and buying at the frozen price."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalog.errors import VariantGone
from bot.catalog.models import Merchant, Product, Variant, VariantId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals.errors import MoneyOnItsWay
from bot.deals.offering.offers import never_dearer
from bot.deals.proof import BEGINNING, new_code
from bot.deals.sale_days.errors import (
    BoughtEnough,
    CountedAlready,
    CountingOver,
    GroupIsFull,
    OwnLink,
    SaleNotOpen,
    SaleSoldOut,
    UnknownSaleDay,
)
from bot.deals.sale_days.events import SaleDayBought, SaleDayChanged, SaleDayPaidTooOften
from bot.deals.sale_days.models import (
    SaleDay,
    SaleDayId,
    SaleDayJoin,
    SaleDayLink,
    SaleDayOrder,
    SaleDayStatus,
)
from bot.deals.sale_days.proof import JoinLog, digest
from bot.deals.sale_days.repository import SaleDayRepository
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.orders.buying import ToPay
from bot.orders.models import Order, OrderId, OrderStatus, Origin
from bot.orders.pledging import PledgingService
from bot.orders.repository import OrderRepository
from bot.people.models import Person, PersonId

_CODES = 10**15  # a link's code: fits a column, and nobody guesses one


@dataclass(frozen=True, slots=True)
class SaleDaySheet:
    """A sale day with all that its card shows beside it."""

    sale: SaleDay
    product: Product
    merchant: Merchant
    taken: int = 0  # pieces that are paid, or being paid

    @property
    def is_sold_out(self) -> bool:
        most = self.sale.most
        is_given_out = most is not None and self.taken >= most
        return is_given_out or all(variant.is_sold_out for variant in self.product.offered)


@dataclass(frozen=True, slots=True)
class Counted:
    """Somebody counts: the sale day as it is now, and her own line in its log."""

    sale: SaleDay
    join: SaleDayJoin


class SaleDayService:
    def __init__(
        self,
        *,
        sales: SaleDayRepository,
        catalog: CatalogService,
        merchants: MerchantRepository,
        groups: GroupService,
        orders: OrderRepository,
        pledging: PledgingService,
        events: Events,
        clock: Clock,
    ) -> None:
        self._sales = sales
        self._catalog = catalog
        self._merchants = merchants
        self._groups = groups
        self._orders = orders
        self._pledging = pledging
        self._events = events
        self._clock = clock

    async def sheet(self, sale_id: SaleDayId) -> SaleDaySheet:
        sale = await self._sales.get(sale_id)
        return SaleDaySheet(
            sale,
            await self._catalog.get(sale.product_id),
            await self._merchants.get(sale.merchant_id),
            await self._sales.taken(sale_id) if sale.most is not None else 0,
        )

    async def take_link(
        self, sale_id: SaleDayId, person_id: PersonId, group_id: GroupId
    ) -> SaleDayLink:
        """Give her own link; who joins through it counts for this group. Always the same one.

        Raises CountingOver, UnknownSaleDay (it does not run in this group), NotSoldHere.
        """
        await self._orders.lock_buyer(person_id)  # her second tap waits for the first
        if (known := await self._sales.find_link(sale_id, person_id)) is not None:
            return known
        sale = await self._sales.get(sale_id)
        self._refuse_after_counting(sale)
        if await self._sales.find_group(sale_id, group_id) is None:
            raise UnknownSaleDay
        merchant = await self._merchants.get(sale.merchant_id)
        await self._groups.refuse_stranger(await self._groups.get(group_id), merchant)
        link = SaleDayLink(
            sale_id=sale_id,
            person_id=person_id,
            group_id=group_id,
            code=secrets.randbelow(_CODES),
            joins=0,
        )
        self._sales.add(link)
        await self._sales.flush()
        return link

    async def count_in(self, code: int, person_id: PersonId) -> Counted:
        """Count somebody who opened a link and said so: once in a sale, whosever link it is.

        Raises UnknownSaleDay, CountingOver, OwnLink, CountedAlready, GroupIsFull.
        """
        link = await self._sales.link(code)
        sale = await self._sales.lock(link.sale_id)
        self._refuse_after_counting(sale)
        if link.person_id == person_id:
            raise OwnLink
        if await self._sales.find_join(sale.id, person_id) is not None:
            raise CountedAlready
        group = await self._sales.find_group(sale.id, link.group_id)
        if group is None or group.joins >= sale.cap_per_group:
            raise GroupIsFull(most=sale.cap_per_group)

        await self._sales.lock_link(link)
        join = await self._write_down(sale, link, person_id)
        group.joins, link.joins, sale.joins = group.joins + 1, link.joins + 1, sale.joins + 1
        await self._sales.flush()
        await self._events.publish(SaleDayChanged(sale_id=sale.id))
        return Counted(sale, join)

    async def log(self, sale_id: SaleDayId) -> JoinLog:
        return JoinLog(await self._sales.get(sale_id), await self._sales.joins(sale_id))

    async def buy(
        self,
        sale_id: SaleDayId,
        buyer: Person,
        variant_id: VariantId | None = None,
        *,
        origin: Origin,
    ) -> ToPay:
        """Hold one piece at the frozen price. A second tap gets what the first one got.

        Raises SaleNotOpen, BoughtEnough, SaleSoldOut, VariantGone (she has to choose one), and what
        ``PledgingService.reserve`` raises.
        """
        await self._orders.lock_buyer(buyer.id)
        sale = await self._sales.get(sale_id)
        self._refuse_unless_selling(sale)
        product, variant = await self._wanted(sale, variant_id)
        earlier = await self._orders_of(sale_id, buyer.id)
        if (asked := await self._asked_before(earlier, variant)) is not None:
            return asked
        bought = sum(_pieces(order) for order in earlier if order.has_its_money)
        if bought >= sale.per_person:
            raise BoughtEnough(most=sale.per_person)
        # The order first, then the sale day, as whoever counts its money takes them.
        to_pay = await self._pledging.reserve(
            buyer,
            variant.id,
            quantity=1,
            price=never_dearer(sale.price, variant),
            awaits=sale.purpose,
            origin=origin,
            needs_shipping=product.needs_shipping,
        )
        sale = await self._sales.lock(sale_id)
        self._refuse_unless_selling(sale)
        if not await self._has_left(sale, 1):
            raise SaleSoldOut
        self._sales.add(SaleDayOrder(sale_id=sale_id, order_id=to_pay.order.id, pieces=1))
        return to_pay

    async def count_paid(self, sale_id: SaleDayId, order_id: OrderId) -> None:
        """It waits for nothing more, unless she paid for more than she may have."""
        order = await self._pledging.get(order_id)
        sale = await self._sales.lock(sale_id)
        others = await self._orders_of(sale_id, order.buyer_id)
        bought = sum(
            _pieces(other) for other in others if other.has_its_money and other.id != order_id
        )
        (line,) = order.lines
        is_too_much = bought + line.quantity > sale.per_person
        # Her time to pay had run out, and what she wanted went to somebody else meanwhile.
        if is_too_much or not await self._has_left(sale, line.quantity, but=order_id):
            await self._pledging.release(order_id, reason="bought-enough")
            await self._events.publish(
                SaleDayPaidTooOften(sale_id=sale.id, person_id=order.buyer_id, order_id=order_id)
            )
            return
        await self._pledging.honour(order_id, quantity=line.quantity)
        sale.sold += line.quantity
        await self._events.publish(
            SaleDayBought(
                sale_id=sale.id, person_id=order.buyer_id, order_id=order_id, price=line.price
            )
        )

    async def _write_down(
        self, sale: SaleDay, link: SaleDayLink, person_id: PersonId
    ) -> SaleDayJoin:
        """Add a line to the log. The sale day is locked, so lines follow one another."""
        last = await self._sales.last_join(sale.id)
        join = SaleDayJoin(
            sale_id=sale.id,
            person_id=person_id,
            link_id=link.id,
            group_id=link.group_id,
            at=self._clock.now(),
            nth=last.nth + 1 if last else 1,
            code=new_code(),
        )
        join.digest = digest(last.digest if last else BEGINNING, join)
        self._sales.add(join)
        return join

    async def _has_left(self, sale: SaleDay, pieces: int, but: OrderId | None = None) -> bool:
        if sale.most is None:
            return True
        return await self._sales.taken(sale.id, but=but) + pieces <= sale.most

    def _refuse_after_counting(self, sale: SaleDay) -> None:
        is_draft = sale.status is SaleDayStatus.DRAFT
        if is_draft:
            raise UnknownSaleDay
        if sale.status is not SaleDayStatus.COUNTING or self._clock.now() >= sale.until:
            raise CountingOver

    def _refuse_unless_selling(self, sale: SaleDay) -> None:
        if sale.status is not SaleDayStatus.SELLING or self._clock.now() >= sale.until:
            raise SaleNotOpen

    async def _asked_before(self, earlier: Sequence[Order], variant: Variant) -> ToPay | None:
        """Find the order she is paying already; one for another variant is dropped."""
        for order in earlier:
            if order.status is not OrderStatus.RESERVED:
                continue
            (line,) = order.lines
            if line.variant_id == variant.id and self._clock.now() < order.deadline:
                return await self._pledging.ask(order)
            if not await self._pledging.give_up(order.id):
                raise MoneyOnItsWay
        return None

    async def _orders_of(self, sale_id: SaleDayId, buyer_id: PersonId) -> Sequence[Order]:
        found = await self._sales.orders_of(sale_id, buyer_id)
        return [await self._orders.get(order_id) for order_id in found]

    async def _wanted(self, sale: SaleDay, variant_id: VariantId | None) -> tuple[Product, Variant]:
        product = await self._catalog.get_for_sale(sale.product_id)
        for variant in product.offered:
            if variant.id == variant_id or len(product.offered) == 1:
                return product, variant
        raise VariantGone


def _pieces(order: Order) -> int:
    return sum(line.quantity for line in order.lines)
