"""Neighbours are counted through links of their own; then everybody buys at the price reached."""

from bot.payments.models import AccountKind
from tests.stories.shopkeeping import books, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


async def opens_sale_day(mia: Person, *, most: int = 0) -> None:
    """A merchant makes it by buttons: 10 % a join, and at most two for a group."""
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("📉 Sale day")
    await mia.taps("1 % for each")
    await mia.says("10")
    await mia.taps("40 count")
    await mia.says("2")
    await mia.taps("As many as are in stock")
    await mia.says(str(most))
    await mia.taps("Post")


async def neighbours(town: Town, *, most: int = 0) -> tuple[Person, Person, Person, Person, int]:
    ana, ben, cyd, mia = [town.person(name) for name in ("Ana", "Ben", "Cyd", "Mia")]
    for person in (ana, ben, cyd, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=5)
    group = await town.group("Kiln Street", ana, ben)
    await opens_sale_day(mia, most=most)
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
    code = cyd.reads().rpartition(" ")[2]
    await cyd.says("/proof s1")
    assert f"Your code is {code}" in cyd.reads()
    await ana.says("/proof s1", group)
    assert code in ana.reads(group)
    assert "✓ The chain is whole" in ana.reads(group)
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
    (listed,) = [one for one in mia.sees() if one.get("document")]
    assert listed["caption"].startswith("The sale day of Wool Blanket is done: 1 piece was sold.")
    assert listed["document"]["file_name"] == "saleday-1.csv"
    assert await books(town) == {
        AccountKind.GATEWAY_CLEARING: 4090,
        AccountKind.MERCHANT_PAYABLE: -4090,
    }
    assert await differences(town) == []


async def test_a_merchant_calls_it_off_and_the_list_forgets_it(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await ana.says("/deals", group)
    assert "One group-buy runs here" in ana.reads(group)
    await ana.taps("🔗 My link", group)

    await mia.says("/groupbuy")
    await mia.taps("📉 Wool Blanket")
    await mia.taps("Call it off")
    await mia.taps("Yes, call it off")

    said = "The merchant has called off the sale day of Wool Blanket. What is paid stays sold."
    assert ana.reads(group) == said
    assert ana.reads() == said  # she had taken a link, and waited for a price
    await ana.says("/deals", group)
    assert ana.reads(group) == "No group-buy runs here right now."


async def test_a_merchant_freezes_early_and_the_card_says_so(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await ana.taps("🔗 My link", group)
    await cyd.starts(link_of(ana, group))
    await cyd.taps("🙋 Count me in")
    await mia.says("/groupbuy")
    await mia.taps("📉 Wool Blanket")
    await mia.taps("Freeze the price now")
    assert "says that you froze it" in mia.reads()
    await mia.taps("Yes, freeze it")

    await town.passes(minutes=1)  # the group's own pace
    assert "froze the price before the announced time" in card(ben, group)
    assert "Sale: €40.50" in card(ben, group)
    assert "so it costs €40.50" in cyd.reads()


async def test_groups_hear_once_that_the_counting_ends_soon(town: Town):
    ana, _, _, _, group = await neighbours(town)

    await town.passes(hours=45)
    await town.passes(minutes=10)

    said = [one for one in ana.sees(group) if "nobody has joined yet. The price" in str(one)]
    assert len(said) == 1
    await town.passes(hours=4)
    assert "nobody joined, so the price stays as it is" in ana.reads(group)


async def test_the_last_piece_is_said_on_the_card(town: Town):
    ana, ben, cyd, _, group = await neighbours(town, most=1)
    assert "1 piece in all" in card(ana, group)
    await ana.taps("🔗 My link", group)
    await cyd.starts(link_of(ana, group))
    await cyd.taps("🙋 Count me in")
    await town.passes(hours=48)
    await ana.taps("Buy for €40.50", group)
    await ana.taps("I agree", group)
    await ana.pays(group)
    await town.passes(minutes=1)
    assert not any("kept for you" in str(seen.get("text")) for seen in ana.sees(group))

    assert "All are sold" in card(ana, group)
    assert (await ben.taps("Sold out", group))["kind"] == "disabled"
