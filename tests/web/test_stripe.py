"""Stripe tells by itself what happened there: over real HTTP, signed by the sandbox's Stripe."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from dishka import AsyncContainer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payments.hearing import StripeHearing
from bot.payments.models import AccountKind, GatewayEvent, Refund, RefundStatus
from bot.web.health import Health
from bot.web.server import build_web
from bot.web.stripe import LARGEST, PATH, SIGNATURE_HEADER, StripeWebhook
from sandbox.botapi.faults import Fault
from sandbox.sandbox import Sandbox
from sandbox.stripe.deliveries import signature
from sandbox.stripe.standing import StripeStandIn
from tests.stories.shopkeeping import before_fees, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

OPERATOR = 777
SECRET = "whsec_only_stripe_knows"
CHARGE = {AccountKind.GATEWAY_CLEARING: 4990, AccountKind.MERCHANT_PAYABLE: -4990}
NOTHING = {AccountKind.GATEWAY_CLEARING: 0, AccountKind.MERCHANT_PAYABLE: 0}


@pytest.fixture(autouse=True)
async def stripe(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Stripe's door of the sandbox: the bot goes there by HTTP, as it does in life."""
    app = web.Application()
    app.add_routes(sandbox.hooks.routes)
    async with TestServer(app) as server:
        monkeypatch.setenv("STRIPE_API_URL", str(server.make_url("/stripe")))
        monkeypatch.setenv("OPERATOR_IDS", str(OPERATOR))
        yield


@pytest.fixture
async def door(town: Town, engine, clock) -> AsyncIterator[TestClient[Any, Any]]:
    stripe = StripeWebhook(await town.container.get(StripeHearing), SECRET)
    app = build_web(Health(engine, clock), None, stripe)
    async with TestClient(TestServer(app)) as client:
        yield client


@dataclass
class Sale:
    """A pair of shoes that Ana bought from Mia, as Stripe sees it."""

    town: Town
    door: TestClient[Any, Any]
    ana: Person
    mia: Person
    olga: Person
    charge: str

    @property
    def stripe(self) -> StripeStandIn:
        return self.town.sandbox.payments.stripe

    def listen(self) -> None:
        url = str(self.door.make_url(PATH))
        self.stripe.endpoints.create({"url": url, "enabled_events": ["*"]}, secret=SECRET)

    async def until(self, done: Callable[[], Any]) -> None:
        """Stripe speaks when it likes: wait until it is heard."""
        for _ in range(200):
            await asyncio.sleep(0.02)
            await self.town.settle()
            if done():
                return
        raise AssertionError("Nothing was heard")

    async def tells(self, event: dict[str, Any], secret: str = SECRET) -> int:
        body = json.dumps(event).encode()
        signed = {SIGNATURE_HEADER: signature(secret, body, int(time.time()))}
        status = (await self.door.post(PATH, data=body, headers=signed)).status
        await self.town.settle()
        return status

    def event(self, kind: str, subject: dict[str, Any], number: str = "evt_1") -> dict[str, Any]:
        return {"id": number, "object": "event", "type": kind, "data": {"object": subject}}

    async def refunds(self) -> list[Refund]:
        async with self.town.container() as scope:
            session = await scope.get(AsyncSession)
            return list(await session.scalars(select(Refund).order_by(Refund.id)))


@pytest.fixture
async def sale(town: Town, door) -> Sale:
    ana, mia = town.person("Ana"), town.person("Mia")
    town.sandbox.sim.add_person("Olga", number=OPERATOR, language_code="en")
    olga = Person(town, OPERATOR, "Olga")
    for one in (ana, mia, olga):
        await one.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    await ana.pays()
    charge = next(iter(town.sandbox.payments.audit.entries())).provider_charge
    assert charge is not None
    assert await before_fees(town) == CHARGE
    return Sale(town, door, ana, mia, olga, charge)


async def test_money_given_back_at_stripe_is_written_down_and_told(sale: Sale):
    sale.listen()
    sale.stripe.refunds.create({"charge": sale.charge})
    await sale.until(lambda: "gives you back" in sale.ana.reads())

    assert sale.ana.reads().startswith(
        "Lindenfaden gives you back €49.90: order 1 is now refunded in full."
    )
    told = [seen.get("text", "") for seen in sale.mia.sees()]
    assert "€49.90 of order 1 was given back at your payment provider." in told[-1]
    assert any(text.startswith("🛍 New order 1") or "Money given back" in text for text in told)
    assert (await before_fees(sale.town)) == NOTHING | {AccountKind.REFUNDS_PAYABLE: 0}
    assert await differences(sale.town) == []
    await sale.ana.says("/order 1")
    assert "Money given back" in sale.ana.reads()


