"""A person pays: the sheet, the bot's ten seconds, the cards, the message afterwards."""

import asyncio
from typing import Any

import pytest

from sandbox.botapi.errors import ApiError
from sandbox.sim.errors import SimError
from tests.sandbox.payments.conftest import TOKEN, Shop

BERLIN = {
    "country_code": "DE",
    "state": "",
    "city": "Berlin",
    "street_line1": "Am Tee 1",
    "street_line2": "",
    "post_code": "10115",
}
POST = {"id": "post", "title": "Post", "prices": [{"label": "Stamp", "amount": 300}]}
CARRIER = {"id": "bike", "title": "Bike", "prices": [{"label": "Bike", "amount": 900}]}


async def test_a_payment_from_tap_to_message(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice())
    assert checkout["status"] == "open"
    assert checkout["total_amount"] == 1200

    paid = await shop.pay(checkout)

    assert paid["status"] == "paid"
    (message,) = await shop.messages_with("successful_payment")
    payment = message["successful_payment"]
    assert message["chat"]["id"] == message["from"]["id"] == shop.ann
    assert (payment["currency"], payment["total_amount"]) == ("EUR", 1200)
    assert payment["invoice_payload"] == "order-7"
    assert payment["provider_payment_charge_id"].startswith("ch_")
    (entry,) = shop.audit()
    assert entry == entry | {
        "kind": "charge",
        "rail": "card",
        "charge": payment["telegram_payment_charge_id"],
        "provider_charge": payment["provider_payment_charge_id"],
        "amount": 1200,
        "currency": "EUR",
        "payer": shop.ann,
        "payload": "order-7",
    }


async def test_the_message_comes_privately_also_when_the_invoice_stands_in_a_group(
    shop: Shop,
) -> None:
    eve = shop.sandbox.sim.add_person("Eve")["id"]
    shop.sandbox.sim.join(eve, shop.group)
    invoice = await shop.send_invoice(shop.group)

    assert (await shop.pay(await shop.open(invoice, eve)))["status"] == "paid"

    (message,) = await shop.messages_with("successful_payment")
    assert message["chat"]["type"] == "private"
    assert message["from"]["id"] == eve
    assert await shop.call("sendMessage", chat_id=eve, text="Thank you")


async def test_an_open_invoice_is_paid_by_many(shop: Shop) -> None:
    eve = shop.sandbox.sim.add_person("Eve")["id"]
    shop.sandbox.sim.join(eve, shop.group)
    invoice = await shop.send_invoice(shop.group)
    for person in (shop.ann, eve, shop.ann):
        assert (await shop.pay(await shop.open(invoice, person)))["status"] == "paid"
    assert len({entry["charge"] for entry in shop.audit()}) == 3


async def test_an_invoice_with_a_start_parameter_is_paid_once(shop: Shop) -> None:
    invoice = await shop.send_invoice(start_parameter="tea")
    first, second = await shop.open(invoice), await shop.open(invoice)
    assert (await shop.pay(first))["status"] == "paid"
    with pytest.raises(SimError, match="already been paid"):
        await shop.open(invoice)
    with pytest.raises(SimError, match="already been paid"):
        await shop.pay(second)


async def test_a_forwarded_copy_is_paid_when_open_and_leads_to_the_bot_when_not(
    shop: Shop,
) -> None:
    sim = shop.sandbox.sim
    for parameter in ("", "tea"):
        original = await shop.send_invoice(start_parameter=parameter)
        copy = sim.forward(shop.ann, shop.bot, original["message_id"], shop.group)
        tapped = await sim.tap(shop.ann, shop.group, copy["message_id"], row=0, column=0)
        if parameter:
            assert tapped == {"kind": "url", "url": "https://t.me/shop_bot?start=tea"}
        else:
            assert (await shop.pay(tapped["checkout"]))["status"] == "paid"


async def test_two_people_at_once_pay_a_single_invoice_only_once(shop: Shop) -> None:
    eve = shop.sandbox.sim.add_person("Eve")["id"]
    shop.sandbox.sim.join(eve, shop.group)
    invoice = await shop.send_invoice(shop.group, start_parameter="tea")
    sheets = [await shop.open(invoice, person) for person in (shop.ann, eve)]
    desk = shop.sandbox.payments.desk
    paying = [asyncio.ensure_future(desk.pay(sheet["id"])) for sheet in sheets]
    for future in paying:
        query = await shop.next_update("pre_checkout_query")
        assert query is not None
        assert not future.done()
        await shop.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)

    statuses = sorted(sheet["status"] for sheet in await asyncio.gather(*paying))

    assert statuses == ["declined", "paid"]
    assert len(shop.audit()) == 1


