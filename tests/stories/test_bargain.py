"""Friends cut somebody's price, each by chance, and she buys when all of them have helped."""

import re

from bot.payments.models import AccountKind
from tests.stories.shopkeeping import books, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


async def opens_bargaining(mia: Person, *, helpers: int = 2) -> None:
    """A merchant offers it by buttons, and posts it into the only group there is."""
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("Bargain")
    await mia.taps("5 helpers")
    await mia.says(str(helpers))
    await mia.taps("Lowest price")
    await mia.says("30")
    await mia.taps("Post")


async def neighbours(town: Town, *, stock: int = 5) -> tuple[Person, Person, Person, Person, int]:
    ana, ben, cyd, mia = [town.person(name) for name in ("Ana", "Ben", "Cyd", "Mia")]
    for person in (ana, ben, cyd, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=stock)
    group = await town.group("Kiln Street", ana, ben, cyd)
    return ana, ben, cyd, mia, group


def offer_card(person: Person, group: int) -> str:
    seen = person.finds("How it works", group)
    return str(seen.get("caption") or seen["text"])


def card(person: Person, group: int) -> str:
    seen = person.finds("The cuts", group)
    return str(seen.get("caption") or seen["text"])


async def test_friends_cut_a_price_and_she_buys_at_the_floor(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await opens_bargaining(mia)
    assert ana.reads(group).startswith("Wool Blanket\n🪓 Bargain: €45.00 → €30.00")

    assert "Nobody is bargaining right now" in offer_card(ana, group)
    await ana.taps("Ask for help", group)
    assert "Somebody bargains for Wool Blanket" in card(ben, group)
    await ana.taps("Show my first name", group)
    assert "Ana bargains for Wool Blanket" in card(ben, group)
    assert "1 person is bargaining" in offer_card(ben, group)
    assert "Now €45.00 (€45.00 → €30.00)" in card(ben, group)
    assert "Seal of the seed" in card(ben, group)
    await ana.taps("🪓 Help", group)
    assert "0 of 2 helpers" in card(ana, group)

    await ben.taps("🪓 Help", group)
    assert "1 of 2 helpers" in card(cyd, group)
    await cyd.taps("🪓 Help", group)
    assert "Now €30.00" in card(ben, group)
    assert "All have helped" in card(ben, group)
    assert ana.reads().startswith(
        "🎉 All your friends have helped: Wool Blanket is yours for €30.00"
    )

    await ana.taps("Buy for €30.00")
    await ana.taps("I agree")
    paid = await ana.pays()

    assert (paid["status"], paid["total_amount"]) == ("paid", 3490)
    assert any(str(seen.get("text")).startswith("✅ Paid – order 1") for seen in ana.sees())
    assert "It is bought." in card(ben, group)
    assert "1 has made it" in offer_card(ben, group)
    assert any("New order" in str(seen.get("text")) for seen in mia.sees())
    assert await books(town) == {
        AccountKind.GATEWAY_CLEARING: 3490,
        AccountKind.MERCHANT_PAYABLE: -3490,
    }
    assert await differences(town) == []


async def test_a_friend_helps_by_a_link_and_everybody_can_recompute(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await opens_bargaining(mia)
    await ana.taps("Ask for help", group)

    await ben.starts("bargain_1")
    await ben.taps("🪓 Help")
    assert "1 of 2 helpers" in card(cyd, group)
    await cyd.says("/proof b1", group)
    assert "Seed:" not in cyd.reads(group)
    await cyd.taps("🪓 Help", group)
    await cyd.says("/proof b1", group)

    said = cyd.reads(group)
    assert len(re.findall(r"· −€\d+\.\d\d · [0-9a-f]{8}", said)) == 2
    assert "✓ Every cut follows from it." in said


async def test_nobody_pays_where_a_helper_is_missing(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_bargaining(mia)
    await ana.taps("Ask for help", group)
    await ben.taps("🪓 Help", group)

    await town.passes(hours=24)

    assert ana.reads().startswith("Your bargain for Wool Blanket is over: 1 helper was missing.")
    assert ben.reads(group) == (
        "The bargaining for Wool Blanket is over. Nobody reached the lowest price."
    )
    assert any("Wool Blanket is done: nobody bought" in str(one.get("text")) for one in mia.sees())
    assert "Nobody paid anything" in card(ben, group)
    assert await books(town) == {}


async def test_the_list_of_what_runs_names_it_and_its_merchant_ends_it(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_bargaining(mia)

    await ana.says("/deals", group)
    assert "One group-buy runs here" in ana.reads(group)
    await mia.says("/groupbuy")
    await mia.taps("🪓 Wool Blanket")
    await mia.taps("End it")
    await mia.taps("Yes, end it")
    assert "The merchant has ended the bargaining for Wool Blanket." in ana.reads(group)
    await ana.says("/deals", group)

    assert ana.reads(group) == "No group-buy runs here right now."


async def test_she_is_reminded_once_and_has_more_time_where_the_merchant_gives_it(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_bargaining(mia)
    await ana.taps("Ask for help", group)
    await ben.taps("🪓 Help", group)

    await town.passes(hours=21)
    await town.passes(minutes=10)
    reminded = [seen for seen in ana.sees() if "1 helper is missing until" in str(seen.get("text"))]
    assert len(reminded) == 1
    assert "friends can cut the price down to €30.00 until" in ana.reads(group)

    await mia.says("/groupbuy")
    await mia.taps("🪓 Wool Blanket")
    await mia.taps("+ 6 hours")
    assert "⏳ Extended, ends" in card(ben, group)
    assert "⏳ Extended, ends" in offer_card(ben, group)
    await town.passes(hours=5)
    assert "⏳ Extended" in card(ben, group)
    await town.passes(hours=5)
    assert "Nobody paid anything" in card(ben, group)


async def test_a_sold_out_product_is_nothing_to_ask_friends_for(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town, stock=1)
    await opens_bargaining(mia)
    await ana.taps("Ask for help", group)
    await ben.taps("🪓 Help", group)
    await cyd.taps("🪓 Help", group)
    await ana.taps("Buy for €30.00")
    await ana.taps("I agree")
    await ana.pays()

    assert (await cyd.taps("Sold out", group))["kind"] == "disabled"
    await town.passes(hours=24)
    await town.passes(minutes=1)
    (listed,) = [one for one in mia.sees() if one.get("document")]
    assert "1 piece was sold" in listed["caption"]
    assert listed["document"]["file_name"] == "bargain-1.csv"


async def test_each_group_sees_its_own_number_beside_the_total(town: Town):
    ana, ben, _, mia, here = await neighbours(town)
    there = await town.group("Quarry Lane", ana, ben)
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("Bargain")
    await mia.taps("○ Kiln Street")
    await mia.taps("○ Quarry Lane")
    await mia.taps("Post")

    await ana.taps("Ask for help", here)

    assert "1 person is bargaining (1 of them here)" in offer_card(ben, here)
    assert "1 person is bargaining (none of them here)" in offer_card(ben, there)


async def test_who_never_started_the_bot_hears_it_where_she_asked(town: Town):
    _, ben, cyd, mia, group = await neighbours(town)
    dan = town.person("Dan")
    town.sandbox.sim.join(dan.id, group)
    await opens_bargaining(mia)
    await dan.taps("Ask for help", group)
    await ben.taps("🪓 Help", group)
    await cyd.taps("🪓 Help", group)

    said = dan.reads(group)

    assert said.startswith("🎉 All friends have helped: whoever asked may buy Wool Blanket for €30")
    await ben.taps("Buy for €30.00", group)
    assert dan.reads(group) == said  # it is not his
    await dan.taps("Buy for €30.00", group)
    await dan.taps("I agree", group)
    assert (await dan.pays(group))["status"] == "paid"
    assert not any("kept for you" in str(seen.get("text")) for seen in dan.sees(group))
    await town.passes(minutes=1)  # the group's own pace
    assert dan.reads(group) == "✅ It is bought."
