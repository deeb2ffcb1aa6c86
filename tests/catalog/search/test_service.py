"""Both databases answer these alike."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product, ProductStatus
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.service import Query, SearchService
from tests.catalog import make


@pytest.fixture
async def shelf(session: AsyncSession, index: SearchIndex) -> dict[str, Product]:
    """Two merchants and six products, all indexed."""
    fashion = await make.merchant(session, "Lindenfaden", currencies=("EUR", "USD"))
    outdoors = await make.merchant(session, "Nordlauf")
    sneaker = await make.product(
        session,
        of=fashion,
        price="45.00 EUR",
        sizes=("41", "42"),
        titles={"en": "Red Canvas Sneaker", "de": "Roter Canvas-Sneaker", "zh": "红色帆布鞋"},
        tags=["shoes", "vegan"],
        descriptions={"en": "A low sneaker with a rubber sole."},
    )
    boot = await make.product(
        session,
        "Hiking Boot Kar",
        of=outdoors,
        price="189.00 EUR",
        tags=["shoes", "boots"],
        descriptions={"de": "Ein Wanderstiefel für Größen ab 36, wasserdicht gefüttert."},
        attributes=[{"name": "waterproof", "type": "bool", "value": True}],
    )
    runner = await make.product(
        session,
        "Trail Running Shoe",
        of=outdoors,
        price="120.00 EUR",
        stock=0,
        attributes=[{"name": "waterproof", "type": "bool", "value": False}],
    )
    socks = await make.product(session, "Red Wool Socks", of=fashion, price="12.00 EUR")
    tent = await make.product(session, "Fjord Tent 2.5", of=outdoors, price="12.00 USD")
    gone = await make.product(
        session, "Red Shoe of Yesterday", of=fashion, status=ProductStatus.ARCHIVED
    )
    found = {
        "sneaker": sneaker,
        "boot": boot,
        "runner": runner,
        "socks": socks,
        "tent": tent,
        "gone": gone,
    }
    await index.put_all(product.id for product in found.values())
    return found


async def names(search: SearchService, shelf: dict[str, Product], query: Query) -> list[str]:
    by_id = {product.id: name for name, product in shelf.items()}
    return [by_id[hit.product_id] for hit in await search.find(query)]


class TestWords:
    @pytest.mark.parametrize(
        ("words", "best"),
        [
            ("red shoes", "sneaker"),
            ("RED SHOE", "sneaker"),
            ("rote Schuhe", "sneaker"),
            ("红鞋", "sneaker"),
            ("红色帆布鞋", "sneaker"),
            ("帆布", "sneaker"),
            ("wanderstiefel", "boot"),
            ("grösse wasserdicht", "boot"),
            ("trail running", "runner"),
            ("wool", "socks"),
            ("socken", "socks"),
            ("zelt", "tent"),
            ("nordlauf tent", "tent"),
            ("red sneker", "sneaker"),
            ("canvsa", "sneaker"),
        ],
    )
    async def test_find_the_product_that_is_meant(self, search, shelf, words, best):
        assert (await names(search, shelf, Query(words=words)))[0] == best

    async def test_all_words_come_before_some_of_them(self, search, shelf):
        found = await search.find(Query(words="red shoes"))

        assert [hit.is_complete for hit in found] == sorted(
            (hit.is_complete for hit in found), reverse=True
        )
        assert await names(search, shelf, Query(words="red shoes")) == [
            "sneaker",
            "runner",
            "boot",
            "socks",
        ]

    async def test_what_is_not_so_is_not_found(self, search, shelf):
        assert await names(search, shelf, Query(words="waterproof")) == ["boot"]

    async def test_what_is_not_for_sale_is_not_found(self, search, shelf):
        assert await names(search, shelf, Query(words="yesterday")) == []

    async def test_unwanted_words_exclude(self, search, shelf):
        assert await names(search, shelf, Query(words="red", without="wool")) == ["sneaker"]
        assert await names(search, shelf, Query(without="shoes red tent")) == []


class TestSpelling:
    async def test_says_what_it_looked_for(self, search, shelf):
        assert (await search.look(Query(words="red sneker"))).corrected == "red sneaker"

    async def test_leaves_alone_what_stands_in_the_catalogue(self, search, shelf):
        assert (await search.look(Query(words="boot"))).corrected is None

    async def test_a_compound_is_a_kind_of_what_it_ends_with(self, search, shelf):
        assert (await search.look(Query(words="Familienzelt"))).corrected == "zelt"
        assert await names(search, shelf, Query(words="Familienzelt")) == ["tent"]

    async def test_leaves_alone_a_word_of_the_trade(self, session, index, search):
        product = await make.product(session, "Gilt Frame")
        await index.put(product.id)

        assert (await search.look(Query(words="gift"))).corrected is None

    async def test_leaves_alone_what_is_too_far_away_or_a_number(self, search, shelf):
        for words in ("helicopter", "423", "x9y8z7", "rad"):
            assert (await search.look(Query(words=words))).corrected is None


class TestConditions:
    async def test_price(self, search, shelf):
        cheap = Query(words="shoes", max_price=make.money("50.00 EUR"))
        dear = Query(words="shoes", min_price=make.money("150.00 EUR"))

        assert await names(search, shelf, cheap) == ["sneaker"]
        assert await names(search, shelf, dear) == ["boot"]

    async def test_a_price_in_another_currency_is_no_price(self, search, shelf):
        assert await names(search, shelf, Query(words="tent")) == ["tent"]
        cheap = Query(words="tent", max_price=make.money("50.00 EUR"))
        assert await names(search, shelf, cheap) == []

    async def test_merchant(self, search, shelf):
        only = Query(words="shoes", merchants=frozenset({shelf["sneaker"].merchant_id}))

        assert await names(search, shelf, only) == ["sneaker"]
        assert await names(search, shelf, Query(words="shoes", merchants=frozenset())) == []

    async def test_stock(self, search, shelf):
        assert await names(search, shelf, Query(words="running", in_stock=True)) == []

    async def test_without_words_the_newest_come_first(self, search, shelf):
        query = Query(max_price=make.money("50.00 EUR"))

        assert await names(search, shelf, query) == ["socks", "sneaker"]

    async def test_pages(self, search, shelf):
        everything = await search.find(Query(), limit=10)

        assert len(everything) == 5
        assert await search.find(Query(), limit=2, offset=4) == everything[4:]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "!?…",
        "👟",
        '"red',
        "red' OR 1=1 --",
        "red AND",
        "NEAR(red, 2)",
        "title:red",
        "-red",
        "red*",
        "(((",
        "\\",
        "a\x00b",
        "红'色\"",
        "شحن मोज़ा ถุงเท้า",
        "ﬁ ½ ² Ⅷ",
        "red " * 1000,
        "x" * 4000,
    ],
)
@pytest.mark.usefixtures("shelf")
async def test_whatever_people_type_is_only_words(search, words):
    await search.find(Query(words=words, without=words))
    await search.find(Query(words=words))
