"""The payment sheet over HTTP, exactly as docs/features/sandbox-api.md says."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from tests.sandbox.payments.conftest import TOKEN, Shop, served
from tests.sandbox.payments.test_checkouts import BERLIN, POST

SHEET = {
    "id", "status", "title", "description", "currency", "prices", "total_amount",
    "max_tip_amount", "suggested_tip_amounts", "needs", "is_flexible", "is_stars", "merchant",
}  # fmt: skip


@pytest.fixture
async def http(shop: Shop) -> AsyncIterator[TestClient[Any, Any]]:
    async with TestClient(served(shop.sandbox)) as client:
        yield client


async def answer_query(shop: Shop, http: TestClient[Any, Any], kind: str, **answer: Any) -> None:
    query = await shop.next_update(f"{kind}_query")
    assert query is not None
    method = {"shipping": "answerShippingQuery", "pre_checkout": "answerPreCheckoutQuery"}[kind]
    asked = {f"{kind}_query_id": query["id"], **answer}
    async with http.post(f"/bot{TOKEN}/{method}", json=asked) as answered:
        assert answered.status == 200, await answered.text()


async def test_the_whole_way_of_a_payment(shop: Shop, http: TestClient[Any, Any]) -> None:
    message = await shop.send_invoice(shop.group, is_flexible=True)
    place = {"chat": shop.group, "message": message["message_id"]}
    async with http.post(f"/sim/people/{shop.ann}/checkouts", json=place) as opened:
        assert opened.status == 200
        sheet = await opened.json()
    assert set(sheet) == SHEET

    url = f"/sim/checkouts/{sheet['id']}"
    filling = asyncio.ensure_future(http.put(f"{url}/details", json={"address": BERLIN}))
    await answer_query(shop, http, "shipping", ok=True, shipping_options=[POST])
    assert (await (await filling).json())["shipping_options"] == [POST]

    choices = {"card": "4000 0027 6000 3184", "shipping_option": "post"}
    paying = asyncio.ensure_future(http.post(f"{url}/pay", json=choices))
    await answer_query(shop, http, "pre_checkout", ok=True)
    assert (await (await paying).json())["status"] == "confirm"
    async with http.post(f"{url}/confirm", json={"ok": True}) as confirmed:
        paid = await confirmed.json()
    assert (paid["status"], paid["total_amount"]) == ("paid", 1500)
    async with http.get("/sim/audit") as audit:
        (entry,) = await audit.json()
    assert set(entry) == {
        "id", "at", "kind", "rail", "charge", "provider_charge", "amount", "currency", "payer",
        "payload",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("request_line", "body", "status"),
    [
        ("POST /sim/people/{ann}/checkouts", {}, 400),
        ("POST /sim/people/{ann}/checkouts", {"slug": "nothing"}, 404),
        ("POST /sim/people/{ann}/checkouts", {"chat": 99, "message": 1}, 404),
        ("POST /sim/people/{ann}/checkouts", [], 400),
        ("PUT /sim/checkouts/nothing/details", {}, 404),
        ("POST /sim/checkouts/nothing/pay", {}, 404),
        ("POST /sim/checkouts/nothing/pay", {"tip": "5"}, 400),
        ("POST /sim/checkouts/nothing/pay", {"colour": "red"}, 400),
        ("POST /sim/checkouts/nothing/confirm", {}, 400),
    ],
)
async def test_mistakes_are_said_in_one_sentence(
    shop: Shop, http: TestClient[Any, Any], request_line: str, body: Any, status: int
) -> None:
    method, path = request_line.split()
    async with http.request(method, path.format(ann=shop.ann), json=body) as answer:
        assert answer.status == status
        assert set(await answer.json()) == {"error"}


async def test_a_message_that_is_no_invoice_opens_no_sheet(
    shop: Shop, http: TestClient[Any, Any]
) -> None:
    message = await shop.call("sendMessage", chat_id=shop.ann, text="Hello")
    place = {"chat": shop.bot, "message": message["message_id"]}
    async with http.post(f"/sim/people/{shop.ann}/checkouts", json=place) as answer:
        assert answer.status == 404
