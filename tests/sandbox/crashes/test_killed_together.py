"""Group-buys whose bot and worker are killed with -9 at any moment, an old version beside the new.

Whatever dies, and whichever version serves a tap: the sandbox's books are ours, everybody who is
in has her order, and everybody else her money.
"""

import asyncio
import os
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from alembic import command
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.cli.database import alembic_config
from bot.deals.models import Deal
from bot.kit.db import open_engine
from sandbox.app import create_app
from sandbox.botapi.faults import Fault
from sandbox.sandbox import Sandbox
from tests.sandbox.crashes import accounts
from tests.sandbox.crashes.front import Front
from tests.sandbox.crashes.joiners import Joiner
from tests.sandbox.crashes.killing import House, Shop
from tests.sandbox.crashes.old_version import unpack_old_version
from tests.sandbox.crashes.stage import (
    SandboxBooks,
    Stage,
    are_settled,
    end_deals,
    hurry_holds,
    set_up,
)
from tests.simulation import snapshot, truths
from tests.stories.town import TOKEN

SEEDS = [int(seed) for seed in os.environ.get("TUAN_CRASH_SEEDS", "7").split(",")]
DEATHS = int(os.environ.get("TUAN_CRASH_DEATHS", "3"))
LONGEST = 500.0  # seconds, on a very busy machine
WEBHOOK = "whsec_crashes"
TOLD = ["checkout.session.completed", "payment_intent.succeeded", "payment_intent.canceled"]
WISHES = {
    "Ana": ("Wool Blanket", "Tea Bowl"),
    "Ben": ("Wool Blanket", "Oak Chair"),
    "Cyd": ("Wool Blanket", "Star Map"),
    "Dan": ("Oak Chair", "Tea Bowl"),
    "Eve": ("Star Map", "Oak Chair"),
}
COMES_TRUE = {"Wool Blanket", "Oak Chair"}
FAULTS = (
    Fault("lost_answer", "sendMessage"),
    Fault("429", "sendMessage", retry_after=1),
    Fault("5xx", "sendMessage"),
    Fault("lost_answer", "answerPreCheckoutQuery"),
    Fault("lost_answer", "stripe:/v1/refunds"),
    Fault("5xx", "stripe:/v1/checkout/sessions", 3),
    Fault("lost_answer", "stripe:/v1/checkout/sessions"),
    Fault("lost_answer", "stripe:/v1/payment_intents/*/capture", 3),
    Fault("429", "stripe:/v1/payment_intents/*/capture"),
    Fault("5xx", "stripe:/v1/payment_intents/*/cancel", 3),
    Fault("lost_answer", "stripe:/v1/payment_intents/*/cancel"),
    Fault("lost_answer", "refundStarPayment"),
    Fault("redeliver"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    sandbox: Sandbox
    shop: Shop
    front: Front
    engine: AsyncEngine
    stage: Stage
    group: int
    bot: int
    people: dict[str, Joiner]


@pytest.mark.timeout(700)
@pytest.mark.parametrize("seed", SEEDS)
async def test_people_buy_together_whoever_is_killed(database_url: str, tmp_path: Path, seed: int):
    houses = [House("shop")]
    async with scene(database_url, tmp_path, seed, houses) as here:
        await watched(here, seed, houses)


@pytest.mark.timeout(700)
@pytest.mark.parametrize("seed", SEEDS)
async def test_an_old_version_serves_beside_the_new_one(
    database_url: str, tmp_path: Path, seed: int
):
    if not database_url.startswith("postgresql"):
        pytest.skip("Several versions at once are for a shop of several processes: PostgreSQL.")
    root = tmp_path / "old"
    version = await asyncio.to_thread(unpack_old_version, root)
    houses = [House("new"), House(f"old-{version}", root)]
    async with scene(database_url, tmp_path, seed, houses) as here:
        await watched(here, seed, houses)
    assert all(here.front.told.values()), "one of the versions was never asked anything"


async def watched(here: Scene, seed: int, houses: Sequence[House]) -> None:
    try:
        await play(here, seed, houses)
    except BaseException as error:
        error.add_note(f"seed {seed}; deaths: {here.shop.deaths}")
        for person in here.people.values():
            error.add_note(person.story())
        raise


async def play(here: Scene, seed: int, houses: Sequence[House]) -> None:
    people = here.people
    for one in people.values():
        here.sandbox.sim.start(one.id, "tuan_bot", "")
    owner = next(iter(people.values())).id
    async with here.shop.is_open(), asyncio.timeout(LONGEST):
        deals = await here.stage.offers(owner)
        cards = await cards_of(here, owner)
        async with danger(here, seed):
            await asyncio.gather(*[wishes(here, people[name], cards, name) for name in people])
        async with danger(here, seed + 1):
            await end_deals(here.engine)
            await until_settled(here)
        for old in houses[1:]:  # the deployment is over
            here.front.forget(old.port)
            await here.shop.closes(old)
        await until_settled(here)
    await check(here, people, deals)


async def wishes(here: Scene, person: Joiner, cards: dict[str, int], name: str) -> None:
    for title in WISHES[name]:
        await person.joins(cards[title], title)
    del here


async def check(here: Scene, people: dict[str, Joiner], deals: dict[str, Deal]) -> None:
    assert here.shop.own_ends == []
    assert here.shop.deaths, "nobody was killed: the test proved nothing"
    books = SandboxBooks(here.sandbox)
    assert books.held() == 0
    now = await snapshot.take(here.stage, books)
    truths.check_books(now, books)
    for title, deal in deals.items():
        status = now.deals[deal.id].status
        assert status == ("succeeded" if title in COMES_TRUE else "failed"), f"{title}: {status}"
    for name, person in people.items():
        for title in WISHES[name]:
            last = person.told_of(title)[-1]
            expected = "Paid" if title in COMES_TRUE else "did not come true"
            assert expected in last, f"{name}, {title}: {person.told_of(title)}"


async def cards_of(here: Scene, person: int) -> dict[str, int]:
    """Wait until every deal's card stands in the group."""
    found: dict[str, int] = {}
    titles = {title for wanted in WISHES.values() for title in wanted}
    while found.keys() != titles:
        await asyncio.sleep(0.1)
        for message in here.sandbox.sim.messages(person, here.group, limit=50)["messages"]:
            text = str(message.get("text") or message.get("caption") or "")
            for title in titles:
                if text.startswith(title) and "reply_markup" in message:
                    found[title] = int(message["message_id"])
    return found


@asynccontextmanager
async def danger(here: Scene, seed: int) -> AsyncIterator[None]:
    striking = asyncio.ensure_future(strike(here, seed))
    try:
        yield
    finally:
        striking.cancel()
        await asyncio.wait([striking])
        here.shop.lives()
        here.sandbox.api.faults.clear()


async def strike(here: Scene, seed: int) -> None:
    """Order troubles and deaths, until there were enough of them."""
    chance = random.Random(seed)  # noqa: S311 -- a test's dice
    for _ in range(DEATHS):
        for fault in chance.sample(FAULTS, 3):
            ordered = Fault(fault.kind, fault.method, fault.times, fault.retry_after)
            here.sandbox.api.faults.plan(ordered)
        await here.shop.dies()


async def until_settled(here: Scene) -> None:
    while not (await are_settled(here.engine) and await accounts.is_at_rest(here.engine)):
        await accounts.hurry(here.engine)
        await hurry_holds(here.engine)
        await asyncio.sleep(1)


@asynccontextmanager
async def scene(
    database_url: str, folder: Path, seed: int, houses: Sequence[House]
) -> AsyncIterator[Scene]:
    await asyncio.to_thread(command.stamp, alembic_config(database_url), "head")
    engine = open_engine(database_url)
    sandbox = Sandbox()
    bot = sandbox.add_bot(TOKEN, "tuan_bot", "Tuan")
    front = Front([house.port for house in houses], random.Random(seed))  # noqa: S311
    door, server = TestServer(front.application()), TestServer(app := create_app(sandbox))
    await door.start_server()
    address = str(door.make_url("")).rstrip("/")
    shop = Shop(database_url, folder, webhook=True, seed=seed, houses=houses, public_url=address)
    shop.environment["STRIPE_WEBHOOK_SECRET"] = WEBHOOK
    app.middlewares.append(shop.watch)
    await server.start_server()
    shop.speaks_to(str(server.make_url("")).rstrip("/"))
    sandbox.payments.stripe.endpoints.create(
        {"url": f"{address}/stripe/webhook", "enabled_events": TOLD}, secret=WEBHOOK
    )
    merchant = int(sandbox.sim.add_person("Mia")["id"])
    chat = int(sandbox.sim.create_chat("supergroup", "Runners", merchant)["id"])
    sandbox.sim.add(merchant, chat, bot.id)
    try:
        async with set_up(engine, chat) as stage:
            people = {name: Joiner(sandbox, name, chat, bot.id, stars=500) for name in WISHES}
            yield Scene(sandbox, shop, front, engine, stage, chat, bot.id, people)
    finally:
        await server.close()
        await door.close()
        await engine.dispose()
