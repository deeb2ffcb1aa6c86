"""Connected accounts: opened, told about on Stripe's page, and paid into."""

import aiohttp
import pytest
import stripe

from tests.sandbox.stripe.conftest import Bench
from tests.sandbox.stripe.make import connected, held, page, paid


async def test_its_owner_tells_stripe_who_she_is_and_it_takes_charges(bench: Bench) -> None:
    number = await connected(bench, is_ready=False)
    before = await bench.v1.accounts.retrieve_async(number)
    assert (before.charges_enabled, before.capabilities.transfers) == (False, "inactive")
    link = await bench.v1.account_links.create_async(
        {
            "account": number,
            "type": "account_onboarding",
            "refresh_url": "https://shop.example/again",
            "return_url": "https://shop.example/done",
        }
    )

    async with aiohttp.ClientSession() as browser:
        assert "who you are" in await (await browser.get(link.url)).text()
        sent = await browser.post(link.url, allow_redirects=False)
        assert (sent.status, sent.headers["Location"]) == (303, "https://shop.example/done")
        assert (await browser.get(link.url)).status == 410  # it opens once

    after = await bench.v1.accounts.retrieve_async(number)
    assert (after.charges_enabled, after.capabilities.transfers) == (True, "active")
    assert (await bench.event_types())[-1] == "account.updated"


async def test_a_link_lasts_for_minutes_only(bench: Bench) -> None:
    link = await bench.v1.account_links.create_async(
        {
            "account": await connected(bench, is_ready=False),
            "type": "account_onboarding",
            "refresh_url": "https://shop.example/again",
            "return_url": "https://shop.example/done",
        }
    )
    bench.clock.seconds += 301
    async with aiohttp.ClientSession() as browser:
        assert (await browser.get(link.url)).status == 410


async def test_nothing_is_sent_to_whom_stripe_does_not_know(bench: Bench) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await paid(bench, transfer_data={"destination": "acct_nobody"})
    assert refused.value.code == "resource_missing"
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await paid(bench, transfer_data={"destination": await connected(bench, is_ready=False)})
    assert refused.value.code == "insufficient_capabilities_for_transfer"
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await page(bench, payment_intent_data={"transfer_data": {"destination": "acct_nobody"}})
    assert refused.value.param == "payment_intent_data[transfer_data][destination]"


async def test_whose_account_was_paused_is_paid_nothing_more(bench: Bench) -> None:
    number = await connected(bench)
    await bench.post(f"accounts/{number}/pause")
    with pytest.raises(stripe.InvalidRequestError):
        await paid(bench, transfer_data={"destination": number})


async def test_an_account_that_is_not_connected_is_not_told_about(bench: Bench) -> None:
    number = await connected(bench)
    await bench.v1.accounts.delete_async(number)
    with pytest.raises(stripe.PermissionError, match="does not have access"):
        await bench.v1.accounts.retrieve_async(number)


async def test_the_capture_says_the_fee_anew(bench: Bench) -> None:
    number = await connected(bench)
    intent = await held(bench, transfer_data={"destination": number}, application_fee_amount=150)
    with pytest.raises(stripe.InvalidRequestError) as refused:
        await bench.v1.payment_intents.capture_async(
            intent.id, {"amount_to_capture": 1000, "application_fee_amount": 1001}
        )
    assert refused.value.param == "application_fee_amount"

    await bench.v1.payment_intents.capture_async(
        intent.id, {"amount_to_capture": 1000, "application_fee_amount": 50}
    )

    audit = await bench.audit()
    assert (audit["captured"], audit["transferred"], audit["application_fees"]) == (1000, 1000, 50)


async def test_nothing_comes_back_from_where_nothing_went(bench: Bench) -> None:
    intent = await paid(bench)
    for wish in ("reverse_transfer", "refund_application_fee"):
        with pytest.raises(stripe.InvalidRequestError) as refused:
            await bench.v1.refunds.create_async({"payment_intent": intent.id, wish: True})
        assert refused.value.param == wish
