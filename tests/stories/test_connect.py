"""A merchant's own Stripe account below the house's: money goes there, less the agreed fee."""

import pytest

from bot.payments.models import AccountKind
from sandbox.stripe.standing import StripeStandIn
from tests.stories.buying_together import neighbours, opens_deal
from tests.stories.shopkeeping import books
from tests.stories.test_charging_later import A_WEEK, FAILS_LATER, a_while, pays_again, saves_card
from tests.stories.test_holding import joins
from tests.stories.town import Person, Town

pytestmark = pytest.mark.usefixtures("stripe")
OPERATOR = 777


@pytest.fixture(autouse=True)
def _operator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPERATOR_IDS", str(OPERATOR))


def bank(town: Town) -> StripeStandIn:
    return town.sandbox.payments.stripe


async def sets_it_up(town: Town, mia: Person) -> str:
    """By the pages of the shop and of Stripe; gives the account's number."""
    await mia.says("/myshop")
    await mia.taps("Payments")
    await mia.taps("Your own Stripe account")
    assert "Not set up." in mia.reads()
    await mia.taps("Set it up at Stripe")
    await town.passes(seconds=10)
    assert mia.reads().startswith("Here you tell Stripe who you are, for Lindenfaden.")
    opened = await mia.taps("Open Stripe")
    assert "/connect/acct_" in str(opened["url"])
    [account] = bank(town).objects.all("account")
    bank(town).accounts.finish(account["id"])
    await town.passes(minutes=2)
    return str(account["id"])


async def operator(town: Town) -> Person:
    town.sandbox.sim.add_person("Olga", number=OPERATOR, language_code="en")
    olga = Person(town, OPERATOR, "Olga")
    await olga.starts()
    return olga


async def agrees_on(olga: Person, part: str) -> None:
    await olga.says("/merchants")
    await olga.taps("Lindenfaden")
    await olga.taps("Our fee")
    await olga.says(part)


async def test_what_is_captured_goes_to_the_merchant_less_the_fee(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    olga = await operator(town)
    account = await sets_it_up(town, mia)
    assert mia.reads().startswith("✅ Lindenfaden: Stripe knows enough.")
    await agrees_on(olga, "7,5 %")
    assert olga.reads().startswith("✓ 7.5% of sales from now on.")
    assert "keep 7.5% of what Lindenfaden sells" in mia.reads()

    await opens_deal(mia)
    await joins(ana, group)
    await joins(ben, group)
    await agrees_on(olga, "50")  # too late for these two
    await town.passes(hours=24)
    await town.passes(seconds=30)

    [first, second] = bank(town).objects.all("transfer")
    assert (first["amount"], first["destination"]) == (4540, account)
    assert second["amount"] == 4540
    fee = 4540 * 750 // 10_000
    assert [one["amount"] for one in bank(town).objects.all("application_fee")] == [fee, fee]
    found = {kind: minor for kind, minor in (await books(town)).items() if minor}
    assert found == {
        AccountKind.GATEWAY_CLEARING: 2 * fee - 324,
        AccountKind.GATEWAY_FEES: 324,
        AccountKind.PLATFORM_FEES: -2 * fee,
    }
    assert bank(town).audit.sums()["eur"]["balance"] == 2 * fee - 324


async def test_what_goes_back_takes_its_part_of_each_share_along(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    olga = await operator(town)
    await sets_it_up(town, mia)
    await agrees_on(olga, "10")
    await opens_deal(mia)
    await joins(ana, group)
    await joins(ben, group)
    await town.passes(hours=24)
    await town.passes(seconds=30)

    await mia.taps("Refund")
    await mia.taps("Give back")
    await mia.taps("Yes")
    await town.passes(seconds=10)
    await town.passes(seconds=30)

    sums = bank(town).audit.sums()["eur"]
    assert (sums["refunded"], sums["transferred"], sums["application_fees"]) == (4540, 4540, 454)
    found = await books(town)
    assert found[AccountKind.MERCHANT_PAYABLE] == 0
    assert found[AccountKind.REFUNDS_PAYABLE] == 0
    assert found[AccountKind.PLATFORM_FEES] == -454
    assert found[AccountKind.GATEWAY_CLEARING] == sums["balance"]


async def test_of_saved_cards_it_gets_its_part_alike(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    olga = await operator(town)
    account = await sets_it_up(town, mia)
    await agrees_on(olga, "10")
    await opens_deal(mia, lasts="1 week")
    await saves_card(ana, group)
    await saves_card(ben, group, card=FAILS_LATER)
    await town.passes(days=7)
    await a_while(town)
    await pays_again(ben)

    transfers = bank(town).objects.all("transfer")
    assert [(one["amount"], one["destination"]) for one in transfers] == [(4540, account)] * 2
    assert [one["amount"] for one in bank(town).objects.all("application_fee")] == [454, 454]
    await town.passes(hours=2)  # what the charges cost is looked up
    assert (await books(town))[AccountKind.MERCHANT_PAYABLE] == 0
    assert (await books(town))[AccountKind.PLATFORM_FEES] == -908


async def test_stripe_wants_to_know_more_and_the_house_holds_the_money_again(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    account = await sets_it_up(town, mia)

    bank(town).accounts.pause(account)
    await town.passes(hours=1)
    assert mia.reads().startswith("⚠️ Stripe takes nothing more for your account of Lindenfaden")

    await opens_deal(mia)
    await joins(ana, group)
    await joins(ben, group)
    await town.passes(hours=24)
    await town.passes(seconds=30)
    assert bank(town).objects.all("transfer") == []
    assert (await books(town))[AccountKind.MERCHANT_PAYABLE] == -9080


async def test_only_its_owner_and_only_the_operator(town: Town):
    ana, _, _, mia, _ = await neighbours(town)
    await mia.says("/myshop")
    await mia.taps("Payments")
    await mia.taps("Your own Stripe account")
    await ana.says("hello")
    await town.settle()
    await ana.says("/merchants")
    assert "Only the people who run this bot can do that." in ana.reads()
    assert bank(town).objects.all("account") == []


async def test_saved_cards_are_shared_too(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    olga = await operator(town)
    account = await sets_it_up(town, mia)
    await agrees_on(olga, "10")
    await opens_deal(mia, lasts=A_WEEK)
    await saves_card(ana, group)
    await saves_card(ben, group)

    await town.passes(days=7)
    await a_while(town)

    [first, second] = bank(town).objects.all("transfer")
    assert (first["amount"], first["destination"]) == (4540, account)
    assert second["amount"] == 4540
    found = {kind: minor for kind, minor in (await books(town)).items() if minor}
    assert found == {
        AccountKind.GATEWAY_CLEARING: 908 - 324,
        AccountKind.GATEWAY_FEES: 324,
        AccountKind.PLATFORM_FEES: -908,
    }


async def test_saved_cards_are_charged_for_the_house_where_nothing_can_be_sent_on(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    account = await sets_it_up(town, mia)
    await opens_deal(mia, lasts=A_WEEK)
    await saves_card(ana, group)
    await saves_card(ben, group)
    bank(town).accounts.pause(account)

    await town.passes(days=7)
    for _ in range(3):
        await a_while(town)

    assert bank(town).objects.all("transfer") == []
    assert bank(town).audit.sums()["eur"]["captured"] == 9080
    assert (await books(town))[AccountKind.MERCHANT_PAYABLE] == -9080
