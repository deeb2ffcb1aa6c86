"""One large deal comes to its end: seats a second, the gateway's pace, and a kill in the middle.

    python -m benchmarks.settling [--seats 500] [--ends success failure]

One seat is really joined and paid; the others are its copies, row by row. Then the jobs run as in
the worker: the deal is closed, its seats are settled, and the money is taken or given back at a
gateway that counts its calls. Half-way the settling is killed, and begun anew.
"""

import asyncio
import os
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Self

import sqlalchemy as sa
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker
from structlog.testing import capture_logs

from benchmarks.crowd import open_pool
from benchmarks.ground import Ground, grounds, server_cpu
from benchmarks.watched import HAS_PROC, Watched
from bot.deals.closing import ClosingService
from bot.deals.models import Deal, DealId, Seat, SeatStatus
from bot.deals.settler import SEATS_IN_A_TURN, DealSettler
from bot.orders.models import Order, OrderLine, OrderStatus
from bot.payments.models import Charge, Payment
from bot.people.models import Person
from tests.deals.shop import OWNER, DealShop
from tests.fakes import FakeClock

FIRST = 1_000_000  # the copies' numbers begin here
CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies one paid seat, with all that belongs to it."""

    engine: AsyncEngine
    template: Mapping[str, Mapping[str, Any]]

    async def make(self, count: int) -> None:
        for start in range(0, count, CHUNK):
            numbers = range(FIRST + start, FIRST + min(start + CHUNK, count))
            async with self.engine.begin() as connection:
                for table, change in CHANGES.items():
                    facts = self.template[table]
                    rows = [dict(facts) | change(nth) for nth in numbers]
                    await connection.execute(sa.insert(sa_table(table)), rows)


def sa_table(name: str) -> sa.Table:
    return Person.metadata.tables[name]


def _same(*columns: str) -> Any:  # noqa: ANN401 -- a function of the copy's number
    return lambda nth: dict.fromkeys(columns, nth)


CHANGES: dict[str, Any] = {
    "people": _same("id"),
    "payments": lambda nth: {"id": nth, "payer_id": nth, "purpose_id": nth},
    "orders": lambda nth: {"id": nth, "buyer_id": nth, "awaits_id": nth, "payment_id": nth},
    "order_lines": _same("id", "order_id"),
    "charges": lambda nth: {
        "id": nth,
        "payment_id": nth,
        "payer_id": nth,
        "gateway_charge": f"tg-{nth}",
    },
    "deal_seats": lambda nth: {
        "id": nth,
        "person_id": nth,
        "order_id": nth,
        "number": nth,
        "code": f"c{nth}",
    },
}


async def read_template(connection: AsyncConnection, order_id: int) -> dict[str, dict[str, Any]]:
    async def one(model: Any, where: sa.ColumnElement[bool]) -> dict[str, Any]:  # noqa: ANN401
        found = await connection.execute(sa.select(model.__table__).where(where))
        return dict(found.mappings().one())

    order = await one(Order, Order.id == order_id)
    return {
        "people": await one(Person, Person.id == order["buyer_id"]),
        "payments": await one(Payment, Payment.id == order["payment_id"]),
        "orders": order,
        "order_lines": await one(OrderLine, OrderLine.order_id == order_id),
        "charges": await one(Charge, Charge.payment_id == order["payment_id"]),
        "deal_seats": await one(Seat, Seat.order_id == order_id),
    }


class Killed(BaseException):
    """The process is gone: no transaction of it is committed any more."""


class Mortal:
    """Opens transactions until one of them is its last."""

    def __init__(self, shop: DealShop, lives: int) -> None:
        self._shop = shop
        self._lives = lives

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[AsyncContainer]:
        async with self._shop.transaction() as scope:
            yield scope
            self._lives -= 1
            if self._lives <= 0:
                raise Killed


class Town:
    """A shop with one large deal, nearly over."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.clock = FakeClock()
        self.shop = DealShop(async_sessionmaker(engine, expire_on_commit=False), engine, self.clock)

    async def large_deal(self, seats: int, *, goal: int, first: int) -> DealId:
        await self.shop.buyer(OWNER)
        merchant = await self.shop.merchant(f"Shop {first}", owner=OWNER)
        product = await self.shop.product(of=merchant, stock=seats * 2, price="45.00 EUR")
        deal = await self.shop.deal(product, "30.00 EUR", goal=goal)
        paid = await self.shop.joins(deal, await self.shop.buyer(first))
        async with self.engine.connect() as connection:
            template = await read_template(connection, paid.order.id)
        await Copies(self.engine, template).make(seats - 1)
        async with self.shop.ask(AsyncSession) as session:
            await session.execute(
                sa.update(Deal)
                .where(Deal.id == deal.id)
                .values(taken=seats, paid_people=seats, paid_pieces=seats, seats_numbered=2 * FIRST)
            )
        self.clock.wait(hours=24)
        async with self.shop.ask(ClosingService) as closing:
            await closing.close_due()
        return deal.id

    async def is_settled(self, deal_id: DealId) -> bool:
        async with self.engine.connect() as connection:
            found = await connection.scalar(sa.select(Deal.settled_at).where(Deal.id == deal_id))
        return found is not None

    async def settle(self, deal_id: DealId) -> None:
        while not await self.is_settled(deal_id):
            await self.shop.deal_settler.settle_due()

    async def settle_with_a_kill(self, deal_id: DealId, seats: int) -> None:
        """Die half-way, with seats written and not committed, and begin anew."""
        transactions = 1 + 2 * (seats // 2 // SEATS_IN_A_TURN)  # they are looked up, then settled
        with suppress(Killed), capture_logs():
            await DealSettler(Mortal(self.shop, transactions)).settle_due()
        left = await self.unsettled_seats(deal_id)
        must(0 < left < seats, f"killed with {left} of {seats} seats left")
        await self.settle(deal_id)

    async def refund(self) -> None:
        """As the clock does, until nothing is due."""
        before = -1
        while before != len(self.shop.gateway.refunds):
            before = len(self.shop.gateway.refunds)
            await self.shop.settler.settle_due()

    async def seats(self, deal_id: DealId) -> Counter[SeatStatus]:
        async with self.engine.connect() as connection:
            found = await connection.execute(
                sa.select(Seat.status, sa.func.count().label("seats"))
                .where(Seat.deal_id == deal_id)
                .group_by(Seat.status)
            )
            return Counter({row.status: row.seats for row in found})

    async def unsettled_seats(self, deal_id: DealId) -> int:
        return (await self.seats(deal_id))[SeatStatus.PAID]

    async def orders(self, status: OrderStatus) -> int:
        async with self.engine.connect() as connection:
            count = await connection.scalar(
                sa.select(sa.func.count(Order.id)).where(Order.status == status)
            )
        return int(count or 0)


class Meter:
    """Seconds, CPU and memory of what happens inside."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def __aenter__(self) -> Self:
        self._wall, self._ours = time.perf_counter(), time.process_time()
        self._server = await server_cpu(self._engine)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.wall = time.perf_counter() - self._wall
        self.cpu = time.process_time() - self._ours + await server_cpu(self._engine) - self._server

    def line(self, what: str, count: int) -> str:
        memory = Watched(os.getpid(), "").resident() if HAS_PROC else 0
        return (
            f"  {what:<34}{count:>7,}{count / self.wall:>8.1f} /s"
            f"{self.cpu / count * 1000:>8.1f} CPU-ms each{memory:>7.0f} MB"
        )


def must(is_true: bool, what: str) -> None:
    if not is_true:
        raise SystemExit(f"WRONG: {what}")


async def success(town: Town, seats: int) -> None:
    deal_id = await town.large_deal(seats, goal=seats, first=1)
    async with Meter(town.engine) as meter:
        await town.settle_with_a_kill(deal_id, seats)
    must(await town.seats(deal_id) == {SeatStatus.HONOURED: seats}, "a seat is not honoured")
    must(await town.orders(OrderStatus.PAID) == seats, "an order is not sold")
    print(meter.line("came true, killed once half-way", seats))


async def failure(town: Town, seats: int) -> None:
    deal_id = await town.large_deal(seats, goal=seats + 1, first=1)
    async with Meter(town.engine) as meter:
        await town.settle_with_a_kill(deal_id, seats)
    must(await town.seats(deal_id) == {SeatStatus.RELEASED: seats}, "a seat is not released")
    print(meter.line("failed, killed once half-way", seats))
    async with Meter(town.engine) as meter:
        await town.refund()
    given = Counter(charge for charge, _ in town.shop.gateway.refunds.values())
    must(len(given) == seats, "somebody's money did not go back")
    must(max(given.values()) == 1, "somebody's money went back twice")
    print(meter.line("refunds at a gateway without pace", seats))


async def run(ground: Ground, options: Namespace) -> None:
    engine = open_pool(ground.url, 10)
    town = Town(engine)
    print(f"{ground.name}: one deal with {options.seats:,} seats")
    await {"success": success, "failure": failure}[options.end](town, options.seats)
    await town.shop.close()
    await engine.dispose()


async def main() -> None:
    parser = ArgumentParser(prog="settling", description="The end of one large deal.")
    parser.add_argument("--seats", type=int, default=500)
    parser.add_argument("--ends", nargs="+", default=["success", "failure"])
    options = parser.parse_args()
    for end in options.ends:
        options.end = end
        with grounds() as found:
            for ground in found:
                await run(ground, options)


if __name__ == "__main__":
    asyncio.run(main())
