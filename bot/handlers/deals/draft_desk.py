from collections.abc import Sequence

from bot.catalog.media import MediaStore
from bot.deals.draft_access import DraftAccess
from bot.deals.looking import DealLookup
from bot.deals.models import Deal
from bot.deals.opening import OpeningService
from bot.deals.proposal_models import Proposal
from bot.deals.proposal_repository import ProposalRepository
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.handlers.deals import panel_views, place_views, views
from bot.handlers.deals.callbacks import ChooseTopic, ToggleGroup
from bot.handlers.deals.panel_views import Draft, Role
from bot.handlers.deals.place_views import Placing
from bot.telegram.actor import Actor
from bot.telegram.replies import Screen


class DraftDesk:
    """Draws a draft for whoever looks at it."""

    def __init__(
        self,
        *,
        access: DraftAccess,
        opening: OpeningService,
        lookup: DealLookup,
        proposals: ProposalRepository,
        groups: GroupService,
        media: MediaStore,
    ) -> None:
        self._access = access
        self._opening = opening
        self._lookup = lookup
        self._proposals = proposals
        self._groups = groups
        self._media = media

    async def panel(self, actor: Actor, deal: Deal) -> Screen:
        sheet = await self._lookup.sheet_of(deal)
        preview = views.deal_card(actor.words, sheet, media=self._media, is_preview=True)
        proposal = await self._proposals.find(deal.id)
        role = Role.OWNER
        if proposal is not None:
            is_hers = proposal.by_id == actor.id and not proposal.is_waiting
            role = Role.PROPOSER if is_hers else Role.APPROVER
        draft = Draft(
            deal=deal,
            placing=await self._placing(deal, proposal if role is Role.PROPOSER else None),
            role=role,
            merchant=sheet.merchant.name,
            is_download=not sheet.product.needs_shipping,
            changes=proposal.changes if proposal is not None else 0,
        )
        return panel_views.panel(actor.words, preview, draft)

    async def topics(self, actor: Actor, deal: Deal, group_id: GroupId) -> Screen:
        """Ask in which topic of a group it shall stand."""
        group = await self._groups.get(group_id)
        return place_views.which_topic(actor.words, group, await self._placing(deal, None))

    async def next(self, actor: Actor, deal: Deal, group_id: GroupId | None) -> Screen:
        """The panel; but first the topic, where a group has several and none was named."""
        if group_id is None or not place_views.has_topics(await self._groups.get(group_id)):
            return await self.panel(actor, deal)
        return await self.topics(actor, deal, group_id)

    async def _placing(self, deal: Deal, proposed: Proposal | None) -> Placing:
        """Whoever proposes it speaks for her own group alone."""
        chosen = await self._opening.chosen(deal)
        if proposed is not None:
            groups: Sequence[Group] = [await self._groups.get(proposed.group_id)]
        else:
            groups = await self._opening.places(deal)
        return Placing(
            groups=groups,
            chosen=chosen,
            choose=None if proposed else lambda group: ToggleGroup(deal=deal.id, group=group),
            choose_topic=lambda group_id, thread: ChooseTopic(
                deal=deal.id, group=group_id, thread=thread
            ),
        )
