from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.catalog.models import Product, ProductId
from bot.catalog.repository import MerchantRepository
from bot.deals import rails
from bot.deals.draft_access import DraftAccess
from bot.deals.errors import (
    AlreadyExtended,
    BadDeadline,
    DealClosed,
    DealNotCheaper,
    HoldTooLong,
    UnknownDeal,
)
from bot.deals.events import DealChanged, DealExtended, DealOpened
from bot.deals.models import (
    Deal,
    DealGroup,
    DealId,
    DealKind,
    DealStatus,
    ProofKind,
)
from bot.deals.posting import Posting
from bot.deals.proof import ProofLine, ProofLog
from bot.deals.proposal_models import ProposalStatus
from bot.deals.proposal_repository import ProposalRepository
from bot.deals.reaching import note_goal
from bot.deals.repository import DealRepository
from bot.deals.settings import DealSettings
from bot.deals.terms import Terms, check, terms_of, usual_terms, write
from bot.groups.models import Group, GroupId
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments.models import Rail
from bot.people.models import PersonId


class OpeningService:
    """What a merchant does with a deal: draft, open, extend, sponsor."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        proposals: ProposalRepository,
        access: DraftAccess,
        posting: Posting,
        merchants: MerchantRepository,
        proof: ProofLog,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._proposals = proposals
        self._access = access
        self._posting = posting
        self._merchants = merchants
        self._proof = proof
        self._events = events
        self._clock = clock
        self._settings = settings

    async def draft(self, product_id: ProductId, terms: Terms, *, by: PersonId) -> Deal:
        """Write a deal down that nobody sees yet.

        Raises NotSoldByYou, NoGatewayAccount, PaidOtherwise, and what is wrong with the terms:
        BadGoal, BadSteps, BadLimit, CapTooSmall, BadDeadline, DealNotCheaper, NoPartsOfStars,
        OneDownloadEach.
        """
        product = await self._posting.own_product(product_id, by=by)
        return await self._write_down(product, terms, by)

    async def _write_down(self, product: Product, terms: Terms, by: PersonId) -> Deal:
        check(product, terms, self._settings)
        rail = await self._rail(product, terms)

        now = self._clock.now()
        deal = Deal(
            merchant_id=product.merchant_id,
            product_id=product.id,
            made_by_id=by,
            status=DealStatus.DRAFT,
            rail=rail,
            currency=terms.price.currency,
            made_at=now,
            closes_at=now + terms.lasts,
        )
        write(deal, terms)
        self._deals.add(deal)
        await self._deals.flush()
        return deal

    async def sketch(self, product_id: ProductId, kind: DealKind, *, by: PersonId) -> Deal:
        """Draft a deal with usual terms, to be changed: a tenth off for five people in a day."""
        product = await self._posting.own_product(product_id, by=by)
        return await self.write_usual(product, kind, by=by)

    async def write_usual(self, product: Product, kind: DealKind, *, by: PersonId) -> Deal:
        """Whether this person may is asked before."""
        currency = product.paid_in(product.merchant.currency)
        shelf = product.price_range(currency)
        if shelf is None:
            raise DealNotCheaper(price=Money.zero(currency))
        return await self._write_down(product, usual_terms(kind, shelf[0]), by)

    async def change(self, deal_id: DealId, *, by: PersonId, **facts: Any) -> Deal:  # noqa: ANN401 -- any of Terms' fields
        """Change a draft's terms; raises what ``draft`` does, and leaves it as it was then."""
        deal = await self.own_draft(deal_id, by=by)
        terms = replace(terms_of(deal), **facts)
        product = await self._posting.catalog.get_for_sale(deal.product_id)
        check(product, terms, self._settings)
        deal.rail = await self._rail(product, terms)
        write(deal, terms)
        deal.closes_at = deal.made_at + terms.lasts
        await self._note_change(deal)
        return deal

    async def own_draft(self, deal_id: DealId, *, by: PersonId) -> Deal:
        """Raises UnknownDeal, and DealClosed for what is not a draft any more."""
        deal = await self._access.lock(deal_id, by)
        if deal.status is not DealStatus.DRAFT:
            raise DealClosed
        return deal

    async def places(self, deal: Deal) -> Sequence[Group]:
        """The groups where its merchant may sell, and others it is still meant for."""
        return await self._posting.places(deal.merchant_id, await self.chosen(deal))

    async def chosen(self, deal: Deal) -> Mapping[GroupId, int | None]:
        """The groups it is meant for, each with its topic."""
        return {place.group_id: place.thread_id for place in await self._deals.groups(deal.id)}

    async def toggle(
        self, deal_id: DealId, group_id: GroupId, *, by: PersonId, thread_id: int | None = None
    ) -> Deal:
        """Let a draft run in a group (in one of its topics), or not.

        Raises what ``place_in`` does; to leave a group out is always allowed.
        """
        deal = await self.own_draft(deal_id, by=by)
        group = await self._posting.groups.get(group_id)
        place = await self._deals.find_group(deal.id, group.id)
        if place is None:
            return await self.place_in(deal_id, group.id, by=by, thread_id=thread_id)
        await self._deals.remove(place)
        await self._note_change(deal)
        return deal

    async def place_in(
        self, deal_id: DealId, group_id: GroupId, *, by: PersonId, thread_id: int | None
    ) -> Deal:
        """Let a draft run in this topic of a group; None is its General.

        Raises GroupLeft, NotSoldThere.
        """
        deal = await self.own_draft(deal_id, by=by)
        group = await self._posting.group_for(deal.merchant_id, group_id)
        await self._access.refuse_other_group(deal, group.id, by)
        topic = group.topic_near(thread_id)
        place = await self._deals.find_group(deal.id, group.id)
        if place is None:
            self._deals.add(DealGroup(deal_id=deal.id, group_id=group.id, thread_id=topic))
            await self._deals.flush()
        else:
            place.thread_id = topic
        await self._note_change(deal)
        return deal

    async def stands_in(self, deal: Deal, group_id: GroupId) -> bool:
        return await self._deals.find_group(deal.id, group_id) is not None

    async def open(self, deal_id: DealId, *, by: PersonId) -> Deal:
        """Let its groups see it; a second tap changes nothing. Raises NoGroupChosen."""
        deal = await self._own(deal_id, by)
        if deal.status is not DealStatus.DRAFT:
            return deal
        proposal = await self._proposals.find(deal.id)
        if proposal is not None and proposal.status is not ProposalStatus.APPROVED:
            raise UnknownDeal
        await self.recheck(deal)
        lasts = deal.closes_at - deal.made_at
        deal.move(DealStatus.OPEN)
        deal.opened_at = self._clock.now()
        deal.closes_at = deal.opened_at + lasts
        await self._events.publish(DealOpened(deal_id=deal.id))
        return deal

    async def recheck(self, deal: Deal) -> None:
        """A draft may have lain a while: shelf, prices, keys and groups change meanwhile.

        Raises NoGroupChosen, GroupLeft, NotSoldThere, ProductGone, and what ``draft`` does.
        """
        chosen = await self.chosen(deal)
        product = await self._posting.product_for(deal.merchant_id, deal.product_id, chosen)
        check(product, terms_of(deal), self._settings)
        deal.rail = await self._rail(product, terms_of(deal))

    async def discard(self, deal_id: DealId, *, by: PersonId) -> None:
        """A proposal is withdrawn with it."""
        deal = await self._access.lock(deal_id, by)
        proposal = await self._proposals.find(deal.id)
        if proposal is not None and proposal.status is not ProposalStatus.WRITTEN:
            raise UnknownDeal
        if proposal is not None:
            proposal.move(ProposalStatus.WITHDRAWN)
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
        is_bound = not deal.lets_teams_form
        if is_bound and not rails.carries(deal.rail, deal.opened_at or deal.made_at, closes_at):
            raise HoldTooLong(longest=rails.LONGEST_HOLD)

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
        await self._proof.write(deal, [ProofLine(kind=ProofKind.SPONSORED, pieces=given)])
        await self._events.publish(DealChanged(deal_id=deal.id))
        await note_goal(deal, self._events, self._clock)
        return deal

    async def _own(self, deal_id: DealId, by: PersonId) -> Deal:
        deal = await self._deals.lock(deal_id)
        if not await self._merchants.is_staff(deal.merchant_id, by):
            raise UnknownDeal
        return deal

    async def _note_change(self, deal: Deal) -> None:
        """Whoever looks at what was asked sees that it is not the same any more."""
        proposal = await self._proposals.find(deal.id)
        if proposal is not None and proposal.is_waiting:
            proposal.changes += 1

    async def _rail(self, product: Product, terms: Terms) -> Rail:
        """How its money will be taken; the deal keeps it, whatever keys change later."""
        currency = terms.price.currency
        means = await self._posting.means(product, currency)
        # A team is held for its own hours only, however long teams may be started.
        lasts = self._settings.team if terms.kind is DealKind.TEAM else terms.lasts
        return rails.choose(currency, lasts, means)
