"""Killed with -9 at any moment: no payment lost, none counted twice, no announcement lost."""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from alembic import command
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.models import ProductKind, ShippingOption
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.vocabulary import Vocabulary
from bot.cli.database import alembic_config
from bot.kit.db import open_engine
from bot.orders.models import OrderStatus
from bot.people.models import Person
from sandbox.app import create_app
from sandbox.botapi.faults import Fault
from sandbox.sandbox import Sandbox
from tests.catalog import make
from tests.fakes import NOON
from tests.sandbox.crashes import accounts
from tests.sandbox.crashes.killing import Shop
from tests.sandbox.crashes.townsfolk import Buyer, gives_back
from tests.stories.town import TOKEN

SEEDS = [int(seed) for seed in os.environ.get("TUAN_CRASH_SEEDS", "7").split(",")]
DEATHS = int(os.environ.get("TUAN_CRASH_DEATHS", "3"))
BUYERS = 4
LONGEST = 400.0  # seconds, on a very busy machine
FAULTS = (
    Fault("lost_answer", "sendMessage"),
    Fault("429", "sendMessage", retry_after=1),
    Fault("5xx", "sendMessage"),
    Fault("timeout", "sendMessage", seconds=0.3),
    Fault("lost_answer", "answerPreCheckoutQuery"),
    Fault("5xx", "answerPreCheckoutQuery"),
    Fault("timeout", "answerPreCheckoutQuery", seconds=0.3),
    Fault("lost_answer", "stripe:/v1/refunds"),
    Fault("5xx", "stripe:/v1/refunds"),
    Fault("429", "stripe:/v1/refunds"),
    Fault("lost_answer", "refundStarPayment"),
    Fault("redeliver"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    sandbox: Sandbox
    shop: Shop
    engine: AsyncEngine
    merchant: int
    bot: int
    group: int


@pytest.fixture(params=["polling", "webhook"])
def is_webhook(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "webhook")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_shop_that_is_killed_again_and_again_keeps_its_promises(
    database_url: str, tmp_path: Path, seed: int, *, is_webhook: bool
):
    async with scene(database_url, tmp_path, seed, is_webhook=is_webhook) as here:
        try:
            await play(here, seed)
        except BaseException as error:
            error.add_note(f"seed {seed}; deaths: {here.shop.deaths}")
            raise


async def play(here: Scene, seed: int) -> None:
    sim = here.sandbox.sim
    names = [f"Buyer{number}" for number in range(BUYERS)]
    early = Buyer(here.sandbox, "Early", here.group)
    buyers = [Buyer(here.sandbox, name, here.group) for name in names]
    stargazer = Buyer(here.sandbox, "Stargazer", here.group, stars=500)
    everyone = [early, *buyers, stargazer]
    for one in everyone:
        sim.start(one.id, "tuan_bot", "")
    async with here.shop.is_open(), asyncio.timeout(LONGEST):
        sneaker, star_map = await cards(here)
        await early.buys(sneaker)
        await until_told(here, [early])

        danger = asyncio.ensure_future(strike(here, seed))
        refund = asyncio.ensure_future(gives_back(here.sandbox, here.merchant, here.bot, "order 1"))
        shopping = [one.buys(sneaker) for one in buyers]
        try:
            await asyncio.gather(*shopping, stargazer.buys(star_map), refund)
        finally:
            danger.cancel()
            here.shop.lives()
            here.sandbox.sim.clear_faults()
        await until_told(here, everyone)
        await rest(here)

    assert here.shop.own_ends == []
    assert here.shop.deaths, "nobody was killed: the test proved nothing"
    await accounts.check_books(here.engine, here.sandbox.payments.audit.entries())
    await accounts.check_orders(here.engine)
    await accounts.check_stock(here.engine)
    bought = await accounts.bought(here.engine)
    assert len(bought) == len(everyone)
    assert sum(order.status is OrderStatus.REFUNDED for order in bought) == 1
    assert early.heard(here.bot, "gives you back") >= 1
    for one in everyone:
        assert one.heard(here.bot, "Paid") >= 1, "a buyer without a receipt"
    assert early.heard(here.group, "🛍") >= len(everyone)
    merchant = sim.messages(here.merchant, here.bot, limit=100)["messages"]
    for order in bought:
        assert any(f"rder {order.number}\n" in one.get("text", "") for one in merchant)


async def strike(here: Scene, seed: int) -> None:
    """Order troubles and deaths, until there were enough of them."""
    chance = random.Random(seed)  # noqa: S311 -- a test's dice
    while len(here.shop.deaths) < DEATHS:
        for fault in chance.sample(FAULTS, 2):
            here.sandbox.api.faults.plan(
                Fault(fault.kind, fault.method, 1, fault.retry_after, fault.seconds)
            )
        await here.shop.dies()


async def cards(here: Scene) -> tuple[int, int]:
    """Ask for both products in the group, and wait until their cards stand there."""
    sim, found = here.sandbox.sim, {}
    for title in ("Red Sneaker", "Star Map"):
        sim.say(here.merchant, here.group, f"/shop {title}")
        while title not in found:
            await asyncio.sleep(0.1)
            for message in sim.messages(here.merchant, here.group, limit=50)["messages"]:
                if message.get("text", "").startswith(title) and "reply_markup" in message:
                    found[title] = int(message["message_id"])
    return found["Red Sneaker"], found["Star Map"]


async def until_told(here: Scene, buyers: list[Buyer]) -> None:
    while not all(one.heard(here.bot, "Paid") for one in buyers):
        await accounts.hurry(here.engine)
        await asyncio.sleep(1)


async def rest(here: Scene) -> None:
    while not await accounts.is_at_rest(here.engine):
        await accounts.hurry(here.engine)
        await asyncio.sleep(1)


@asynccontextmanager
async def scene(
    database_url: str, folder: Path, seed: int, *, is_webhook: bool
) -> AsyncIterator[Scene]:
    await asyncio.to_thread(command.stamp, alembic_config(database_url), "head")
    engine = open_engine(database_url)
    sandbox = Sandbox()
    bot = sandbox.add_bot(TOKEN, "tuan_bot", "Tuan")
    app = create_app(sandbox)
    server = TestServer(app)
    merchant = int(sandbox.sim.add_person("Mia")["id"])
    shop = Shop(database_url, folder, webhook=is_webhook, seed=seed)
    app.middlewares.append(shop.watch)
    await server.start_server()
    shop.speaks_to(str(server.make_url("")).rstrip("/"))
    try:
        await stock_shelves(engine, merchant)
        chat = sandbox.sim.create_chat("supergroup", "Runners", merchant, username="runners")
        sandbox.sim.add(merchant, int(chat["id"]), bot.id)
        sandbox.sim.start(merchant, "tuan_bot", "")
        yield Scene(sandbox, shop, engine, merchant, bot.id, int(chat["id"]))
    finally:
        await server.close()
        await engine.dispose()


async def stock_shelves(engine: AsyncEngine, owner: int) -> None:
    async with AsyncSession(engine, expire_on_commit=False) as session:
        known = {"name": "Mia", "username": None, "language": "en", "seen_at": NOON}
        session.add(Person(id=owner, **known))
        await session.flush()
        merchant = await make.merchant(session, "Lindenfaden", owner=owner)
        parcel = {"en": "Parcel", "de": "Paket", "zh": "包裹"}
        session.add(
            ShippingOption(
                merchant_id=merchant.id,
                code="parcel",
                names=parcel,
                prices={"EUR": 490},
                countries=["DE"],
            )
        )
        sneaker = await make.product(session, "Red Sneaker", of=merchant, stock=10)
        star_map = await make.product(
            session,
            "Star Map",
            of=merchant,
            price="100 XTR",
            kind=ProductKind.DIGITAL,
            download_text="Orion is on the left.",
        )
        await SearchIndex(session, Vocabulary(session)).put_all([sneaker.id, star_map.id])
        await session.commit()
