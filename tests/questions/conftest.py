import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.search.candidates import Candidates
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.service import SearchService
from bot.catalog.search.vocabulary import Vocabulary
from bot.people.repository import PersonRepository
from bot.questions.answering import ProductAnswers
from bot.questions.asking import AskingMerchants
from bot.questions.finding import ProductFinder
from bot.questions.repository import QuestionRepository, SearchRepository
from tests.fakes import FakeClock, RecordedEvents


@pytest.fixture
def index(session: AsyncSession) -> SearchIndex:
    return SearchIndex(session, Vocabulary(session))


@pytest.fixture
def answers(session: AsyncSession, clock: FakeClock) -> ProductAnswers:
    return ProductAnswers(CatalogRepository(session), QuestionRepository(session), clock)


@pytest.fixture
def asking(session: AsyncSession, clock: FakeClock, events: RecordedEvents) -> AskingMerchants:
    return AskingMerchants(
        session,
        QuestionRepository(session),
        MerchantRepository(session),
        people=PersonRepository(session),
        events=events,
        clock=clock,
    )


@pytest.fixture
def finder(session: AsyncSession, clock: FakeClock) -> ProductFinder:
    search = SearchService(Candidates(session), Vocabulary(session))
    return ProductFinder(search, CatalogRepository(session), SearchRepository(session), clock)
