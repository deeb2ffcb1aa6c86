"""What a merchant does with an offer, whatever its terms: draft, change, place, open, extend."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from bot.catalog.models import Product, ProductId, Variant
from bot.deals import rails
from bot.deals.errors import AlreadyExtended, BadDeadline
from bot.deals.offering.errors import OfferEnded, OfferRuns
from bot.deals.offering.models import Offer
from bot.deals.posting import Posting
from bot.deals.settings import DealSettings
from bot.groups.models import Group, GroupId
from bot.kit.clock import Clock
from bot.kit.errors import ShopError
from bot.kit.events import Events
from bot.kit.money import Money
from bot.people.models import PersonId


class Terms(Protocol):
    """What is offered: a frozen dataclass of each kind's own."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def floor(self) -> Money: ...

    @property
    def lasts(self) -> timedelta: ...


OfferT = TypeVar("OfferT", bound=Offer)
IdT = TypeVar("IdT", bound=int)
TermsT = TypeVar("TermsT", bound=Terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where every kind of offer is made."""

    posting: Posting
    events: Events
    clock: Clock
    settings: DealSettings


class Offers(ABC, Generic[OfferT, IdT, TermsT]):
    """Each kind says what its terms are; how one is made is the same for all."""

    unknown: ClassVar[type[ShopError]]

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    async def draft(
        self, product_id: ProductId, *, by: PersonId, terms: TermsT | None = None
    ) -> OfferT:
        """Write an offer down that nobody sees yet; without ``terms`` with usual ones.

        Raises NotSoldByYou, NoGatewayAccount, PaidOtherwise, and what is wrong with the terms.
        """
        product = await self._bench.posting.own_product(product_id, by=by)
        terms = terms or self._usual(product)
        await self._refuse_unfit(product, terms)
        return await self._add(product, terms, by)

    async def change(self, offer_id: IdT, *, by: PersonId, **facts: Any) -> OfferT:  # noqa: ANN401 -- any of the terms' fields
        """Change a draft; raises what ``draft`` does, and leaves it as it was then."""
        offer = await self.own_draft(offer_id, by=by)
        terms = replace(self.terms_of(offer), **facts)
        product = await self._bench.posting.catalog.get_for_sale(offer.product_id)
        await self._refuse_unfit(product, terms)
        self._write(offer, terms, product)
        return offer

    async def own(self, offer_id: IdT, *, by: PersonId) -> OfferT:
        """Lock an offer for one of its merchant's people; others are told it is unknown."""
        offer = await self._lock(offer_id)
        if not await self._bench.posting.merchants.is_staff(offer.merchant_id, by):
            raise self.unknown
        return offer

    async def own_draft(self, offer_id: IdT, *, by: PersonId) -> OfferT:
        """Raises OfferRuns for what is not a draft any more."""
        offer = await self.own(offer_id, by=by)
        if not offer.is_draft:
            raise OfferRuns
        return offer

    async def places(self, offer: OfferT) -> Sequence[Group]:
        """The groups where its merchant may sell, and others it is still meant for."""
        return await self._bench.posting.places(offer.merchant_id, await self.chosen(offer))

    async def toggle(
        self, offer_id: IdT, group_id: GroupId, *, by: PersonId, thread_id: int | None = None
    ) -> OfferT:
        """Let a draft stand in a group (in one of its topics), or not.

        Raises what ``place_in`` does; to leave a group out is always allowed.
        """
        offer = await self.own_draft(offer_id, by=by)
        if group_id not in await self.chosen(offer):
            return await self.place_in(offer_id, group_id, by=by, thread_id=thread_id)
        await self._leave_out(offer, group_id)
        return offer

    async def place_in(
        self, offer_id: IdT, group_id: GroupId, *, by: PersonId, thread_id: int | None
    ) -> OfferT:
        """Let a draft stand in this topic of a group; None is its General.

        Raises GroupLeft, NotSoldThere.
        """
        offer = await self.own_draft(offer_id, by=by)
        group = await self._bench.posting.group_for(offer.merchant_id, group_id)
        if group.id in await self.chosen(offer):
            await self._leave_out(offer, group.id)
        await self._place(offer, group.id, group.topic_near(thread_id))
        return offer

    async def open(self, offer_id: IdT, *, by: PersonId) -> OfferT:
        """Let its groups see it; a second tap changes nothing.

        Shelf, prices, keys and groups may have changed since it was drafted: raises NoGroupChosen,
        GroupLeft, NotSoldThere, ProductGone, and what ``draft`` does.
        """
        offer = await self.own(offer_id, by=by)
        if not offer.is_draft:
            return offer
        terms, chosen = self.terms_of(offer), await self.chosen(offer)
        product = await self._bench.posting.product_for(offer.merchant_id, offer.product_id, chosen)
        await self._refuse_unfit(product, terms)
        self._write(offer, terms, product)
        offer.opened_at = self._bench.clock.now()
        await self._open(offer, terms.lasts)
        return offer

    async def extend(self, offer_id: IdT, span: timedelta, *, by: PersonId) -> OfferT:
        """Give it more time, once. Raises AlreadyExtended, OfferEnded, BadDeadline."""
        offer = await self.own(offer_id, by=by)
        now, settings = self._bench.clock.now(), self._bench.settings
        if not offer.is_running(now):
            raise OfferEnded
        if offer.extended_at is not None:
            raise AlreadyExtended
        if not timedelta() < span <= settings.longest_extension:
            raise BadDeadline(shortest=settings.shortest, longest=settings.longest_extension)
        offer.extended_at, offer.reminded_at = now, None
        await self._extend(offer, span)
        return offer

    async def close(self, offer_id: IdT, *, by: PersonId) -> OfferT:
        """Call it off before its time, or throw a draft away. A second tap changes nothing."""
        offer = await self.own(offer_id, by=by)
        now = self._bench.clock.now()
        if offer.is_running(now):
            offer.called_off_at = now
        await self._close(offer)
        return offer

    async def _refuse_unfit(self, product: Product, terms: TermsT) -> None:
        """Raise what is wrong with the terms, or with the ways to take money for them."""
        self._check(product, terms)
        currency = terms.floor.currency
        rails.choose_at_once(currency, await self._bench.posting.means(product, currency))

    @abstractmethod
    def terms_of(self, offer: OfferT) -> TermsT: ...

    @abstractmethod
    async def chosen(self, offer: OfferT) -> Mapping[GroupId, int | None]:
        """The groups where it stands, each with its topic."""

    @abstractmethod
    def _usual(self, product: Product) -> TermsT: ...

    @abstractmethod
    def _check(self, product: Product, terms: TermsT) -> None:
        """Raise what is wrong with them."""

    @abstractmethod
    def _write(self, offer: OfferT, terms: TermsT, product: Product) -> None: ...

    @abstractmethod
    async def _add(self, product: Product, terms: TermsT, by: PersonId) -> OfferT: ...

    @abstractmethod
    async def _lock(self, offer_id: IdT) -> OfferT: ...

    @abstractmethod
    async def _place(self, offer: OfferT, group_id: GroupId, thread_id: int | None) -> None: ...

    @abstractmethod
    async def _leave_out(self, offer: OfferT, group_id: GroupId) -> None: ...

    @abstractmethod
    async def _open(self, offer: OfferT, lasts: timedelta) -> None: ...

    @abstractmethod
    async def _extend(self, offer: OfferT, span: timedelta) -> None: ...

    @abstractmethod
    async def _close(self, offer: OfferT) -> None: ...


def cheapest(product: Product, terms: Terms) -> Money | None:
    """What it costs on the shelf, in the currency of an offer."""
    prices = product.price_range(terms.floor.currency)
    return prices[0] if prices else None


def share_of_shelf(product: Product, percent: int) -> Money:
    """A usual lowest price, for a merchant to change."""
    currency = product.paid_in(product.merchant.currency)
    prices = product.price_range(currency)
    return Money(prices[0].minor * percent // 100 if prices else 0, currency)


def never_dearer(price: Money, variant: Variant) -> Money:
    """What somebody pays where the shelf has become cheaper than what was agreed on."""
    shelf = variant.price(price.currency)
    return price if shelf is None else min(price, shelf)
