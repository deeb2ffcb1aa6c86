"""What is different between the kinds of offers, for whoever makes one."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Any

from bot.catalog.models import MerchantId, Product
from bot.catalog.pending import PendingKind
from bot.deals.bargains.models import BargainOffer, BargainOfferId
from bot.deals.bargains.offers import BargainOffers
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.deals.offering.models import Offer
from bot.deals.offering.offers import Offers
from bot.deals.sale_days.models import SaleDay, SaleDayId, SaleDayStatus
from bot.deals.sale_days.offers import SaleDayOffers
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import SaleDayService
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.offering import terms
from bot.handlers.deals.offering.callbacks import OfferKind, OfferVerb
from bot.handlers.deals.offering.terms import Term
from bot.handlers.deals.sale_days.desk import SaleDayDesk
from bot.kit.texts import Words
from bot.orders.models import OrderId
from bot.telegram.replies import Screen


class OfferFace(ABC):
    kind: OfferKind
    mark: str
    question: PendingKind  # what is asked while she makes one
    terms: Sequence[Term]
    offers: Offers[Any, Any, Any]

    def term(self, name: str) -> Term:
        """Raises what an unknown offer does: only a forged button names another."""
        for term in self.terms:
            if term.name == name:
                return term
        raise self.offers.unknown

    @abstractmethod
    async def card(self, words: Words, number: int) -> Screen:
        """As it will look in a group, without its buttons."""

    @abstractmethod
    async def product(self, number: int) -> Product: ...

    @abstractmethod
    async def led(self, merchants: Collection[MerchantId]) -> Sequence[tuple[int, Offer]]:
        """What runs, and what is not posted yet."""

    @abstractmethod
    async def orders(self, number: int) -> Sequence[OrderId]:
        """What has been sold by it."""

    @abstractmethod
    def verbs(self, offer: Any) -> Sequence[OfferVerb]:  # noqa: ANN401 -- of its own kind
        """What its merchant may do with one that runs."""


class BargainFace(OfferFace):
    kind = OfferKind.BARGAIN
    mark = "🪓"
    question = PendingKind.BARGAIN
    terms = terms.BARGAIN

    def __init__(
        self,
        offers: BargainOffers,
        bargains: BargainRepository,
        bargaining: BargainService,
        desk: BargainDesk,
    ) -> None:
        self.offers = offers
        self._bargains = bargains
        self._bargaining = bargaining
        self._desk = desk

    async def card(self, words: Words, number: int) -> Screen:
        return await self._desk.offer(words, BargainOfferId(number), is_preview=True)

    async def product(self, number: int) -> Product:
        return (await self._bargaining.sheet(BargainOfferId(number))).product

    async def led(self, merchants: Collection[MerchantId]) -> Sequence[tuple[int, Offer]]:
        return [(offer.id, offer) for offer in await self._bargains.of_merchants(merchants)]

    async def orders(self, number: int) -> Sequence[OrderId]:
        return await self._bargains.orders(BargainOfferId(number))

    def verbs(self, offer: BargainOffer) -> Sequence[OfferVerb]:
        return (*_more_time(offer), OfferVerb.END)


class SaleDayFace(OfferFace):
    kind = OfferKind.SALE_DAY
    mark = "📉"
    question = PendingKind.SALE_DAY
    terms = terms.SALE_DAY

    def __init__(
        self,
        offers: SaleDayOffers,
        sales: SaleDayRepository,
        sale_days: SaleDayService,
        desk: SaleDayDesk,
    ) -> None:
        self.offers = offers
        self.sale_offers = offers
        self._sales = sales
        self._sale_days = sale_days
        self._desk = desk

    async def card(self, words: Words, number: int) -> Screen:
        return await self._desk.card(words, SaleDayId(number), is_preview=True)

    async def product(self, number: int) -> Product:
        return (await self._sale_days.sheet(SaleDayId(number))).product

    async def led(self, merchants: Collection[MerchantId]) -> Sequence[tuple[int, Offer]]:
        return [(sale.id, sale) for sale in await self._sales.of_merchants(merchants)]

    async def orders(self, number: int) -> Sequence[OrderId]:
        return await self._sales.orders(SaleDayId(number))

    def verbs(self, offer: SaleDay) -> Sequence[OfferVerb]:
        is_counting = offer.status is SaleDayStatus.COUNTING
        freeze = (OfferVerb.FREEZE,) if is_counting and offer.joins else ()
        return (*_more_time(offer), *freeze, OfferVerb.END)


class OfferFaces:
    """One face a kind, in the order in which they are offered."""

    def __init__(self, bargains: BargainFace, sale_days: SaleDayFace) -> None:
        self._faces = {face.kind: face for face in (bargains, sale_days)}
        self.sale_days = sale_days

    def __getitem__(self, kind: OfferKind) -> OfferFace:
        return self._faces[kind]

    def asked_by(self, question: PendingKind) -> OfferFace:
        return next(face for face in self.all if face.question is question)

    @property
    def all(self) -> Sequence[OfferFace]:
        return tuple(self._faces.values())


def _more_time(offer: Offer) -> tuple[OfferVerb, ...]:
    return (OfferVerb.EXTEND,) if offer.extended_at is None else ()
