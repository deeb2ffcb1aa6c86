"""A merchant's products: on the shelf, in the chat, in and out as files."""

from datetime import timedelta

from bot.catalog.events import ProductArchived, ProductChanged, ProductsImported
from bot.catalog.imports.extras import Extras
from bot.catalog.imports.reactions import index_imported_products
from bot.catalog.imports.seeding import ShopSeeding
from bot.catalog.imports.shelving import Shelving
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.search.candidates import Candidates
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.reactions import forget_archived_product, index_changed_product
from bot.catalog.search.service import SearchService
from bot.catalog.search.vocabulary import Vocabulary
from bot.catalog.service import CatalogService
from bot.catalog.stock import StockService
from bot.catalog.stock.jobs import release_expired_stock
from bot.catalog.stock.shelf import StockShelf
from bot.telegram.feature import Feature

catalog = Feature(
    name="catalog",
    services=(
        StockShelf,
        StockService,
        CatalogRepository,
        MerchantRepository,
        CatalogService,
        Extras,
        Shelving,
        ShopSeeding,
        Vocabulary,
        Candidates,
        SearchIndex,
        SearchService,
    ),
    reactions={
        ProductChanged: (index_changed_product,),
        ProductArchived: (forget_archived_product,),
        ProductsImported: (index_imported_products,),
    },
    jobs={release_expired_stock: timedelta(seconds=20)},
)
