"""Buttons carry where a purchase began; a client of one's own making cannot make that up."""

import pytest

from bot.catalog.models import Product
from bot.groups.service import GroupService
from bot.handlers.orders.callbacks import AddToCart, Pay, Pick
from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


@pytest.fixture
async def shoe(town: Town) -> Product:
    return await puts_on_shelf(town, await opens_shop(town, town.person("Mia")), "Red Sneaker")


async def group_number(town: Town, chat: int) -> int:
    async with town.container() as scope:
        group = await (await scope.get(GroupService)).find_by_chat(chat)
    assert group is not None
    return group.id


def bought_lines(person: Person, chat: int) -> list[str]:
    return [one["text"] for one in person.sees(chat) if "🛍" in one.get("text", "")]


@pytest.mark.parametrize("label", ["Pay", "Add to cart", "Close"])
async def test_no_group_hears_of_what_was_not_begun_there(town: Town, shoe: Product, label: str):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    strange = await town.group("A group without Ana", olivia)
    await ana.starts()
    await ana.starts(f"buy_{shoe.id}")
    there = {"currency": "EUR", "group": await group_number(town, strange)}
    wanted = {"variant": shoe.variants[0].id, "quantity": 1, "total": 4500}
    forged = {
        "Pay": Pay(**wanted, **there),
        "Add to cart": AddToCart(**wanted, **there),
        "Close": Pick(product=shoe.id, **there),
    }

    await ana.forges(forged[label].pack(), label, town.bot_id)
    if label == "Add to cart":
        await ana.taps("Show the cart")
    if label != "Pay":
        await ana.taps("Pay")
    await ana.taps("I agree")
    assert (await ana.pays())["status"] == "paid"

    assert bought_lines(olivia, strange) == []


async def test_a_purchase_goes_on_in_private_and_its_group_hears_of_it(town: Town, shoe: Product):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    market = await town.group("Market", olivia, ana)
    await ana.starts()
    await ana.says("/shop red sneaker", market)
    town.sandbox.sim.plan_fault("403", method="sendMessage", chat=market)  # no whispers for her
    await ana.taps("Buy", market)

    await ana.taps("+")
    await ana.taps("Pay")
    await ana.taps("I agree")
    assert (await ana.pays())["status"] == "paid"

    assert bought_lines(olivia, market) == ["🛍 Somebody here bought “Red Sneaker”."]


async def test_a_button_of_another_group_counts_where_it_is_pressed(town: Town, shoe: Product):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    market = await town.group("Market", olivia, ana)
    strange = await town.group("A group without Ana", olivia)
    await ana.says("/shop red sneaker", market)
    await ana.taps("Buy", market)
    there = await group_number(town, strange)
    forged = Pay(currency="EUR", group=there, variant=shoe.variants[0].id, quantity=1, total=4500)

    await ana.forges(forged.pack(), "Pay", market)
    await ana.taps("I agree", market)
    assert (await ana.pays(market))["status"] == "paid"

    assert bought_lines(olivia, strange) == []
    assert len(bought_lines(olivia, market)) == 1
