"""Ways of delivery on a Checkout page."""

from typing import Any

import pytest
import stripe

from tests.sandbox.stripe.conftest import Bench
from tests.sandbox.stripe.make import page

HOME = {"name": "Ana", "address": {"line1": "Lindenstraße 7", "city": "Leipzig", "country": "DE"}}


def way(name: str, amount: int, currency: str = "eur") -> dict[str, Any]:
    fixed = {"amount": amount, "currency": currency}
    return {
        "shipping_rate_data": {"type": "fixed_amount", "display_name": name, "fixed_amount": fixed}
    }


async def page_with_ways(bench: Bench, *ways: dict[str, Any]) -> Any:
    return await page(
        bench,
        payment_intent_data={"capture_method": "manual"},
        shipping_address_collection={"allowed_countries": ["DE"]},
        shipping_options=list(ways),
    )


async def test_the_first_way_is_chosen_until_she_takes_another(bench: Bench) -> None:
    session = await page_with_ways(bench, way("Parcel", 490), way("Express", 1290))
    assert (session.amount_subtotal, session.amount_total) == (2500, 2990)
    express = session.shipping_options[1].shipping_rate

    await bench.post(f"pages/{session.id}/pay", shipping=HOME, shipping_rate=express)

    done = await bench.v1.checkout.sessions.retrieve_async(
        session.id, {"expand": ["payment_intent"]}
    )
    assert (done.status, done.amount_total) == ("complete", 3790)
    assert done.shipping_cost.shipping_rate == express
    assert done.payment_intent.amount == 3790
    assert done.collected_information.shipping_details.address.country == "DE"


async def test_the_page_tells_its_ways(bench: Bench) -> None:
    session = await page_with_ways(bench, way("Parcel", 490))

    async with bench.http.get(f"{bench.address}/sim/stripe/pages/{session.id}") as answer:
        [told] = (await answer.json())["delivery"]

    assert (told["name"], told["amount"]) == ("Parcel", 490)


async def test_a_way_of_another_page_is_refused(bench: Bench) -> None:
    session = await page_with_ways(bench, way("Parcel", 490))

    refused = await bench.post(f"pages/{session.id}/pay", shipping=HOME, shipping_rate="shr_other")

    assert "No such shipping rate" in refused["error"]


async def test_ways_in_another_currency_or_too_many_are_refused(bench: Bench) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="currency"):
        await page_with_ways(bench, way("Parcel", 490, "usd"))
    with pytest.raises(stripe.InvalidRequestError, match="up to 5"):
        await page_with_ways(bench, *[way(f"Way {n}", n) for n in range(1, 7)])
