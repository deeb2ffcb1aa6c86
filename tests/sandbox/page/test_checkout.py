"""Stripe's hosted page and the bank's question, as a person sees them."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
import stripe
from playwright.async_api import Page, expect

from tests.sandbox.page.conftest import Visit
from tests.sandbox.page.town import Json, Town

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

BACK = "https://t.me/stall_bot?start=paid-{CHECKOUT_SESSION_ID}"
ITEMS = [
    {
        "quantity": 2,
        "price_data": {
            "currency": "eur",
            "unit_amount": 1950,
            "product_data": {"name": "Camp stove", "description": "Two burners."},
        },
    }
]


@pytest_asyncio.fixture(loop_scope="session")
async def client(address: str) -> AsyncIterator[stripe.StripeClient]:
    http = stripe.AIOHTTPClient()
    yield stripe.StripeClient(
        "sk_test_stall", base_addresses={"api": f"{address}/stripe"}, http_client=http
    )
    await http.close_async()  # type: ignore[no-untyped-call]


async def session_for(client: stripe.StripeClient, **more: Any) -> stripe.checkout.Session:
    asked: Json = {"mode": "payment", "line_items": ITEMS, "success_url": BACK, **more}
    return await client.v1.checkout.sessions.create_async(asked)  # type: ignore[arg-type]


async def opened(town: Town, visit: Visit, session: stripe.checkout.Session) -> Page:
    """She taps a button with the link, and the page stands in a window of its own."""
    ana = await town.person("Ana", last_name="Silva", username="ana")
    bot = await town.starts(ana)
    keyboard = {"inline_keyboard": [[{"text": "Pay by card", "url": session.url}]]}
    await town.bot.call("sendMessage", chat_id=ana, text="Your seat", reply_markup=keyboard)
    chat = await visit(ana, bot)
    async with chat.expect_popup() as popup:
        await chat.get_by_text("Pay by card").click()
    page = await popup.value
    page.set_default_timeout(30_000)
    return page


async def test_a_hold_is_made_with_her_bank_s_consent_and_she_is_back_in_the_chat(
    town: Town, visit: Visit, client: stripe.StripeClient
) -> None:
    session = await session_for(client, payment_intent_data={"capture_method": "manual"})
    page = await opened(town, visit, session)

    await expect(page.get_by_role("heading", name="€39.00")).to_be_visible()
    await expect(page.locator(".pay-lines")).to_contain_text("2 × Camp stove")
    await expect(page.locator("input[name=name]")).to_have_value("Ana Silva")
    await page.get_by_text("asks every time").click()
    await page.get_by_role("button", name="Reserve €39.00").click()
    await page.get_by_role("button", name="Yes, it is me").click()

    await page.wait_for_selector(".left")
    await expect(page.locator(".line").last).to_contain_text(f"/start paid-{session.id}")
    paid = await client.v1.checkout.sessions.retrieve_async(
        session.id, {"expand": ["payment_intent"]}
    )
    assert isinstance(paid.payment_intent, stripe.PaymentIntent)
    assert (paid.status, paid.payment_intent.status) == ("complete", "requires_capture")
    assert paid.customer_details is not None
    assert paid.customer_details.email == "ana@example.org"


async def test_what_travels_is_listed_and_the_first_gap_waits_for_her(
    town: Town, visit: Visit, client: stripe.StripeClient
) -> None:
    ways = [("Parcel", 490), ("Express", 990)]
    session = await session_for(
        client,
        shipping_address_collection={"allowed_countries": ["DE"]},
        shipping_options=[
            {
                "shipping_rate_data": {
                    "type": "fixed_amount",
                    "display_name": name,
                    "fixed_amount": {"amount": amount, "currency": "eur"},
                }
            }
            for name, amount in ways
        ],
    )
    page = await opened(town, visit, session)

    await expect(page.locator(".pay-lines")).to_contain_text("Delivery")
    await expect(page.locator(".pay-way")).to_contain_text("Parcel€4.90")
    await expect(page.locator("form input").first).to_be_focused()
    await page.get_by_label("Way of delivery").select_option(label="Express · €9.90")
    await expect(page.locator(".pay-way")).to_contain_text("Express€9.90")
    await expect(page.get_by_role("heading", name="€48.90")).to_be_visible()


async def test_a_declined_card_and_a_silent_bank_leave_the_page_open(
    town: Town, visit: Visit, client: stripe.StripeClient
) -> None:
    session = await session_for(client)
    page = await opened(town, visit, session)

    await page.get_by_text("is declined").click()
    await page.get_by_role("button", name="Pay €39.00").click()
    await expect(page.get_by_role("alert")).to_have_text("Your card was declined.")
    await page.get_by_text("asks every time").click()
    await page.get_by_role("button", name="Pay €39.00").click()
    await page.get_by_role("button", name="No", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("Your bank did not hear")
    await page.get_by_role("button", name="Pay €39.00").click()

    await page.wait_for_selector(".left")
    paid = await client.v1.checkout.sessions.retrieve_async(session.id)
    assert (paid.status, paid.payment_status) == ("complete", "paid")


async def test_a_card_is_saved_by_keyboard_alone(
    town: Town, visit: Visit, client: stripe.StripeClient
) -> None:
    customer = await client.v1.customers.create_async({"email": "ana@home.example"})
    session = await client.v1.checkout.sessions.create_async(
        {"mode": "setup", "currency": "eur", "customer": customer.id, "success_url": BACK}
    )
    page = await opened(town, visit, session)
    await expect(page.get_by_role("heading", name="Save your card")).to_be_visible()
    await expect(page.locator("input[name=email]")).to_have_value("ana@home.example")

    await page.locator("input[name=card]").focus()
    await page.keyboard.press("Enter")

    await page.wait_for_selector(".left")
    saved = await client.v1.customers.payment_methods.list_async(customer.id)
    assert [method.card.last4 for method in saved.data if method.card] == ["4242"]


async def test_where_to_deliver_is_asked_and_checked(
    town: Town, visit: Visit, client: stripe.StripeClient
) -> None:
    session = await session_for(
        client, shipping_address_collection={"allowed_countries": ["DE", "AT"]}
    )
    page = await opened(town, visit, session)

    pay = page.get_by_role("button", name="Pay €39.00")
    await pay.click()
    await expect(page.locator("#complaint-shipping_name")).to_have_text("Please fill this in.")
    for name, value in {
        "shipping_name": "Ana Silva",
        "line1": "Lindenstraße 7",
        "postal_code": "04103",
        "city": "Leipzig",
        "country": "FR",
    }.items():
        await page.locator(f"input[name={name}]").fill(value)
    await pay.click()
    await expect(page.locator("#complaint-country")).to_have_text("This does not look right.")
    await page.locator("input[name=country]").fill("at")
    await pay.click()

    await page.wait_for_selector(".left")
    paid = await client.v1.checkout.sessions.retrieve_async(session.id)
    assert paid.collected_information is not None
    details = paid.collected_information.shipping_details
    assert details is not None
    assert (details.name, details.address.country) == ("Ana Silva", "AT")


async def test_an_expired_page_says_so(
    town: Town, visit: Visit, client: stripe.StripeClient
) -> None:
    session = await session_for(client)
    await client.v1.checkout.sessions.expire_async(session.id)

    page = await opened(town, visit, session)

    await expect(page.get_by_role("heading", name="This page has expired")).to_be_visible()
