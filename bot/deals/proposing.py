from collections.abc import Sequence

from bot.catalog.models import Merchant, ProductId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals.draft_access import DraftAccess
from bot.deals.errors import UnknownDeal
from bot.deals.models import Deal, DealId, DealKind, DealStatus
from bot.deals.opening import OpeningService
from bot.deals.proposal_errors import (
    NobodyToAsk,
    NotAdminAnyMore,
    ProposalChanged,
    ProposalOver,
    TooManyProposals,
)
from bot.deals.proposal_events import DealProposed, ProposalAnswered
from bot.deals.proposal_models import Proposal, ProposalStatus
from bot.deals.proposal_repository import ProposalRepository
from bot.deals.repository import DealRepository
from bot.deals.settings import DealSettings
from bot.groups.errors import NotSoldHere
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.people.models import PersonId
from bot.people.repository import PersonRepository

AT_ONCE = 100


class ProposingService:
    """A group's admin writes a deal for a merchant who sells there; the merchant decides."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        proposals: ProposalRepository,
        access: DraftAccess,
        opening: OpeningService,
        catalog: CatalogService,
        merchants: MerchantRepository,
        groups: GroupService,
        people: PersonRepository,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._proposals = proposals
        self._access = access
        self._opening = opening
        self._catalog = catalog
        self._merchants = merchants
        self._groups = groups
        self._people = people
        self._events = events
        self._clock = clock
        self._settings = settings

    async def merchants_in(self, group_id: GroupId, *, by: PersonId) -> Sequence[Merchant]:
        """For whom an admin of the group may write one. Raises NotAGroupAdmin."""
        group = await self._access.admit(group_id, by)
        return [
            merchant
            for merchant in await self._merchants.all()
            if merchant.is_open and await self._groups.sells(group, merchant.id)
        ]

    async def sketch(
        self,
        product_id: ProductId,
        kind: DealKind,
        *,
        group_id: GroupId,
        thread_id: int | None,
        by: PersonId,
    ) -> Deal:
        """Draft a deal with usual terms in one group. Raises NotAGroupAdmin, NotSoldHere."""
        group = await self._access.admit(group_id, by)
        product = await self._catalog.get_for_sale(product_id)
        await self._groups.refuse_stranger(group, product.merchant)
        deal = await self._opening.write_usual(product, kind, by=by)
        self._proposals.add(
            Proposal(
                deal_id=deal.id,
                group_id=group.id,
                by_id=by,
                status=ProposalStatus.WRITTEN,
                changes=0,
                made_at=self._clock.now(),
            )
        )
        await self._proposals.flush()
        await self._opening.toggle(deal.id, group.id, by=by, thread_id=thread_id)
        return deal

    async def ask(self, deal_id: DealId, *, by: PersonId) -> Proposal:
        """Show it to the merchant's people; a second tap changes nothing.

        Raises what is wrong with it by now, NobodyToAsk, TooManyProposals.
        """
        proposal = await self._proposals.get(deal_id)
        if proposal.by_id == by and proposal.is_waiting:
            return proposal
        deal = await self._access.lock(deal_id, by)
        proposal = await self._own(deal_id, by)
        if proposal.is_waiting:
            return proposal
        await self._refuse_former_seller(deal, proposal)
        await self._opening.recheck(deal)
        merchant = await self._merchants.get(deal.merchant_id)
        if not await self._can_be_asked(deal):
            raise NobodyToAsk(merchant=merchant.name)
        most = self._settings.most_proposals
        if await self._proposals.count_waiting(by, merchant.id) >= most:
            raise TooManyProposals(most=most, merchant=merchant.name)
        proposal.move(ProposalStatus.WAITING)
        proposal.asked_at = self._clock.now()
        await self._events.publish(DealProposed(deal_id=deal_id))
        return proposal

    async def withdraw(self, deal_id: DealId, *, by: PersonId) -> Proposal:
        """Take it back; what is answered stays so. No admin's right is needed to stop."""
        deal = await self._deals.lock(deal_id)
        proposal = await self._own(deal_id, by)
        if proposal.status in {ProposalStatus.WRITTEN, ProposalStatus.WAITING}:
            await self._end(deal, proposal, ProposalStatus.WITHDRAWN)
        return proposal

    async def approve(self, deal_id: DealId, *, seen: int, by: PersonId) -> Deal:
        """Let it run. ``seen`` is how often it had been changed when it was shown.

        Raises ProposalOver, ProposalChanged, NotAdminAnyMore, NotSoldHere, and what ``open`` does.
        """
        deal, proposal = await self._asked(deal_id, by)
        if proposal.changes != seen:
            raise ProposalChanged
        if not await self._access.is_admin(proposal.group_id, proposal.by_id):
            group = await self._groups.get(proposal.group_id)
            raise NotAdminAnyMore(title=group.title)
        await self._refuse_former_seller(deal, proposal)
        self._answer(proposal, ProposalStatus.APPROVED, by)
        deal = await self._opening.open(deal_id, by=by)
        await self._events.publish(ProposalAnswered(deal_id=deal_id))
        return deal

    async def decline(self, deal_id: DealId, *, by: PersonId, why: str = "") -> None:
        """Raises ProposalOver."""
        deal, proposal = await self._asked(deal_id, by)
        await self._end(deal, proposal, ProposalStatus.DECLINED, by=by, why=why)

    async def waiting(self, deal_id: DealId, *, by: PersonId) -> Proposal:
        """For the merchant's people. Raises UnknownDeal, ProposalOver."""
        return (await self._asked(deal_id, by))[1]

    async def expire_due(self) -> None:
        before = self._clock.now() - self._settings.proposal
        for deal_id in await self._proposals.asked_before(before, AT_ONCE):
            deal = await self._deals.lock(deal_id)
            proposal = await self._proposals.get(deal_id)
            if proposal.is_waiting:
                await self._end(deal, proposal, ProposalStatus.EXPIRED)

    async def _own(self, deal_id: DealId, by: PersonId) -> Proposal:
        proposal = await self._proposals.get(deal_id)
        if proposal.by_id != by:
            raise UnknownDeal
        return proposal

    async def _asked(self, deal_id: DealId, by: PersonId) -> tuple[Deal, Proposal]:
        deal = await self._deals.lock(deal_id)
        proposal = await self._proposals.get(deal_id)
        is_hers = await self._merchants.is_staff(deal.merchant_id, by)
        if not is_hers or proposal.status is ProposalStatus.WRITTEN:
            raise UnknownDeal
        if not proposal.is_waiting:
            raise ProposalOver(status=proposal.status.value)
        if self._clock.now() >= (proposal.asked_at or proposal.made_at) + self._settings.proposal:
            raise ProposalOver(status=ProposalStatus.EXPIRED.value)
        return deal, proposal

    async def _refuse_former_seller(self, deal: Deal, proposal: Proposal) -> None:
        group = await self._groups.get(proposal.group_id)
        merchant = await self._merchants.get(deal.merchant_id)
        if not merchant.is_open:
            raise NotSoldHere(merchant=merchant.name)
        await self._groups.refuse_stranger(group, merchant)

    async def _can_be_asked(self, deal: Deal) -> bool:
        for member in await self._merchants.staff(deal.merchant_id):
            person = await self._people.find(member.person_id)
            if person is not None and person.can_be_written_to:
                return True
        return False

    async def _end(
        self,
        deal: Deal,
        proposal: Proposal,
        status: ProposalStatus,
        *,
        by: PersonId | None = None,
        why: str = "",
    ) -> None:
        was_waiting = proposal.is_waiting
        self._answer(proposal, status, by)
        if deal.status is DealStatus.DRAFT:
            deal.move(DealStatus.CANCELLED)
        if was_waiting:
            await self._events.publish(ProposalAnswered(deal_id=deal.id, why=why))

    def _answer(self, proposal: Proposal, status: ProposalStatus, by: PersonId | None) -> None:
        proposal.move(status)
        proposal.answered_at, proposal.answered_by_id = self._clock.now(), by
