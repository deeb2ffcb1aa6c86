"""What comes after a payment: refunds that are slow or fail, disputes, and news of it all."""

import asyncio
import json
from typing import Any

import pytest
import stripe

from sandbox.stripe.cards import CARDS, read_number
from sandbox.stripe.parameters import Parameters, Shape
from tests.sandbox.stripe.conftest import Bench, Listener
from tests.sandbox.stripe.make import charge_of, held, page, paid


async def test_a_refund_may_be_pending_first(bench: Bench) -> None:
    intent = await paid(bench, method="pm_card_pendingRefund")
    refund = await bench.v1.refunds.create_async({"payment_intent": intent.id})
    assert refund.status == "pending"
    bench.clock.seconds += 60
    assert (await bench.v1.refunds.retrieve_async(refund.id)).status == "succeeded"
    assert (await bench.event_types())[-1] == "refund.updated"


async def test_a_refund_may_fail_later(bench: Bench) -> None:
    intent = await paid(bench, method="pm_card_refundFail")
    refund = await bench.v1.refunds.create_async({"payment_intent": intent.id})
    assert refund.status == "succeeded"
    bench.clock.seconds += 60
    assert (await bench.v1.refunds.retrieve_async(refund.id)).status == "failed"
    assert not (await charge_of(bench, intent)).refunded
    audit = await bench.audit()
    assert (audit["refunded"], audit["refunds_failed"]) == (0, 2000)


async def test_a_dispute_takes_the_money_until_it_is_won(bench: Bench) -> None:
    intent = await paid(bench, method="pm_card_createDispute")
    (dispute,) = (await bench.v1.disputes.list_async({"payment_intent": intent.id})).data
    assert (dispute.reason, dispute.status) == ("fraudulent", "needs_response")
    assert (await bench.audit())["disputed"] == 2000
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await bench.v1.refunds.create_async({"payment_intent": intent.id})
    assert refused.value.code == "charge_disputed"

    won = await bench.post(f"disputes/{dispute.id}/close", won=True)
    assert won["status"] == "won"
    assert (await bench.audit())["disputed"] == 0
    assert [one for one in await bench.event_types() if "dispute" in one] == [
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
        "charge.dispute.closed",
    ]


async def test_a_dispute_is_ordered_by_the_bench(bench: Bench) -> None:
    intent = await held(bench)
    refused = await bench.post(f"charges/{intent.latest_charge}/dispute")
    assert "cannot be disputed" in refused["error"]["message"]
    await bench.v1.payment_intents.capture_async(intent.id)
    asked = await bench.post(f"charges/{intent.latest_charge}/dispute", inquiry=True)
    assert asked["status"] == "warning_needs_response"
    assert (await bench.audit())["disputed"] == 0


async def listening(bench: Bench, listener: Listener) -> str:
    endpoint = await bench.v1.webhook_endpoints.create_async(
        {"url": listener.url, "enabled_events": ["*"]}
    )
    return str(endpoint.secret)


async def heard(listener: Listener, count: int) -> list[dict[str, Any]]:
    async with asyncio.timeout(10), listener.came:
        await listener.came.wait_for(lambda: len(listener.bodies) >= count)
    return [json.loads(body) for body in listener.bodies]


async def test_everything_about_a_page_is_told(bench: Bench, listener: Listener) -> None:
    secret = await listening(bench, listener)
    session = await page(bench)
    await bench.post(f"checkout_sessions/{session.id}/complete")
    events = await heard(listener, 4)
    assert {event["type"] for event in events} == {
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.succeeded",
        "checkout.session.completed",
    }
    for body, signature in zip(listener.bodies, listener.signatures, strict=True):
        stripe.Webhook.construct_event(body, signature, secret)


async def test_news_may_come_late_twice_and_in_another_order(
    bench: Bench, listener: Listener
) -> None:
    await listening(bench, listener)
    await bench.post("webhooks", hold=True)
    intent = await held(bench)
    await bench.v1.payment_intents.capture_async(intent.id)
    assert listener.bodies == []
    told = await bench.event_types()

    await bench.post("webhooks", release=True, times=2, shuffle=1)
    events = await heard(listener, 2 * len(told))

    types = [event["type"] for event in events]
    assert sorted(types) == sorted(told * 2)
    assert types[: len(told)] != told
    assert len({event["id"] for event in events}) == len(told)


async def test_one_event_is_told_again(bench: Bench, listener: Listener) -> None:
    await listening(bench, listener)
    await bench.v1.customers.create_async({})
    (event,) = await heard(listener, 1)
    await bench.post(f"events/{event['id']}/resend")
    assert [one["id"] for one in await heard(listener, 2)] == [event["id"]] * 2


async def test_lists_are_chosen_by_time_and_kind(bench: Bench) -> None:
    for _ in range(3):
        await paid(bench)
        bench.clock.seconds += 100
    start = int(bench.clock.seconds) - 200
    later = await bench.v1.charges.list_async({"created": {"gte": start}})
    assert len(later.data) == 2
    between = {"gt": start - 100, "lt": start + 100}
    assert len((await bench.v1.payment_intents.list_async({"created": between})).data) == 1
    fees = await bench.v1.balance_transactions.list_async({"type": "charge", "limit": 1})
    assert (fees.data[0].fee, fees.has_more) == (88, True)
    kinds = ["charge.succeeded", "payment_intent.succeeded"]
    assert len((await bench.v1.events.list_async({"types": kinds})).data) == 6


async def test_a_customer_who_is_deleted_is_gone(bench: Bench) -> None:
    customer = await bench.v1.customers.create_async({"metadata": {"a": "1", "b": "2"}})
    changed = await bench.v1.customers.update_async(customer.id, {"metadata": {"a": "", "c": "3"}})
    assert changed.metadata.to_dict() == {"b": "2", "c": "3"}
    assert (await bench.v1.customers.delete_async(customer.id)).deleted
    assert (await bench.v1.customers.retrieve_async(customer.id)).deleted
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await paid(bench, customer=customer.id)
    assert refused.value.code == "resource_missing"


async def test_a_card_of_another_customer_is_refused(bench: Bench) -> None:
    ana, ben = [await bench.v1.customers.create_async({}) for _ in range(2)]
    method = await bench.v1.payment_methods.attach_async("pm_card_visa", {"customer": ana.id})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await paid(bench, method=method.id, customer=ben.id, off_session=True)
    assert refused.value.param == "payment_method"


def test_every_test_card_has_a_possible_number() -> None:
    assert all(read_number(card.number, "number") is card for card in CARDS)
    assert len({card.token for card in CARDS}) == len(CARDS)


def test_everything_understood_is_something_stripe_knows(bench: Bench) -> None:
    """A new stripe-python may take a parameter away; then this names it."""
    for route in bench.sandbox.payments.stripe.api.routes:
        for path in route.parameters.understood - {"expand"}:
            assert _knows(route.parameters, path.split(".")), (route.path.pattern, path)


def _knows(parameters: Parameters, parts: list[str]) -> bool:
    slots = parameters.slots
    for part in parts:
        if part not in slots:
            return False
        shape: Shape = slots[part].shape
        inner = shape.items or shape
        slots = inner.fields or {}
    return True
