"""When a product changes, what it is found by changes with it."""

from bot.catalog.events import ProductArchived, ProductChanged
from bot.catalog.search.index import SearchIndex


async def index_changed_product(event: ProductChanged, index: SearchIndex) -> None:
    await index.put(event.product_id)


async def forget_archived_product(event: ProductArchived, index: SearchIndex) -> None:
    await index.remove(event.product_id)
