"""A merchant's products: on the shelf, in the chat, in and out as files."""

from datetime import timedelta

from bot.catalog.arrivals.fetching import FileFetcher
from bot.catalog.arrivals.jobs import fetch_files, forget_old_files, hand_over_files
from bot.catalog.arrivals.service import ArrivalService, Handover
from bot.catalog.events import (
    DownloadAdded,
    DownloadRefused,
    ImportAdvanced,
    PictureAdded,
    PictureRefused,
    ProductArchived,
    ProductChanged,
    ProductsImported,
)
from bot.catalog.imports.exporting import ShopExport
from bot.catalog.imports.extras import Extras
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.jobs import advance_imports
from bot.catalog.imports.reactions import index_imported_products
from bot.catalog.imports.seeding import ShopSeeding
from bot.catalog.imports.service import ImportReader, ImportService
from bot.catalog.imports.shelving import Shelving
from bot.catalog.pending import PendingInputs
from bot.catalog.personal_data import ShopsOfPerson
from bot.catalog.pictures.fetching import PictureFetcher
from bot.catalog.pictures.jobs import fetch_pictures
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
from bot.handlers.catalog import notices
from bot.handlers.catalog.commands import COMMANDS
from bot.handlers.catalog.desk import ShelfDesk
from bot.handlers.catalog.router import router
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
        ShopExport,
        ImportFiles,
        ImportReader,
        ImportService,
        FileFetcher,
        PictureFetcher,
        Handover,
        ArrivalService,
        PendingInputs,
        ShelfDesk,
        Vocabulary,
        Candidates,
        SearchIndex,
        SearchService,
    ),
    router=router,
    commands=COMMANDS,
    reactions={
        ProductChanged: (index_changed_product,),
        ProductArchived: (forget_archived_product,),
        ProductsImported: (index_imported_products,),
    },
    notices={
        ImportAdvanced: notices.show_import,
        PictureAdded: notices.show_new_picture,
        DownloadAdded: notices.show_new_download,
        DownloadRefused: notices.tell_of_refused_download,
        PictureRefused: notices.tell_of_refused_picture,
    },
    jobs={
        fetch_files: timedelta(seconds=1),
        fetch_pictures: timedelta(seconds=1),
        hand_over_files: timedelta(seconds=1),
        advance_imports: timedelta(seconds=1),
        release_expired_stock: timedelta(seconds=20),
        forget_old_files: timedelta(hours=1),
    },
    personal_data=(ShopsOfPerson,),
)
