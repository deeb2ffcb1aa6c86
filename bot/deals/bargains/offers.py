from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.catalog.models import Product, ProductId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals import rules
from bot.deals.bargains import rules as bargain_rules
from bot.deals.bargains.ending import BargainEnding
from bot.deals.bargains.errors import BargainRuns, UnknownBargain
from bot.deals.bargains.events import BargainOffered
from bot.deals.bargains.models import (
    BargainOffer,
    BargainOfferId,
    BargainOfferStatus,
    BargainPlace,
)
from bot.deals.bargains.repository import BargainRepository
from bot.deals.errors import NoGroupChosen, NotSoldByYou
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

_USUAL_FLOOR = 70  # per cent of the shelf's price


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainTerms:
    floor: Money
    helpers: int = 5
    helps_each: int = 3
    lasts: timedelta = timedelta(days=1)  # from the moment it is opened


class BargainOffers:
    """What a merchant does: draft an offer to bargain, open it, end it."""

    def __init__(
        self,
        *,
        bargains: BargainRepository,
        ending: BargainEnding,
        catalog: CatalogService,
        merchants: MerchantRepository,
        groups: GroupService,
        accounts: GatewayAccountService,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._bargains = bargains
        self._ending = ending
        self._catalog = catalog
        self._merchants = merchants
        self._groups = groups
        self._accounts = accounts
        self._events = events
        self._clock = clock
        self._settings = settings

    async def draft(
        self, product_id: ProductId, *, by: PersonId, terms: BargainTerms | None = None
    ) -> BargainOffer:
        """Write an offer down that nobody sees yet; without ``terms`` with usual ones.

        Raises NotSoldByYou, NoGatewayAccount, and what is wrong: BadHelpers, BadFloor, BadDeadline.
        """
        product = await self._catalog.get_for_sale(product_id)
        if not await self._merchants.is_staff(product.merchant_id, by):
            raise NotSoldByYou
        terms = terms or _usual(product)
        self._check(product, terms)
        payee = PayeeId(product.merchant_id)
        if not await self._accounts.can_take(payee, terms.floor.currency):
            raise NoGatewayAccount
        now = self._clock.now()
        offer = BargainOffer(
            merchant_id=product.merchant_id,
            product_id=product.id,
            made_by_id=by,
            status=BargainOfferStatus.DRAFT,
            currency=terms.floor.currency,
            made_at=now,
        )
        _write(offer, terms)
        self._bargains.add(offer)
        await self._bargains.flush()
        return offer

    async def change(self, offer_id: BargainOfferId, *, by: PersonId, **facts: Any) -> BargainOffer:  # noqa: ANN401 -- any of BargainTerms' fields
        """Change a draft; raises what ``draft`` does, and leaves it as it was then."""
        offer = await self.own_draft(offer_id, by=by)
        terms = replace(_terms_of(offer), **facts)
        self._check(await self._catalog.get_for_sale(offer.product_id), terms)
        _write(offer, terms)
        return offer

    async def own(self, offer_id: BargainOfferId, *, by: PersonId) -> BargainOffer:
        """Raises UnknownBargain."""
        offer = await self._bargains.lock_offer(offer_id)
        if not await self._merchants.is_staff(offer.merchant_id, by):
            raise UnknownBargain
        return offer

    async def own_draft(self, offer_id: BargainOfferId, *, by: PersonId) -> BargainOffer:
        """Raises BargainRuns for what is not a draft any more."""
        offer = await self.own(offer_id, by=by)
        if offer.status is not BargainOfferStatus.DRAFT:
            raise BargainRuns
        return offer

    async def places(self, offer: BargainOffer) -> Sequence[Group]:
        """The groups where its merchant may sell."""
        return await self._groups.selling(offer.merchant_id)

    async def toggle(
        self,
        offer_id: BargainOfferId,
        group_id: GroupId,
        *,
        by: PersonId,
        thread_id: int | None = None,
    ) -> BargainOffer:
        """Let a draft stand in a group (in one of its topics), or not. Raises NotSoldHere."""
        offer = await self.own_draft(offer_id, by=by)
        group = await self._groups.get(group_id)
        await self._groups.refuse_stranger(group, await self._merchants.get(offer.merchant_id))
        place = await self._bargains.find_place(offer.id, group.id)
        if place is not None:
            await self._bargains.remove(place)
            return offer
        topic = group.topic_near(thread_id)
        self._bargains.add(BargainPlace(offer_id=offer.id, group_id=group.id, thread_id=topic))
        await self._bargains.flush()
        return offer

    async def open(self, offer_id: BargainOfferId, *, by: PersonId) -> BargainOffer:
        """Let its groups see it; a second tap changes nothing. Raises NoGroupChosen."""
        offer = await self.own(offer_id, by=by)
        if offer.status is not BargainOfferStatus.DRAFT:
            return offer
        if not await self._bargains.places(offer.id):
            raise NoGroupChosen
        terms = _terms_of(offer)
        self._check(await self._catalog.get_for_sale(offer.product_id), terms)
        offer.move(BargainOfferStatus.OPEN)
        offer.opened_at = self._clock.now()
        offer.closes_at = offer.opened_at + terms.lasts
        await self._events.publish(BargainOffered(offer_id=offer.id))
        return offer

    async def close(self, offer_id: BargainOfferId, *, by: PersonId) -> BargainOffer:
        """End it before its time, or throw a draft away."""
        offer = await self.own(offer_id, by=by)
        if offer.status is BargainOfferStatus.DRAFT:
            offer.move(BargainOfferStatus.CLOSED)
        else:
            await self._ending.close(offer)
        return offer

    def _check(self, product: Product, terms: BargainTerms) -> None:
        shelf = product.price_range(terms.floor.currency)
        cheapest = shelf[0] if shelf else None
        bargain_rules.check_terms(cheapest, terms.floor, terms.helpers, terms.helps_each)
        rules.check_span(terms.lasts, self._settings)


def _usual(product: Product) -> BargainTerms:
    currency = product.paid_in(product.merchant.currency)
    shelf = product.price_range(currency)
    minor = shelf[0].minor * _USUAL_FLOOR // 100 if shelf else 0
    return BargainTerms(floor=Money(minor, currency))


def _terms_of(offer: BargainOffer) -> BargainTerms:
    return BargainTerms(
        floor=offer.floor,
        helpers=offer.helpers,
        helps_each=offer.helps_each,
        lasts=offer.closes_at - (offer.opened_at or offer.made_at),
    )


def _write(offer: BargainOffer, terms: BargainTerms) -> None:
    offer.floor, offer.helpers, offer.helps_each = terms.floor, terms.helpers, terms.helps_each
    offer.closes_at = offer.made_at + terms.lasts
