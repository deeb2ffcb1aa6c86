"""People of a group buy together, and nobody is charged before it comes true."""

from typing import Any

import pytest

from bot.payments.models import AccountKind
from sandbox.botapi.faults import Fault
from sandbox.stripe.standing import StripeStandIn
from tests.stories.buying_together import neighbours, opens_deal
from tests.stories.shopkeeping import books, differences
from tests.stories.town import Person, Town

pytestmark = pytest.mark.usefixtures("stripe")
HOME = {
    "name": "Ana Silva",
    "address": {
        "line1": "Lindenstraße 7",
        "postal_code": "04103",
        "city": "Leipzig",
        "country": "DE",
    },
}
NOTHING: dict[AccountKind, int] = {}


def bank(town: Town) -> StripeStandIn:
    return town.sandbox.payments.stripe


async def opens_page(person: Person, group: int) -> str:
    """Take a seat, and press the button that leads to Stripe; gives the page's number."""
    await person.taps("Join", group)
    await person.taps("Reserve", group)
    if "Before your first payment" in person.reads(group):
        await person.taps("I agree", group)
    pressed = await person.taps("Reserve", group)
    assert pressed["kind"] == "url"
    return str(pressed["url"]).rpartition("/")[2]


async def leaves_card(person: Person, page: str, **facts: Any) -> None:
    """Fill in Stripe's page. No webhook is set up: the bot looks by itself."""
    facts = {"email": "ana@example.org", "phone": "+4915112345678", "shipping": HOME} | facts
    bank(person.town).visitors.complete(page, **facts)
    await person.town.passes(seconds=30)


async def joins(person: Person, group: int, **facts: Any) -> str:
    page = await opens_page(person, group)
    await leaves_card(person, page, **facts)
    return page


def sums(town: Town) -> dict[str, int]:
    found = bank(town).audit.sums().get("eur", {})
    return {name: minor for name, minor in found.items() if minor and name != "balance"}


async def in_the_books(town: Town) -> dict[AccountKind, int]:
    return {kind: minor for kind, minor in (await books(town)).items() if minor}


async def test_it_comes_true_and_only_then_is_anybody_charged(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await opens_deal(mia)
    assert "If they do not, nobody is charged." in ana.reads(group)

    await ana.taps("Join", group)
    assert "Nothing is charged now: the money is only reserved" in ana.reads(group)
    await joins(ana, group)

    assert ana.reads().startswith("✅ You are in: Wool Blanket, 1 piece. Nothing is charged until")
    assert sums(town) == {"held": 4540}
    assert await in_the_books(town) == {
        AccountKind.HELD_AT_GATEWAYS: 4540,
        AccountKind.HELD_FOR_PAYERS: -4540,
    }
    await joins(ben, group)
    assert cyd.reads(group).startswith("🎉 The goal is reached")
    assert sums(town) == {"held": 9080}

    await town.passes(hours=24)
    await town.passes(seconds=10)

    assert sums(town) == {"captured": 9080, "fees": 324}
    assert await in_the_books(town) == {
        AccountKind.GATEWAY_CLEARING: 9080 - 324,
        AccountKind.GATEWAY_FEES: 324,
        AccountKind.MERCHANT_PAYABLE: -9080,
    }
    assert await differences(town) == []
    assert any(str(seen.get("text")).startswith("✅ Paid – order 1") for seen in ana.sees())
    orders = [str(seen.get("text")) for seen in mia.sees() if "New order" in str(seen.get("text"))]
    assert len(orders) == 2
    assert "Lindenstraße 7" in orders[0]


async def test_it_does_not_come_true_and_nothing_was_ever_charged(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(mia, goal=3)
    await joins(ana, group)
    await joins(ben, group)

    await town.passes(hours=24)
    await town.passes(seconds=10)

    assert sums(town) == {"released": 9080}
    assert town.sandbox.payments.audit.entries() == []
    assert await in_the_books(town) == NOTHING
    assert ana.reads(group).endswith("did not come true. Nobody was charged.")
    assert "Nothing was charged" in ana.reads()


async def test_the_price_falls_and_all_are_charged_the_last_one(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("Ladder")
    await mia.taps("Goal")
    await mia.says("2")
    await mia.taps("Other prices")
    await mia.says("3 = 35.99")
    await mia.taps("Post")
    assert "at the end you are charged the lowest one reached" in ana.reads(group)
    for person in (ana, ben, cyd):
        await joins(person, group)
    assert sums(town) == {"held": 3 * 4540}

    await town.passes(hours=24)
    await town.passes(seconds=10)

    captured = 3 * (3599 + 490)
    assert sums(town)["captured"] == captured
    assert sums(town)["released"] == 3 * 4540 - captured
    assert await differences(town) == []
    assert "for €35.99 each. Everybody is charged that price" in ana.reads(group)


async def test_she_leaves_and_her_bank_lets_go_at_once(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    await joins(ana, group)

    await ana.taps("Leave")
    await ana.taps("Yes, leave")
    assert "Nothing was charged; your bank frees the money again." in ana.reads()
    await town.passes(seconds=10)

    assert sums(town) == {"released": 4540}
    assert await in_the_books(town) == NOTHING


async def test_the_page_stands_once_however_often_she_asks(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    first = await opens_page(ana, group)

    await ana.taps("Join", group)
    await ana.taps("Reserve", group)
    again = await ana.taps("Reserve", group)

    assert str(again["url"]).endswith(first)
    assert len(bank(town).objects.all("checkout.session")) == 1


async def test_stripe_is_away_and_she_is_told_kindly(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    await ana.taps("Join", group)
    town.sandbox.api.faults.plan(Fault("5xx", "stripe:/v1/checkout/sessions", times=9))
    await ana.taps("Reserve", group)
    told = await ana.taps("I agree", group)

    assert "cannot be opened just now. Nothing was charged" in told["text"]
    town.sandbox.api.faults.clear()
    page = await opens_page(ana, group)
    await leaves_card(ana, page)
    assert sums(town) == {"held": 4540}


async def test_a_page_nobody_fills_in_ends_with_its_seat(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    page = await opens_page(ana, group)

    await town.passes(minutes=31)
    await town.passes(seconds=10)

    # Whoever still has it open reads that it has expired.
    assert bank(town).sessions.get(page)["status"] == "expired"
    assert sums(town) == {}
