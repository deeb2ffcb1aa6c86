from bot.catalog.repository import MerchantRepository
from bot.deals.errors import DealClosed, UnknownDeal
from bot.deals.models import Deal, DealId
from bot.deals.proposal_errors import ProposalSent
from bot.deals.proposal_models import Proposal, ProposalStatus
from bot.deals.proposal_repository import ProposalRepository
from bot.deals.repository import DealRepository
from bot.groups.admins import GroupAdmins
from bot.groups.errors import NotAGroupAdmin
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.people.models import PersonId


class DraftAccess:
    """Who may see and change a draft: the merchant's people, and the admin who proposes it."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        proposals: ProposalRepository,
        merchants: MerchantRepository,
        groups: GroupService,
        admins: GroupAdmins,
    ) -> None:
        self._deals = deals
        self._proposals = proposals
        self._merchants = merchants
        self._groups = groups
        self._admins = admins

    async def lock(self, deal_id: DealId, by: PersonId) -> Deal:
        """Raises UnknownDeal, DealClosed, ProposalSent, NotAGroupAdmin."""
        deal = await self._deals.lock(deal_id)
        proposal = await self._proposals.find(deal_id)
        if await self._merchants.is_staff(deal.merchant_id, by):
            # Before the merchant is asked it is nobody's business but the admin's.
            is_hidden = proposal is not None and proposal.status is ProposalStatus.WRITTEN
            if is_hidden and proposal is not None and proposal.by_id != by:
                raise UnknownDeal
            return deal
        if proposal is None or proposal.by_id != by:
            raise UnknownDeal
        await self._refuse_what_is_sent(proposal)
        await self.admit(proposal.group_id, by)
        return deal

    async def refuse_other_group(self, deal: Deal, group_id: GroupId, by: PersonId) -> None:
        """Whoever proposes speaks for her own group only. Raises UnknownDeal."""
        if await self._merchants.is_staff(deal.merchant_id, by):
            return
        if (await self._proposals.get(deal.id)).group_id != group_id:
            raise UnknownDeal

    async def admit(self, group_id: GroupId, person_id: PersonId) -> Group:
        """Let nobody but the group's admins pass. Raises NotAGroupAdmin, BotNotThere."""
        group = await self._groups.get(group_id)
        if not await self.is_admin(group_id, person_id):
            raise NotAGroupAdmin(title=group.title)
        return group

    async def is_admin(self, group_id: GroupId, person_id: PersonId) -> bool:
        group = await self._groups.get(group_id)
        return group.is_here and self._admins.is_admin(group.chat_id, person_id)

    async def _refuse_what_is_sent(self, proposal: Proposal) -> None:
        if proposal.is_waiting:
            raise ProposalSent
        if proposal.status is not ProposalStatus.WRITTEN:
            raise DealClosed
