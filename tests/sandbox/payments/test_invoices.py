"""What a bot may ask people to pay."""

from typing import Any

import pytest

from sandbox.botapi.errors import ApiError
from sandbox.payments import currencies
from sandbox.sandbox import Sandbox
from tests.sandbox.payments.conftest import EURO_INVOICE, STARS_INVOICE, TOKEN, Shop


async def refusal(shop: Shop, method: str, **parameters: Any) -> str:
    with pytest.raises(ApiError) as refused:
        await shop.call(method, **parameters)
    return refused.value.description.removeprefix("Bad Request: ")


async def test_an_invoice_has_a_pay_button_of_its_own(shop: Shop) -> None:
    message = await shop.send_invoice()
    assert message["invoice"] == {
        "title": "Green tea",
        "description": "A tin of it",
        "start_parameter": "",
        "currency": "EUR",
        "total_amount": 1200,
    }
    assert message["reply_markup"]["inline_keyboard"] == [[{"text": "Pay €12.00", "pay": True}]]


async def test_an_invoice_goes_to_a_topic_of_a_group(shop: Shop) -> None:
    topic = shop.sandbox.sim.create_topic(shop.group, shop.ann, "Offers")
    thread = topic["message_thread_id"]
    message = await shop.send_invoice(shop.group, message_thread_id=thread)
    assert message["message_thread_id"] == thread
    assert (await shop.open(message))["merchant"] == "Shop"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "x" * 33}, "INVOICE_TITLE_INVALID"),
        ({"description": "x" * 256}, "INVOICE_DESCRIPTION_INVALID"),
        ({"payload": "ü" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"provider_token": "nonsense"}, "PAYMENT_PROVIDER_INVALID"),
        ({"currency": "XXX"}, "CURRENCY_INVALID"),
        ({"start_parameter": "not ok"}, "STARTPARAM_INVALID"),
        ({"start_parameter": "x" * 65}, "STARTPARAM_INVALID"),
        ({"prices": []}, "there must be at least one price"),
        ({"prices": [{"label": "a", "amount": 1}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "a", "amount": 10**9}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "a", "amount": -500}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"suggested_tip_amounts": [100]}, "SUGGESTED_TIP_AMOUNTS_INVALID"),
        (
            {"suggested_tip_amounts": [200, 100], "max_tip_amount": 300},
            "SUGGESTED_TIP_AMOUNTS_INVALID",
        ),
        ({"photo_url": "ftp//x"}, "WEBDOCUMENT_URL_INVALID"),
        ({"provider_data": "{"}, "DATA_JSON_INVALID"),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "Buy", "callback_data": "x"}]]}},
            "BUTTON_POS_INVALID",
        ),
    ],
)
async def test_limits_of_an_invoice(shop: Shop, changes: dict[str, Any], words: str) -> None:
    assert await refusal(
        shop, "sendInvoice", **{"chat_id": shop.ann, **EURO_INVOICE, **changes}
    ) == (words)


async def test_the_limits_themselves_are_allowed(shop: Shop) -> None:
    discount = [{"label": "a", "amount": 500}, {"label": "coupon", "amount": -100}]
    message = await shop.send_invoice(
        title="x" * 32,
        description="x" * 255,
        payload="ü" * 64,
        prices=discount,
        start_parameter="a-b_C9",
        max_tip_amount=300,
        suggested_tip_amounts=[100, 300],
        provider_data='{"receipt": {}}',
        reply_markup={
            "inline_keyboard": [
                [{"text": "Buy", "pay": True}],
                [{"text": "More", "callback_data": "more"}],
            ]
        },
    )
    assert message["invoice"]["total_amount"] == 400


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"provider_token": "1:TEST:x"}, "PAYMENT_PROVIDER_INVALID"),
        ({"prices": [*STARS_INVOICE["prices"], *STARS_INVOICE["prices"]]}, "STARS_INVOICE_INVALID"),
        ({"max_tip_amount": 5}, "STARS_INVOICE_INVALID"),
        ({"is_flexible": True}, "STARS_INVOICE_INVALID"),
        ({"prices": [{"label": "a", "amount": 0}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
    ],
)
async def test_limits_of_an_invoice_in_stars(
    shop: Shop, changes: dict[str, Any], words: str
) -> None:
    assert await refusal(shop, "createInvoiceLink", **{**STARS_INVOICE, **changes}) == words


async def test_a_person_who_never_started_or_who_blocked_the_bot(shop: Shop) -> None:
    eve = shop.sandbox.sim.add_person("Eve")["id"]
    shop.sandbox.sim.block(shop.ann, "shop_bot")
    for person in (eve, shop.ann):
        with pytest.raises(ApiError) as refused:
            await shop.send_invoice(person)
        assert refused.value.code == 403


async def test_a_link_opens_the_same_sheet_for_everybody(shop: Shop) -> None:
    eve = shop.sandbox.sim.add_person("Eve")["id"]
    link = await shop.call("createInvoiceLink", **EURO_INVOICE)
    assert link.startswith("https://t.me/$")
    for person in (shop.ann, eve):
        opened = (await shop.sandbox.sim.open(person, link))["checkout"]
        assert (await shop.pay(opened))["status"] == "paid"
    assert {entry["payer"] for entry in shop.audit()} == {shop.ann, eve}


async def test_state_outlives_a_restart(tmp_path: Any) -> None:
    first = Sandbox(tmp_path)
    first.add_bot(TOKEN, "shop_bot", "Shop")
    ann = first.sim.add_person("Ann")["id"]
    link = await first.call(TOKEN, "createInvoiceLink", EURO_INVOICE)
    checkout = (await first.sim.open(ann, link))["checkout"]
    await first.close()

    second = Sandbox(tmp_path)
    assert second.payments.desk.show(checkout["id"]) == checkout
    await second.close()


@pytest.mark.parametrize("currency", sorted(currencies.PER_DOLLAR))
def test_every_currency_has_sane_limits(currency: str) -> None:
    smallest, largest = currencies.limits(currency)
    assert 0 < smallest < largest
    assert not currencies.is_payable(smallest - 1, currency)
    assert not currencies.is_payable(largest + 1, currency)
