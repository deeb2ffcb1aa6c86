import pytest

from bot.catalog.errors import ProductGone
from bot.catalog.models import ProductStatus
from bot.people.models import PersonId
from bot.questions.conversation import NothingFound
from bot.questions.errors import SearchForgotten
from bot.questions.jobs import forget_old_searches
from bot.questions.personal_data import QuestionsAndSearches
from bot.questions.repository import QuestionRepository, SearchRepository
from bot.questions.understanding import Search
from tests.catalog import make as shelf
from tests.questions.make import asked

ANA = PersonId(7)


@pytest.fixture
async def goods(session, index):
    shop = await shelf.merchant(session)
    made = {
        "shoe": await shelf.product(session, "Red Shoe", of=shop, price="45.00 EUR"),
        "boot": await shelf.product(session, "Red Leather Shoe", of=shop, price="150.00 EUR"),
        "mug": await shelf.product(session, "Blue Mug", of=shop, price="9.00 EUR", stock=0),
    }
    await index.put_all(product.id for product in made.values())
    return made


class TestFind:
    async def test_counts_what_meets_every_wish(self, finder, goods):
        found = await finder.find(asked(), Search(words="red shoe"))

        assert (found.total, found.missed, found.at) == (2, None, 0)

    async def test_the_nearest_price_comes_first_where_none_is_right(self, finder, goods):
        cheap = Search(words="red shoe", max_price=shelf.money("20.00 EUR"))
        dear = Search(words="red shoe", min_price=shelf.money("900.00 EUR"))

        below = await finder.find(asked(), cheap)
        above = await finder.find(asked(), dear)

        assert (below.product_id, below.missed) == (goods["shoe"].id, "price")
        assert (above.product_id, above.missed) == (goods["boot"].id, "price")

    async def test_says_that_it_is_sold_out(self, finder, goods):
        found = await finder.find(asked(), Search(words="mug"))

        assert (found.product_id, found.missed) == (goods["mug"].id, "stock")

    async def test_says_that_words_are_missing(self, finder, goods):
        found = await finder.find(asked(), Search(words="red velvet shoe"))

        assert (found.missed, found.total) == ("words", 2)

    async def test_stays_silent_where_it_may_be_talk(self, finder, goods):
        talk = asked(expects_answer=False)

        assert await finder.find(talk, Search(words="helicopter")) is None
        assert await finder.find(talk, Search(words="red velvet curtain party")) is None
        assert (await finder.find(talk, Search(words="mug"))) is not None

    async def test_finds_nothing(self, finder, goods):
        answer = await finder.find(asked(), Search(words="helicopter"))

        assert answer == NothingFound(words="helicopter")

    async def test_only_of_those_who_sell_here(self, finder, goods):
        nobody = asked(merchants=frozenset())

        assert isinstance(await finder.find(nobody, Search(words="mug")), NothingFound)


class TestLeaf:
    async def test_the_ends_join(self, finder, goods):
        found = await finder.find(asked(), Search(words="red shoe"))

        second = await finder.leaf(found.search_id, 1)
        again = await finder.leaf(found.search_id, 2)

        assert second.product_id != found.product_id
        assert again == found
        assert await finder.leaf(found.search_id, -1) == second

    async def test_passes_over_what_is_gone(self, finder, goods):
        found = await finder.find(asked(), Search(words="red shoe"))
        goods["boot"].move(ProductStatus.ARCHIVED)

        pages = {(await finder.leaf(found.search_id, at)).product_id for at in range(2)}
        assert pages == {goods["shoe"].id}

        goods["shoe"].move(ProductStatus.ARCHIVED)
        with pytest.raises(ProductGone):
            await finder.leaf(found.search_id, 0)

    async def test_a_search_of_long_ago(self, finder, goods, session, clock):
        found = await finder.find(asked(), Search(words="red shoe"))
        clock.wait(days=8)
        await forget_old_searches(SearchRepository(session), clock)
        session.expunge_all()

        with pytest.raises(SearchForgotten):
            await finder.leaf(found.search_id, 0)


@pytest.mark.usefixtures("goods")
async def test_what_she_looked_for_is_hers(finder, session):
    await finder.find(asked(), Search(words="red shoe"))
    hers = QuestionsAndSearches(QuestionRepository(session), SearchRepository(session))

    assert [one["words"] for one in (await hers.export(ANA))["searched"]] == ["red shoe"]
    await hers.erase(ANA)
    await hers.erase(ANA)
    assert await hers.export(ANA) == {"asked": [], "searched": []}
