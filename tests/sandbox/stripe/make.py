"""Payments and pages as the bot asks for them."""

from typing import Any

from tests.sandbox.stripe.conftest import Bench

SHOP = "https://shop.example/done?s={CHECKOUT_SESSION_ID}"


async def paid(bench: Bench, amount: int = 2000, method: str = "pm_card_visa", **more: Any) -> Any:
    """A payment intent, confirmed at once."""
    asked = {"amount": amount, "currency": "eur", "payment_method": method, "confirm": True}
    return await bench.v1.payment_intents.create_async({**asked, **more})


async def held(bench: Bench, amount: int = 2000, **more: Any) -> Any:
    return await paid(bench, amount, capture_method="manual", **more)


async def page(bench: Bench, unit_amount: int = 1250, **more: Any) -> Any:
    """A Checkout session for two of something."""
    price = {"currency": "eur", "unit_amount": unit_amount, "product_data": {"name": "Tea"}}
    return await bench.v1.checkout.sessions.create_async(
        {
            "mode": "payment",
            "line_items": [{"quantity": 2, "price_data": price}],
            "success_url": SHOP,
            **more,
        }
    )


async def charge_of(bench: Bench, intent: Any) -> Any:
    return await bench.v1.charges.retrieve_async(intent.latest_charge)


async def connected(bench: Bench, *, is_ready: bool = True) -> str:
    """An Express account whose owner has told Stripe who she is."""
    account = await bench.v1.accounts.create_async(
        {
            "type": "express",
            "country": "DE",
            "capabilities": {
                "card_payments": {"requested": True},
                "transfers": {"requested": True},
            },
        }
    )
    if is_ready:
        await bench.post(f"accounts/{account.id}/finish")
    return str(account.id)
