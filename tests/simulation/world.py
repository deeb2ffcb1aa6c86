"""One run: people, merchants, jobs, clocks and misfortunes, all at once; then peace."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.errors import ShopError
from bot.payments.gateways import GatewayBusy, GatewayRefused, Heard
from tests.fakes import FakeClock
from tests.simulation.bank import Bank
from tests.simulation.deal_terms import Way
from tests.simulation.faults import Crash, is_database_away, is_deadlock
from tests.simulation.hagglers import Haggler
from tests.simulation.history import History
from tests.simulation.jobs import EVENING, JOBS, Job, compare_holds
from tests.simulation.merchant import Seller
from tests.simulation.people import Shopper
from tests.simulation.process import MortalShop, Outside, Process
from tests.simulation.purse import Purse
from tests.simulation.rest import run_dry
from tests.simulation.scenery import Scenery
from tests.simulation.snapshot import Snapshot, take
from tests.simulation.stripe_office import Office

WAYS = {Way.HOLDS: 4, Way.CARDS: 4, Way.INVOICES: 3, Way.STARS: 2}
DUSK = 30  # steps, in which what was offered ends, faults and all
T = TypeVar("T")


class World:
    def __init__(self, url: str, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.clock = FakeClock()
        self.history = History(self.clock)
        self.met: Counter[str] = Counter()
        self.bank = Bank(self._dice(), self.history, self.met)
        self.office = Office(self.clock, self._dice(), self.history, self.met)
        (way,) = self.rng.choices(list(WAYS), list(WAYS.values()))
        self.scenery = Scenery(way)
        self.is_postgres = url.startswith("postgresql")
        self.outside = Outside(self.bank, self.office, has_stripe=way.needs_stripe)
        self.processes = [
            Process(
                name,
                url,
                clock=self.clock,
                outside=self.outside,
                history=self.history,
                rng=self._dice(),
            )
            for name in ("one", "two", "three")[: 3 if self.is_postgres else 2]
        ]
        self._later: set[asyncio.Task[object]] = set()

    @property
    def quiet(self) -> Process:
        return self.processes[0]

    async def live(self) -> None:
        """The day itself; afterwards nobody does anything any more, and no fault happens."""
        await self.office.open()
        await self.quiet.do(lambda shop: self.scenery.set_up(shop, self.rng, self.history))
        seller = Seller(self._dice(), self, self.scenery, self.office)
        shoppers = self._shoppers()
        lives = [shopper.live(self.rng.randint(2, 7)) for shopper in shoppers]
        await asyncio.gather(seller.live(4), *lives)
        await self._dusk(shoppers)
        while self._later:
            await asyncio.gather(*self._later)
        self.bank.is_honest = self.office.weather.is_fair = True
        for process in self.processes:
            await process.save()
        await self.quiet.do(compare_holds)

    async def rest(self) -> None:
        await run_dry(self.processes, self.clock)
        self.met["deaths"] = sum(process.deaths for process in self.processes)

    async def snapshot(self) -> Snapshot:
        return await self.quiet.do(lambda shop: take(shop, self.outside))

    async def close(self) -> None:
        """Leave nothing behind; safe to do after any failure."""
        for task in self._later:
            task.cancel()
        await asyncio.gather(*self._later, return_exceptions=True)
        for process in self.processes:
            await process.close()
        await self.office.close()

    async def deliver(
        self, who: str, what: str, verb: Callable[[MortalShop], Awaitable[T]]
    ) -> T | None:
        """Tell the shop until it has taken it in, as Telegram and Stripe do."""
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

    async def _dusk(self, shoppers: list[Shopper]) -> None:
        """Hours pass quickly, until most has ended; some people are awake."""
        longest = 12.0 if self.scenery.way is Way.CARDS else 0.6
        for _ in range(DUSK):
            self.clock.wait(hours=self.rng.uniform(0, longest))
            self._go_on()
            for process in self.rng.sample(self.processes, self.rng.choice((1, 1, 2))):
                self.later(self._do(self.rng.choice(EVENING), process))
            if self.rng.random() < 0.3:
                await self.rng.choice(shoppers).hurries()
            await self.pause()

    def _dice(self) -> random.Random:
        return random.Random(self.rng.random())  # noqa: S311

    def _shoppers(self) -> list[Shopper]:
        scenery, shoppers = self.scenery, []
        for person in scenery.people:
            rng = self._dice()
            purse = Purse(person, rng, self, self.bank, self.office)
            haggler = Haggler(purse, rng, scenery.market, scenery.groups)
            shoppers.append(Shopper(purse, rng, self, scenery.deals, scenery.groups, haggler))
        return shoppers

    def _end(self, task: "asyncio.Task[object]") -> None:
        if task.cancelled() or task.exception() is None:
            self._later.discard(task)  # else its error is raised where all are waited for

    def _bear(self, error: Exception, who: str, what: str, process: Process) -> None:
        """Let it be told again where database, gateway or process was at fault; else raise it."""
        self.history.note(who, f"{what} @{process.name}: {type(error).__name__} {error}"[:300])
        if not _is_misfortune(error):
            raise error
        self.met["deadlocks" if is_deadlock(error) else "interruptions"] += 1

    def _go_on(self) -> None:
        """Beside whatever is done, time passes, workers work, and misfortunes happen."""
        if jump := self.rng.random() < 0.012:
            self.met["leaps of the clock"] += 1
        self.clock.wait(minutes=self.rng.uniform(10, 60) if jump else self.rng.uniform(0, 0.5))
        if self.rng.random() < 0.25:
            job = self.rng.choice(JOBS)
            for process in self.rng.sample(self.processes, self.rng.choice((1, 1, 2))):
                self.later(self._do(job, process))
        while self.office.letters:
            self._bring(self.office.letters.pop(0))
        chance = self.rng.random()
        if chance < 0.02:
            self.rng.choice(self.processes).doom()
        elif chance < 0.03 and self.is_postgres:
            self.later(self._cut_connections())

    def _bring(self, letter: Heard) -> None:
        """A webhook comes never, once, or more often; soon or late."""
        times = self.rng.choices((0, 1, 2, 3), (3, 5, 2, 1))[0]
        self.met["webhooks lost" if not times else "webhooks"] += 1
        self.met["webhooks repeated"] += times > 1
        for _ in range(times):
            self.later(self._hear(letter))

    async def _hear(self, letter: Heard) -> None:
        for _ in range(self.rng.choice((0, 0, 2, 8))):
            await self.pause()
        await self.deliver("stripe", f"tells {letter.kind}", lambda shop: shop.hearing.hear(letter))

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
        self.met["cuts of every connection"] += 1
        await self._do(strike, self.rng.choice(self.processes))


def _is_misfortune(error: BaseException) -> bool:
    """Whether it says no more than that somebody died, or was away, under way."""
    if isinstance(error, BaseExceptionGroup):
        return all(map(_is_misfortune, error.exceptions))
    return isinstance(error, Crash | GatewayBusy | GatewayRefused) or is_database_away(error)
