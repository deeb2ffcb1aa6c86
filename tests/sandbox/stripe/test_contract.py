"""One contract, three Stripes: ours, localstripe, and with ``STRIPE_TEST_KEY`` Stripe's test mode.

What localstripe is known to do otherwise stands in ``DEVIATIONS``; a test named there has to fail
on it, so that the list stays true.
"""

import os
import uuid
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pytest
import stripe

from sandbox.sandbox import Sandbox
from tests.sandbox.stripe.conftest import Clock, bench_on, client_of, close

DEVIATIONS: Final[Mapping[str, str]] = {
    "test_a_key_repeats_the_first_answer": "ignores idempotency keys",
    "test_a_key_is_for_one_request_only": "ignores idempotency keys",
    "test_never_more_goes_back_than_came": "gives back more than was taken",
    "test_what_is_cancelled_cannot_be_captured": "captures after a cancellation",
    "test_a_hold_says_until_when_it_lasts": "does not say until when a hold lasts",
    "test_a_bank_that_asks_declines_while_she_is_away": "waits for the absent holder of the card",
    "test_an_unknown_parameter_is_named": "says 'Unexpected ...' without the parameter's name",
    "test_a_wrong_amount_is_named": "says 'Bad request' without the parameter's name",
    "test_what_does_not_exist_is_missing": "says 'Not Found' without a code",
    "test_lists_are_newest_first_in_pages": "lists the oldest first",
    "test_a_declined_card_is_declined_when_it_pays": "declines as the card is attached, not here",
    "test_only_a_part_is_captured": "does not say how much was captured",
    "test_a_fee_is_taken_at_capture": "takes no fees",
    "test_a_checkout_page_has_an_address": "has no Checkout",
}


@dataclass(frozen=True)
class Peer:
    """``cards_only``: how this one is told that nothing but a card is meant."""

    client: stripe.StripeClient
    cards_only: Mapping[str, object]

    @property
    def v1(self) -> Any:
        return self.client.v1


CARDS: Final = {"allowed_payment_method_types": ["card"]}


TEST_KEY: Final = os.environ.get("STRIPE_TEST_KEY", "")
PEERS: Final = ("ours", "localstripe", *(["stripe"] if TEST_KEY else []))


@pytest.fixture(params=PEERS)
async def peer(request: pytest.FixtureRequest) -> AsyncIterator[Peer]:
    if request.param == "ours":
        clock = Clock()
        async with bench_on(Sandbox(now=clock), clock) as bench:
            yield Peer(bench.client, CARDS)
        return
    if request.param == "localstripe":
        reason = DEVIATIONS.get(request.node.originalname)
        if reason is not None:
            request.node.add_marker(pytest.mark.xfail(reason=reason, strict=True))
        peer = Peer(client_of(request.getfixturevalue("localstripe")), {})
    else:
        if not TEST_KEY.startswith(("sk_test_", "rk_test_")):
            pytest.skip("STRIPE_TEST_KEY names no key of Stripe's test mode")
        peer = Peer(client_of(None, TEST_KEY, retries=2), CARDS)
    yield peer
    await close(peer.client)


async def held(peer: Peer, amount: int = 2000, method: str = "pm_card_visa") -> Any:
    intent = await peer.v1.payment_intents.create_async(
        {
            "amount": amount,
            "currency": "eur",
            "capture_method": "manual",
            "payment_method": method,
            **peer.cards_only,
        }
    )
    return await peer.v1.payment_intents.confirm_async(intent.id)


async def saved(peer: Peer, card: str = "4242424242424242") -> tuple[str, str]:
    """A customer with a card that was set up for later."""
    customer = await peer.v1.customers.create_async({"email": "ana@example.org"})
    setup = await peer.v1.setup_intents.create_async({"customer": customer.id, **peer.cards_only})
    method = "pm_card_visa" if card == "4242424242424242" else await typed_in(peer, card)
    method = (await peer.v1.payment_methods.attach_async(method, {"customer": customer.id})).id
    done: Any = await peer.v1.setup_intents.confirm_async(setup.id, {"payment_method": method})
    return customer.id, str(done.payment_method)


async def typed_in(peer: Peer, number: str) -> str:
    card: Any = {"number": number, "exp_month": 12, "exp_year": 2034, "cvc": "123"}
    made = await peer.v1.payment_methods.create_async({"type": "card", "card": card})
    return str(made.id)


async def latest_charge(peer: Peer, intent: stripe.PaymentIntent) -> stripe.Charge:
    read = await peer.v1.payment_intents.retrieve_async(intent.id, {"expand": ["latest_charge"]})
    assert isinstance(read.latest_charge, stripe.Charge)
    return read.latest_charge


