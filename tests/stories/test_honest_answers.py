"""Under a card people get an answer in words, and never a guess."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product, Variant
from bot.catalog.search.index import SearchIndex
from tests.catalog import make
from tests.stories.test_asking import staff, words
from tests.stories.town import Person, Town


@pytest.fixture
async def shoe(town: Town) -> Product:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        shop = await make.merchant(session, "Lindenfaden", currencies=("EUR",))
        shoe = await make.product(
            session, "Red Sneaker", of=shop, sizes=("40", "41"), pictures=[], tags=["shoes"]
        )
        (await session.get_one(Variant, shoe.variants[1].id)).on_hand = 0
        await (await scope.get(SearchIndex)).put(shoe.id)
        await session.commit()
    return shoe


@pytest.fixture
async def ana(town: Town, shoe: Product) -> Person:
    ana = town.person("Ana")
    await ana.starts()
    await ana.says("red sneaker")
    return ana


async def asks(ana: Person, text: str) -> str:
    await ana.says(text, to=next(m for m in ana.sees() if "Red Sneaker" in words(m)))
    return ana.reads()


async def test_an_answer_is_a_text_with_a_buy_button(ana: Person):
    assert await asks(ana, "do you have it in 40?") == (
        "Yes, 40 is in stock (10 left).\n\nRed Sneaker · €45.00"
    )
    assert ana.finds("Buy") == ana.sees()[-1]
    assert "photo" not in ana.sees()[-1]


async def test_what_is_sold_out_is_told_from_what_there_never_was(ana: Person):
    assert (await asks(ana, "42?")).startswith(
        "It does not come in 42. There is: 40. Sold out: 41.\n"
    )
    assert (await asks(ana, "41?")).startswith("41 is sold out at the moment. There is: 40.\n")
    assert (await asks(ana, "which sizes are there?")).startswith(
        "Only 10 left\nThere is: 40. Sold out: 41.\n"
    )


async def test_what_is_not_understood_is_not_met_with_silence(town: Town, ana: Person):
    market = await town.group("Market", ana)
    await ana.says("/shop red sneaker", market)
    card = ana.finds("Buy", market)

    await ana.says("my feet are quite wide, maybe they would not fit", market, to=card)
    assert ana.reads(market).startswith("I do not know that about Red Sneaker")
    await ana.says("show me purple boots", market, to=card)
    assert ana.reads(market).startswith("I found nothing for “purple boots”.")
    await ana.says("so pretty!", market, to=card)
    assert ana.reads(market) == "so pretty!"


async def test_a_question_that_is_on_its_way_has_no_button_any_more(
    town: Town, shoe: Product, ana: Person
):
    mia, ben = town.person("Mia"), town.person("Ben")
    await mia.starts()
    await staff(town, mia, shoe)
    market = await town.group("Market", ana, ben)
    await ana.says("/shop red sneaker", market)
    await ana.says("who designed it?", market, to=ana.finds("Buy", market))
    offer = ana.finds("Ask the merchant", market)

    refused = await ben.taps("Ask the merchant", market)
    assert "Only the person who asked" in str(refused)
    query = await ana.presses("Ask the merchant", market)
    second = await ana.presses("Ask the merchant", market)
    await town.settle()

    assert "Lindenfaden has your question." in str(await ana.was_told(query))
    assert "Already on its way to the merchant." in str(await ana.was_told(second))
    redrawn = next(m for m in ana.sees(market) if m["message_id"] == offer["message_id"])
    assert words(redrawn) == "Asked Lindenfaden; the answer comes right here."
    with pytest.raises(AssertionError):
        ana.finds("Ask the merchant", market)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("etwas für meine Oma", "I could not make out a product in that."),
        ("nice weather today", "I could not make out a product in that."),
        ("where is my parcel?", "Your orders, and where they are, stand in /orders."),
        ("do you ship to Austria?", "That depends on the product and its merchant."),
        ("a gift for my grandma", "I found nothing for “a gift for my grandma”."),
    ],
)
async def test_free_words_bring_no_random_goods(ana: Person, text: str, answer: str):
    await ana.says(text)

    assert ana.reads().startswith(answer)
    assert "Red Sneaker" not in ana.reads()


async def test_money_that_nothing_is_sold_for_is_not_compared(ana: Person):
    await ana.says("shoes under ¥50")

    assert ana.reads().startswith(
        "Prices here are in EUR, so I cannot compare them with CN¥50.00. From the lowest:\n\n"
        "Red Sneaker"
    )
