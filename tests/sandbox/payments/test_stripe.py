"""The stand-in answers the real ``stripe`` library the way Stripe would."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import stripe
from aiohttp import web
from aiohttp.test_utils import TestServer
from stripe.params import RefundCreateParams

from sandbox.payments.cards import DEFAULT, KNOWN
from tests.sandbox.payments.conftest import Shop, opened, served

KEY = "sk_test_merchant"


@pytest.fixture
async def address(shop: Shop) -> AsyncIterator[str]:
    server = served(shop.sandbox)
    await server.start_server()
    yield str(server.make_url("/")).rstrip("/")
    await server.close()


def client_of(address: str, key: str = KEY, retries: int = 0) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": f"{address}/stripe"},
        http_client=stripe.AIOHTTPClient(),
        max_network_retries=retries,
    )


async def close(client: stripe.StripeClient) -> None:
    await client._requestor._get_http_client().close_async()  # type: ignore[no-untyped-call]  # noqa: SLF001 - no other way


@pytest.fixture
async def client(address: str) -> AsyncIterator[stripe.StripeClient]:
    client = client_of(address)
    yield client
    await close(client)


@pytest.fixture
async def charge(shop: Shop) -> str:
    """A charge of 12 euros that Telegram made with the merchant's provider token."""
    await shop.pay(await shop.open(await shop.send_invoice()))
    (message,) = await shop.messages_with("successful_payment")
    number = message["successful_payment"]["provider_payment_charge_id"]
    assert isinstance(number, str)
    return number


async def test_a_charge_that_telegram_made_stands_in_stripe(
    shop: Shop, client: stripe.StripeClient, charge: str
) -> None:
    found = await client.v1.charges.retrieve_async(charge, {"expand": ["balance_transaction"]})
    assert (found.amount, found.currency, found.paid, found.refunded) == (1200, "eur", True, False)
    assert found.metadata["telegram_payment_charge_id"] == shop.audit()[0]["charge"]
    movement = found.balance_transaction
    assert isinstance(movement, stripe.BalanceTransaction)
    assert movement.amount - movement.fee == movement.net


async def test_a_whole_refund_by_charge(
    shop: Shop, client: stripe.StripeClient, charge: str
) -> None:
    refund = await client.v1.refunds.create_async(
        {"charge": charge, "reason": "requested_by_customer", "metadata": {"order": "7"}}
    )
    assert (refund.amount, refund.status, refund.charge) == (1200, "succeeded", charge)
    assert refund.metadata is not None
    assert refund.metadata["order"] == "7"
    assert (await client.v1.charges.retrieve_async(charge)).refunded
    assert (await client.v1.refunds.retrieve_async(refund.id)).id == refund.id
    bought, returned = shop.audit()
    assert returned == returned | {
        "id": refund.id,
        "kind": "refund",
        "rail": "stripe",
        "charge": bought["charge"],
        "provider_charge": charge,
        "amount": 1200,
        "currency": "EUR",
        "payer": shop.ann,
    }


async def test_partial_refunds_by_payment_intent_add_up_and_never_exceed(
    shop: Shop, client: stripe.StripeClient, charge: str
) -> None:
    intent = str((await client.v1.charges.retrieve_async(charge)).payment_intent)
    for amount in (500, 300):
        await client.v1.refunds.create_async({"payment_intent": intent, "amount": amount})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await client.v1.refunds.create_async({"charge": charge, "amount": 401})
    assert refused.value.user_message == (
        "Refund amount (€4.01) is greater than unrefunded amount on charge (€4.00)"
    )
    await client.v1.refunds.create_async({"charge": charge})
    with pytest.raises(stripe.InvalidRequestError) as again:
        await client.v1.refunds.create_async({"charge": charge})
    assert again.value.code == "charge_already_refunded"
    assert [entry["amount"] for entry in shop.audit()] == [1200, 500, 300, 400]


