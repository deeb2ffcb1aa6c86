from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.catalog.models import Product, ProductId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals import rules
from bot.deals.errors import NoGroupChosen, NotSoldByYou
from bot.deals.sale_days.ending import SaleDayEnding
from bot.deals.sale_days.errors import BadSaleFloor, BadSaleTerms, SaleDayRuns, UnknownSaleDay
from bot.deals.sale_days.events import SaleDayOpened
from bot.deals.sale_days.models import SaleDay, SaleDayGroup, SaleDayId, SaleDayStatus
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.settings import DealSettings
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments.accounts import GatewayAccountService
from bot.payments.errors import NoGatewayAccount
from bot.payments.models import PayeeId
from bot.people.models import PersonId

_MOST_PERCENT = 20
_USUAL_FLOOR = 60  # per cent of the shelf's price


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayTerms:
    floor: Money
    percent: int = 1  # for each one who joins
    cap_per_group: int = 40
    per_person: int = 1
    lasts: timedelta = timedelta(days=2)  # of the counting, from the moment it is opened


class SaleDayOffers:
    """What a merchant does: draft a sale day, open it, end it."""

    def __init__(
        self,
        *,
        sales: SaleDayRepository,
        ending: SaleDayEnding,
        catalog: CatalogService,
        merchants: MerchantRepository,
        groups: GroupService,
        accounts: GatewayAccountService,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._sales = sales
        self._ending = ending
        self._catalog = catalog
        self._merchants = merchants
        self._groups = groups
        self._accounts = accounts
        self._events = events
        self._clock = clock
        self._settings = settings

    async def draft(
        self, product_id: ProductId, *, by: PersonId, terms: SaleDayTerms | None = None
    ) -> SaleDay:
        """Write a sale day down that nobody sees yet; without ``terms`` with usual ones.

        Raises NotSoldByYou, NoGatewayAccount, and what is wrong: BadSaleTerms, BadSaleFloor,
        BadDeadline.
        """
        product = await self._catalog.get_for_sale(product_id)
        if not await self._merchants.is_staff(product.merchant_id, by):
            raise NotSoldByYou
        terms = terms or _usual(product)
        start = self._check(product, terms)
        payee = PayeeId(product.merchant_id)
        if not await self._accounts.can_take(payee, terms.floor.currency):
            raise NoGatewayAccount
        now = self._clock.now()
        sale = SaleDay(
            merchant_id=product.merchant_id,
            product_id=product.id,
            made_by_id=by,
            status=SaleDayStatus.DRAFT,
            currency=terms.floor.currency,
            joins=0,
            sold=0,
            made_at=now,
        )
        _write(sale, terms, start)
        self._sales.add(sale)
        await self._sales.flush()
        return sale

    async def change(self, sale_id: SaleDayId, *, by: PersonId, **facts: Any) -> SaleDay:  # noqa: ANN401 -- any of SaleDayTerms' fields
        """Change a draft; raises what ``draft`` does, and leaves it as it was then."""
        sale = await self.own_draft(sale_id, by=by)
        terms = replace(_terms_of(sale), **facts)
        start = self._check(await self._catalog.get_for_sale(sale.product_id), terms)
        _write(sale, terms, start)
        return sale

    async def own(self, sale_id: SaleDayId, *, by: PersonId) -> SaleDay:
        """Raises UnknownSaleDay."""
        sale = await self._sales.lock(sale_id)
        if not await self._merchants.is_staff(sale.merchant_id, by):
            raise UnknownSaleDay
        return sale

    async def own_draft(self, sale_id: SaleDayId, *, by: PersonId) -> SaleDay:
        """Raises SaleDayRuns for what is not a draft any more."""
        sale = await self.own(sale_id, by=by)
        if sale.status is not SaleDayStatus.DRAFT:
            raise SaleDayRuns
        return sale

    async def places(self, sale: SaleDay) -> Sequence[Group]:
        """The groups where its merchant may sell."""
        return await self._groups.selling(sale.merchant_id)

    async def toggle(
        self,
        sale_id: SaleDayId,
        group_id: GroupId,
        *,
        by: PersonId,
        thread_id: int | None = None,
    ) -> SaleDay:
        """Let a draft stand in a group (in one of its topics), or not. Raises NotSoldHere."""
        sale = await self.own_draft(sale_id, by=by)
        group = await self._groups.get(group_id)
        await self._groups.refuse_stranger(group, await self._merchants.get(sale.merchant_id))
        place = await self._sales.find_group(sale.id, group.id)
        if place is not None:
            await self._sales.remove(place)
            return sale
        topic = group.topic_near(thread_id)
        self._sales.add(SaleDayGroup(sale_id=sale.id, group_id=group.id, thread_id=topic))
        await self._sales.flush()
        return sale

    async def open(self, sale_id: SaleDayId, *, by: PersonId) -> SaleDay:
        """Let its groups see it; a second tap changes nothing. Raises NoGroupChosen."""
        sale = await self.own(sale_id, by=by)
        if sale.status is not SaleDayStatus.DRAFT:
            return sale
        if not await self._sales.groups(sale.id):
            raise NoGroupChosen
        terms = _terms_of(sale)
        sale.start = self._check(await self._catalog.get_for_sale(sale.product_id), terms)
        sale.move(SaleDayStatus.COUNTING)
        sale.opened_at = self._clock.now()
        sale.until = sale.opened_at + terms.lasts
        await self._events.publish(SaleDayOpened(sale_id=sale.id))
        return sale

    async def close(self, sale_id: SaleDayId, *, by: PersonId) -> SaleDay:
        """End it before its time, or throw a draft away."""
        sale = await self.own(sale_id, by=by)
        await self._ending.close(sale)
        return sale

    def _check(self, product: Product, terms: SaleDayTerms) -> Money:
        """Give the shelf's price, from which the price falls."""
        limits = (
            (terms.percent, _MOST_PERCENT),
            (terms.cap_per_group, rules.MOST_UNITS),
            (terms.per_person, rules.MOST_PER_PERSON),
        )
        for value, most in limits:
            if not 1 <= value <= most:
                raise BadSaleTerms(least=1, most=most)
        shelf = product.price_range(terms.floor.currency)
        if shelf is None or not 0 < terms.floor.minor < shelf[0].minor:
            raise BadSaleFloor(price=shelf[0] if shelf else terms.floor)
        rules.check_span(terms.lasts, self._settings)
        return shelf[0]


def _usual(product: Product) -> SaleDayTerms:
    currency = product.paid_in(product.merchant.currency)
    shelf = product.price_range(currency)
    minor = shelf[0].minor * _USUAL_FLOOR // 100 if shelf else 0
    return SaleDayTerms(floor=Money(minor, currency))


def _terms_of(sale: SaleDay) -> SaleDayTerms:
    return SaleDayTerms(
        floor=sale.floor,
        percent=sale.percent,
        cap_per_group=sale.cap_per_group,
        per_person=sale.per_person,
        lasts=sale.until - (sale.opened_at or sale.made_at),
    )


def _write(sale: SaleDay, terms: SaleDayTerms, start: Money) -> None:
    sale.start, sale.floor, sale.percent = start, terms.floor, terms.percent
    sale.cap_per_group, sale.per_person = terms.cap_per_group, terms.per_person
    sale.until = sale.made_at + terms.lasts
