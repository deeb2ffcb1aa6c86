"""A thousand people and a hundred pieces."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import SoldOut
from bot.kit.clock import Clock
from bot.orders.events import OrderPaid
from bot.payments.models import AccountKind
from bot.people.models import Person, PersonId
from tests.fakes import NOON
from tests.shop import Shop

PEOPLE, PIECES = 1000, 100
# SQLite has one writer; more in its queue would only wait for each other.
AT_ONCE = {"sqlite": 3, "postgresql": 12}


async def crowd(shop: Shop, clock: Clock) -> list[Person]:
    people = [
        Person(
            id=PersonId(number),
            name=f"Person {number}",
            language="en",
            terms_accepted_at=NOON,
            seen_at=clock.now(),
        )
        for number in range(1, PEOPLE + 1)
    ]
    async with shop.ask(AsyncSession) as session:
        session.add_all(people)
    return people


@pytest.mark.timeout(400)
async def test_exactly_as_many_are_sold_as_there_are(shop, clock, engine):
    shoe = await shop.product(price="45.00 EUR", stock=PIECES)
    people = await crowd(shop, clock)
    door = asyncio.Semaphore(AT_ONCE[engine.dialect.name])
    kindly: list[SoldOut] = []

    async def buys(person: Person) -> None:
        async with door:
            try:
                to_pay = await shop.reserve(person, shoe)
            except SoldOut as told:
                kindly.append(told)
                return
            await shop.checks(to_pay)
            await shop.charged(to_pay, charge=f"tg-{person.id}")
            await shop.charged(to_pay, charge=f"tg-{person.id}")

    await asyncio.gather(*(buys(person) for person in people))

    assert len(shop.told.of(OrderPaid)) == PIECES
    assert len(kindly) == PEOPLE - PIECES
    assert all(told.facts == {"title": "Red Sneaker", "left": 0} for told in kindly)
    assert await shop.left(shoe) == 0
    balances = await shop.balances()
    assert balances[AccountKind.GATEWAY_CLEARING, 0] == PIECES * 4500
    assert sum(balances.values()) == 0


async def test_two_taps_at_the_same_moment_are_one_order(shop, clock):
    shoe = await shop.product(stock=5)
    ana = await shop.buyer()

    first, second = await asyncio.gather(shop.reserve(ana, shoe), shop.reserve(ana, shoe))

    assert first.order.id == second.order.id
    assert await shop.left(shoe) == 4


async def test_one_charge_told_by_two_doors_counts_once(shop):
    shoe = await shop.product(stock=5)
    to_pay = await shop.reserve(await shop.buyer(), shoe)
    await shop.checks(to_pay)

    await asyncio.gather(*(shop.charged(to_pay, "tg-1") for _ in range(4)))

    assert len(shop.told.of(OrderPaid)) == 1
    assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 4500
