"""Neighbours are counted through links of their own; then everybody buys at the price reached."""

from bot.payments.models import AccountKind
from tests.stories.shopkeeping import books, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


async def opens_sale_day(mia: Person) -> None:
    """A merchant makes it by buttons: 10 % a join, and at most two for a group."""
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("📉 Sale day")
    await mia.taps("1 % for each")
    await mia.says("10")
    await mia.taps("40 count")
    await mia.says("2")
    await mia.taps("Post")


async def neighbours(town: Town) -> tuple[Person, Person, Person, Person, int]:
    ana, ben, cyd, mia = [town.person(name) for name in ("Ana", "Ben", "Cyd", "Mia")]
    for person in (ana, ben, cyd, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=5)
    group = await town.group("Kiln Street", ana, ben)
    await opens_sale_day(mia)
    return ana, ben, cyd, mia, group


def link_of(person: Person, group: int) -> str:
    """The start of her own link, as a friend would open it."""
    button = person.finds("Send it to friends", group)["reply_markup"]["inline_keyboard"][0][0]
    return str(button["url"]).partition("start%3D")[2].partition("&")[0]


def card(person: Person, group: int) -> str:
    seen = person.finds("How it works", group)
    return str(seen.get("caption") or seen["text"])


async def test_friends_are_counted_and_everybody_buys_at_the_frozen_price(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    assert "Sale day: now €45.00" in card(ana, group)
    assert "Price = €45.00 − 10 % × 0 joined, never below €27.00." in card(ana, group)

    await ana.taps("🔗 My link", group)
    link = link_of(ana, group)
    await cyd.starts(link)
    assert "now €45.00" in card(ana, group)  # to open it is not to be counted
    await cyd.taps("🙋 Count me in")
    assert "You count! Right now it would cost €40.50" in cyd.reads()
    assert "1 person has joined" in card(ana, group)
    assert "1 of 2 for this group" in card(ana, group)
    await ana.starts(link)
    await ana.taps("🙋 Count me in")
    assert "1 person has joined" in card(ana, group)
    await ben.starts(link)
    await ben.taps("🙋 Count me in")
    dan = town.person("Dan")
    await dan.starts(link)
    await dan.taps("🙋 Count me in")
    await town.passes(minutes=1)  # the group's own pace
    assert "2 people have joined" in card(ana, group)

    await town.passes(hours=48)
    assert "2 people have joined, so it costs €36.00" in ana.reads(group)
    assert "so it costs €36.00" in cyd.reads()
    await cyd.taps("Buy for €36.00")
    await cyd.taps("I agree")
    paid = await cyd.pays()
    assert (paid["status"], paid["total_amount"]) == ("paid", 4090)
    assert any("New order" in str(seen.get("text")) for seen in mia.sees())

    await town.passes(hours=24)
    assert ana.reads(group) == "The sale of Wool Blanket is over: 1 piece was sold."
    assert await books(town) == {
        AccountKind.GATEWAY_CLEARING: 4090,
        AccountKind.MERCHANT_PAYABLE: -4090,
    }
    assert await differences(town) == []


async def test_a_merchant_calls_it_off_and_the_list_forgets_it(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await ana.says("/deals", group)
    assert "One group-buy runs here" in ana.reads(group)

    await mia.says("/groupbuy")
    await mia.taps("📉 Wool Blanket")
    await mia.taps("End it")
    await mia.taps("End it")

    assert ana.reads(group) == "The merchant has called off the sale day of Wool Blanket."
    await ana.says("/deals", group)
    assert ana.reads(group) == "No group-buy runs here right now."
