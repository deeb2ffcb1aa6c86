from bot.catalog.media import MediaStore
from bot.catalog.models import Product, ProductId
from bot.catalog.repository import CatalogRepository
from bot.catalog.service import CatalogService
from bot.deals.errors import UnknownDeal
from bot.deals.looking import DealLookup
from bot.deals.models import Deal, DealId
from bot.deals.opening import OpeningService
from bot.deals.picking import PickingLists
from bot.deals.repository import DealRepository
from bot.handlers.deals import making_views, views
from bot.handlers.deals.callbacks import SellTogether
from bot.handlers.deals.offering.workshop import OfferWorkshop
from bot.telegram.actor import Actor
from bot.telegram.replies import Document, Reply, Screen


class Workshop:
    """Finds what a merchant sees while making deals and looking after them."""

    def __init__(
        self,
        *,
        catalog: CatalogService,
        shelf: CatalogRepository,
        opening: OpeningService,
        deals: DealRepository,
        lookup: DealLookup,
        picking: PickingLists,
        offers: OfferWorkshop,
        media: MediaStore,
    ) -> None:
        self._catalog = catalog
        self._shelf = shelf
        self._opening = opening
        self._deals = deals
        self._lookup = lookup
        self._picking = picking
        self._offers = offers
        self._media = media

    async def deals_of(self, actor: Actor) -> Screen:
        """Her deals; where there are none, the products to begin with. Raises NoMerchantOfYours."""
        merchants = await self._catalog.merchants_of(actor.id)
        found = await self._deals.of_merchants([merchant.id for merchant in merchants])
        own = [merchant.id for merchant in merchants]
        more = await self._offers.rows(actor.words, own)
        if not found and not more:
            return await self.products(actor, SellTogether())
        sheets = [await self._lookup.sheet_of(deal) for deal in found]
        return making_views.running(actor.words, sheets, more)

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

    async def panel(self, actor: Actor, deal: Deal) -> Screen:
        sheet = await self._lookup.sheet_of(deal)
        preview = views.deal_card(actor.words, sheet, media=self._media, is_preview=True)
        places = await self._opening.places(deal)
        chosen = {place.group_id for place in sheet.groups}
        return making_views.panel(actor.words, preview, deal, places, chosen)

    async def management(self, actor: Actor, deal_id: DealId) -> Screen:
        return making_views.management(actor.words, await self._lookup.sheet(deal_id))

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