async def test_the_bot_refuses_in_its_own_words_and_she_may_try_again(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice())
    refused = await shop.pay(checkout, refusal="Sold out.")
    assert (refused["status"], refused["error"]) == ("refused", "Sold out.")
    assert shop.audit() == []
    assert (await shop.pay(checkout))["status"] == "paid"


async def test_a_bot_that_says_nothing_for_ten_seconds_ends_the_payment(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice())
    paying = asyncio.ensure_future(shop.sandbox.payments.desk.pay(checkout["id"]))
    query = await shop.next_update("pre_checkout_query")
    assert query is not None
    shop.clock.seconds += 10.5

    ended = await paying

    assert ended["status"] == "timeout"
    with pytest.raises(ApiError, match="query is too old"):
        await shop.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    assert shop.audit() == []


async def test_a_query_is_answered_once_and_by_its_own_bot(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice())
    paying = asyncio.ensure_future(shop.sandbox.payments.desk.pay(checkout["id"]))
    query = await shop.next_update("pre_checkout_query")
    assert query is not None
    answer = {"pre_checkout_query_id": query["id"], "ok": True}
    shop.sandbox.add_bot("43:other", "other_bot", "Other")
    with pytest.raises(ApiError, match="query is too old"):
        await shop.sandbox.call("43:other", "answerPreCheckoutQuery", answer)
    assert await shop.call("answerPreCheckoutQuery", **answer) is True
    with pytest.raises(ApiError, match="query is too old"):
        await shop.call("answerPreCheckoutQuery", **answer)
    assert (await paying)["status"] == "paid"


async def test_a_refusal_needs_words(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice())
    paying = asyncio.ensure_future(shop.sandbox.payments.desk.pay(checkout["id"]))
    query = await shop.next_update("pre_checkout_query")
    assert query is not None
    with pytest.raises(ApiError, match='parameter "error_message" is required'):
        await shop.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=False)
    await shop.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    await paying


@pytest.mark.parametrize(
    ("card", "error"),
    [
        ("4000 0000 0000 0002", "Your card was declined."),
        ("4000 0000 0000 9995", "Your card has insufficient funds."),
        ("4111 1111 1111 1111", "Your card was declined. Your request was in test mode"),
    ],
)
async def test_cards_that_do_not_pay(shop: Shop, card: str, error: str) -> None:
    checkout = await shop.open(await shop.send_invoice())
    declined = await shop.pay(checkout, card=card)
    assert declined["status"] == "declined"
    assert declined["error"].startswith(error)
    assert shop.audit() == []
    assert await shop.messages_with("successful_payment") == []


async def test_a_number_that_is_no_card(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice())
    with pytest.raises(SimError, match="card number is incorrect"):
        await shop.sandbox.payments.desk.pay(checkout["id"], card="4242424242424241")


@pytest.mark.parametrize(("ok", "status"), [(True, "paid"), (False, "declined")])
async def test_a_card_that_wants_a_confirmation(shop: Shop, ok: bool, status: str) -> None:
    desk = shop.sandbox.payments.desk
    checkout = await shop.open(await shop.send_invoice())
    with pytest.raises(SimError, match="Nothing waits"):
        desk.confirm(checkout["id"], ok=True)
    assert (await shop.pay(checkout, card="4000 0027 6000 3184"))["status"] == "confirm"
    assert shop.audit() == []
    assert desk.confirm(checkout["id"], ok=ok)["status"] == status
    assert len(shop.audit()) == int(ok)


async def test_paying_twice_is_refused(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice())
    first = asyncio.ensure_future(shop.sandbox.payments.desk.pay(checkout["id"]))
    query = await shop.next_update("pre_checkout_query")
    assert query is not None
    with pytest.raises(SimError, match="under way"):
        await shop.sandbox.payments.desk.pay(checkout["id"])
    await shop.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    assert (await first)["status"] == "paid"
    with pytest.raises(SimError, match="paid"):
        await shop.sandbox.payments.desk.pay(checkout["id"])


