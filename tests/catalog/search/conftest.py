import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.search.candidates import Candidates
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.service import SearchService
from bot.catalog.search.vocabulary import Vocabulary


@pytest.fixture
def index(session: AsyncSession) -> SearchIndex:
    return SearchIndex(session, Vocabulary(session))


@pytest.fixture
def search(session: AsyncSession) -> SearchService:
    return SearchService(Candidates(session), Vocabulary(session))
