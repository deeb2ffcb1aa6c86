"""A group-buy of weeks: cards are saved, and charged only when enough have joined."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Merchant, ShippingOption
from bot.payments.models import AccountKind
from sandbox.stripe.standing import StripeStandIn
from tests.stories.buying_together import neighbours, opens_deal
from tests.stories.shopkeeping import before_fees, differences
from tests.stories.town import Person, Town

pytestmark = pytest.mark.usefixtures("stripe")
HOME = {"line1": "Lindenstraße 7", "postal_code": "04103", "city": "Leipzig", "country": "DE"}
FAILS_LATER = "4000000000000341"
A_WEEK = "1 week"


def bank(town: Town) -> StripeStandIn:
    return town.sandbox.payments.stripe


async def opens_page(person: Person, group: int) -> str:
    """Take a seat, and press the button that leads to Stripe; gives the page's number."""
    await person.taps("Join", group)
    await person.taps("Save card", group)
    if "Before your first payment" in person.reads(group):
        await person.taps("I agree", group)
    pressed = await person.taps("Save card", group)
    assert pressed["kind"] == "url"
    return str(pressed["url"]).rpartition("/")[2]


async def saves_card(person: Person, group: int, **facts: Any) -> None:
    """No webhook is set up: the bot looks by itself."""
    page = await opens_page(person, group)
    facts = {"name": "Ana Silva", "email": "ana@example.org", "address": HOME} | facts
    bank(person.town).visitors.complete(page, **facts)
    await person.town.passes(seconds=30)


async def a_while(town: Town) -> None:
    for _ in range(4):
        await town.passes(seconds=15)


async def pays_again(person: Person) -> None:
    """By another card, on the page that the bot leads to."""
    await person.taps("Pay €45.40")
    pressed = await person.taps("Pay €45.40")
    page = str(pressed["url"]).rpartition("/")[2]
    bank(person.town).visitors.complete(page, name=person.name)
    await a_while(person.town)


def charged(town: Town) -> list[int]:
    found = bank(town).objects.all("charge")
    return [one["amount_captured"] for one in found if one["status"] == "succeeded"]


def saved_cards(town: Town) -> int:
    return sum(one["customer"] is not None for one in bank(town).objects.all("payment_method"))


def heard(person: Person, words: str) -> bool:
    return any(words in str(seen.get("text")) for seen in person.sees())


