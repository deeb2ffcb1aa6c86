"""A process of the shop: an engine and a container of its own on the one database."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import asyncpg
from dishka import AsyncContainer, Provider, Scope
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.deals.bargains import reactions as bargain_reactions
from bot.deals.bargains.events import (
    BargainBought,
    BargainCompleted,
    BargainEnded,
    BargainPaidTwice,
)
from bot.deals.events import (
    DealFailed,
    DealSettled,
    DealSucceeded,
    GoalReached,
    HoldTooShort,
    PaidTooLate,
    SeatCollected,
    SeatDeclined,
    SeatGivenBack,
    SeatOffered,
    SeatPaid,
)
from bot.deals.sale_days import reactions as sale_day_reactions
from bot.deals.sale_days.events import SaleDayFrozen, SaleDayOver, SaleDayPaidTooOften
from bot.kit.clock import Clock
from bot.kit.db import open_engine
from bot.kit.events import Event, Outbox
from bot.kit.money import Currency
from bot.kit.outbox import SqlOutbox
from bot.orders.events import (
    HoldReturned,
    LatePaymentRefunded,
    OrderExpired,
    OrderPaid,
    OrderPledged,
    OrderReleased,
    PledgeLost,
)
from bot.payments.connect.checker import ConnectChecker
from bot.payments.events import RefundSucceeded, SurplusReturned
from bot.payments.gateways import Gateways
from bot.payments.gateways.stripe import StripeConnect, StripeGateway, StripePages
from bot.payments.hearing import StripeHearing
from bot.payments.holds.opener import PageOpener
from bot.payments.holds.reconciling import HoldReconciler
from bot.payments.holds.settler import HoldSettler
from bot.payments.models import Rail
from bot.payments.news import GatewayNews
from bot.payments.reconciling import Movement
from bot.payments.settings import PaymentSettings
from bot.payments.settling import RefundSettler
from tests.deals.bargains.shop import SERVICES as BARGAIN_SERVICES
from tests.deals.sale_days.shop import SERVICES as SALE_DAY_SERVICES
from tests.deals.shop import LISTENING, DealShop
from tests.deals.shop import SERVICES as DEAL_SERVICES
from tests.fakes import FakeClock
from tests.simulation.bank import Bank, Line
from tests.simulation.faults import Fuse
from tests.simulation.history import History
from tests.simulation.kept import Kept
from tests.simulation.stripe_office import MortalLine, Office

if TYPE_CHECKING:
    from tests.simulation.snapshot import Snapshot

ANNOUNCED: frozenset[type[Event]] = frozenset(
    {
        BargainBought,
        BargainCompleted,
        BargainEnded,
        BargainPaidTwice,
        DealFailed,
        DealSettled,
        DealSucceeded,
        GoalReached,
        HoldReturned,
        HoldTooShort,
        LatePaymentRefunded,
        OrderExpired,
        OrderPaid,
        OrderReleased,
        PaidTooLate,
        PledgeLost,
        RefundSucceeded,
        SaleDayFrozen,
        SaleDayOver,
        SaleDayPaidTooOften,
        SeatCollected,
        SeatDeclined,
        SeatGivenBack,
        SeatOffered,
        SeatPaid,
        SurplusReturned,
    }
)
MORE_SERVICES = {GatewayNews, *BARGAIN_SERVICES, *SALE_DAY_SERVICES} - set(DEAL_SERVICES)
T = TypeVar("T")


class MortalShop(DealShop):
    """Every verb may be the last one."""

    listening = LISTENING | {
        OrderPledged: (
            *LISTENING[OrderPledged],
            bargain_reactions.sell_bargain,
            sale_day_reactions.sell_at_frozen_price,
        )
    }

    def __init__(self, engine: AsyncEngine, clock: Clock, fuse: Fuse, outside: "Outside") -> None:
        self.settings = PaymentSettings(
            provider_token="house:TEST:1", stripe_key="sk_test_house" if outside.has_stripe else ""
        )
        self._fuse = fuse
        more = Provider(scope=Scope.REQUEST)
        more.provide(_outbox, provides=Outbox)
        for service in MORE_SERVICES:
            more.provide(service)
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        super().__init__(sessions, engine, clock, more)
        self._line = MortalLine(outside.office.url, fuse)
        stripe, pages = StripeGateway(self._line), StripePages(self._line)
        by_telegram = dict.fromkeys((Rail.TELEGRAM, Rail.STARS), Line(outside.bank, fuse))
        by_stripe = dict.fromkeys((Rail.STRIPE, Rail.STRIPE_HOLD, Rail.STRIPE_LATER), stripe)
        self.settler = RefundSettler(self.transaction, Gateways({**by_telegram, **by_stripe}))
        self.opener = PageOpener(self.transaction, pages)
        self.holds = HoldSettler(self.transaction, pages)
        self.reconciler = HoldReconciler(self.transaction, pages, self.holds)
        connected = ConnectChecker(self.transaction, StripeConnect(self._line, self.settings))
        self.hearing = StripeHearing(self.transaction, stripe, self.holds, connected)

    async def close(self) -> None:
        await super().close()
        await self._line.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncContainer]:
        async with super().transaction() as scope:
            yield scope
        self._fuse.burn()  # it is committed, and nobody hears of it


def _outbox(session: AsyncSession, clock: Clock) -> SqlOutbox:
    return SqlOutbox(session, clock, ANNOUNCED)


@dataclass(frozen=True)
class Outside:
    """Who holds the money."""

    bank: Bank
    office: Office
    has_stripe: bool

    @property
    def movements(self) -> list[Movement]:
        return [*self.bank.movements, *self.office.movements]

    def balance(self, currency: Currency) -> int:
        """What both have taken and not given back."""
        left = self.bank.balance(currency)
        if currency is Currency.EUR:
            left += sum(self.office.left(charge).minor for charge in self.office.charges)
        return left

    def held(self) -> int:
        return self.office.held()

    def kept(self, now: "Snapshot") -> Iterator[Kept]:
        for number, taken in self.bank.taken.items():
            if left := self.bank.left(number):
                yield Kept(number, taken.payment_id, taken.payer_id, left)
        payments = {charge.gateway_charge: charge.payment_id for charge in now.charges}
        for charge in self.office.charges:
            if left := self.office.left(charge):
                payment_id = payments.get(charge["id"])
                assert payment_id is not None, f"{charge['id']} was taken, nobody knows for what"
                payer_id = now.payments[payment_id].payer_id
                yield Kept(charge["id"], payment_id, payer_id, left)


class Process:
    def __init__(
        self,
        name: str,
        url: str,
        *,
        clock: FakeClock,
        outside: Outside,
        history: History,
        rng: random.Random,
    ) -> None:
        self.name = name
        self.deaths = 0
        self._url = url
        self._clock = clock
        self._outside = outside
        self._history = history
        self._rng = rng
        self._opening = asyncio.Lock()
        self._busy = 0
        self._idle = asyncio.Event()
        self._fuse = Fuse()
        self._engine: AsyncEngine | None = None
        self._life = ""  # the name of its lines at the server, until the next life is begun
        self._shop: MortalShop | None = None

    async def do(self, verb: Callable[[MortalShop], Awaitable[T]]) -> T:
        async with self._opening:
            shop = await self._living()
            self._busy += 1
            self._idle.clear()
        try:
            return await verb(shop)
        finally:
            try:
                # A job may have heard of its death in one transaction and gone on to the next.
                if self._fuse.is_through:
                    await self._hang_up()
            finally:
                self._busy -= 1
                if not self._busy:
                    self._idle.set()

    def doom(self) -> None:
        """Let it die some statements from now: in a transaction, or between two."""
        self._fuse.left = self._rng.randint(0, 60)

    async def save(self) -> None:
        """No more deaths: begin a life that ends in bed."""
        async with self._opening:
            self._fuse.left = None
            await self._living()
            if self._engine is not None:
                await self._engine.dispose()  # lines that were cut, and nobody has used since

    def _opened(self) -> AsyncEngine:
        """Each life has a name of its own at the server, so that its lines can be cut."""
        if not self._url.startswith("postgresql"):
            return open_engine(self._url)
        self._life = f"{self.name}-{self.deaths}"
        named = {"server_settings": {"application_name": self._life}}
        return open_engine(self._url, connect_args=named)

    async def _hang_up(self) -> None:
        """The kernel closes a killed process's sockets, and the server lets go of its locks.

        Here the dead process's own objects live on: a savepoint that could not be rolled back keeps
        a connection, with its locks, from ever going back to the pool.
        """
        if self._engine is None or not self._url.startswith("postgresql"):
            return
        line = await asyncpg.connect(self._url.replace("+asyncpg", ""))
        try:
            await line.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = $1",
                self._life,
            )
        finally:
            await line.close()

    async def close(self) -> None:
        if self._shop is not None and self._engine is not None:
            await self._shop.joiner.finish()
            await self._shop.close()
            await self._engine.dispose()
        self._shop = self._engine = None

    async def _living(self) -> MortalShop:
        if self._fuse.is_through:
            self._history.note(self.name, "is dead")
            self.deaths += 1
            if self._busy:
                await self._idle.wait()  # each hears it at her next statement
            await self.close()
            self._fuse = Fuse()
        if self._shop is None:
            self._engine = self._opened()
            self._fuse.guard(self._engine)
            self._shop = MortalShop(self._engine, self._clock, self._fuse, self._outside)
        return self._shop
