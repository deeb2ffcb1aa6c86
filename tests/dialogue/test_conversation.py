"""Rasa's actions, run as the bot runs them: real services, real database."""

import json
from copy import deepcopy

import pytest
from rasa_sdk.executor import ActionExecutor
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product
from bot.catalog.repository import CatalogRepository
from bot.catalog.search.candidates import Candidates
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.service import SearchService
from bot.catalog.search.vocabulary import Vocabulary
from bot.dialogue.actions import AnswerAboutProduct, FindProducts
from bot.dialogue.conversation import DOMAIN, RasaConversation
from bot.dialogue.reading import PatternUnderstanding
from bot.dialogue.tracker import answer_in, asked_in, meaning_in, state_of
from bot.questions.answering import ProductAnswers
from bot.questions.conversation import (
    DontKnow,
    FactAnswer,
    NothingFound,
    PriceAnswer,
    ProductsFound,
    SmallTalk,
)
from bot.questions.finding import ProductFinder
from bot.questions.repository import QuestionRepository, SearchRepository
from bot.questions.understanding import AskAttribute, AskPrice, AskVariant, Meaning, Search
from tests.catalog import make as shelf
from tests.fakes import FakeClock
from tests.questions.make import asked


@pytest.fixture
def finder(session: AsyncSession, clock: FakeClock) -> ProductFinder:
    search = SearchService(Candidates(session), Vocabulary(session))
    return ProductFinder(search, CatalogRepository(session), SearchRepository(session), clock)


@pytest.fixture
def answers(session: AsyncSession, clock: FakeClock) -> ProductAnswers:
    return ProductAnswers(CatalogRepository(session), QuestionRepository(session), clock)


@pytest.fixture
def conversation(finder: ProductFinder, answers: ProductAnswers) -> RasaConversation:
    return RasaConversation(PatternUnderstanding(), finder, answers)


@pytest.fixture
async def shoe(session: AsyncSession) -> Product:
    made = await shelf.product(
        session,
        "Red Shoe",
        attributes=[{"name": "waterproof", "type": "bool", "value": True}],
    )
    await SearchIndex(session, Vocabulary(session)).put(made.id)
    return made


class TestReply:
    async def test_finds(self, conversation, shoe):
        (found,) = await conversation.reply(asked("red shoes under 50"))

        assert isinstance(found, ProductsFound)
        assert (found.product_id, found.total, found.max_price) == (
            shoe.id,
            1,
            shelf.money("50 EUR"),
        )

    async def test_answers_about_the_card(self, conversation, shoe):
        assert await conversation.reply(asked("is it waterproof?", shoe)) == [
            FactAnswer(product_id=shoe.id, name="waterproof", yes=True)
        ]
        assert await conversation.reply(asked("how much?", shoe)) == [
            PriceAnswer(product_id=shoe.id)
        ]
        (unknown,) = await conversation.reply(asked("does it glow?", shoe))
        assert isinstance(unknown, DontKnow)

    async def test_is_polite_only_where_somebody_waits(self, conversation):
        assert await conversation.reply(asked("hello")) == (SmallTalk(about="greeting"),)
        assert await conversation.reply(asked("👍")) == (SmallTalk(about="unrecognised"),)
        assert await conversation.reply(asked("thanks", expects_answer=False)) == ()
        assert await conversation.reply(asked("tent", expects_answer=False)) == []
        assert await conversation.reply(asked("tent")) == [NothingFound(words="tent")]


class TestActions:
    async def test_run_on_an_executor_of_their_own(self, finder, answers, shoe):
        executor = ActionExecutor()
        executor.register_action(FindProducts(finder))
        executor.register_action(AnswerAboutProduct(answers))
        assert sorted(executor.actions) == sorted(DOMAIN["actions"])

        call = {
            "next_action": "action_find_products",
            "tracker": state_of(asked("red shoe"), Search(words="red shoe")),
            "domain": deepcopy(DOMAIN),
        }
        result = await executor.run(call)

        assert result is not None
        assert result.events == [
            {"event": "slot", "timestamp": None, "name": "product_id", "value": shoe.id}
        ]
        found = answer_in(result.responses[0]["custom"])
        assert isinstance(found, ProductsFound)
        assert found.product_id == shoe.id

    async def test_finding_leaves_other_meanings_alone(self, finder):
        executor = ActionExecutor()
        executor.register_action(FindProducts(finder))

        result = await executor.run(
            {
                "next_action": "action_find_products",
                "tracker": state_of(asked("how much?"), AskPrice()),
                "domain": deepcopy(DOMAIN),
            }
        )

        assert result is not None
        assert (result.events, result.responses) == ([], [])


@pytest.mark.parametrize(
    "meaning",
    [
        Search(words="红鞋", max_price=shelf.money("50 CNY"), size="42"),
        AskVariant(size="M", colour="blue"),
        AskAttribute(names=("waterproof", "material"), text="is it?"),
        AskPrice(),
    ],
)
def test_a_tracker_carries_everything_as_plain_json(meaning: Meaning):
    question = asked("?", group_id=3, thread_id=9, merchants=frozenset({1, 2}))

    state = json.loads(json.dumps(state_of(question, meaning)))

    assert asked_in(state["slots"]) == question
    assert meaning_in(state["latest_message"]) == meaning
