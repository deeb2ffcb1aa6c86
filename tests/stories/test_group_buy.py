"""People of a group buy together: it comes true for all, or the money goes back to all."""

from typing import Any

import pytest

from bot.payments.models import AccountKind
from tests.stories.buying_together import (
    finds_her_stripe_key,
    has_no_stripe_key,
    neighbours,
    opens_deal,
)
from tests.stories.shopkeeping import before_fees, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

A_WEEK = "1 week"
pytestmark = pytest.mark.usefixtures("stripe")


async def opens_deal_charged_at_once(town: Town, mia: Person, **facts: Any) -> None:
    await has_no_stripe_key(town, mia)
    await opens_deal(mia, **facts)
    await finds_her_stripe_key(town, mia)


async def joins(person: Person, group: int) -> None:
    await person.taps("Join", group)
    await person.taps("Pay", group)
    if "Before your first payment" in person.reads(group):
        await person.taps("I agree", group)
    await person.pays(group)


def card(person: Person, group: int) -> str:
    seen = person.finds("Join", group)
    return str(seen.get("caption") or seen["text"])


async def test_a_goal_is_reached_and_everybody_gets_it(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await opens_deal_charged_at_once(town, mia, lasts=A_WEEK)
    assert ana.reads(group).startswith(
        "Wool Blanket\n👥 Together: €40.50 €45.00\n"
        "2 people have to join by the deadline. If they do not, everybody’s money goes back.\n\n"
        "░░░░░░░░░░ 0 of 2 people\n2 more people and it is on\n⏳ Ends"
    )

    await ana.taps("Join", group)
    assert ana.reads(group).startswith("Your seat is kept for 15 minutes.\nWool Blanket\n€40.50")
    assert "all of it goes back" in ana.reads(group)
    assert "Your seat" not in ben.reads(group)
    await ana.taps("Pay", group)
    await ana.taps("I agree", group)
    paid = await ana.pays(group)

    assert (paid["status"], paid["total_amount"]) == ("paid", 4540)
    assert ana.reads().startswith("✅ You are in: Wool Blanket, 1 piece.\nSeat 1, code ")
    assert "▓▓▓▓▓░░░░░ 1 of 2 people\n1 more person and it is on" in card(ben, group)
    assert all("New order" not in str(seen.get("text")) for seen in mia.sees())

    await joins(ben, group)
    assert cyd.reads(group).startswith("🎉 The goal is reached: Wool Blanket is on!")
    await town.passes(days=7)

    assert cyd.reads(group) == "🎉 Wool Blanket came true: 2 people get it for €40.50 each."
    assert any(str(seen.get("text")).startswith("✅ Paid – order 1") for seen in ana.sees())
    assert sum(str(seen.get("text")).startswith("🛍 New order") for seen in mia.sees()) == 2
    [packing] = [seen for seen in mia.sees() if "document" in seen]
    assert packing["caption"].startswith("Group-buy 1, Wool Blanket: it came true. 2 buyers, 2")
    assert await before_fees(town) == {
        AccountKind.GATEWAY_CLEARING: 9080,
        AccountKind.MERCHANT_PAYABLE: -9080,
    }
    assert await differences(town) == []


async def test_a_goal_is_missed_and_everybody_gets_the_money_back(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal_charged_at_once(town, mia, goal=3, lasts=A_WEEK)
    await joins(ana, group)
    await joins(ben, group)

    await town.passes(days=7)
    await town.passes(minutes=1)

    assert ana.reads(group).startswith("The group-buy of Wool Blanket did not come true.")
    assert "did not come true" in ana.reads()
    assert set((await before_fees(town)).values()) <= {0}
    assert await differences(town) == []


async def test_somebody_leaves_before_the_goal_and_comes_back(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal_charged_at_once(town, mia, lasts=A_WEEK)
    await joins(ana, group)

    await ana.taps("Leave")
    await ana.taps("Yes, leave")
    assert ana.reads().startswith("You have left Wool Blanket.")
    await town.passes(minutes=1)
    await town.passes(minutes=1)
    assert set((await before_fees(town)).values()) <= {0}

    await joins(ana, group)
    assert any("Seat 2, code" in str(seen.get("text")) for seen in ana.sees())
    assert await differences(town) == []


async def test_a_typed_plus_one_is_a_seat_and_a_minus_one_gives_it_up(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal_charged_at_once(town, mia, lasts=A_WEEK)

    await ana.says("+1", group, to=ana.finds("Join", group))
    assert "Your seat is kept" in ana.reads(group) or "Your seat is kept" in ana.reads()
    await ana.says("-1", group, to=ana.finds("Join", group))

    assert "is free again" in ana.reads(group) or "is free again" in ana.reads()


async def test_the_log_shows_every_paid_seat(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal_charged_at_once(town, mia, lasts=A_WEEK)
    await joins(ana, group)

    await ben.taps("Who paid", group)

    assert "1 paid seat, none given by the merchant" in ben.reads(group)
    assert "✓ The chain is whole." in ben.reads(group)


async def test_a_neighbour_hands_the_goods_out_and_ticks_off_who_came(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await has_no_stripe_key(town, mia)
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("Goal")
    await mia.taps("Goal")
    await mia.says("2")
    await mia.taps(A_WEEK)
    await mia.taps("Delivered")
    await mia.taps("Post")
    await finds_her_stripe_key(town, mia)
    assert "📍 To be picked up in the group. Who hands it out?" in card(ana, group)

    await cyd.taps("I hand it out here", group)
    assert cyd.reads().startswith("Thank you!")
    assert "📍 To be picked up in the group\n" in card(ana, group)
    for person in (ana, ben):
        await joins(person, group)
    assert await before_fees(town) == {
        AccountKind.GATEWAY_CLEARING: 8100,
        AccountKind.MERCHANT_PAYABLE: -8100,
    }
    await town.passes(days=7)
    await town.passes(minutes=1)

    assert "📍 To be picked up in the group" in str([seen.get("text") for seen in ana.sees()])
    assert cyd.reads().startswith(
        "📍 Wool Blanket in Kiln Street: 2 people have not picked up yet.\n\n"
        "1. Ana – 1 × Wool Blanket\n2. Ben – 1 × Wool Blanket"
    )
    await cyd.taps("○ Ana")
    assert "1 person has not picked up yet." in cyd.reads()
    assert ana.reads() == "✅ Picked up: Wool Blanket. Enjoy it!"
    await ana.says("/order 1")
    assert "Delivered" in ana.reads()


async def test_who_waited_takes_the_free_seat_and_chooses_her_size(town: Town):
    ana, ben, cyd, mia = [town.person(name) for name in ("Ana", "Ben", "Cyd", "Mia")]
    for person in (ana, ben, cyd, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", sizes=("M", "L"), stock=5)
    group = await town.group("Kiln Street", ana, ben, cyd)
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("Goal")
    await mia.taps("Goal")
    await mia.says("2")
    await mia.taps("No limit in all")
    await mia.says("2")
    await mia.taps("Post")
    await ana.taps("Join", group)
    await ben.taps("Join", group)
    await cyd.taps("Join", group)
    await cyd.taps("Tell me when one is free", group)
    assert "You are number 1 in the queue." in cyd.reads(group)

    await ana.taps("Give the seat up", group)
    assert cyd.reads() == "A seat is free for you: Wool Blanket. It is kept for 30 minutes."
    await cyd.taps("Take the seat")
    assert cyd.reads().endswith("What would you like?")
    await cyd.taps("L")

    assert "Wool Blanket – L" in cyd.reads()


async def test_a_download_is_bought_together_for_stars_one_piece_each(town: Town):
    ana, ben = [town.person(name, stars=100) for name in ("Ana", "Ben")]
    mia = town.person("Mia")
    for person in (ana, ben, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Song", kind="digital", price="50 XTR", unlimited=True)
    group = await town.group("Kiln Street", ana, ben)
    await mia.says("/groupbuy")
    await mia.taps("Song")
    await mia.taps("🎯 Goal")
    drawn = str(mia.finds("Post")["reply_markup"])
    assert "each" not in drawn
    assert "Delivered" not in drawn
    await mia.taps("Goal")
    await mia.says("2")
    await mia.taps("Post")

    for person in (ana, ben):
        await person.taps("Join", group)
        await person.taps("Pay", group)
        await person.taps("I agree", group)
        assert (await person.pays(group))["status"] == "paid"
    await town.passes(hours=24)
    await town.passes(minutes=1)

    assert any("https://example.org/Song" in str(seen) for seen in ana.sees())
