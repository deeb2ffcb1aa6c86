from collections.abc import Sequence

from bot.catalog.errors import NotYourProduct
from bot.catalog.media import MediaStore
from bot.catalog.models import Merchant, MerchantId, ProductId, ProductStatus
from bot.catalog.repository import CatalogRepository
from bot.catalog.service import CatalogService
from bot.handlers.catalog import shelf_views, views
from bot.handlers.catalog.callbacks import OpenShelf
from bot.handlers.catalog.filters import PANEL
from bot.telegram.actor import Actor
from bot.telegram.replies import Screen, Show, Subject

_SHOWN = (ProductStatus.ACTIVE, ProductStatus.DRAFT)


class ShelfDesk:
    """Draws what a merchant sees of the shelf."""

    def __init__(
        self, service: CatalogService, catalog: CatalogRepository, media: MediaStore
    ) -> None:
        self._service = service
        self._catalog = catalog
        self.media = media

    async def shelf(self, actor: Actor, here: OpenShelf) -> Screen:
        merchants = await self._service.merchants_of(actor.id)
        merchant = chosen(merchants, here.merchant)
        statuses = (ProductStatus.ARCHIVED,) if here.archived else _SHOWN
        total = await self._catalog.count(merchant.id, statuses=statuses)
        size = shelf_views.PAGE
        last_page = max(0, -(-total // size) - 1)
        here = here.model_copy(update={"page": min(max(here.page, 0), last_page)})
        products = await self._catalog.page(
            merchant.id,
            statuses=statuses,
            limit=size,
            offset=here.page * size,
        )
        missing = await self._catalog.count_missing_pictures(merchant.id)
        return shelf_views.shelf(
            actor.words, merchants, here, products, total, missing_pictures=missing
        )

    async def show(self, actor: Actor, product_id: ProductId, note: str = "") -> Show:
        """Show a product's panel; what answers it with a photo means this product."""
        product = await self._service.get_own(product_id, by=actor.id)
        screen = views.panel(actor.words, product, self.media, note=note)
        return Show(screen, subject=Subject("catalog", product_id, PANEL), quote=False)


def chosen(merchants: Sequence[Merchant], merchant_id: MerchantId | int) -> Merchant:
    """Find one of a person's own merchants: a button may be old, or somebody else's."""
    for merchant in merchants:
        if merchant.id == merchant_id:
            return merchant
    raise NotYourProduct
