from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.catalog.models import Product
from bot.deals import rules
from bot.deals.bargains import rules as bargain_rules
from bot.deals.bargains.ending import BargainEnding
from bot.deals.bargains.errors import UnknownBargain
from bot.deals.bargains.events import BargainOfferChanged, BargainOffered
from bot.deals.bargains.models import (
    BargainOffer,
    BargainOfferId,
    BargainOfferStatus,
    BargainPlace,
)
from bot.deals.bargains.repository import BargainRepository
from bot.deals.offering.offers import Bench, Offers, cheapest, share_of_shelf
from bot.groups.models import GroupId
from bot.kit.money import Money
from bot.people.models import PersonId

_USUAL_FLOOR = 70  # per cent of the shelf's price


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainTerms:
    floor: Money
    helpers: int = 5
    helps_each: int = 3
    lasts: timedelta = timedelta(days=1)  # from the moment it is opened


class BargainOffers(Offers[BargainOffer, BargainOfferId, BargainTerms]):
    """What a merchant does with an offer to bargain."""

    unknown = UnknownBargain

    def __init__(self, bench: Bench, bargains: BargainRepository, ending: BargainEnding) -> None:
        super().__init__(bench)
        self._bargains = bargains
        self._ending = ending

    def terms_of(self, offer: BargainOffer) -> BargainTerms:
        return BargainTerms(
            floor=offer.floor,
            helpers=offer.helpers,
            helps_each=offer.helps_each,
            lasts=offer.lasts,
        )

    async def chosen(self, offer: BargainOffer) -> Mapping[GroupId, int | None]:
        return {place.group_id: place.thread_id for place in await self._bargains.places(offer.id)}

    def _usual(self, product: Product) -> BargainTerms:
        return BargainTerms(floor=share_of_shelf(product, _USUAL_FLOOR))

    def _check(self, product: Product, terms: BargainTerms) -> None:
        """Raise BadHelpers, BadFloor, BadDeadline."""
        shelf = cheapest(product, terms)
        bargain_rules.check_terms(shelf, terms.floor, terms.helpers, terms.helps_each)
        rules.check_span(terms.lasts, self._bench.settings)

    def _write(self, offer: BargainOffer, terms: BargainTerms, _: Product) -> None:
        offer.floor, offer.helpers, offer.helps_each = terms.floor, terms.helpers, terms.helps_each
        offer.closes_at = offer.made_at + terms.lasts

    async def _add(self, product: Product, terms: BargainTerms, by: PersonId) -> BargainOffer:
        offer = BargainOffer(
            merchant_id=product.merchant_id,
            product_id=product.id,
            made_by_id=by,
            status=BargainOfferStatus.DRAFT,
            currency=terms.floor.currency,
            made_at=self._bench.clock.now(),
        )
        self._write(offer, terms, product)
        self._bargains.add(offer)
        await self._bargains.flush()
        return offer

    async def _lock(self, offer_id: BargainOfferId) -> BargainOffer:
        return await self._bargains.lock_offer(offer_id)

    async def _place(self, offer: BargainOffer, group_id: GroupId, thread_id: int | None) -> None:
        self._bargains.add(BargainPlace(offer_id=offer.id, group_id=group_id, thread_id=thread_id))
        await self._bargains.flush()

    async def _leave_out(self, offer: BargainOffer, group_id: GroupId) -> None:
        await self._bargains.remove_place(offer.id, group_id)

    async def _open(self, offer: BargainOffer, lasts: timedelta) -> None:
        offer.move(BargainOfferStatus.OPEN)
        offer.closes_at = self._bench.clock.now() + lasts
        await self._bench.events.publish(BargainOffered(offer_id=offer.id))

    async def _extend(self, offer: BargainOffer, span: timedelta) -> None:
        """Whoever asked for help already has as much more time."""
        offer.closes_at += span
        for bargain in await self._bargains.lock_running(offer.id):
            bargain.ends_at, bargain.reminded_at = offer.closes_at, None
        await self._bench.events.publish(BargainOfferChanged(offer_id=offer.id, is_extended=True))

    async def _close(self, offer: BargainOffer) -> None:
        if offer.is_draft:
            offer.move(BargainOfferStatus.CLOSED)
            offer.settled_at = self._bench.clock.now()
        else:
            await self._ending.close(offer)
