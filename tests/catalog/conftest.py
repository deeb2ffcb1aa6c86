from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.downloads import DownloadStore
from bot.catalog.imports.extras import Extras
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.reading import ReadingDesk
from bot.catalog.imports.seeding import ShopSeeding
from bot.catalog.imports.service import ImportReader, ImportService
from bot.catalog.imports.shelving import Shelving
from bot.catalog.media import MediaSettings, MediaStore
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.service import CatalogService
from bot.catalog.stock import StockService
from bot.catalog.stock.shelf import StockShelf
from tests.fakes import FakeClock, RecordedEvents


@pytest.fixture
def media_settings(tmp_path: Path) -> MediaSettings:
    return MediaSettings(tmp_path / "media")


@pytest.fixture
def stock(session: AsyncSession, events: RecordedEvents, clock: FakeClock) -> StockService:
    return StockService(session, StockShelf(session), events, clock)


@pytest.fixture
def catalog(session: AsyncSession) -> CatalogRepository:
    return CatalogRepository(session)


@pytest.fixture
def merchants(session: AsyncSession) -> MerchantRepository:
    return MerchantRepository(session)


@pytest.fixture
def service(
    catalog: CatalogRepository,
    merchants: MerchantRepository,
    stock: StockService,
    events: RecordedEvents,
    clock: FakeClock,
) -> CatalogService:
    return CatalogService(catalog, merchants, stock, events, clock)


@pytest.fixture
def shelving(
    session: AsyncSession,
    stock: StockService,
    events: RecordedEvents,
    clock: FakeClock,
    media_settings: MediaSettings,
) -> Shelving:
    extras = Extras(session, MediaStore(media_settings), DownloadStore(media_settings), clock)
    return Shelving(session, stock, extras, events, clock)


@pytest.fixture
def seeding(
    session: AsyncSession, merchants: MerchantRepository, shelving: Shelving
) -> ShopSeeding:
    return ShopSeeding(session, merchants, shelving)


@pytest.fixture
def files(media_settings: MediaSettings) -> ImportFiles:
    return ImportFiles(media_settings)


@pytest.fixture
def imports(
    session: AsyncSession,
    merchants: MerchantRepository,
    *,
    shelving: Shelving,
    files: ImportFiles,
    events: RecordedEvents,
    clock: FakeClock,
) -> ImportService:
    reader = ImportReader(merchants, shelving, files, ReadingDesk())
    return ImportService(session, merchants, reader, events, clock)
