from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.catalog.models import Product, ProductId
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals.errors import UnknownDeal
from bot.deals.looking import DealLookup, DealSheet
from bot.deals.models import Deal, DealId, DealStatus
from bot.deals.picking import PickingLists
from bot.deals.repository import DealRepository
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.handlers.deals import making_views
from bot.handlers.deals.callbacks import SellTogether
from bot.handlers.deals.desk import subject
from bot.handlers.deals.draft_desk import DraftDesk
from bot.handlers.deals.offering.workshop import OfferWorkshop
from bot.handlers.deals.proposal_callbacks import ProposeFor
from bot.handlers.deals.proposals.desk import ProposalDesk
from bot.telegram.actor import Actor
from bot.telegram.replies import Button, Document, Reply, Screen
from bot.telegram.shown import ShownMessages


class Workshop:
    """Finds what a merchant sees while making deals and looking after them."""

    def __init__(
        self,
        *,
        catalog: CatalogService,
        shelf: CatalogRepository,
        deals: DealRepository,
        lookup: DealLookup,
        picking: PickingLists,
        offers: OfferWorkshop,
        proposals: ProposalDesk,
        drafts: DraftDesk,
        merchants: MerchantRepository,
        groups: GroupService,
        shown: ShownMessages,
    ) -> None:
        self._catalog = catalog
        self._shelf = shelf
        self._deals = deals
        self._lookup = lookup
        self._picking = picking
        self._offers = offers
        self._proposals = proposals
        self._drafts = drafts
        self._merchants = merchants
        self._groups = groups
        self._shown = shown

    async def deals_of(self, actor: Actor) -> Screen:
        """Her deals, and what waits for her answer; where there are none, what to begin with."""
        merchants = await self._merchants.of_person(actor.id)
        if not merchants:
            return await self._proposals.beginning(actor)
        found = await self._deals.of_merchants([merchant.id for merchant in merchants])
        own = [merchant.id for merchant in merchants]
        more = [*await self._offers.rows(actor.words, own)]
        more += await self._proposals.rows_of_own(actor)
        waiting = await self._proposals.rows_to_answer(actor, own)
        if not found and not more and not waiting:
            return await self.products(actor, SellTogether())
        sheets = [await self._lookup.sheet_of(deal) for deal in found]
        return making_views.running(actor.words, sheets, more, waiting)

    async def may_begin(self, actor: Actor, group_id: GroupId) -> bool:
        """The people of a shop, and the group's admins."""
        if await self._merchants.of_person(actor.id):
            return True
        return await self._proposals.is_admin(group_id, actor)

    async def begin(self, actor: Actor, begun: SellTogether) -> Screen:
        """Her own products; an admin of the group may also begin for others who sell there."""
        if not begun.group or not await self._proposals.is_admin(GroupId(begun.group), actor):
            return await self.products(actor, begun)
        other = ProposeFor(group=begun.group, thread=begun.thread)
        if not await self._merchants.of_person(actor.id):
            return await self._proposals.shops(actor, other)
        screen = await self.products(actor, begun)
        button = Button(actor.words.plain("deals-propose-other-button"), other)
        return replace(screen, rows=(*screen.rows, (button,)))

    async def cards_in(self, actor: Actor, group_id: GroupId) -> Sequence[DealSheet]:
        """What runs in a group and this person may pin there."""
        running = await self._lookup.running_in(group_id)
        if await self._proposals.is_admin(group_id, actor):
            return running
        return [one for one in running if await self._lookup.is_staff(one.deal, actor.id)]

    async def products(self, actor: Actor, here: SellTogether) -> Screen:
        size = making_views.PAGE
        first = here.page * size
        found: list[Product] = []
        for merchant in await self._catalog.merchants_of(actor.id):
            found += await self._shelf.page(merchant.id, limit=first + size + 1)
        shown = [product for product in found if product.is_for_sale][first : first + size + 1]
        return making_views.which_product(
            actor.words, shown[:size], here=here, has_more=len(shown) > size
        )

    async def kinds(self, actor: Actor, chosen: SellTogether) -> Screen:
        product = await self._catalog.get_own(ProductId(chosen.product), by=actor.id)
        return making_views.which_kind(actor.words, product, chosen)

    async def after_pinning(
        self, actor: Actor, deal_id: DealId, group_id: GroupId, *, is_on: bool
    ) -> Screen | None:
        """The merchant's page with the other button; elsewhere both stand side by side."""
        deal = await self._deals.get(deal_id)
        if not actor.place.is_private or not await self._lookup.is_staff(deal, actor.id):
            return None
        return await self.management(actor, deal_id, pinned={group_id: is_on})

    async def management(
        self, actor: Actor, deal_id: DealId, pinned: Mapping[GroupId, bool] | None = None
    ) -> Screen:
        """A draft is gone on with; what runs is looked after, and pinned where it runs."""
        sheet = await self._lookup.sheet(deal_id)
        if sheet.deal.status is DealStatus.DRAFT:
            return await self._drafts.panel(actor, sheet.deal)
        pins = []
        for place in sheet.groups if sheet.is_open else ():
            group = await self._groups.get(place.group_id)
            known = (pinned or {}).get(group.id)
            is_on = await self._shown.is_pinned(subject(deal_id), group.chat_id)
            if group.is_here:
                pins.append((group, is_on if known is None else known))
        return making_views.management(actor.words, sheet, pins)

    async def count_groups(self, deal: Deal) -> int:
        return len(await self._deals.groups(deal.id))

    async def own(self, deal_id: DealId, actor: Actor) -> Deal:
        deal = await self._deals.get(deal_id)
        if not await self._lookup.is_staff(deal, actor.id):
            raise UnknownDeal
        return deal

    async def picking_list(self, actor: Actor, deal_id: DealId) -> Reply:
        content = await self._picking.csv(deal_id, actor.words.language)
        return Document(
            name=f"deal-{deal_id}.csv",
            content=content,
            caption=actor.words("deals-picking-list", number=str(deal_id)),
        )