async def test_refunds_are_listed_newest_first_in_pages(
    client: stripe.StripeClient, charge: str
) -> None:
    made = [
        (await client.v1.refunds.create_async({"charge": charge, "amount": 100})).id
        for _ in range(5)
    ]
    page = await client.v1.refunds.list_async({"charge": charge, "limit": 2})
    assert [refund.id for refund in page.data] == [made[4], made[3]]
    assert page.has_more
    assert [refund.id async for refund in page.auto_paging_iter()] == made[::-1]
    before = await client.v1.refunds.list_async({"ending_before": made[2], "limit": 1})
    assert [refund.id for refund in before.data] == [made[3]]


@pytest.mark.parametrize(
    ("asked", "param", "code"),
    [
        ({"charge": "ch_nothing"}, "charge", "resource_missing"),
        ({}, None, "parameter_missing"),
        ({"charge": "CHARGE", "amount": 0}, "amount", "parameter_invalid_integer"),
        ({"charge": "CHARGE", "amount": "1.5"}, "amount", None),
        ({"charge": "CHARGE", "amount": "9" * 5000}, "amount", None),
        ({"charge": "CHARGE", "amount": [5]}, "amount", None),
        ({"charge": {"a": "b"}}, "charge", None),
        ({"charge": "CHARGE", "expand": ["colour"]}, "expand", None),
        ({"charge": "CHARGE", "reason": "mood"}, "reason", None),
        ({"charge": "CHARGE", "colour": "red"}, "colour", "parameter_unknown"),
        ({"charge": ""}, "charge", "parameter_invalid_empty"),
        ({"charge": "CHARGE", "metadata": {"k" * 41: "v"}}, None, None),
    ],
)
async def test_wrong_requests_are_refused_as_stripe_does(
    client: stripe.StripeClient, charge: str, asked: Any, param: str | None, code: str | None
) -> None:
    asked = {name: charge if value == "CHARGE" else value for name, value in asked.items()}
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await client.v1.refunds.create_async(asked)
    if param is not None:
        assert refused.value.param == param
    assert refused.value.code == code