async def test_name_phone_and_email_reach_the_bot(shop: Shop) -> None:
    asked = {"need_name": True, "need_phone_number": True, "need_email": True}
    checkout = await shop.open(await shop.send_invoice(**asked))
    with pytest.raises(SimError, match="Fill in first: name, phone, email"):
        await shop.pay(checkout)
    details = {"name": "Ann Lee", "phone": "+49 (30) 123-456", "email": "ann@tea.example"}
    await shop.sandbox.payments.desk.fill_in(checkout["id"], details)
    await shop.pay(checkout)
    (message,) = await shop.messages_with("successful_payment")
    assert message["successful_payment"]["order_info"] == {
        "name": "Ann Lee",
        "phone_number": "4930123456",
        "email": "ann@tea.example",
    }


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({}, "asks for: email, address"),
        ({"email": "nope", "address": BERLIN}, "e-mail"),
        ({"email": "a@b.de", "address": {**BERLIN, "country_code": "de"}}, "country"),
        ({"email": "a@b.de", "address": {**BERLIN, "city": " "}}, "city"),
        ({"email": "a@b.de", "address": "Berlin"}, "address"),
        ({"email": "a@b.de", "address": BERLIN, "shoe_size": "42"}, "shoe_size"),
    ],
)
async def test_details_are_checked(shop: Shop, details: dict[str, Any], words: str) -> None:
    checkout = await shop.open(await shop.send_invoice(need_email=True, need_shipping_address=True))
    with pytest.raises(SimError, match=words):
        await shop.sandbox.payments.desk.fill_in(checkout["id"], details)


async def _fill_in(shop: Shop, checkout: dict[str, Any], **answer: Any) -> dict[str, Any]:
    filling = asyncio.ensure_future(
        shop.sandbox.payments.desk.fill_in(checkout["id"], {"address": BERLIN})
    )
    query = await shop.next_update("shipping_query")
    assert query is not None
    assert query["shipping_address"] == BERLIN
    try:
        await shop.call("answerShippingQuery", shipping_query_id=query["id"], **answer)
    except ApiError:
        await shop.call(
            "answerShippingQuery", shipping_query_id=query["id"], ok=False, error_message="Oh."
        )
        with pytest.raises(SimError):
            await filling
        raise
    return await filling


async def test_shipping_is_asked_for_and_added_to_the_price(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice(is_flexible=True))
    offered = await _fill_in(shop, checkout, ok=True, shipping_options=[POST, CARRIER])
    assert [option["id"] for option in offered["shipping_options"]] == ["post", "bike"]
    with pytest.raises(SimError, match="Choose one"):
        await shop.pay(checkout)

    paid = await shop.pay(checkout, shipping_option="bike")

    assert paid["total_amount"] == 2100
    (message,) = await shop.messages_with("successful_payment")
    payment = message["successful_payment"]
    assert payment["shipping_option_id"] == "bike"
    assert payment["total_amount"] == 2100
    assert payment["order_info"]["shipping_address"] == BERLIN


async def test_a_bot_that_does_not_ship_there_says_so(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice(is_flexible=True))
    with pytest.raises(SimError, match="Not to Berlin"):
        await _fill_in(shop, checkout, ok=False, error_message="Not to Berlin.")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"ok": True}, "at least one shipping option"),
        ({"ok": True, "shipping_options": [POST, POST]}, "SHIPPING_ID_DUPLICATE"),
        ({"ok": True, "shipping_options": [{**POST, "title": ""}]}, "title must be non-empty"),
        ({"ok": False}, "error_message"),
    ],
)
async def test_shipping_options_are_checked(shop: Shop, answer: dict[str, Any], words: str) -> None:
    checkout = await shop.open(await shop.send_invoice(is_flexible=True))
    with pytest.raises(ApiError, match=words):
        await _fill_in(shop, checkout, **answer)


async def test_a_tip_is_added_up_to_its_limit(shop: Shop) -> None:
    checkout = await shop.open(await shop.send_invoice(max_tip_amount=500))
    with pytest.raises(SimError, match="tip"):
        await shop.pay(checkout, tip=501)
    assert (await shop.pay(checkout, tip=500))["total_amount"] == 1700


async def test_a_person_with_an_open_page_hears_how_her_payment_goes(shop: Shop) -> None:
    feed = shop.sandbox.live.feed(shop.ann)
    began = feed.last
    await shop.pay(await shop.open(await shop.send_invoice()))
    heard = [event for _, event in feed.after(began) or [] if event["type"] == "checkout"]
    assert [event["checkout"]["status"] for event in heard] == ["paid"]


async def test_a_reset_empties_the_books(shop: Shop) -> None:
    await shop.pay(await shop.open(await shop.send_invoice()))
    await shop.sandbox.take_updates(TOKEN)
    shop.sandbox.world.reset()
    assert shop.audit() == []
