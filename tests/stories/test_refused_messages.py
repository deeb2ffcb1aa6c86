"""Telegram does not let the bot say everything to everybody: nothing is lost by that."""

from typing import Any

import pytest

from bot.catalog.models import Product
from tests.stories.shopkeeping import differences, left, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

REFUSED = 403


@pytest.fixture
async def shoe(town: Town) -> Product:
    mia = town.person("Mia")
    return await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", stock=3)


def refuses(town: Town, method: str, chat: int, times: int = 1) -> None:
    town.sandbox.sim.plan_fault(str(REFUSED), method=method, chat=chat, times=times)


async def test_a_whisper_that_is_refused_goes_to_the_private_chat(town: Town, shoe: Product):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.starts()
    await ana.says("/shop red sneaker", market)
    refuses(town, "sendMessage", market)

    await ana.taps("Buy", market)

    assert ana.reads().startswith("Red Sneaker\n€45.00")
    await ana.taps("Pay")
    await ana.taps("I agree")
    assert (await ana.pays())["status"] == "paid"


async def test_who_never_started_the_bot_is_led_to_its_chat(town: Town, shoe: Product):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.says("/shop red sneaker", market)
    refuses(town, "sendMessage", market)

    told = await ana.taps("Buy", market)

    await ana.opens(str(told["url"]))
    assert ana.reads().startswith("Red Sneaker\n€45.00")


async def test_what_is_gone_from_her_screen_is_said_anew(town: Town, shoe: Product):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.says("/shop red sneaker", market)
    await ana.taps("Buy", market)
    refuses(town, "editEphemeralMessage*", market)

    await ana.taps("+", market)

    assert "2 × €45.00 = €90.00" in ana.reads(market)


async def test_the_button_to_pay_comes_in_private_where_the_group_refuses_it(
    town: Town, shoe: Product
):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.starts()
    await ana.says("/terms")
    await ana.taps("I accept")
    await ana.says("/shop red sneaker", market)
    await ana.taps("Buy", market)
    refuses(town, "editEphemeralMessage*", market)
    refuses(town, "sendMessage", market)

    await ana.taps("Pay", market)
    paid = await ana.settles(await ana.opens_checkout())

    assert paid["status"] == "paid"
    assert not any("kept for you" in one.get("text", "") for one in ana.sees())


async def test_pieces_held_for_her_wait_behind_a_link_where_nothing_can_be_said(
    town: Town, shoe: Product
):
    ana = town.person("Ana")
    market = await town.group("Market", ana)
    await ana.says("/shop red sneaker", market)
    await ana.taps("Buy", market)
    await ana.taps("Pay", market)
    refuses(town, "editEphemeralMessage*", market)
    refuses(town, "sendMessage", market)

    told = await ana.taps("I agree", market)
    assert await left(town, shoe) == [2]
    await ana.opens(str(told["url"]))

    assert (await ana.pays())["status"] == "paid"


async def test_a_receipt_that_is_refused_stands_under_orders(town: Town, shoe: Product):
    ana, ben = town.person("Ana"), town.person("Ben")
    market = await town.group("Market", ana, ben)
    await buys(ana, market, town)

    assert not any("Paid – order 1" in one.get("text", "") for one in ana.sees())
    await ana.says("/orders@tuan_bot", market)
    assert ana.reads() == "Your order"
    assert buttons(ana) == ["1 · Red Sneaker · €49.90 · paid"]
    await ana.starts()
    await ana.says("/order 1")
    assert ana.reads().startswith("Order 1 – Lindenfaden\nPaid")
    assert await left(town, shoe) == [2]
    assert await differences(town) == []


async def buys(ana: Person, market: int, town: Town) -> None:
    await ana.says("/shop red sneaker", market)
    await ana.taps("Buy", market)
    await ana.taps("Pay", market)
    await ana.taps("I agree", market)
    refuses(town, "sendMessage", ana.id)
    assert (await ana.pays(market))["status"] == "paid"


def buttons(person: Person) -> list[str]:
    newest: dict[str, Any] = dict(person.sees()[-1])
    return [str(one["text"]) for row in newest["reply_markup"]["inline_keyboard"] for one in row]