async def test_what_does_not_exist(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await client.v1.charges.retrieve_async("ch_nothing")
    assert refused.value.http_status == 404
    assert refused.value.user_message == "No such charge: 'ch_nothing'"
    with pytest.raises(stripe.InvalidRequestError, match="Unrecognized request URL"):
        await client.v1.products.list_async()


@pytest.mark.parametrize("key", ["nonsense", "sk_live_real", "pk_test_public"])
async def test_only_a_secret_test_key_opens(address: str, key: str) -> None:
    client = client_of(address, key)
    with pytest.raises(stripe.AuthenticationError) as refused:
        await client.v1.refunds.list_async()
    assert key not in str(refused.value)
    await close(client)


async def test_one_key_is_one_refund(shop: Shop, client: stripe.StripeClient, charge: str) -> None:
    asked: RefundCreateParams = {"charge": charge, "amount": 500}
    refunds = [
        await client.v1.refunds.create_async(asked, {"idempotency_key": "refund-1"})
        for _ in range(3)
    ]
    assert len({refund.id for refund in refunds}) == 1
    assert len(shop.audit()) == 2
    assert refunds[2].last_response.headers["Idempotent-Replayed"] == "true"  # type: ignore[union-attr]

    with pytest.raises(stripe.IdempotencyError, match="same parameters"):
        await client.v1.refunds.create_async(
            {"charge": charge, "amount": 400}, {"idempotency_key": "refund-1"}
        )
    other = await client.v1.refunds.create_async(asked, {"idempotency_key": "refund-2"})
    assert other.id != refunds[0].id


async def test_a_key_remembers_a_refusal_but_not_a_typing_error(
    client: stripe.StripeClient, charge: str
) -> None:
    for amount, words in ((0, "greater than or equal"), (5000, "greater than unrefunded")):
        with pytest.raises(stripe.InvalidRequestError, match=words):
            await client.v1.refunds.create_async(
                {"charge": charge, "amount": amount}, {"idempotency_key": "k"}
            )
    with pytest.raises(stripe.IdempotencyError):
        await client.v1.refunds.create_async(
            {"charge": charge, "amount": 10}, {"idempotency_key": "k"}
        )


async def test_a_key_is_forgotten_after_a_day(
    shop: Shop, client: stripe.StripeClient, charge: str
) -> None:
    asked: RefundCreateParams = {"charge": charge, "amount": 100}
    first = await client.v1.refunds.create_async(asked, {"idempotency_key": "k"})
    shop.clock.seconds += 25 * 3600
    second = await client.v1.refunds.create_async(asked, {"idempotency_key": "k"})
    assert first.id != second.id


async def test_the_same_key_twice_at_once(
    shop: Shop, client: stripe.StripeClient, charge: str
) -> None:
    shop.sandbox.sim.plan_fault("delay", method="stripe:/v1/refunds", seconds=0.3)
    asked: RefundCreateParams = {"charge": charge}
    outcomes = await asyncio.gather(
        *(client.v1.refunds.create_async(asked, {"idempotency_key": "k"}) for _ in range(2)),
        return_exceptions=True,
    )
    (refused,) = [one for one in outcomes if isinstance(one, stripe.StripeError)]
    assert refused.http_status == 409
    assert "another in-progress request" in str(refused.user_message)
    assert len(shop.audit()) == 2


async def test_an_answer_lost_on_its_way_is_repeated_without_a_second_refund(
    shop: Shop, address: str, charge: str
) -> None:
    shop.sandbox.sim.plan_fault("lost_answer", method="stripe:refunds")
    client = client_of(address, retries=2)
    refund = await client.v1.refunds.create_async({"charge": charge})
    assert refund.amount == 1200
    assert [entry["kind"] for entry in shop.audit()] == ["charge", "refund"]
    await close(client)


@pytest.mark.parametrize(
    ("kind", "error"),
    [("429", stripe.RateLimitError), ("5xx", stripe.APIError), ("403", stripe.PermissionError)],
)
async def test_ordered_troubles(
    shop: Shop,
    client: stripe.StripeClient,
    charge: str,
    kind: str,
    error: type[stripe.StripeError],
) -> None:
    shop.sandbox.sim.plan_fault(kind, method="stripe:/v1/refunds")
    with pytest.raises(error):
        await client.v1.refunds.create_async({"charge": charge})
    assert len(shop.audit()) == 1


class Listener:
    """A merchant's webhook that fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.attempts: list[tuple[bytes, str]] = []
        self.taken: asyncio.Queue[tuple[bytes, str]] = asyncio.Queue()

    async def handle(self, request: web.Request) -> web.Response:
        delivery = (await request.read(), request.headers["Stripe-Signature"])
        self.attempts.append(delivery)
        if len(self.attempts) <= self.failures:
            return web.Response(status=500)
        await self.taken.put(delivery)
        return web.Response()


@pytest.fixture
async def listener() -> AsyncIterator[tuple[Listener, str]]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.handle)
    server = TestServer(app)
    await server.start_server()
    yield listener, str(server.make_url("/hook"))
    await server.close()


async def test_webhooks_are_signed_and_repeated_until_taken(
    client: stripe.StripeClient, charge: str, listener: tuple[Listener, str]
) -> None:
    hook, url = listener
    hook.failures = 1
    endpoint = await client.v1.webhook_endpoints.create_async(
        {"url": url, "enabled_events": ["charge.refunded"]}
    )
    assert endpoint.secret is not None
    refund = await client.v1.refunds.create_async({"charge": charge, "amount": 200})

    body, signature = await asyncio.wait_for(hook.taken.get(), 10)

    event = stripe.Webhook.construct_event(body, signature, endpoint.secret)
    assert event.type == "charge.refunded"
    assert event.data.object["amount_refunded"] == 200
    assert len(hook.attempts) == 2
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body, signature, "whsec_other")
    created = await client.v1.events.list_async({"type": "refund.created"})
    assert created.data[0].data.object["id"] == refund.id
    kept = await client.v1.events.retrieve_async(event.id)
    assert kept.pending_webhooks in (0, 1)


async def test_a_restart_brings_what_had_not_arrived(
    tmp_path: Path, listener: tuple[Listener, str]
) -> None:
    hook, url = listener
    async with opened(tmp_path) as first:
        unreachable = {"url": "http://127.0.0.1:1/", "enabled_events": ["*"]}
        endpoint = first.payments.stripe.endpoints.create(unreachable, secret="whsec_known")
        first.payments.stripe.charges.charge(
            500, "EUR", KNOWN[DEFAULT], description="Tea", metadata={}
        )
        first.payments.stripe.endpoints.update(endpoint["id"], {"url": url})

    async with opened(tmp_path) as second, served(second):
        deliveries = [await asyncio.wait_for(hook.taken.get(), 10) for _ in range(2)]

    events = [stripe.Webhook.construct_event(*one, "whsec_known") for one in deliveries]
    assert {event.type for event in events} == {"charge.succeeded", "payment_intent.succeeded"}


async def test_endpoints_are_settings_and_outlive_a_reset(
    shop: Shop, client: stripe.StripeClient
) -> None:
    made = await client.v1.webhook_endpoints.create_async(
        {"url": "https://shop.example/hook", "enabled_events": ["*"]}
    )
    shop.sandbox.sim.reset()
    (listed,) = (await client.v1.webhook_endpoints.list_async()).data
    assert listed.id == made.id
    assert "secret" not in listed
    off = await client.v1.webhook_endpoints.update_async(made.id, {"disabled": True})
    assert off.status == "disabled"
    assert (await client.v1.webhook_endpoints.delete_async(made.id)).deleted
    with pytest.raises(stripe.InvalidRequestError, match="No such webhook endpoint"):
        await client.v1.webhook_endpoints.retrieve_async(made.id)


async def test_a_disabled_endpoint_hears_nothing(
    client: stripe.StripeClient, charge: str, listener: tuple[Listener, str]
) -> None:
    hook, url = listener
    endpoint = await client.v1.webhook_endpoints.create_async({"url": url, "enabled_events": ["*"]})
    await client.v1.webhook_endpoints.update_async(endpoint.id, {"disabled": True})
    await client.v1.refunds.create_async({"charge": charge})
    await asyncio.sleep(0.2)
    assert hook.attempts == []


async def test_the_balance_is_what_came_in_less_fees_and_refunds(
    client: stripe.StripeClient, charge: str
) -> None:
    await client.v1.refunds.create_async({"charge": charge, "amount": 200})
    movements = (await client.v1.balance_transactions.list_async()).data
    balance = await client.v1.balance.retrieve_async()
    assert balance.available[0].amount == sum(movement.net for movement in movements)
    assert balance.available[0].currency == "eur"


async def test_whose_account_a_key_opens(client: stripe.StripeClient) -> None:
    assert (await client.v1.accounts.retrieve_current_async()).id.startswith("acct_")


async def test_trouble_ordered_for_every_telegram_method_spares_stripe(
    shop: Shop, client: stripe.StripeClient, charge: str
) -> None:
    shop.sandbox.sim.plan_fault("5xx", method="*")
    assert (await client.v1.refunds.create_async({"charge": charge})).amount == 1200


async def test_a_json_body_is_not_a_form(address: str) -> None:
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {KEY}"}) as session,
        session.post(f"{address}/stripe/v1/refunds", json={"charge": "ch_1"}) as answer,
    ):
        assert answer.status == 400
        assert (await answer.json())["error"]["type"] == "invalid_request_error"
