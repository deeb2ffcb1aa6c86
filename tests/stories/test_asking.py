"""Ana asks about shoes in a group; what nobody knows, the merchant answers."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantStaff, Product, ProductStatus, StaffRole
from bot.catalog.search.index import SearchIndex
from bot.people.models import PersonId
from tests.catalog import make
from tests.stories.town import Person, Seen, Town

pytestmark = pytest.mark.usefixtures("shoes")


@pytest.fixture
async def shoes(town: Town) -> dict[str, Product]:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        shop = await make.merchant(session, "Lindenfaden")
        red = await make.product(
            session,
            of=shop,
            price="45.00 EUR",
            sizes=("41", "42"),
            titles={"en": "Red Canvas Sneaker", "de": "Roter Canvas-Sneaker", "zh": "红色帆布鞋"},
            tags=["shoes"],
            attributes=[
                {"name": "waterproof", "type": "bool", "value": False},
                {"name": "material", "type": "text", "value": {"en": "canvas", "de": "Canvas"}},
            ],
        )
        boot = await make.product(
            session, "Red Leather Boot", of=shop, price="189.00 EUR", tags=["shoes"]
        )
        other = await make.merchant(session, "Nordlauf")
        tent = await make.product(session, "Fjord Tent", of=other, price="300.00 EUR")
        found = {"red": red, "boot": boot, "tent": tent}
        await (await scope.get(SearchIndex)).put_all(product.id for product in found.values())
        await session.commit()
    return found


async def staff(town: Town, person: Person, product: Product) -> None:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        session.add(
            MerchantStaff(
                merchant_id=product.merchant_id,
                person_id=PersonId(person.id),
                role=StaffRole.OWNER,
            )
        )
        await session.commit()


async def archive(town: Town, product: Product) -> None:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        (await session.get_one(Product, product.id)).move(ProductStatus.ARCHIVED)
        await (await scope.get(SearchIndex)).remove(product.id)
        await session.commit()


def words(message: Seen) -> str:
    return str(message.get("text") or message.get("caption") or "")


async def test_a_search_brings_a_card_with_a_buy_button(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana)

    await ana.says("/shop red shoes under 50", market)

    assert ana.reads(market).splitlines()[:2] == ["Red Canvas Sneaker", "€45.00"]
    assert ana.finds("Buy", market) == ana.sees(market)[-1]


async def test_she_leafs_through_the_hits_and_asks_about_the_one_she_sees(town: Town):
    ana, ben = town.person("Ana"), town.person("Ben")
    market = await town.group("Market", ana, ben)
    await ana.says("/shop red shoes", market)
    first = ana.reads(market)

    await ben.taps("▶", market)
    second = ana.reads(market)
    await ana.says("how much is it?", market, to=ana.sees(market)[-1])

    assert "Red Canvas Sneaker" in first
    assert "Red Leather Boot" in second
    assert "€189.00" in ana.reads(market)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("do you have it in 42?", "Yes, 42 is in stock (10 left)."),
        ("47?", "It does not come in 47. There is: 41, 42."),
        ("is it waterproof?", "Waterproof: no, says the product sheet."),
        ("what is it made of?", "Material: canvas"),
        ("how long does delivery take", "Lindenfaden has not said how it delivers."),
    ],
)
async def test_a_reply_to_a_card_is_answered_about_its_product(town: Town, question, answer):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.says("/shop red sneaker", market)

    await ana.says(question, market, to=ana.finds("Buy", market))

    assert ana.reads(market).splitlines()[0] == answer
    assert "Red Canvas Sneaker" in ana.reads(market)


async def test_a_remark_under_a_card_is_left_alone(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.says("/shop red sneaker", market)

    for remark in ("nice!", "I love it", "haha", "+1", "thanks", "👍👍"):
        await ana.says(remark, market, to=ana.finds("Buy", market))

    assert words(ana.sees(market)[-1]) == "👍👍"


async def test_what_nobody_knows_the_merchant_answers_for_all(town: Town, shoes):
    ana, mia, ben = town.person("Ana"), town.person("Mia"), town.person("Ben")
    await mia.starts()
    await staff(town, mia, shoes["red"])
    market = await town.group("Market", ana, ben)
    await ana.says("/shop red sneaker", market)
    card = ana.finds("Buy", market)

    await ana.says("does it shrink in the tumble dryer?", market, to=card)
    assert "I would rather not guess" in ana.reads(market)
    refused = await ben.taps("Ask the merchant", market)
    assert "Only the person who asked" in str(refused)
    await ana.taps("Ask the merchant", market)

    assert "does it shrink in the tumble dryer?" in mia.reads()
    await mia.says("Yes, by one size. Please dry it in the air.", to=mia.sees()[-1])
    assert "on its way" in mia.reads()
    assert "Yes, by one size." in ana.reads(market)
    assert ana.reads(market).startswith("Ana, Lindenfaden answers")

    await ben.says("Does it shrink in a dryer?", market, to=card)
    assert "The merchant says: “Yes, by one size." in ben.reads(market)


async def test_the_answer_button_and_a_merchant_who_does_not_know(town: Town, shoes):
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    await mia.starts()
    await staff(town, mia, shoes["red"])
    await ana.says("/shop red sneaker")
    await ana.says("who designed it?", to=ana.finds("Buy"))
    await ana.taps("Ask the merchant")

    await mia.taps("Answer")
    assert "as a reply to this message" in mia.reads()
    await mia.taps("We do not know")

    assert "could not answer" in ana.reads()


async def test_a_mention_and_private_words_are_for_us(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana, bot_is_admin=True)

    await ana.says("@tuan_bot do you have a tent?", market)
    assert "Fjord Tent" in ana.reads(market)

    await ana.starts()
    await ana.says("rote Schuhe unter 50 Euro")
    assert "Red Canvas Sneaker" in ana.reads()
    await ana.says("hello")
    assert ana.reads().startswith("Hello!")


async def test_words_among_people_are_not_for_us(town: Town):
    ana, ben = town.person("Ana"), town.person("Ben")
    market = await town.group("Market", ana, ben, bot_is_admin=True)
    before = len(ana.sees(market))

    await ana.says("does anyone know where to buy red shoes under 50?", market)
    await ben.says("try @somebody_else", market, to=ana.sees(market)[-1])
    await ana.says("/unknown red shoes", market)

    assert len(ana.sees(market)) == before + 3


async def test_it_says_honestly_what_was_not_met(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana)

    await ana.says("/shop red shoes under 20", market)
    assert ana.reads(market).startswith("Nothing under €20.00. The closest:\n\nRed Canvas Sneaker")
    await ana.says("/shop red sneker", market)
    assert ana.reads(market).startswith("Showing results for red sneaker.\n\nRed Canvas Sneaker")
    await ana.says("/shop helicopter", market)
    assert ana.reads(market).startswith("I found nothing for “helicopter”.")
    await ana.taps("Show what people like", market)
    assert ana.reads(market).startswith("What people like most first:\n\n")
    assert ana.finds("1 of 3", market) == ana.sees(market)[-1]


async def test_an_edited_question_gets_the_answer_the_first_one_missed(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana, bot_is_admin=True)
    await ana.says("@tuan_bot helicopter", market)
    mine = next(m for m in ana.sees(market) if words(m) == "@tuan_bot helicopter")

    town.sandbox.sim.edit(ana.id, market, mine["seen"]["key"], "@tuan_bot red sneaker")
    await town.settle()
    assert "Red Canvas Sneaker" in ana.reads(market)

    count = len(ana.sees(market))
    town.clock.wait(minutes=5)
    town.sandbox.sim.edit(ana.id, market, mine["seen"]["key"], "@tuan_bot red boot")
    await town.settle()
    assert len(ana.sees(market)) == count


async def test_an_old_card_of_a_product_that_is_gone(town: Town, shoes):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.says("/shop red shoes", market)
    card = ana.finds("Buy", market)
    await archive(town, shoes["red"])

    await ana.says("do you have it in 42?", market, to=card)
    assert ana.reads(market).startswith("This product is no longer for sale.")

    await ana.taps("▶", market, on=card)
    await ana.taps("▶", market, on=card)
    assert all("Red Canvas Sneaker" not in words(m) for m in ana.sees(market))


async def test_answers_go_to_the_topic_they_came_from(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana, forum=True, bot_is_admin=True)
    topic = town.sandbox.sim.create_topic(market, ana.id, "Shoes")
    thread = int(topic["message_thread_id"])

    await ana.says("/shop red sneaker", market, thread=thread)

    assert ana.sees(market)[-1]["message_thread_id"] == thread


async def test_inline_results_become_cards_that_can_be_asked_about(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana, bot_is_admin=True)

    typing = town.sandbox.sim.inline(ana.id, "tuan_bot", "red shoes", market)
    offered = asyncio.ensure_future(typing)
    await asyncio.sleep(0)
    await town.settle()
    answer = await offered
    assert {one["title"] for one in answer["results"]} == {"Red Leather Boot", "Red Canvas Sneaker"}

    boot = next(one["id"] for one in answer["results"] if "Boot" in one["title"])
    town.sandbox.sim.choose(ana.id, answer["query_id"], boot, market)
    await town.settle()
    await ana.says("how much is it?", market, to=ana.finds("Buy", market))
    assert ana.reads(market) == "It costs €189.00.\n\nRed Leather Boot · €189.00"


async def test_a_forwarded_card_is_shown_again_with_its_buttons(town: Town):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.starts()
    await ana.says("/shop red sneaker", market)
    card = ana.finds("Buy", market)

    town.sandbox.sim.forward(ana.id, market, card["seen"]["key"], town.bot_id)
    await town.settle()

    assert ana.reads().startswith("Red Canvas Sneaker")
    assert ana.finds("Buy") == ana.sees()[-1]
