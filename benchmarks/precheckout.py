"""How long a payer waits for the answer to Telegram's pre-checkout query.

    python -m benchmarks.precheckout [--payments 300] [--at-once 8]

The work: a raw ``pre_checkout_query`` -> dispatch -> one transaction that looks at payment, order,
prices and delivery -> ``answerPreCheckoutQuery``. Telegram gives up after ten seconds; the shop
promises less than one. Every query is about a payment of its own, so all of them are answered yes.
"""

import asyncio
import json
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from itertools import count
from statistics import quantiles

import sqlalchemy as sa
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from benchmarks.ground import Ground, grounds
from benchmarks.telegram import telegram
from bot.app import build_container, build_dispatcher
from bot.catalog.models import Product
from bot.kit.clock import Clock
from bot.orders.buying import BuyingService, ToPay
from bot.payments.accounts import GatewayAccountService, Keys
from bot.payments.models import PayeeId, Payment, PaymentStatus
from bot.payments.payload import Payload
from bot.people.models import Person, PersonId
from bot.telegram.sender import Sender
from tests.catalog import make

WARM_UP = 20
SHELF = 10  # products, so that payers do not all wait for one row
PROMISE = 1.0  # seconds
_update_ids = count(1)


async def reserve(container: AsyncContainer, how_many: int) -> list[ToPay]:
    """Let as many people hold a piece each, asked to pay but not paid."""
    async with container() as scope:
        session, clock = await scope.get(AsyncSession), await scope.get(Clock)
        seller = await make.merchant(session)
        keys = Keys("1:TEST:benchmark", "")
        await (await scope.get(GatewayAccountService)).connect(PayeeId(seller.id), keys)
        shelf = [
            await make.product(session, f"Sneaker {number}", of=seller, stock=how_many)
            for number in range(SHELF)
        ]
        buyers = [_person(number, clock) for number in range(1, how_many + 1)]
        session.add_all(buyers)
        await session.commit()
    return [
        await _reserve(container, buyer, shelf[number % SHELF])
        for number, buyer in enumerate(buyers)
    ]


async def _reserve(container: AsyncContainer, buyer: Person, product: Product) -> ToPay:
    async with container() as scope:
        buying = await scope.get(BuyingService)
        to_pay = await buying.reserve(buyer, {product.variants[0].id: 1})
        await (await scope.get(AsyncSession)).commit()
    return to_pay


def _person(number: int, clock: Clock) -> Person:
    now = clock.now()
    return Person(
        id=PersonId(number), name=f"P{number}", language="en", seen_at=now, terms_accepted_at=now
    )


def query(to_pay: ToPay) -> bytes:
    buyer, number = to_pay.order.buyer_id, next(_update_ids)
    home = {
        "country_code": "DE",
        "state": "",
        "city": "Leipzig",
        "street_line1": "Lindenstraße 7",
        "street_line2": "",
        "post_code": "04103",
    }
    asked = {
        "id": str(number),
        "from": {"id": buyer, "is_bot": False, "first_name": f"P{buyer}", "language_code": "en"},
        "currency": to_pay.payment.price.currency.value,
        "total_amount": to_pay.payment.price.minor,
        "invoice_payload": str(Payload.of(to_pay.payment)),
        "shipping_option_id": "included",
        "order_info": {"name": "Ana Silva", "shipping_address": home},
    }
    return json.dumps({"update_id": number, "pre_checkout_query": asked}).encode()


async def answer(
    bot: Bot, dispatcher: Dispatcher, queries: Sequence[bytes], at_once: int
) -> list[float]:
    """Answer them all; gives the seconds each of them took."""
    left, waits = iter(queries), list[float]()

    async def work() -> None:
        for raw in left:
            begun = time.perf_counter()
            update = Update.model_validate_json(raw, context={"bot": bot})
            await dispatcher.feed_update(bot, update)
            waits.append(time.perf_counter() - begun)

    await asyncio.gather(*(work() for _ in range(at_once)))
    return waits


async def approved(engine: AsyncEngine) -> int:
    """A figure of work that was not done is worth nothing."""
    yes = Payment.status == PaymentStatus.APPROVED
    async with engine.connect() as connection:
        return await connection.scalar(sa.select(sa.func.count()).where(yes)) or 0


async def measure(ground: Ground, address: str, options: Namespace) -> None:
    container = build_container(ground.settings(address))
    try:
        bot = await container.get(Bot)
        dispatcher = build_dispatcher(container, await container.get(Sender))
        queries = [query(one) for one in await reserve(container, options.payments + WARM_UP)]
        await answer(bot, dispatcher, queries[:WARM_UP], options.at_once)
        waits = await answer(bot, dispatcher, queries[WARM_UP:], options.at_once)
        yes = await approved(await container.get(AsyncEngine)) - WARM_UP
    finally:
        await container.close()
    cuts = quantiles(waits, n=100, method="inclusive")
    within = sum(wait < PROMISE for wait in waits)
    print(
        f"{ground.name:<12} pre-checkout, {options.at_once} at once:   "
        f"p50 {cuts[49] * 1000:>5.0f} ms   p99 {cuts[98] * 1000:>5.0f} ms   "
        f"slowest {max(waits) * 1000:>5.0f} ms   "
        f"{within} of {len(waits)} within a second   ({yes} approved)"
    )


async def main(options: Namespace) -> None:
    with telegram() as address, grounds() as found:
        for ground in found:
            await measure(ground, address, options)


def options() -> Namespace:
    parser = ArgumentParser(prog="precheckout", description="How long payers wait for a yes.")
    parser.add_argument("--payments", type=int, default=300)
    parser.add_argument("--at-once", type=int, default=8, help="payers who press Pay together")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(options()))
