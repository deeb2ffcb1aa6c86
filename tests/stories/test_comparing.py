"""No webhook is heard: the books are held against Stripe's own lists every hour."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payments.models import AccountKind, Refund
from sandbox.stripe.standing import StripeStandIn
from tests.stories.shopkeeping import before_fees, books, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

pytestmark = pytest.mark.usefixtures("stripe")
OPERATOR = 777
PAID = 4990
FEE = 175


@pytest.fixture(autouse=True)
def _operator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPERATOR_IDS", str(OPERATOR))


def bank(town: Town) -> StripeStandIn:
    return town.sandbox.payments.stripe


async def sale(town: Town) -> tuple[Person, Person, Person, str]:
    """Ana buys from Mia; Olga runs the bot. Gives Stripe's number of the charge."""
    ana, mia = town.person("Ana"), town.person("Mia")
    town.sandbox.sim.add_person("Olga", number=OPERATOR, language_code="en")
    olga = Person(town, OPERATOR, "Olga")
    for one in (ana, mia, olga):
        await one.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    await ana.pays()
    [charge] = bank(town).objects.all("charge")
    return ana, mia, olga, str(charge["id"])


async def refunds(town: Town) -> list[Refund]:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        return list(await session.scalars(select(Refund).order_by(Refund.id)))


def alarms(olga: Person) -> list[str]:
    return [one["text"] for one in olga.sees() if "my books say" in one.get("text", "")]


async def refunded(town: Town, mia: Person) -> str:
    await mia.taps("Refund")
    await mia.taps("Give back")
    await mia.taps("Yes")
    await town.passes(seconds=10)
    [refund] = await refunds(town)
    return str(refund.gateway_refund)


async def test_the_fee_is_learned_and_the_statement_says_it(town: Town):
    _, mia, olga, _ = await sale(town)
    await mia.says("/statement")
    assert "What the payment provider kept of one sale: not told by the provider." in mia.reads()

    await town.passes(seconds=30)
    await town.passes(hours=2)

    found = await books(town)
    assert found[AccountKind.GATEWAY_CLEARING] == PAID - FEE
    assert found[AccountKind.GATEWAY_CLEARING] == bank(town).audit.sums()["eur"]["balance"]
    await mia.says("/statement")
    assert "Kept by the payment provider: €1.75" in mia.reads()
    assert "not told" not in mia.reads()
    assert alarms(olga) == []


async def test_money_given_back_by_hand_is_learned_within_the_hour(town: Town):
    ana, _, olga, charge = await sale(town)
    bank(town).refunds.create({"charge": charge, "amount": 1000})

    await town.passes(hours=1)
    await town.passes(hours=1)

    assert ana.reads().startswith("Lindenfaden gives you back €10.00 of order 1.")
    assert (await before_fees(town))[AccountKind.MERCHANT_PAYABLE] == 1000 - PAID
    assert await differences(town) == []
    assert len(await refunds(town)) == 1
    assert alarms(olga) == []


async def test_a_refund_that_failed_unheard_is_owed_again(town: Town):
    _, mia, olga, _ = await sale(town)
    bank(town).refunds.fail(await refunded(town, mia))

    await town.passes(hours=1)

    assert "A refund did not go through." in olga.reads()
    assert (await before_fees(town))[AccountKind.REFUNDS_PAYABLE] == -PAID


async def test_a_doubled_refund_is_told_once_and_moves_nothing(town: Town):
    _, mia, olga, charge = await sale(town)
    await mia.taps("Refund")
    await mia.taps("2/2 ×" if "2/2" in mia.reads() else "Give back")
    await mia.taps("Yes")
    await town.passes(seconds=10)
    [refund] = await refunds(town)
    doubled = bank(town).objects.get("refund", str(refund.gateway_refund))
    again = doubled | {"id": bank(town).objects.number("re")}
    bank(town).objects.add(again)
    before = await before_fees(town)

    await town.passes(hours=1)
    await town.passes(hours=1)

    [alarm] = alarms(olga)
    assert again["id"] in alarm
    assert await before_fees(town) == before
    assert charge


async def test_a_refund_that_is_not_listed_is_told_once(town: Town):
    _, mia, olga, _ = await sale(town)
    lost = bank(town).objects.get("refund", await refunded(town, mia))
    bank(town).objects.save(lost | {"created": lost["created"] - 100 * 24 * 3600})

    await town.passes(hours=1)
    await town.passes(hours=1)

    [alarm] = alarms(olga)
    assert f"({lost['id']})" in alarm
    assert "Stripe’s list says “–”" in alarm


async def test_a_charge_of_another_amount_is_told_once(town: Town):
    _, _, olga, charge = await sale(town)
    listed = bank(town).objects.get("charge", charge)
    bank(town).objects.save(listed | {"amount_captured": 4000})

    await town.passes(hours=1)
    await town.passes(hours=1)

    [alarm] = alarms(olga)
    assert "my books say “49.90 EUR” and Stripe’s list says “40.00 EUR”" in alarm


async def test_a_dispute_takes_the_money_and_a_won_one_brings_it_back(town: Town):
    _, _, olga, charge = await sale(town)
    dispute = bank(town).disputes.open(charge)

    await town.passes(hours=1)
    await town.passes(seconds=30)
    await town.passes(hours=1)

    found = await books(town)
    assert found[AccountKind.DISPUTED] == PAID
    assert found[AccountKind.GATEWAY_FEES] == FEE + 1500
    assert found[AccountKind.GATEWAY_CLEARING] == bank(town).audit.sums()["eur"]["balance"]
    told = [one for one in olga.sees() if "has disputed" in one.get("text", "")]
    assert len(told) == 1
    bank(town).disputes.close(dispute["id"], won=True)
    await town.passes(hours=1)
    await town.passes(seconds=30)
    found = await books(town)
    assert found[AccountKind.DISPUTED] == 0
    assert found[AccountKind.MERCHANT_PAYABLE] == -PAID
    assert found[AccountKind.GATEWAY_CLEARING] == bank(town).audit.sums()["eur"]["balance"]


async def test_a_dispute_that_lasts_is_told_once(town: Town):
    _, _, olga, charge = await sale(town)
    bank(town).disputes.open(charge)

    for span in ({"hours": 1}, {"days": 31}, {"hours": 1}, {"hours": 1}):
        await town.passes(**span)

    assert len([one for one in olga.sees() if "has disputed" in one.get("text", "")]) == 1


async def test_what_else_an_account_is_used_for_keeps_nothing_from_being_compared(town: Town):
    _, _, olga, charge = await sale(town)
    known = bank(town).objects.get("charge", charge)
    other = {"id": bank(town).objects.number("ch"), "payment_intent": None, "currency": "isk"}
    bank(town).objects.add(known | other)
    bank(town).objects.save(known | {"amount_captured": 4000})

    await town.passes(hours=1)
    await town.passes(hours=1)

    [alarm] = alarms(olga)
    assert "Stripe’s list says “40.00 EUR”" in alarm


async def test_a_lost_dispute_is_the_merchants_loss_and_her_statement_says_it(town: Town):
    _, mia, _, charge = await sale(town)
    dispute = bank(town).disputes.open(charge)
    bank(town).disputes.close(dispute["id"], won=False)

    await town.passes(hours=1)
    await town.passes(seconds=30)

    found = await books(town)
    assert (found[AccountKind.DISPUTED], found[AccountKind.MERCHANT_PAYABLE]) == (0, 0)
    await mia.says("/statement")
    assert "Taken back by buyers’ banks: €49.90" in mia.reads()
