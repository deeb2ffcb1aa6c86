"""Words of several, in either database."""

import pytest

from bot.catalog.models import ProductKind
from bot.catalog.search.compounds import Known, endings, kinds
from bot.catalog.search.ordering import Order
from bot.catalog.search.service import Query
from bot.kit.money import Currency
from tests.catalog import make


@pytest.fixture
async def shelf(session, index):
    shop = await make.merchant(session)
    made = {
        "boots": await make.product(
            session, of=shop, titles={"de": "Wanderschuhe Alm"}, price="120.00 EUR"
        ),
        "gloves": await make.product(
            session, of=shop, titles={"de": "Handschuhe aus Wolle"}, price="20.00 EUR"
        ),
        "pot": await make.product(session, "Glass Teapot", of=shop, price="39.00 EUR"),
        "book": await make.product(
            session,
            "Twelve Breads (PDF)",
            of=shop,
            price="6.90 EUR",
            unlimited=True,
            kind=ProductKind.DIGITAL,
        ),
    }
    await index.put_all(product.id for product in made.values())
    return made


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Schuhe", ["boots"]),
        ("shoes", ["boots"]),
        ("鞋", ["boots"]),
        ("Wander Schuhe", ["boots"]),
        ("Wanderschuh", ["boots"]),
        ("Handschuh", ["gloves"]),
        ("tea pot", ["pot"]),
        ("Kinderschuhe", ["boots"]),
        ("e-book", ["book"]),
        ("电子书", ["book"]),
        ("download", ["book"]),
    ],
)
async def test_a_whole_and_its_parts_find_each_other(search, shelf, words, found):
    numbers = {product.id: name for name, product in shelf.items()}
    hits = (await search.look(Query(words=words))).hits

    assert [numbers[hit.product_id] for hit in hits if hit.is_complete] == found


async def test_a_later_product_is_taken_apart_as_well(session, index, search, shelf):
    later = await make.product(session, titles={"de": "Kletterschuhe"})
    await index.put(later.id)

    hits = await search.find(Query(words="Schuhe"))
    assert {hit.product_id for hit in hits} == {later.id, shelf["boots"].id}


def test_english_words_do_not_fall_apart_into_german_ones():
    known = [Known("vegetable", "veget"), Known("template", "templat"), Known("string", "string")]

    assert kinds(known, endings(("table", "plate", "ring"))) == frozenset()


async def test_an_order_by_price_or_liking(session, search, shelf):
    async def first(order: Order) -> object:
        query = Query(order=order, prices_in=Currency.EUR)
        return (await search.find(query))[0].product_id

    assert await first(Order.CHEAPEST) == shelf["book"].id
    assert await first(Order.DEAREST) == shelf["boots"].id


async def test_a_size_inside_a_span(session, index, search):
    socks = await make.product(session, "Socks", sizes=("39-41", "42-44"))
    await index.put(socks.id)

    assert [hit.is_complete for hit in await search.find(Query(words="socks 43"))] == [True]
    assert [hit.is_complete for hit in await search.find(Query(words="socks 46"))] == [False]
