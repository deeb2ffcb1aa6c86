from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.catalog.models import Product
from bot.deals import rules
from bot.deals.offering.errors import OfferEnded
from bot.deals.offering.offers import Bench, Offers, cheapest, share_of_shelf
from bot.deals.sale_days.ending import SaleDayEnding
from bot.deals.sale_days.errors import BadSaleFloor, BadSaleTerms, NobodyJoined, UnknownSaleDay
from bot.deals.sale_days.events import SaleDayChanged, SaleDayOpened
from bot.deals.sale_days.models import SaleDay, SaleDayGroup, SaleDayId, SaleDayStatus
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.terms import check_downloads
from bot.groups.models import GroupId
from bot.kit.money import Money
from bot.people.models import PersonId

_MOST_PERCENT = 20
_USUAL_FLOOR = 60  # per cent of the shelf's price


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayTerms:
    floor: Money
    percent: int = 1  # for each one who joins
    cap_per_group: int = 40
    per_person: int = 1
    most: int | None = None  # pieces in all
    lasts: timedelta = timedelta(days=2)  # of the counting, from the moment it is opened


class SaleDayOffers(Offers[SaleDay, SaleDayId, SaleDayTerms]):
    """What a merchant does with a sale day."""

    unknown = UnknownSaleDay

    def __init__(self, bench: Bench, sales: SaleDayRepository, ending: SaleDayEnding) -> None:
        super().__init__(bench)
        self._sales = sales
        self._ending = ending

    async def freeze(self, sale_id: SaleDayId, *, by: PersonId) -> SaleDay:
        """End the counting now, and open the sale; its card says who did.

        A second tap changes nothing. Raises NobodyJoined, OfferEnded.
        """
        sale = await self.own(sale_id, by=by)
        if sale.status is SaleDayStatus.SELLING:
            return sale
        if sale.status is not SaleDayStatus.COUNTING:
            raise OfferEnded
        if not sale.joins:
            raise NobodyJoined
        now = self._bench.clock.now()
        sale.frozen_early = now < sale.until
        sale.until = min(sale.until, now)
        await self._ending.freeze(sale)
        return sale

    def terms_of(self, offer: SaleDay) -> SaleDayTerms:
        return SaleDayTerms(
            floor=offer.floor,
            percent=offer.percent,
            cap_per_group=offer.cap_per_group,
            per_person=offer.per_person,
            most=offer.most,
            lasts=offer.lasts,
        )

    async def chosen(self, offer: SaleDay) -> Mapping[GroupId, int | None]:
        return {place.group_id: place.thread_id for place in await self._sales.groups(offer.id)}

    def _usual(self, product: Product) -> SaleDayTerms:
        return SaleDayTerms(floor=share_of_shelf(product, _USUAL_FLOOR))

    def _check(self, product: Product, terms: SaleDayTerms) -> None:
        """Raise BadSaleTerms, OneDownloadEach, BadSaleFloor, BadDeadline."""
        limits = (
            (terms.percent, _MOST_PERCENT),
            (terms.cap_per_group, rules.MOST_UNITS),
            (terms.per_person, rules.MOST_PER_PERSON),
            (terms.most or 1, rules.MOST_UNITS),
        )
        for value, most in limits:
            if not 1 <= value <= most:
                raise BadSaleTerms(least=1, most=most)
        check_downloads(product, terms.per_person)
        shelf = cheapest(product, terms)
        if shelf is None or not 0 < terms.floor.minor < shelf.minor:
            raise BadSaleFloor(price=shelf or terms.floor)
        rules.check_span(terms.lasts, self._bench.settings)

    def _write(self, offer: SaleDay, terms: SaleDayTerms, product: Product) -> None:
        offer.start, offer.floor = cheapest(product, terms) or terms.floor, terms.floor
        offer.percent, offer.cap_per_group = terms.percent, terms.cap_per_group
        offer.per_person, offer.most = terms.per_person, terms.most
        offer.until = offer.made_at + terms.lasts

    async def _add(self, product: Product, terms: SaleDayTerms, by: PersonId) -> SaleDay:
        sale = SaleDay(
            merchant_id=product.merchant_id,
            product_id=product.id,
            made_by_id=by,
            status=SaleDayStatus.DRAFT,
            currency=terms.floor.currency,
            joins=0,
            sold=0,
            frozen_early=False,
            made_at=self._bench.clock.now(),
        )
        self._write(sale, terms, product)
        self._sales.add(sale)
        await self._sales.flush()
        return sale

    async def _lock(self, offer_id: SaleDayId) -> SaleDay:
        return await self._sales.lock(offer_id)

    async def _place(self, offer: SaleDay, group_id: GroupId, thread_id: int | None) -> None:
        place = SaleDayGroup(sale_id=offer.id, group_id=group_id, thread_id=thread_id, joins=0)
        self._sales.add(place)
        await self._sales.flush()

    async def _leave_out(self, offer: SaleDay, group_id: GroupId) -> None:
        await self._sales.remove_group(offer.id, group_id)

    async def _open(self, offer: SaleDay, lasts: timedelta) -> None:
        offer.move(SaleDayStatus.COUNTING)
        offer.until = self._bench.clock.now() + lasts
        await self._bench.events.publish(SaleDayOpened(sale_id=offer.id))

    async def _extend(self, offer: SaleDay, span: timedelta) -> None:
        """The counting lasts longer, or the sale, whichever goes on."""
        offer.until += span
        await self._bench.events.publish(SaleDayChanged(sale_id=offer.id))

    async def _close(self, offer: SaleDay) -> None:
        await self._ending.close(offer)
