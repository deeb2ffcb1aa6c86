from bot.catalog.repository import CatalogRepository
from bot.deals.handing_out import PickupList
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.handlers.deals import pickup_views
from bot.kit.texts import Words
from bot.telegram.replies import Screen


class PickupDesk:
    """Finds what a pick-up list is headed with."""

    def __init__(self, catalog: CatalogRepository, groups: GroupService) -> None:
        self._catalog = catalog
        self._groups = groups

    async def list(self, words: Words, found: PickupList, page: int = 0) -> Screen:
        product = await self._catalog.get(found.deal.product_id)
        group = await self._groups.get(GroupId(found.place.group_id))
        return pickup_views.pickup_list(
            words, found, title=product.title(words.language), group=group.title, page=page
        )
