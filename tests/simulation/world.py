"""One run: people, merchants, jobs, clocks and misfortunes, all at once; then peace."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.deals.models import Deal, DealStatus, Seat, SeatStatus
from bot.kit.errors import ShopError
from bot.orders.models import Order, OrderStatus
from bot.payments.models import Payment, PaymentStatus, Refund, RefundStatus
from tests.deals.shop import OWNER
from tests.fakes import FakeClock
from tests.simulation.bank import Bank
from tests.simulation.deal_terms import any_terms
from tests.simulation.faults import Crash, is_database_away, is_deadlock
from tests.simulation.history import History
from tests.simulation.jobs import JOBS, Job
from tests.simulation.merchant import Seller
from tests.simulation.people import Shopper
from tests.simulation.process import MortalShop, Process

PEOPLE = 8
ROUNDS = 10
ROUND = timedelta(hours=25)  # longer than a team has, or a refund waits for its next try
STOCK = 30
T = TypeVar("T")


class NeverDry(AssertionError):
    """Something still waits, and no job moves it."""


class World:
    def __init__(self, url: str, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.clock = FakeClock()
        self.history = History(self.clock)
        self.bank = Bank(random.Random(seed + 1), self.history)  # noqa: S311
        self.is_postgres = url.startswith("postgresql")
        names = ("one", "two", "three")[: 3 if self.is_postgres else 2]
        self.processes = [
            Process(
                name,
                url,
                clock=self.clock,
                bank=self.bank,
                history=self.history,
                rng=random.Random(f"{seed}{name}"),  # noqa: S311
            )
            for name in names
        ]
        self.deals: list[Deal] = []
        self.groups: list[int] = []
        self.met: Counter[str] = Counter()
        self._later: set[asyncio.Task[object]] = set()

    @property
    def quiet(self) -> Process:
        return self.processes[0]

    async def run(self) -> None:
        shoppers, seller = await self._open()
        lives = [one.live(self.rng.randint(4, 9)) for one in shoppers]
        await asyncio.gather(seller.live(4), *lives)
        while self._later:
            await asyncio.gather(*self._later)
        await self._run_dry()

    async def close(self) -> None:
        for task in self._later:
            task.cancel()
        await asyncio.gather(*self._later, return_exceptions=True)
        for process in self.processes:
            await process.close()

    async def deliver(
        self, who: str, what: str, verb: Callable[[MortalShop], Awaitable[T]]
    ) -> T | None:
        """Tell the shop until it has taken it in, as Telegram does."""
        while True:
            self._go_on()
            process = self.rng.choice(self.processes)
            try:
                answer = await process.do(verb)
            except ShopError as refusal:
                self.history.note(who, f"{what} @{process.name}: {type(refusal).__name__}")
                return None
            except Exception as error:  # noqa: BLE001 -- raised again unless it is a misfortune
                self._bear(error, who, what, process)
            else:
                self.history.note(who, f"{what} @{process.name}")
                return answer
            await asyncio.sleep(0.002)

    def later(self, work: Awaitable[object]) -> None:
        task = asyncio.ensure_future(work)
        self._later.add(task)
        task.add_done_callback(self._end)

    async def pause(self) -> None:
        await asyncio.sleep(self.rng.choice((0, 0, 0.001, 0.01, 0.03)))

    def _end(self, task: "asyncio.Task[object]") -> None:
        if task.cancelled() or task.exception() is None:
            self._later.discard(task)  # else its error is raised where all are waited for

    def _bear(self, error: Exception, who: str, what: str, process: Process) -> None:
        """Let it be told again where the database or the process was at fault; else raise it."""
        expected = isinstance(error, Crash) or is_database_away(error)
        self.history.note(who, f"{what} @{process.name}: {type(error).__name__} {error}"[:300])
        if not expected:
            raise error
        self.met["deadlocks" if is_deadlock(error) else "interruptions"] += 1

    async def _open(self) -> tuple[list[Shopper], Seller]:
        stars = self.rng.random() < 0.25
        currency, price, shelf = ("XTR", "30", "45") if stars else ("EUR", "30.00", "45.00")

        async def furnish(shop: MortalShop) -> list[Shopper]:
            await shop.buyer(OWNER)
            merchant = await shop.merchant(owner=OWNER, currencies=(currency,))
            product = await shop.product(
                of=merchant, price=f"{shelf} {currency}", stock=self.rng.choice((STOCK, 8))
            )
            for chat in (-100, -200):
                self.groups.append((await shop.group(f"Group {chat}", chat)).id)
            for _ in range(self.rng.randint(1, 3)):
                terms = any_terms(self.rng, stars)
                deal = await shop.deal(product, f"{price} {currency}", **terms)
                self.history.note("merchant", f"opens {deal.id}: {terms}")
                self.deals.append(deal)
            return [
                Shopper(
                    person=await shop.buyer(1000 + number),
                    rng=random.Random(self.rng.random()),  # noqa: S311
                    door=self,
                    bank=self.bank,
                    deals=self.deals,
                    groups=self.groups,
                )
                for number in range(PEOPLE)
            ]

        shoppers = await self.quiet.do(furnish)
        return shoppers, Seller(random.Random(self.rng.random()), self, self.deals)  # noqa: S311

    def _go_on(self) -> None:
        """Beside whatever is done, time passes, workers work, and misfortunes happen."""
        jump = self.rng.random() < 0.012
        self.clock.wait(minutes=self.rng.uniform(10, 60) if jump else self.rng.uniform(0, 0.5))
        if self.rng.random() < 0.25:
            job = self.rng.choice(JOBS)
            for process in self.rng.sample(self.processes, self.rng.choice((1, 1, 2))):
                self.later(self._do(job, process))
        chance = self.rng.random()
        if chance < 0.02:
            self.rng.choice(self.processes).doom()
        elif chance < 0.03 and self.is_postgres:
            self.later(self._cut_connections())

    async def _do(self, job: Job, process: Process) -> None:
        try:
            await process.do(job)
        except Exception as error:  # noqa: BLE001 -- raised again unless it is a misfortune
            self._bear(error, process.name, job.__name__, process)

    async def _cut_connections(self) -> None:
        cut = text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

        async def strike(shop: MortalShop) -> None:
            async with shop.ask(AsyncSession) as session:
                await session.execute(cut)

        self.history.note("fate", "cuts every connection to the database")
        await self._do(strike, self.rng.choice(self.processes))

    async def _run_dry(self) -> None:
        """No more faults: let time pass and every job run, until nothing waits for anything."""
        self.bank.is_honest = True
        for process in self.processes:
            await process.save()
        waiting: dict[str, int] = {}
        for _ in range(ROUNDS):
            self.clock.wait(seconds=ROUND.total_seconds())
            for job in JOBS:
                await asyncio.gather(*(process.do(job) for process in self.processes))
            waiting = await self.quiet.do(_waiting)
            if not waiting:
                return
        raise NeverDry(str(waiting))


async def _waiting(shop: MortalShop) -> dict[str, int]:
    """Count everything that is not at its end."""
    wanted = {
        "open deals": select(func.count(Deal.id)).where(Deal.status == DealStatus.OPEN),
        "unsettled deals": select(func.count(Deal.id)).where(Deal.settled_at.is_(None)),
        "seats": select(func.count(Seat.id)).where(
            Seat.status.not_in((SeatStatus.HONOURED, SeatStatus.RELEASED))
        ),
        "payments": select(func.count(Payment.id)).where(
            Payment.status.in_((PaymentStatus.PENDING, PaymentStatus.APPROVED))
        ),
        "orders": select(func.count(Order.id)).where(
            Order.status.in_((OrderStatus.RESERVED, OrderStatus.PLEDGED))
        ),
        "refunds": select(func.count(Refund.id)).where(Refund.status != RefundStatus.SUCCEEDED),
    }
    async with shop.ask(AsyncSession) as session:
        found = {name: await session.scalar(query) for name, query in wanted.items()}
    return {name: count for name, count in found.items() if count}
