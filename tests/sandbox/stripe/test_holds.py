"""Money that is held: until when, how much of it is taken, who gets which share."""

from pathlib import Path

import pytest
import stripe

from sandbox.sandbox import Sandbox
from tests.sandbox.stripe.conftest import Bench, Clock, bench_on
from tests.sandbox.stripe.make import charge_of, connected, held, page, paid

DAY = 24 * 3600


async def test_a_hold_runs_out_by_itself(bench: Bench) -> None:
    intent = await held(bench)
    bench.clock.seconds += 7 * DAY - 1
    assert (await bench.audit())["held"] == 2000
    bench.clock.seconds += 1

    assert (await bench.audit())["held"] == 0
    ended = await bench.v1.payment_intents.retrieve_async(intent.id)
    assert (ended.status, ended.cancellation_reason) == ("canceled", "automatic")
    assert (await bench.event_types())[-2:] == ["charge.expired", "payment_intent.canceled"]
    with pytest.raises(stripe.InvalidRequestError):
        await bench.v1.payment_intents.capture_async(intent.id)


async def test_moving_the_clock_lets_holds_run_out(bench: Bench) -> None:
    await held(bench)
    bench.sandbox.sim.advance(8 * DAY)
    charges = bench.sandbox.payments.stripe.objects.all("charge")
    assert [charge["refunded"] for charge in charges] == [True]


async def test_a_hold_made_while_she_is_away_is_shorter(bench: Bench) -> None:
    intent = await held(bench, off_session=True)
    charge = await charge_of(bench, intent)
    ends = charge.payment_method_details.card.capture_before
    assert ends - charge.created == 4 * DAY + 18 * 3600


async def test_the_audit_follows_the_money(bench: Bench) -> None:
    captured, released, waiting = [await held(bench, amount) for amount in (2000, 3000, 4000)]
    await bench.v1.payment_intents.capture_async(captured.id, {"amount_to_capture": 1500})
    await bench.v1.payment_intents.cancel_async(released.id)
    await bench.v1.refunds.create_async({"payment_intent": captured.id, "amount": 400})

    fee = 44 + 30  # 2.9 % of 15.00, rounded up, and 0.30
    assert await bench.audit() == {
        "held": waiting.amount,
        "captured": 1500,
        "released": 3000 + 500,
        "refunded": 400,
        "refunds_failed": 0,
        "fees": fee,
        "disputed": 0,
        "transferred": 0,
        "application_fees": 0,
        "balance": 1500 - 400 - fee,
    }


async def test_the_town_s_audit_knows_of_captures_and_refunds(bench: Bench) -> None:
    intent = await held(bench)
    await bench.v1.payment_intents.capture_async(intent.id, {"amount_to_capture": 1500})
    refund = await bench.v1.refunds.create_async({"payment_intent": intent.id, "amount": 400})
    entries = [entry.shown() for entry in bench.sandbox.payments.audit.entries()]
    charge = intent.latest_charge
    assert [
        (one["id"], one["kind"], one["rail"], one["charge"], one["amount"]) for one in entries
    ] == [
        (charge, "charge", "stripe", charge, 1500),
        (refund.id, "refund", "stripe", charge, 400),
    ]


async def test_a_partial_capture_leaves_only_what_came_to_be_refunded(bench: Bench) -> None:
    intent = await held(bench)
    await bench.v1.payment_intents.capture_async(intent.id, {"amount_to_capture": 1500})
    with pytest.raises(stripe.InvalidRequestError, match=r"greater than unrefunded amount"):
        await bench.v1.refunds.create_async({"payment_intent": intent.id, "amount": 1501})
    refund = await bench.v1.refunds.create_async({"payment_intent": intent.id})
    assert refund.amount == 1500


async def test_a_hold_is_not_refunded_but_cancelled(bench: Bench) -> None:
    intent = await held(bench)
    with pytest.raises(stripe.InvalidRequestError, match="successful charge"):
        await bench.v1.refunds.create_async({"payment_intent": intent.id})
    assert (await bench.audit())["held"] == 2000


