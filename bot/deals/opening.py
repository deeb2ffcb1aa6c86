from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalog.models import Product, ProductId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals import rules
from bot.deals.errors import (
    AlreadyExtended,
    BadDeadline,
    DealClosed,
    DealNotCheaper,
    NoGroupChosen,
    NoPartsOfStars,
    NotSoldByYou,
    UnknownDeal,
)
from bot.deals.events import DealChanged, DealExtended, DealOpened
from bot.deals.models import (
    Deal,
    DealGroup,
    DealId,
    DealKind,
    DealStatus,
    Handing,
    ProofKind,
    Step,
    Unit,
)
from bot.deals.proof import ProofLog
from bot.deals.reaching import note_goal
from bot.deals.repository import DealRepository
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Currency, Money
from bot.payments.accounts import GatewayAccountService
from bot.payments.errors import NoGatewayAccount
from bot.payments.models import PayeeId
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a merchant wants to offer."""

    kind: DealKind
    goal: int
    price: Money
    closes_at: datetime
    unit: Unit = Unit.PEOPLE
    steps: Sequence[Step] = ()
    per_person: int = 1
    cap: int | None = None
    handing: Handing = Handing.DELIVERY
    leader_discount: int = 0  # minor units


class OpeningService:
    """What a merchant does with a deal: draft, open, extend, sponsor."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        catalog: CatalogService,
        merchants: MerchantRepository,
        groups: GroupService,
        accounts: GatewayAccountService,
        proof: ProofLog,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._catalog = catalog
        self._merchants = merchants
        self._groups = groups
        self._accounts = accounts
        self._proof = proof
        self._events = events
        self._clock = clock
        self._settings = settings

    async def draft(self, product_id: ProductId, terms: Terms, *, by: PersonId) -> Deal:
        """Write a deal down that nobody sees yet.

        Raises NotSoldByYou, NoGatewayAccount, and what is wrong with the terms: BadGoal, BadSteps,
        BadLimit, BadDeadline, DealNotCheaper, NoPartsOfStars.
        """
        product = await self._catalog.get_for_sale(product_id)
        await self._refuse_strangers(product, by)
        self._check(product, terms)
        payee = PayeeId(product.merchant_id)
        if not await self._accounts.can_take(payee, terms.price.currency):
            raise NoGatewayAccount

        deal = Deal(
            merchant_id=product.merchant_id,
            product_id=product.id,
            made_by_id=by,
            kind=terms.kind,
            unit=Unit.PIECES if terms.kind is DealKind.CASE else terms.unit,
            goal=terms.goal,
            price=terms.price,
            steps=[*terms.steps],
            per_person=terms.per_person,
            cap=terms.cap,
            handing=terms.handing,
            leader_discount_minor=terms.leader_discount,
            made_at=self._clock.now(),
            closes_at=terms.closes_at,
        )
        self._deals.add(deal)
        await self._deals.flush()
        return deal

    async def open(
        self, deal_id: DealId, places: Mapping[GroupId, int | None], *, by: PersonId
    ) -> Deal:
        """Let groups (each with its topic) see it; a second tap changes nothing.

        Raises NoGroupChosen, NotSoldHere, BadDeadline where it lay about too long.
        """
        deal = await self._own(deal_id, by)
        if deal.status is not DealStatus.DRAFT:
            return deal
        if not places:
            raise NoGroupChosen
        rules.check_deadline(deal.closes_at, self._clock.now(), self._settings)
        merchant = await self._merchants.get(deal.merchant_id)
        for group_id, thread_id in places.items():
            group = await self._groups.get(group_id)
            await self._groups.refuse_stranger(group, merchant)
            self._deals.add(DealGroup(deal_id=deal.id, group_id=group.id, thread_id=thread_id))
        deal.move(DealStatus.OPEN)
        deal.opened_at = self._clock.now()
        await self._events.publish(DealOpened(deal_id=deal.id))
        return deal

    async def discard(self, deal_id: DealId, *, by: PersonId) -> None:
        deal = await self._own(deal_id, by)
        if deal.status is DealStatus.DRAFT:
            deal.move(DealStatus.CANCELLED)

    async def extend(self, deal_id: DealId, closes_at: datetime, *, by: PersonId) -> Deal:
        """Give it more time, once. Raises AlreadyExtended, DealClosed, BadDeadline."""
        deal = await self._own(deal_id, by)
        if not deal.is_open(self._clock.now()):
            raise DealClosed
        if deal.extended_at is not None:
            raise AlreadyExtended
        longest = self._settings.longest_extension
        if not deal.closes_at < closes_at <= deal.closes_at + longest:
            raise BadDeadline(shortest=self._settings.shortest, longest=longest)

        deal.closes_at, deal.extended_at, deal.reminded_at = closes_at, self._clock.now(), None
        await self._events.publish(DealExtended(deal_id=deal.id))
        return deal

    async def sponsor(self, deal_id: DealId, units: int, *, by: PersonId) -> Deal:
        """The merchant gives this many units towards the goal; card and log say so.

        A total, not an addition, so that a second tap gives no more. It can only grow, and never
        makes a deal of nobody: at least one seat is a shopper's.
        """
        deal = await self._own(deal_id, by)
        if not deal.is_open(self._clock.now()):
            raise DealClosed
        most = deal.goal - 1
        if not deal.sponsored < units <= most:
            return deal
        given, deal.sponsored = units - deal.sponsored, units
        await self._proof.write(deal, ProofKind.SPONSORED, None, given)
        await self._events.publish(DealChanged(deal_id=deal.id))
        await note_goal(deal, self._events, self._clock)
        return deal

    async def _own(self, deal_id: DealId, by: PersonId) -> Deal:
        deal = await self._deals.lock(deal_id)
        if not await self._merchants.is_staff(deal.merchant_id, by):
            raise UnknownDeal
        return deal

    async def _refuse_strangers(self, product: Product, by: PersonId) -> None:
        if not await self._merchants.is_staff(product.merchant_id, by):
            raise NotSoldByYou

    def _check(self, product: Product, terms: Terms) -> None:
        rules.check_goal(terms.kind, terms.unit, terms.goal)
        rules.check_limits(terms.goal, terms.per_person, terms.cap)
        rules.check_deadline(terms.closes_at, self._clock.now(), self._settings)
        if terms.kind is DealKind.LADDER:
            rules.check_steps(terms.price, terms.goal, terms.steps)
        if terms.price.currency is Currency.XTR and terms.kind in {DealKind.LADDER, DealKind.CASE}:
            raise NoPartsOfStars
        shelf = product.price_range(terms.price.currency)
        if terms.price.minor <= 0 or shelf is None or not terms.price < shelf[0]:
            raise DealNotCheaper(price=shelf[0] if shelf else terms.price)
