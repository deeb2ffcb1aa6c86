import pytest
from sqlalchemy import select

from bot.catalog.models import ProductStatus
from bot.catalog.search.models import SearchDocument, SearchWord
from bot.catalog.search.service import Query
from tests.catalog import make


async def words(session) -> dict[str, int]:
    rows = await session.scalars(select(SearchWord).where(SearchWord.word != ""))
    return {row.word: row.documents for row in rows}


class TestPut:
    async def test_follows_a_new_title(self, session, index, search):
        product = await make.product(session, "Red Sneaker")
        await index.put(product.id)

        product.titles = {"en": "Blue Boot"}
        await index.put(product.id)

        assert await search.find(Query(words="sneaker")) == []
        assert [hit.product_id for hit in await search.find(Query(words="boots"))] == [product.id]
        assert "sneaker" not in await words(session)

    async def test_twice_changes_nothing(self, session, index):
        seller = await make.merchant(session, "Shop")
        for _ in range(2):
            product = await make.product(session, "Red Sneaker", of=seller)
            await index.put(product.id)
            await index.put(product.id)

        assert (await words(session))["sneaker"] == 2
        assert len((await session.scalars(select(SearchDocument))).all()) == 2

    async def test_takes_out_what_is_not_for_sale(self, session, index, search):
        product = await make.product(session, "Red Sneaker")
        await index.put(product.id)

        product.move(ProductStatus.ARCHIVED)
        await index.put(product.id)

        assert await search.find(Query(words="sneaker")) == []
        assert await words(session) == {}

    async def test_leaves_the_product_as_loaded_as_it_was(self, session, index):
        product = await make.product(session, "Red Sneaker")
        await index.put(product.id)

        assert list(product.pictures) == []
        assert len(product.variants) == 1

    async def test_goes_back_with_its_transaction(self, session, index, search):
        product = await make.product(session, "Red Sneaker")
        await session.commit()
        await index.put(product.id)
        await session.rollback()

        assert await search.find(Query(words="sneaker")) == []
        assert await words(session) == {}


class TestRemove:
    async def test_forgets_the_words_too(self, session, index, search):
        product = await make.product(session, "Red Sneaker")
        await index.put(product.id)

        await index.remove(product.id)
        await index.remove(product.id)

        assert await search.find(Query(words="sneaker")) == []
        assert await words(session) == {}


@pytest.mark.parametrize(("typed", "meant"), [("sneakr", "sneaker"), ("snaeker", "sneaker")])
async def test_the_speller_knows_only_the_catalogue(session, index, search, typed, meant):
    assert (await search.look(Query(words=typed))).corrected is None

    product = await make.product(session, "Red Sneaker")
    await index.put(product.id)

    assert (await search.look(Query(words=typed))).corrected == meant
