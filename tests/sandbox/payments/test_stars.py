"""Stars leave a person's balance, reach the bot's, and come back."""

import pytest

from sandbox.botapi.errors import ApiError
from tests.sandbox.payments.conftest import EURO_INVOICE, STARS_INVOICE, Shop


async def buy(shop: Shop) -> str:
    link = await shop.call("createInvoiceLink", **STARS_INVOICE)
    checkout = (await shop.sandbox.sim.open(shop.ann, link))["checkout"]
    assert checkout["is_stars"]
    paid = await shop.pay(checkout)
    assert paid["status"] == "paid", paid
    charge = shop.audit()[-1]["charge"]
    assert isinstance(charge, str)
    return charge


def stars_of(shop: Shop) -> int:
    return int(shop.sandbox.world.account(shop.ann).doc["stars"])


async def test_stars_move_from_the_person_to_the_bot(shop: Shop) -> None:
    before = stars_of(shop)
    charge = await buy(shop)
    assert stars_of(shop) == before - 50
    assert await shop.call("getMyStarBalance") == {"amount": 50}
    (transaction,) = (await shop.call("getStarTransactions"))["transactions"]
    assert transaction["id"] == charge
    assert transaction["source"]["user"]["id"] == shop.ann
    assert transaction["source"]["invoice_payload"] == "sticker-1"


async def test_who_has_too_few_stars_does_not_pay_and_the_bot_is_not_asked(shop: Shop) -> None:
    shop.sandbox.world.account(shop.ann).doc["stars"] = 49
    link = await shop.call("createInvoiceLink", **STARS_INVOICE)
    checkout = (await shop.sandbox.sim.open(shop.ann, link))["checkout"]
    assert checkout["balance"] == 49
    declined = await shop.pay(checkout)
    assert declined["status"] == "declined"
    assert "50" in declined["error"]
    assert not any("pre_checkout_query" in update for update in shop.taken)


async def test_stars_are_refunded_once_and_everybody_hears(shop: Shop) -> None:
    before = stars_of(shop)
    charge = await buy(shop)
    refund = {"user_id": shop.ann, "telegram_payment_charge_id": charge}

    assert await shop.call("refundStarPayment", **refund) is True

    assert stars_of(shop) == before
    assert await shop.call("getMyStarBalance") == {"amount": 0}
    (message,) = await shop.messages_with("refunded_payment")
    assert message["refunded_payment"]["telegram_payment_charge_id"] == charge
    assert message["refunded_payment"]["total_amount"] == 50
    kinds = [(entry["kind"], entry["rail"], entry["charge"]) for entry in shop.audit()]
    assert kinds == [("charge", "stars", charge), ("refund", "stars", charge)]
    with pytest.raises(ApiError, match="CHARGE_ALREADY_REFUNDED"):
        await shop.call("refundStarPayment", **refund)


async def test_a_refund_names_the_right_charge_and_payer(shop: Shop) -> None:
    charge = await buy(shop)
    await shop.pay(await shop.open(await shop.send_invoice(**EURO_INVOICE)))
    by_card = shop.audit()[-1]["charge"]
    for wrong, words in ((by_card, "CHARGE_NOT_FOUND"), ("nonsense", "CHARGE_NOT_FOUND")):
        with pytest.raises(ApiError, match=words):
            await shop.call("refundStarPayment", user_id=shop.ann, telegram_payment_charge_id=wrong)
    with pytest.raises(ApiError, match="USER_ID_INVALID"):
        await shop.call("refundStarPayment", user_id=99, telegram_payment_charge_id=charge)


async def test_transactions_come_in_pages_oldest_first(shop: Shop) -> None:
    charges = [await buy(shop) for _ in range(3)]
    await shop.call("refundStarPayment", user_id=shop.ann, telegram_payment_charge_id=charges[0])
    every = (await shop.call("getStarTransactions"))["transactions"]
    assert [one["id"] for one in every] == [*charges, charges[0]]
    assert "receiver" in every[-1]
    page = (await shop.call("getStarTransactions", offset=1, limit=2))["transactions"]
    assert [one["id"] for one in page] == charges[1:]
