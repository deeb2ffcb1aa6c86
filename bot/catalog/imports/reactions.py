from bot.catalog.events import ProductsImported
from bot.catalog.search.index import SearchIndex


async def index_imported_products(event: ProductsImported, index: SearchIndex) -> None:
    await index.put_all(event.product_ids)