async def test_it_comes_true_after_a_week_and_only_then_is_anybody_charged(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await opens_deal(mia, lasts=A_WEEK)
    assert "If they do not, nobody is charged." in ana.reads(group)

    await ana.taps("Join", group)
    assert "Nothing is charged now: your card is only saved." in ana.reads(group)
    assert "€40.50 at most and the delivery; if it does not, never." in ana.reads(group)
    await saves_card(ana, group)
    assert ana.reads().startswith(
        "✅ You are in: Wool Blanket, 1 piece. Your card is saved, and nothing is charged"
    )
    await saves_card(ben, group)
    assert cyd.reads(group).startswith("🎉 The goal is reached")
    assert (charged(town), saved_cards(town)) == ([], 2)

    await town.passes(days=7)
    assert "💳 Enough have joined for Wool Blanket, at €40.50 each. 2 saved cards" in str(
        [seen.get("text") for seen in cyd.sees(group)]
    )
    await a_while(town)

    assert heard(ana, "your card is charged €45.40 now")
    assert (charged(town), saved_cards(town)) == ([4540, 4540], 0)
    assert cyd.reads(group) == "🎉 Wool Blanket came true: 2 people get it for €40.50 each."
    assert heard(ana, "✅ Paid – order 1")
    orders = [str(seen.get("text")) for seen in mia.sees() if "New order" in str(seen.get("text"))]
    assert len(orders) == 2
    assert "Lindenstraße 7" in orders[0]
    assert await before_fees(town) == {
        AccountKind.GATEWAY_CLEARING: 9080,
        AccountKind.MERCHANT_PAYABLE: -9080,
    }
    assert await differences(town) == []


async def test_a_refused_card_is_made_up_for_and_nobody_loses_anything(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(mia, lasts=A_WEEK)
    await saves_card(ana, group)
    await saves_card(ben, group, card=FAILS_LATER)
    await town.passes(days=7)
    await a_while(town)

    assert ben.reads().startswith("💳 Your bank refused your card for Wool Blanket")
    await ana.says("/deals", group)
    assert "1 of 2 so far" in ana.reads(group)
    await ben.says("/deals")
    assert "Your card was refused: please pay another way" in ben.reads()
    await town.passes(hours=25)
    assert ben.reads().startswith("⏰ Your seat in Wool Blanket is still yours: please pay €45.40")

    await pays_again(ben)

    assert heard(ben, "✅ Your payment for Wool Blanket has arrived")
    assert ana.reads(group) == "🎉 Wool Blanket came true: 2 people get it for €40.50 each."
    assert charged(town) == [4540, 4540]
    assert heard(ben, "✅ Paid – order 2")
    assert await differences(town) == []


async def test_a_card_refused_for_good_ends_it_and_everybody_gets_all_back(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(mia, lasts=A_WEEK)
    await saves_card(ana, group)
    await saves_card(ben, group, card=FAILS_LATER)
    await town.passes(days=7)
    await a_while(town)

    await town.passes(hours=49)
    await a_while(town)

    assert heard(ben, "so your seat is free. You were charged nothing and owe nothing.")
    assert "too many cards were refused. Whoever was charged gets all of it back." in (
        ana.reads(group)
    )
    assert heard(ana, "Your €45.40 are on their way back.")
    assert bank(town).audit.sums()["eur"]["refunded"] == 4540
    assert sum((await before_fees(town)).values()) == 0
    assert (await before_fees(town))[AccountKind.MERCHANT_PAYABLE] == 0
    assert heard(mia, "it did not come true. Everybody’s money is on its way back.")
    assert await differences(town) == []


async def test_it_does_not_come_true_and_the_cards_are_forgotten(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(mia, goal=3, lasts=A_WEEK)
    await saves_card(ana, group)
    await saves_card(ben, group)

    await town.passes(days=7)
    await a_while(town)

    assert ana.reads(group).endswith("did not come true. Nobody was charged.")
    assert ana.reads().endswith("your card is forgotten. You need not do anything.")
    assert (charged(town), saved_cards(town)) == ([], 0)


async def test_she_leaves_and_her_card_is_forgotten(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia, lasts=A_WEEK)
    await saves_card(ana, group)

    await ana.taps("Leave")
    await ana.taps("Yes, leave")

    assert "Nothing was charged; your card is forgotten." in ana.reads()
    await a_while(town)
    assert (charged(town), saved_cards(town)) == ([], 0)


async def test_the_public_log_calls_nobody_paid(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(mia, lasts=A_WEEK)
    await saves_card(ana, group)

    await ben.taps("Who is in", group)

    assert "1 seat with a saved card, none given by the merchant" in ben.reads(group)


async def test_she_chooses_the_way_before_the_page(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await adds_express(town)
    await opens_deal(mia, lasts=A_WEEK)
    await ana.taps("Join", group)
    await ana.taps("Save card", group)
    assert ana.reads(group).startswith("How shall it be delivered?")

    await ana.taps("Express", group)
    await ana.taps("I agree", group)
    pressed = await ana.taps("Save card", group)
    page = str(pressed["url"]).rpartition("/")[2]
    assert (
        "€50.40 at most"
        in bank(town).sessions.get(page)["_asked"]["custom_text"]["submit"]["message"]
    )
    bank(town).visitors.complete(page, name="Ana", address=HOME)
    await town.passes(seconds=30)

    assert ana.reads().startswith("✅ You are in")


@pytest.mark.parametrize("change", ["removed", "dearer"])
async def test_the_way_she_tapped_is_the_one_she_saw(town: Town, change: str):
    ana, _, _, mia, group = await neighbours(town)
    await adds_express(town)
    await opens_deal(mia, lasts=A_WEEK)
    await ana.taps("Join", group)
    await ana.taps("Save card", group)
    drawn = ana.finds("Express · €9.90", group)
    await changes_express(town, prices=None if change == "removed" else {"EUR": 1990})

    await ana.taps("Express", group, on=drawn)

    assert ana.reads(group).startswith("How it is delivered has changed since you were asked.")
    shown = str(ana.finds("Give the seat up", group)["reply_markup"])
    assert ("Express · €19.90" in shown) is (change == "dearer")
    await ana.taps("Express" if change == "dearer" else "Parcel", group)
    await ana.taps("I agree", group)
    assert "url" in await ana.taps("Save card", group)


@pytest.mark.parametrize("nth", ["1", "2", "7"])
async def test_a_button_of_an_older_version_asks_once_more(town: Town, nth: str):
    ana, _, _, mia, group = await neighbours(town)
    await adds_express(town)
    await opens_deal(mia, lasts=A_WEEK)
    await ana.taps("Join", group)

    await ana.forges(f"dl-pay:1:0:{nth}", "Save card", group)

    assert ana.reads(group).startswith("How it is delivered has changed since you were asked.")
    await ana.taps("Express", group)
    assert "I agree" in str(ana.sees(group)[-1])


async def changes_express(town: Town, prices: dict[str, int] | None) -> None:
    """Its merchant does, while Ana looks at it."""
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        express = await session.scalars(
            select(ShippingOption).where(ShippingOption.code == "express")
        )
        one = express.one()
        if prices is None:
            await session.delete(one)
        else:
            one.prices = prices
        await session.commit()


async def adds_express(town: Town) -> None:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        merchant = (await session.scalars(select(Merchant))).one()
        session.add(
            ShippingOption(
                merchant_id=merchant.id,
                code="express",
                names={"en": "Express"},
                prices={"EUR": 990},
                countries=["DE"],
            )
        )
        await session.commit()