async def test_a_merchant_gets_her_share_less_the_fee(bench: Bench) -> None:
    merchant = await connected(bench)
    intent = await held(bench, transfer_data={"destination": merchant}, application_fee_amount=150)
    assert (await bench.audit())["transferred"] == 0
    await bench.v1.payment_intents.capture_async(intent.id)

    (transfer,) = (await bench.v1.transfers.list_async({"destination": merchant})).data
    (fee,) = (await bench.v1.application_fees.list_async({})).data
    assert (transfer.amount, transfer.source_transaction) == (2000, intent.latest_charge)
    assert (fee.amount, fee.account) == (150, merchant)
    assert (await bench.audit())["balance"] == 150 - 58 - 30

    await bench.v1.refunds.create_async(
        {
            "payment_intent": intent.id,
            "amount": 1000,
            "reverse_transfer": True,
            "refund_application_fee": True,
        }
    )
    audit = await bench.audit()
    assert (audit["transferred"], audit["application_fees"]) == (1000, 75)


async def test_a_share_larger_than_the_payment_is_refused(bench: Bench) -> None:
    merchant = await connected(bench)
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await paid(bench, transfer_data={"destination": merchant}, application_fee_amount=2001)
    assert refused.value.param == "application_fee_amount"
    with pytest.raises(stripe.InvalidRequestError, match="transfer_data"):
        await paid(bench, application_fee_amount=100)


async def test_too_little_is_refused(bench: Bench) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await paid(bench, 49)
    assert refused.value.code == "amount_too_small"


async def test_an_answer_lost_is_one_hold_all_the_same(bench: Bench) -> None:
    bench.fault("lost_answer", "payment_intents")
    asked = {
        "amount": 2000,
        "currency": "eur",
        "capture_method": "manual",
        "payment_method": "pm_card_visa",
        "confirm": True,
    }
    with pytest.raises(stripe.APIConnectionError):
        await bench.v1.payment_intents.create_async(asked, {"idempotency_key": "seat-7"})
    intent = await bench.v1.payment_intents.create_async(asked, {"idempotency_key": "seat-7"})
    assert intent.status == "requires_capture"
    assert (await bench.audit())["held"] == 2000


async def test_a_fault_may_be_meant_for_any_capture(bench: Bench) -> None:
    intent = await held(bench)
    bench.fault("timeout", "payment_intents/*/capture", seconds=0)
    with pytest.raises(stripe.StripeError):
        await bench.v1.payment_intents.capture_async(intent.id)
    assert (await bench.audit())["captured"] == 0
    assert (await bench.v1.payment_intents.capture_async(intent.id)).status == "succeeded"


async def test_holds_pages_and_keys_outlive_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    async with bench_on(Sandbox(tmp_path, now=clock), clock) as before:
        intent, session = await held(before), await page(before)
    async with bench_on(Sandbox(tmp_path, now=clock), clock) as after:
        kept = await after.v1.payment_intents.retrieve_async(intent.id)
        assert kept.status == "requires_capture"
        done = await after.post(f"checkout_sessions/{session.id}/complete")
        assert done["status"] == "complete"
        clock.seconds += 8 * DAY
        assert (await after.audit())["held"] == 0


async def test_what_the_sandbox_remembers_for_itself_is_not_told(bench: Bench) -> None:
    session = await page(bench)
    await bench.post(f"checkout_sessions/{session.id}/complete")
    await paid(bench)
    async with bench.http.get(f"{bench.address}/sim/stripe/objects") as answer:
        found = await answer.json()
    assert found["payment_intent"]
    assert found["payment_method"]
    private = [
        name
        for docs in found.values()
        for doc in docs
        for name in (*doc, *doc.get("data", {}).get("object", {}))
        if name.startswith("_")
    ]
    assert private == []
