"""One sale over HTTP, from the question in the group to the money given back."""

import pytest

from bot.payments.models import AccountKind
from sandbox.stripe.movements import fee_of
from tests.sandbox.shop.books import Books
from tests.sandbox.shop.demo import RunningDemo
from tests.sandbox.shop.town import ANA, BEN, GRETA, PRIVATE, DemoTown, buttons, text_of

pytestmark = [pytest.mark.timeout(900), pytest.mark.asyncio(loop_scope="session")]
PRICE, DELIVERY = 3490, 490


async def test_ana_asks_buys_and_gets_her_money_back(
    town: DemoTown, demo: RunningDemo, books: Books
) -> None:
    ana, ben, greta = town.person(ANA), town.person(BEN), town.person(GRETA)
    market = await town.place("Sunday Market", "Shop talk")

    # She asks in a topic, and the card comes there.
    await ana.says("/shop red shoes under 50", market)
    card = await ana.finds("Red Espadrille", market)
    assert card["message_thread_id"] == market.topic
    assert "€34.90" in text_of(card)
    assert card["photo"]
    assert "Buy" in buttons(card)

    # Her choice is seen by her alone.
    await ana.taps("Buy", market)
    choice = await ana.finds("Choose a size", market)
    assert choice["seen"]["ephemeral"]
    await ana.taps("39", market)
    await ana.taps("Pay €34.90", market)
    await ana.taps("I agree, go on", market)
    held = await ana.finds("kept for you", market)
    assert held["seen"]["ephemeral"]
    assert all("Choose a size" not in text_of(one) for one in await ben.sees(market))

    # She pays with address and delivery, and each hears what is theirs.
    paid = await ana.pays("Pay €34.90", market)
    assert (paid["status"], paid["total_amount"]) == ("paid", PRICE + DELIVERY)
    receipt = await ana.finds("Paid – order", PRIVATE)
    assert "Red Espadrille – 39 / red" in text_of(receipt)
    assert "€39.80" in text_of(receipt)
    await ben.finds("Somebody here bought “Red Espadrille”", market)
    sale = await greta.finds("Neue Bestellung", PRIVATE)
    assert "Lindenstraße 7" in text_of(sale)

    # The merchant, who speaks German, sends it.
    await greta.taps("Verschicken", PRIVATE)
    ask = await greta.finds("Antworte auf diese Nachricht", PRIVATE)
    await greta.says("LX123456789DE", PRIVATE, reply_to=ask["seen"]["key"])
    shipped = await ana.finds("LX123456789DE", PRIVATE)
    assert "is on its way, Lindenfaden says" in text_of(shipped)

    # And gives the money back: all of it, delivery too.
    await greta.taps("Rückzahlung", PRIVATE)
    await greta.finds("Rückzahlung für Bestellung", PRIVATE)
    await greta.taps("zurückzahlen …", PRIVATE)
    await greta.taps("Ja, ", PRIVATE)
    returned = await ana.finds("gives you back", PRIVATE)
    assert "refunded in full" in text_of(returned)

    # What the sandbox's bank saw is what our books say.
    audit = await town.audit()
    moved = [(one["kind"], one["amount"]) for one in audit if one["payer"] == ANA]
    assert moved == [("charge", PRICE + DELIVERY), ("refund", PRICE + DELIVERY)]
    assert await books.differences(audit) == []
    # Only the bank's fees are left: it keeps those of what is given back, too.
    fees = sum(fee_of(one["amount"]) for one in audit if one["kind"] == "charge")
    await books.learn_of_fees(fees)
    left = {AccountKind.GATEWAY_FEES: fees, AccountKind.GATEWAY_CLEARING: -fees}
    for kind in AccountKind:
        assert await books.balance(kind) == left.get(kind, 0), kind
    assert demo.troubles() == ""
