"""What a merchant does with an offer, whatever its terms: draft, change, place, open, extend."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from bot.catalog.models import Product, ProductId, Variant
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals.errors import AlreadyExtended, BadDeadline, NoGroupChosen, NotSoldByYou
from bot.deals.offering.errors import OfferEnded, OfferRuns
from bot.deals.offering.models import Offer
from bot.deals.settings import DealSettings
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.errors import ShopError
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments.accounts import GatewayAccountService
from bot.payments.errors import NoGatewayAccount
from bot.payments.models import PayeeId
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

    catalog: CatalogService
    merchants: MerchantRepository
    groups: GroupService
    accounts: GatewayAccountService
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

        Raises NotSoldByYou, NoGatewayAccount, and what is wrong with the terms.
        """
        product = await self._bench.catalog.get_for_sale(product_id)
        if not await self._bench.merchants.is_staff(product.merchant_id, by):
            raise NotSoldByYou
        terms = terms or self._usual(product)
        self._check(product, terms)
        payee = PayeeId(product.merchant_id)
        if not await self._bench.accounts.can_take(payee, terms.floor.currency):
            raise NoGatewayAccount
        return await self._add(product, terms, by)

    async def change(self, offer_id: IdT, *, by: PersonId, **facts: Any) -> OfferT:  # noqa: ANN401 -- any of the terms' fields
        """Change a draft; raises what ``draft`` does, and leaves it as it was then."""
        offer = await self.own_draft(offer_id, by=by)
        terms = replace(self.terms_of(offer), **facts)
        product = await self._bench.catalog.get_for_sale(offer.product_id)
        self._check(product, terms)
        self._write(offer, terms, product)
        return offer

    async def own(self, offer_id: IdT, *, by: PersonId) -> OfferT:
        """Lock an offer for one of its merchant's people; others are told it is unknown."""
        offer = await self._lock(offer_id)
        if not await self._bench.merchants.is_staff(offer.merchant_id, by):
            raise self.unknown
        return offer

    async def own_draft(self, offer_id: IdT, *, by: PersonId) -> OfferT:
        """Raises OfferRuns for what is not a draft any more."""
        offer = await self.own(offer_id, by=by)
        if not offer.is_draft:
            raise OfferRuns
        return offer

    async def places(self, offer: OfferT) -> Sequence[Group]:
        """The groups where its merchant may sell."""
        return await self._bench.groups.selling(offer.merchant_id)

    async def toggle(
        self, offer_id: IdT, group_id: GroupId, *, by: PersonId, thread_id: int | None = None
    ) -> OfferT:
        """Let a draft stand in a group (in one of its topics), or not. Raises NotSoldHere."""
        offer = await self.own_draft(offer_id, by=by)
        group = await self._bench.groups.get(group_id)
        merchant = await self._bench.merchants.get(offer.merchant_id)
        await self._bench.groups.refuse_stranger(group, merchant)
        if group_id in await self.chosen(offer):
            await self._leave_out(offer, group_id)
        else:
            await self._place(offer, group_id, group.topic_near(thread_id))
        return offer

    async def open(self, offer_id: IdT, *, by: PersonId) -> OfferT:
        """Let its groups see it; a second tap changes nothing. Raises NoGroupChosen."""
        offer = await self.own(offer_id, by=by)
        if not offer.is_draft:
            return offer
        if not await self.chosen(offer):
            raise NoGroupChosen
        terms = self.terms_of(offer)
        product = await self._bench.catalog.get_for_sale(offer.product_id)
        self._check(product, terms)  # the shelf's price may have changed meanwhile
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

    @abstractmethod
    def terms_of(self, offer: OfferT) -> TermsT: ...

    @abstractmethod
    async def chosen(self, offer: OfferT) -> Collection[GroupId]:
        """The groups where it stands."""

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
