"""People of a group buy together: it comes true for all, or the money goes back to all."""

import pytest

from bot.payments.models import AccountKind
from tests.stories.shopkeeping import books, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

pytestmark = pytest.mark.usefixtures("stripe")


async def opens_deal(town: Town, mia: Person, kind: str = "Goal", *, goal: int = 2) -> None:
    """A merchant makes a deal by buttons, and posts it into the only group there is."""
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps(kind)
    await mia.taps("Goal")
    await mia.says(str(goal))
    await mia.taps("Post")


async def joins(person: Person, group: int) -> None:
    await person.taps("Join", group)
    await person.taps("Pay", group)
    if "Before your first payment" in person.reads(group):
        await person.taps("I agree", group)
    await person.pays(group)


def card(person: Person, group: int) -> str:
    seen = person.finds("Join", group)
    return str(seen.get("caption") or seen["text"])


async def neighbours(town: Town) -> tuple[Person, Person, Person, Person, int]:
    ana, ben, cyd, mia = [town.person(name) for name in ("Ana", "Ben", "Cyd", "Mia")]
    for person in (ana, ben, cyd, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=5)
    group = await town.group("Kiln Street", ana, ben, cyd)
    return ana, ben, cyd, mia, group


async def test_a_goal_is_reached_and_everybody_gets_it(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await opens_deal(town, mia)
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
    await town.passes(hours=24)

    assert cyd.reads(group) == "🎉 Wool Blanket came true: 2 people get it for €40.50 each."
    assert any(str(seen.get("text")).startswith("✅ Paid – order 1") for seen in ana.sees())
    assert sum(str(seen.get("text")).startswith("🛍 New order") for seen in mia.sees()) == 2
    [packing] = [seen for seen in mia.sees() if "document" in seen]
    assert packing["caption"].startswith("Group-buy 1, Wool Blanket: it came true. 2 buyers, 2")
    assert await books(town) == {
        AccountKind.GATEWAY_CLEARING: 9080,
        AccountKind.MERCHANT_PAYABLE: -9080,
    }
    assert await differences(town) == []


async def test_a_goal_is_missed_and_everybody_gets_the_money_back(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(town, mia, goal=3)
    await joins(ana, group)
    await joins(ben, group)

    await town.passes(hours=24)
    await town.passes(minutes=1)

    assert ana.reads(group).startswith("The group-buy of Wool Blanket did not come true.")
    assert "did not come true" in ana.reads()
    assert set((await books(town)).values()) <= {0}
    assert await differences(town) == []


async def test_somebody_leaves_before_the_goal_and_comes_back(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(town, mia)
    await joins(ana, group)

    await ana.taps("Leave")
    await ana.taps("Yes, leave")
    assert ana.reads().startswith("You have left Wool Blanket.")
    await town.passes(minutes=1)
    await town.passes(minutes=1)
    assert set((await books(town)).values()) <= {0}

    await joins(ana, group)
    assert any("Seat 2, code" in str(seen.get("text")) for seen in ana.sees())
    assert await differences(town) == []


async def test_a_typed_plus_one_is_a_seat_and_a_minus_one_gives_it_up(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(town, mia)

    await ana.says("+1", group, to=ana.finds("Join", group))
    assert "Your seat is kept" in ana.reads(group) or "Your seat is kept" in ana.reads()
    await ana.says("-1", group, to=ana.finds("Join", group))

    assert "is free again" in ana.reads(group) or "is free again" in ana.reads()


async def test_the_log_shows_every_paid_seat(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(town, mia)
    await joins(ana, group)

    await ben.taps("Who paid", group)

    assert "1 paid seat, none given by the merchant" in ben.reads(group)
    assert "✓ The chain is whole." in ben.reads(group)