async def test_a_payment_is_made_at_once(peer: Peer) -> None:
    intent = await peer.v1.payment_intents.create_async(
        {
            "amount": 1250,
            "currency": "eur",
            "payment_method": "pm_card_visa",
            **peer.cards_only,
            "confirm": True,
            "metadata": {"seat": "7"},
        }
    )
    assert (intent.status, intent.amount, intent.currency) == ("succeeded", 1250, "eur")
    assert intent.metadata.to_dict() == {"seat": "7"}
    charge = await latest_charge(peer, intent)
    assert (charge.paid, charge.captured, charge.payment_intent) == (True, True, intent.id)


async def test_a_hold_is_captured(peer: Peer) -> None:
    intent = await held(peer)
    assert intent.status == "requires_capture"
    assert not (await latest_charge(peer, intent)).captured
    assert (await peer.v1.payment_intents.capture_async(intent.id)).status == "succeeded"
    assert (await latest_charge(peer, intent)).captured


async def test_a_hold_says_until_when_it_lasts(peer: Peer) -> None:
    charge = await latest_charge(peer, await held(peer))
    assert charge.payment_method_details is not None
    assert charge.payment_method_details.card is not None
    ends = charge.payment_method_details.card.capture_before
    assert ends is not None
    assert 6 * 24 * 3600 < ends - charge.created <= 7 * 24 * 3600


async def test_only_a_part_is_captured(peer: Peer) -> None:
    intent = await held(peer)
    done = await peer.v1.payment_intents.capture_async(intent.id, {"amount_to_capture": 1500})
    charge = await latest_charge(peer, intent)
    assert (done.status, done.amount_received) == ("succeeded", 1500)
    assert (charge.amount, charge.amount_captured, charge.amount_refunded) == (2000, 1500, 500)


async def test_no_more_is_captured_than_is_held(peer: Peer) -> None:
    intent = await held(peer)
    with pytest.raises(stripe.InvalidRequestError):
        await peer.v1.payment_intents.capture_async(intent.id, {"amount_to_capture": 2001})


async def test_a_hold_is_released(peer: Peer) -> None:
    intent = await held(peer)
    assert (await peer.v1.payment_intents.cancel_async(intent.id)).status == "canceled"
    with pytest.raises(stripe.InvalidRequestError):
        await peer.v1.payment_intents.cancel_async(intent.id)


async def test_what_is_cancelled_cannot_be_captured(peer: Peer) -> None:
    intent = await held(peer)
    await peer.v1.payment_intents.cancel_async(intent.id)
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await peer.v1.payment_intents.capture_async(intent.id)
    assert refused.value.code == "payment_intent_unexpected_state"


async def test_a_saved_card_is_charged_while_she_is_away(peer: Peer) -> None:
    customer, method = await saved(peer)
    intent = await peer.v1.payment_intents.create_async(
        {
            "amount": 900,
            "currency": "eur",
            "customer": customer,
            "payment_method": method,
            **peer.cards_only,
            "off_session": True,
            "confirm": True,
        }
    )
    assert (intent.status, intent.customer) == ("succeeded", customer)


async def test_a_bank_that_asks_declines_while_she_is_away(peer: Peer) -> None:
    customer = await peer.v1.customers.create_async({"email": "ana@example.org"})
    method = await typed_in(peer, "4000002760003184")
    await peer.v1.payment_methods.attach_async(method, {"customer": customer.id})
    with pytest.raises(stripe.CardError) as declined:
        await peer.v1.payment_intents.create_async(
            {
                "amount": 900,
                "currency": "eur",
                "customer": customer.id,
                "payment_method": method,
                **peer.cards_only,
                "off_session": True,
                "confirm": True,
            }
        )
    assert declined.value.code == "authentication_required"
    assert declined.value.error is not None
    intent = declined.value.error.payment_intent
    assert intent is not None
    assert intent.status == "requires_payment_method"


async def test_a_bank_that_asks_is_waited_for_while_she_is_here(
    peer: Peer,
) -> None:
    intent = await held(peer, method=await typed_in(peer, "4000002760003184"))
    assert intent.status == "requires_action"
    assert intent.next_action is not None


async def test_a_card_that_was_saved_may_fail_later(peer: Peer) -> None:
    customer, method = await saved(peer, "4000000000000341")
    with pytest.raises(stripe.CardError) as declined:
        await peer.v1.payment_intents.create_async(
            {
                "amount": 900,
                "currency": "eur",
                "customer": customer,
                "payment_method": method,
                **peer.cards_only,
                "off_session": True,
                "confirm": True,
            }
        )
    assert declined.value.code == "card_declined"


async def test_a_declined_card_cannot_be_saved(peer: Peer) -> None:
    customer = await peer.v1.customers.create_async({"email": "ana@example.org"})
    method = await typed_in(peer, "4000000000000002")
    with pytest.raises(stripe.CardError) as declined:
        await peer.v1.payment_methods.attach_async(method, {"customer": customer.id})
    assert declined.value.code == "card_declined"


async def test_a_declined_card_is_declined_when_it_pays(peer: Peer) -> None:
    with pytest.raises(stripe.CardError) as declined:
        await held(peer, method="pm_card_visa_chargeDeclined")
    assert declined.value.code == "card_declined"


