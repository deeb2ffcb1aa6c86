"""Stripe tells by itself what became of a hold: over real HTTP, signed, twice and in any order."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payments.hearing import StripeHearing
from bot.payments.models import AccountKind, GatewayEvent
from bot.web.health import Health
from bot.web.server import build_web
from bot.web.stripe import PATH, StripeWebhook
from tests.stories.buying_together import neighbours, opens_deal
from tests.stories.conftest import stripe as stripe_door
from tests.stories.shopkeeping import books
from tests.stories.test_holding import HOME, bank, opens_page, sums
from tests.stories.town import Person, Town

stripe = stripe_door
SECRET = "whsec_only_stripe_knows"


@pytest.fixture
async def door(stripe: None, town: Town, engine, clock) -> AsyncIterator[TestClient[Any, Any]]:
    hook = StripeWebhook(await town.container.get(StripeHearing), SECRET)
    app = build_web(Health(engine, clock), None, hook)
    async with TestClient(TestServer(app)) as client:
        url = str(client.make_url(PATH))
        bank(town).endpoints.create({"url": url, "enabled_events": ["*"]}, secret=SECRET)
        yield client


async def until_told(person: Person, words: str) -> None:
    """Stripe speaks when it likes: wait until it is heard."""
    for _ in range(200):
        await asyncio.sleep(0.02)
        await person.town.settle()
        if words in person.reads():
            return
    raise AssertionError(f"Nothing like {words!r} was said; last: {person.reads()!r}")


async def heard(town: Town, kind: str) -> int:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        query = select(func.count(GatewayEvent.id)).where(GatewayEvent.kind == kind)
        return await session.scalar(query) or 0


@pytest.mark.usefixtures("door")
async def test_a_hold_counts_as_soon_as_stripe_tells(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    page = await opens_page(ana, group)

    bank(town).visitors.complete(page, email="ana@example.org", shipping=HOME)

    await until_told(ana, "✅ You are in: Wool Blanket")
    assert (await books(town))[AccountKind.HELD_AT_GATEWAYS] == 4540


@pytest.mark.usefixtures("door")
async def test_events_that_come_again_change_nothing(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    page = await opens_page(ana, group)
    bank(town).visitors.complete(page, email="ana@example.org", shipping=HOME)
    await until_told(ana, "✅ You are in: Wool Blanket")

    for event in bank(town).objects.all("event"):
        bank(town).deliveries.again(event["id"])
    for _ in range(20):
        await asyncio.sleep(0.02)
        await town.settle()

    assert await heard(town, "checkout.session.completed") == 1
    assert (await books(town))[AccountKind.HELD_AT_GATEWAYS] == 4540
    assert sum("You are in" in str(seen.get("text")) for seen in ana.sees()) == 1


@pytest.mark.usefixtures("door")
async def test_a_hold_that_is_let_go_at_stripe_frees_the_seat_and_she_is_told(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    page = await opens_page(ana, group)
    bank(town).visitors.complete(page, email="ana@example.org", shipping=HOME)
    await until_told(ana, "✅ You are in: Wool Blanket")
    town.clock.wait(days=7)
    bank(town).expiring.catch_up()

    await until_told(ana, "has let go of the money for Wool Blanket")

    assert sums(town) == {"released": 4540}
    assert (await books(town))[AccountKind.HELD_AT_GATEWAYS] == 0
    assert "0 of 2 people" in str(ben.sees(group))
