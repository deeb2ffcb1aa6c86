from collections.abc import Collection
from datetime import datetime

from bot.catalog.media import MediaStore
from bot.catalog.models import MerchantId, Product, ProductId
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals.draft_access import DraftAccess
from bot.deals.looking import DealLookup, DealSheet
from bot.deals.models import DealId, DealKind
from bot.deals.proposal_models import Proposal, ProposalStatus
from bot.deals.proposal_repository import ProposalRepository
from bot.deals.proposing import ProposingService
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.handlers.deals import making_views, place_views
from bot.handlers.deals import views as card_views
from bot.handlers.deals.draft_desk import DraftDesk
from bot.handlers.deals.proposal_callbacks import ProposeFor, ProposeProduct
from bot.handlers.deals.proposals import views
from bot.kit.texts import Words
from bot.people.repository import PersonRepository
from bot.telegram.actor import Actor
from bot.telegram.replies import Rows, Screen


class ProposalDesk:
    """Finds what is shown of proposals, and lets it be drawn."""

    def __init__(
        self,
        *,
        access: DraftAccess,
        proposing: ProposingService,
        proposals: ProposalRepository,
        lookup: DealLookup,
        drafts: DraftDesk,
        catalog: CatalogService,
        shelf: CatalogRepository,
        merchants: MerchantRepository,
        groups: GroupService,
        known_groups: GroupRepository,
        people: PersonRepository,
        media: MediaStore,
        settings: DealSettings,
    ) -> None:
        self._access = access
        self._proposing = proposing
        self._proposals = proposals
        self._lookup = lookup
        self._drafts = drafts
        self._catalog = catalog
        self._shelf = shelf
        self._merchants = merchants
        self._groups = groups
        self._known_groups = known_groups
        self._people = people
        self._media = media
        self._settings = settings

    async def is_admin(self, group_id: GroupId, actor: Actor) -> bool:
        return await self._access.is_admin(group_id, actor.id)

    async def beginning(self, actor: Actor) -> Screen:
        """In private, for somebody without a shop."""
        groups = [one for one in await self._known_groups.added_by(actor.id) if one.is_here]
        return views.which_group(actor.words, groups, await self.rows_of_own(actor))

    async def shops(self, actor: Actor, begun: ProposeFor) -> Screen:
        """Which shop; where one alone sells here, its products at once."""
        group_id = GroupId(begun.group)
        shops = await self._proposing.merchants_in(group_id, by=actor.id)
        chosen = [shop for shop in shops if shop.id == begun.merchant]
        if not chosen and len(shops) == 1:
            chosen = [*shops]
        if not chosen:
            group = await self._groups.get(group_id)
            return views.which_shop(actor.words, group, shops, begun)
        [shop] = chosen
        size, first = making_views.PAGE, max(begun.page, 0) * making_views.PAGE
        found = await self._shelf.page(shop.id, limit=size + 1, offset=first)
        return views.which_product(
            actor.words,
            shop,
            [product for product in found[:size] if product.is_for_sale],
            begun=begun.model_copy(update={"merchant": shop.id, "page": max(begun.page, 0)}),
            has_more=len(found) > size,
        )

    async def kinds(self, actor: Actor, chosen: ProposeProduct) -> Screen:
        await self._access.admit(GroupId(chosen.group), actor.id)
        product = await self._catalog.get_for_sale(ProductId(chosen.product))
        return views.which_kind(actor.words, product, _kinds_for(product), chosen)

    async def screen(self, actor: Actor, deal_id: DealId) -> Screen:
        """As far as it has come, for whoever looks. Raises UnknownDeal for others."""
        proposal = await self._proposals.get(deal_id)
        is_hers = proposal.by_id == actor.id
        if proposal.status is ProposalStatus.WRITTEN and is_hers:
            return await self._drafts.panel(actor, await self._access.lock(deal_id, actor.id))
        sheet = await self._lookup.sheet(deal_id)
        is_staff = await self._lookup.is_staff(sheet.deal, actor.id)
        if is_staff and proposal.is_waiting:
            return await self.asked(actor.words, sheet, proposal)
        if is_staff:
            await self._proposing.waiting(deal_id, by=actor.id)  # raises what became of it
        if not is_hers:
            await self._access.lock(deal_id, actor.id)  # raises UnknownDeal
        if proposal.is_waiting:
            preview = self._preview(actor.words, sheet)
            return views.sent(actor.words, sheet, preview, self._until(proposal))
        return await self.word_back(actor.words, proposal)

    async def asked(self, words: Words, sheet: DealSheet, proposal: Proposal) -> Screen:
        groups = [await self._groups.get(place.group_id) for place in sheet.groups]
        chosen = {place.group_id: place.thread_id for place in sheet.groups}
        admin = await self._people.find(proposal.by_id)
        return views.asked(
            words,
            sheet,
            self._preview(words, sheet),
            group=await self._groups.get(proposal.group_id),
            name=(admin.first_name if admin else "") or words.plain("deals-somebody"),
            where=place_views.where(words, groups, chosen),
            until=self._until(proposal),
            changes=proposal.changes,
        )

    async def word_back(self, words: Words, proposal: Proposal, why: str = "") -> Screen:
        return views.settled_for_admin(
            words,
            await self._lookup.sheet(proposal.deal_id),
            proposal.status,
            group=await self._groups.get(proposal.group_id),
            is_changed=proposal.changes > 0,
            why=why,
        )

    async def settled(self, words: Words, proposal: Proposal) -> Screen:
        sheet = await self._lookup.sheet(proposal.deal_id)
        return views.settled_for_shop(words, sheet, proposal.status)

    async def rows_of_own(self, actor: Actor) -> Rows:
        return tuple(
            [
                views.row_of_own(actor.words, await self._lookup.sheet(one.deal_id), one.status)
                for one in await self._proposals.by(actor.id)
            ]
        )

    async def rows_to_answer(self, actor: Actor, merchants: Collection[MerchantId]) -> Rows:
        return tuple(
            [
                views.row_to_answer(actor.words, await self._lookup.sheet(one.deal_id))
                for one in await self._proposals.waiting_for(merchants)
            ]
        )

    def _preview(self, words: Words, sheet: DealSheet) -> Screen:
        return card_views.deal_card(words, sheet, media=self._media, is_preview=True)

    def _until(self, proposal: Proposal) -> datetime:
        return (proposal.asked_at or proposal.made_at) + self._settings.proposal


def _kinds_for(product: Product) -> list[DealKind]:
    return [
        kind for kind in DealKind if product.needs_shipping or making_views.fits_downloads(kind)
    ]