async def test_a_setup_may_be_cancelled(peer: Peer) -> None:
    setup = await peer.v1.setup_intents.create_async({**peer.cards_only})
    assert setup.status == "requires_payment_method"
    assert (await peer.v1.setup_intents.cancel_async(setup.id)).status == "canceled"


async def test_cards_of_a_customer_are_listed_until_detached(peer: Peer) -> None:
    customer, method = await saved(peer)
    listed = await peer.v1.payment_methods.list_async({"customer": customer, "type": "card"})
    assert [(one.id, one.card.last4) for one in listed.data] == [(method, "4242")]
    assert (await peer.v1.payment_methods.detach_async(method)).customer is None


async def test_money_goes_back_in_parts(peer: Peer) -> None:
    intent = await held(peer)
    await peer.v1.payment_intents.capture_async(intent.id)
    first = await peer.v1.refunds.create_async({"payment_intent": intent.id, "amount": 700})
    charge = await latest_charge(peer, intent)
    await peer.v1.refunds.create_async({"charge": charge.id, "amount": 1300})
    assert (first.status, first.amount, first.charge) == ("succeeded", 700, charge.id)
    charge = await latest_charge(peer, intent)
    assert (charge.amount_refunded, charge.refunded) == (2000, True)
    listed = await peer.v1.refunds.list_async({"payment_intent": intent.id})
    assert sorted(one.amount for one in listed.data) == [700, 1300]


async def test_never_more_goes_back_than_came(peer: Peer) -> None:
    intent = await held(peer)
    await peer.v1.payment_intents.capture_async(intent.id)
    with pytest.raises(stripe.InvalidRequestError):
        await peer.v1.refunds.create_async({"payment_intent": intent.id, "amount": 2001})


async def test_a_fee_is_taken_at_capture(peer: Peer) -> None:
    intent = await held(peer)
    await peer.v1.payment_intents.capture_async(intent.id)
    charge = await latest_charge(peer, intent)
    movement = await peer.v1.balance_transactions.retrieve_async(str(charge.balance_transaction))
    assert movement.fee > 0
    assert movement.net == movement.amount - movement.fee


async def test_a_key_repeats_the_first_answer(peer: Peer) -> None:
    key = str(uuid.uuid4())
    made = [
        await peer.v1.customers.create_async({"email": "ana@example.org"}, {"idempotency_key": key})
        for _ in range(2)
    ]
    assert made[0].id == made[1].id


async def test_a_key_is_for_one_request_only(peer: Peer) -> None:
    key = str(uuid.uuid4())
    await peer.v1.customers.create_async({"email": "a@example.org"}, {"idempotency_key": key})
    with pytest.raises(stripe.IdempotencyError):
        await peer.v1.customers.create_async({"email": "b@example.org"}, {"idempotency_key": key})


async def test_an_unknown_parameter_is_named(peer: Peer) -> None:
    wrong: Any = {"amount": 900, "currency": "eur", "colour": "red"}
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await peer.v1.payment_intents.create_async(wrong)
    assert (refused.value.code, refused.value.param) == ("parameter_unknown", "colour")


async def test_a_wrong_amount_is_named(peer: Peer) -> None:
    wrong: Any = {"amount": "much", "currency": "eur"}
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await peer.v1.payment_intents.create_async(wrong)
    assert refused.value.param == "amount"


async def test_what_does_not_exist_is_missing(peer: Peer) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await peer.v1.payment_intents.retrieve_async("pi_nothing")
    assert (refused.value.http_status, refused.value.code) == (404, "resource_missing")


async def test_lists_are_newest_first_in_pages(peer: Peer) -> None:
    made = [(await peer.v1.customers.create_async({})).id for _ in range(3)]
    first = await peer.v1.customers.list_async({"limit": 2})
    rest = await peer.v1.customers.list_async({"limit": 1, "starting_after": first.data[1].id})
    assert [one.id for one in (*first.data, *rest.data)] == made[::-1]
    assert first.has_more


async def test_a_checkout_page_has_an_address(peer: Peer) -> None:
    session = await peer.v1.checkout.sessions.create_async(
        {
            "mode": "payment",
            "line_items": [
                {
                    "quantity": 2,
                    "price_data": {
                        "currency": "eur",
                        "unit_amount": 950,
                        "product_data": {"name": "Tea"},
                    },
                }
            ],
            "success_url": "https://shop.example/done?s={CHECKOUT_SESSION_ID}",
            "payment_intent_data": {"capture_method": "manual"},
        }
    )
    assert (session.status, session.payment_status, session.amount_total) == (
        "open",
        "unpaid",
        1900,
    )
    assert session.url is not None
    assert session.id in session.url or session.id.startswith("cs_")
    assert (await peer.v1.checkout.sessions.expire_async(session.id)).status == "expired"
