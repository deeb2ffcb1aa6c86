import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

os.environ["TUAN_ENV"] = "testing"

from bot.kit.db import open_engine
from tests import databases
from tests.fakes import FakeClock, RecordedEvents
from tests.stories.fixtures import container, sandbox, town

__all__ = ["container", "sandbox", "town"]

# structlog's own default draws every local variable of a traceback, which takes half a minute.
structlog.configure(
    processors=[structlog.processors.format_exc_info, structlog.processors.KeyValueRenderer()]
)


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    with databases.sqlite_template() as file:
        yield file


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server with an empty shop as a template."""
    with databases.postgres_server() as server:
        if server is None:
            pytest.skip("No PostgreSQL: set TEST_POSTGRES_URL or install Debian's postgresql.")
        template = f"tuan_template_{os.getpid()}"
        databases.postgres_template(server, template)
        os.environ["TUAN_TEST_TEMPLATE"] = template
        yield server
        databases.run_sql(server, f'DROP DATABASE IF EXISTS "{template}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Tables of an empty shop, for this test alone."""
    if request.param == "sqlite":
        file = tmp_path / "shop.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite+aiosqlite:///{file}"
        return
    server = request.getfixturevalue("postgres")
    name, url = databases.postgres_copy(server, os.environ["TUAN_TEST_TEMPLATE"])
    yield url
    databases.run_sql(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """No tables at all: for migrations."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
        return
    server = request.getfixturevalue("postgres")
    name, url = databases.postgres_copy(server, "template1")
    yield url
    databases.run_sql(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def sessions(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """For tests in which several people act at once, each with a session of her own."""
    return async_sessionmaker(engine, expire_on_commit=False)


@pytest.fixture
async def session(sessions: async_sessionmaker[AsyncSession]) -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def events() -> RecordedEvents:
    return RecordedEvents()
