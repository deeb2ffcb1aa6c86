"""Checkout sessions without a browser: what they ask, how they end."""

from typing import Any

import pytest
import stripe

from tests.sandbox.stripe.conftest import Bench
from tests.sandbox.stripe.make import SHOP, page


async def test_a_hold_is_made_on_the_page(bench: Bench) -> None:
    session = await page(
        bench,
        metadata={"seat": "7"},
        payment_intent_data={"capture_method": "manual", "metadata": {"seat": "7"}},
    )
    assert (session.payment_intent, session.amount_total) == (None, 2500)
    done = await bench.post(
        f"checkout_sessions/{session.id}/complete", name="Ana", email="ana@example.org"
    )
    assert (done["status"], done["payment_status"], done["metadata"]) == (
        "complete",
        "unpaid",
        {"seat": "7"},
    )
    assert done["customer_details"]["email"] == "ana@example.org"
    intent = await bench.v1.payment_intents.retrieve_async(done["payment_intent"])
    assert (intent.status, intent.metadata.to_dict()) == ("requires_capture", {"seat": "7"})

    await bench.v1.payment_intents.capture_async(intent.id)
    (found,) = (await bench.v1.checkout.sessions.list_async({"payment_intent": intent.id})).data
    assert (found.id, found.payment_status) == (session.id, "paid")


async def test_a_declined_card_leaves_the_page_open(bench: Bench) -> None:
    session = await page(bench)
    assert (await bench.post(f"checkout_sessions/{session.id}/fail"))["status"] == "open"
    refused = await bench.post(f"checkout_sessions/{session.id}/complete", card="4000000000009995")
    assert refused["error"]["decline_code"] == "insufficient_funds"
    done = await bench.post(f"checkout_sessions/{session.id}/complete")
    assert (done["status"], done["payment_status"]) == ("complete", "paid")
    charges = (await bench.v1.charges.list_async({"limit": 10})).data
    assert [charge.status for charge in charges] == ["succeeded", "failed", "failed"]


async def test_she_may_tell_her_bank_no(bench: Bench) -> None:
    session = await page(bench)
    path = f"checkout_sessions/{session.id}/complete"
    waits = await bench.post(path, card="4000002760003184", authenticates=False)
    assert waits["status"] == "open"
    intent = await bench.v1.payment_intents.retrieve_async(waits["payment_intent"])
    assert intent.last_payment_error.code == "payment_intent_authentication_failure"
    assert (await bench.post(path, card="4000002760003184"))["status"] == "complete"


async def test_a_page_is_paid_once(bench: Bench) -> None:
    session = await page(bench)
    await bench.post(f"checkout_sessions/{session.id}/complete")
    again = await bench.post(f"checkout_sessions/{session.id}/complete")
    assert "complete already" in again["error"]["message"]
    assert (await bench.audit())["captured"] == 2500


async def test_a_page_runs_out(bench: Bench) -> None:
    session = await page(bench, expires_at=int(bench.clock.seconds) + 1800)
    bench.clock.seconds += 1800
    late = await bench.post(f"checkout_sessions/{session.id}/complete")
    assert "expired" in late["error"]["message"]
    ended = await bench.v1.checkout.sessions.retrieve_async(session.id)
    assert (ended.status, ended.url) == ("expired", None)
    assert "checkout.session.expired" in await bench.event_types()


async def test_a_page_that_ends_takes_its_intent_along(bench: Bench) -> None:
    session = await page(bench)
    await bench.post(f"checkout_sessions/{session.id}/fail")
    begun = await bench.v1.checkout.sessions.retrieve_async(session.id)
    with pytest.raises(stripe.InvalidRequestError, match="Expire the Session"):
        await bench.v1.payment_intents.cancel_async(begun.payment_intent)
    await bench.v1.checkout.sessions.expire_async(session.id)
    intent = await bench.v1.payment_intents.retrieve_async(begun.payment_intent)
    assert intent.status == "canceled"
    with pytest.raises(stripe.InvalidRequestError, match="can be expired"):
        await bench.v1.checkout.sessions.expire_async(session.id)


async def test_a_card_is_left_for_later_and_charged_then(bench: Bench) -> None:
    customer = await bench.v1.customers.create_async({"email": "ana@example.org"})
    session = await bench.v1.checkout.sessions.create_async(
        {
            "mode": "setup",
            "currency": "eur",
            "customer": customer.id,
            "success_url": SHOP,
            "setup_intent_data": {"metadata": {"seat": "7"}},
        }
    )
    done = await bench.post(f"checkout_sessions/{session.id}/complete", card="4000002500003155")
    assert (done["status"], done["payment_status"]) == ("complete", "no_payment_required")
    setup = await bench.v1.setup_intents.retrieve_async(
        done["setup_intent"], {"expand": ["payment_method"]}
    )
    assert setup.payment_method.customer == customer.id
    intent = await bench.v1.payment_intents.create_async(
        {
            "amount": 1800,
            "currency": "eur",
            "customer": customer.id,
            "payment_method": setup.payment_method.id,
            "off_session": True,
            "confirm": True,
        }
    )
    assert intent.status == "succeeded"


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({"mode": "subscription"}, "mode"),
        ({"line_items": []}, "line_items"),
        ({"success_url": "shop.example"}, "success_url"),
        ({"expires_at": 1_800_000_060}, "expires_at"),
        ({"allowed_payment_method_types": ["sepa_debit"]}, "allowed_payment_method_types"),
        (
            {"payment_intent_data": {"capture_method": "later"}},
            "payment_intent_data[capture_method]",
        ),
        ({"payment_intent_data": {"colour": "red"}}, "payment_intent_data[colour]"),
        ({"discounts": [{"coupon": "x"}]}, "discounts[coupon]"),
        ({"customer": "cus_nobody"}, "customer"),
    ],
)
async def test_wrong_pages_are_refused(bench: Bench, wrong: dict[str, Any], param: str) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await page(bench, **wrong)
    assert refused.value.param == param


async def test_delivery_may_be_free_and_goes_where_she_says(bench: Bench) -> None:
    rate = {
        "type": "fixed_amount",
        "display_name": "Pick up",
        "fixed_amount": {"amount": 0, "currency": "eur"},
    }
    session = await page(
        bench,
        shipping_address_collection={"allowed_countries": ["DE"]},
        shipping_options=[{"shipping_rate_data": rate}],
    )
    home = {"name": "Ana", "address": {"line1": "Lindenstraße 7", "country": "DE"}}

    done = await bench.post(f"checkout_sessions/{session.id}/complete", shipping=home)

    assert (done["status"], done["amount_total"]) == ("complete", 2500)
    assert done["collected_information"]["shipping_details"]["address"]["country"] == "DE"