async def test_a_part_given_back_at_stripe_leaves_the_rest_to_the_shop(sale: Sale):
    sale.listen()
    sale.stripe.refunds.create({"charge": sale.charge, "amount": 1000})
    await sale.until(lambda: "gives you back" in sale.ana.reads())

    assert sale.ana.reads().startswith("Lindenfaden gives you back €10.00 of order 1.")
    assert (await before_fees(sale.town))[AccountKind.MERCHANT_PAYABLE] == -3990
    assert await differences(sale.town) == []


async def test_our_own_refund_is_not_taken_for_somebody_elses(sale: Sale):
    sale.listen()
    await sale.mia.taps("Refund")
    await sale.mia.taps("Give back")
    await sale.mia.taps("Yes")
    await sale.town.passes(seconds=10)
    for _ in range(20):
        await asyncio.sleep(0.02)
        await sale.town.settle()

    [refund] = await sale.refunds()
    assert (refund.reason, refund.status) == ("merchant", RefundStatus.SUCCEEDED)
    assert await differences(sale.town) == []


async def test_a_refund_that_comes_back_is_owed_again_and_can_be_tried_again(sale: Sale):
    await sale.mia.taps("Refund")
    await sale.mia.taps("Give back")
    await sale.mia.taps("Yes")
    await sale.town.passes(seconds=10)
    [refund] = await sale.refunds()
    sale.listen()

    sale.stripe.refunds.fail(str(refund.gateway_refund))
    await sale.until(lambda: "€49.90" in sale.olga.reads())

    [failed] = await sale.refunds()
    assert failed.status is RefundStatus.FAILED
    assert "order 1" in sale.mia.reads()
    owed = await before_fees(sale.town)
    assert owed[AccountKind.GATEWAY_CLEARING] == 4990
    assert owed[AccountKind.REFUNDS_PAYABLE] == -4990

    await sale.olga.taps("Try again")
    await sale.town.passes(seconds=10)
    [again] = await sale.refunds()
    assert again.status is RefundStatus.SUCCEEDED
    assert again.gateway_refund != refund.gateway_refund
    assert (await before_fees(sale.town)) == NOTHING | {AccountKind.REFUNDS_PAYABLE: 0}


async def test_a_dispute_is_told_to_merchant_and_operators(sale: Sale):
    sale.listen()
    sale.stripe.disputes.open(sale.charge)
    await sale.until(lambda: "disputed" in sale.olga.reads())

    assert "The buyer of order 1 has asked the bank to take €49.90 back." in sale.mia.reads()
    assert "(fraudulent)" in sale.olga.reads()


async def test_an_event_counts_once_however_often_and_in_whatever_order_it_comes(sale: Sale):
    first = sale.stripe.refunds.create({"charge": sale.charge, "amount": 1000})
    sale.stripe.refunds.create({"charge": sale.charge, "amount": 500})
    later = sale.event("charge.refunded", {"id": sale.charge}, "evt_2")
    earlier = sale.event("refund.created", dict(first), "evt_1")

    for event in (later, earlier, later, earlier):
        assert await sale.tells(event) == 200

    assert [refund.money.minor for refund in await sale.refunds()] == [1000, 500]
    assert await differences(sale.town) == []
    said = [seen for seen in sale.ana.sees() if "gives you back" in seen.get("text", "")]
    assert len(said) == 2


async def test_what_an_event_says_is_not_believed(sale: Sale):
    lie = {"id": "re_1", "charge": sale.charge, "amount": 4990, "status": "succeeded"}

    assert await sale.tells(sale.event("refund.updated", lie)) == 200

    assert await sale.refunds() == []
    assert await before_fees(sale.town) == CHARGE


async def test_strangers_other_peoples_charges_and_other_events(sale: Sale, container):
    ours = sale.event("charge.refunded", {"id": sale.charge})

    assert await sale.tells(ours, "whsec_guessed") == 400
    assert (await sale.door.post(PATH, json=ours)).status == 400
    assert (await sale.door.post(PATH, data=b"x" * (LARGEST + 1))).status == 413
    assert await sale.tells(sale.event("charge.refunded", {"id": "ch_foreign"})) == 200
    assert await sale.tells(sale.event("customer.created", {"id": "cus_1"})) == 200
    assert await _heard(container) == []


async def test_what_could_not_be_saved_is_told_again(sale: Sale, container):
    sale.stripe.refunds.create({"charge": sale.charge, "amount": 1000})
    event = sale.event("charge.refunded", {"id": sale.charge})
    faults = sale.town.sandbox.api.faults
    for _ in range(3):
        faults.plan(Fault("5xx", "stripe:/v1/refunds"))

    assert await sale.tells(event) == 500
    assert await _heard(container) == []
    faults.clear()

    assert await sale.tells(event) == 200
    assert await _heard(container) == ["evt_1"]
    assert [refund.money.minor for refund in await sale.refunds()] == [1000]


async def _heard(container: AsyncContainer) -> list[str]:
    async with container() as scope:
        return list(await (await scope.get(AsyncSession)).scalars(select(GatewayEvent.id)))
