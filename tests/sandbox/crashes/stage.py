"""Group-buys on the table of a shop that will be killed, and the sandbox's books of them."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from dishka import Provider, Scope
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.catalog.models import Merchant, ProductKind, ShippingOption
from bot.deals.events import DealOpened
from bot.deals.models import Deal
from bot.groups.models import Group
from bot.kit.clock import Clock, SystemClock
from bot.kit.events import Outbox
from bot.kit.money import Currency, Money
from bot.kit.outbox import SqlOutbox
from bot.payments.hold_models import Hold, HoldStatus
from bot.payments.models import Charge
from bot.payments.reconciling import Direction, Movement
from bot.payments.settings import PaymentSettings
from sandbox.sandbox import Sandbox
from tests.deals.shop import OWNER, DealShop
from tests.simulation.kept import Kept
from tests.simulation.snapshot import Snapshot

PARCEL = {"en": "Parcel", "de": "Paket", "zh": "包裹"}
# What it is, its price together and alone, how many must join, how long it runs; who joins it.
OFFERS: Sequence[tuple[str, str, str, int, timedelta]] = (
    ("Wool Blanket", "30.00 EUR", "45.00 EUR", 3, timedelta(days=1)),
    ("Tea Bowl", "12.00 EUR", "15.00 EUR", 9, timedelta(days=1)),
    ("Oak Chair", "80.00 EUR", "95.00 EUR", 3, timedelta(days=8)),
    ("Star Map", "30 XTR", "45 XTR", 9, timedelta(days=1)),
)


class Stage(DealShop):
    """Puts deals into the database, as the shop itself would."""

    settings = PaymentSettings(provider_token="house:TEST:1", stripe_key="sk_test_sandbox")

    def __init__(self, engine: AsyncEngine, chat: int) -> None:
        more = Provider(scope=Scope.REQUEST)
        more.provide(_outbox, provides=Outbox)
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        super().__init__(sessions, engine, SystemClock(), more)
        self._chat = chat

    async def group(self, title: str = "Runners", chat_id: int = 0) -> Group:
        return await super().group(title, chat_id or self._chat)

    async def offers(self, owner: int) -> dict[str, Deal]:
        await self.buyer(OWNER)
        await self.buyer(owner)
        deals = {}
        for title, together, alone, goal, lasts in OFFERS:
            currency = alone.split()[1]
            merchant = await self.merchant(f"{title} Maker", owner=OWNER, currencies=(currency,))
            facts: dict[str, Any] = {}
            if currency == "XTR":
                facts = {"kind": ProductKind.DIGITAL}
            else:
                await self._ships(merchant)
            product = await self.product(title, of=merchant, price=alone, **facts)
            deals[title] = await self.deal(product, together, goal=goal, lasts=lasts)
        return deals

    async def _ships(self, merchant: Merchant) -> None:
        async with self.ask(AsyncSession) as session:
            session.add(
                ShippingOption(
                    merchant_id=merchant.id,
                    code="parcel",
                    names=PARCEL,
                    prices={"EUR": 490},
                    countries=["DE"],
                )
            )


def _outbox(session: AsyncSession, clock: Clock) -> SqlOutbox:
    return SqlOutbox(session, clock, frozenset({DealOpened}))


@asynccontextmanager
async def set_up(engine: AsyncEngine, chat: int) -> AsyncIterator[Stage]:
    stage = Stage(engine, chat)
    yield stage
    await stage.close()


class SandboxBooks:
    """The sandbox's own list of all that Telegram and Stripe have taken and given back."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    @property
    def movements(self) -> list[Movement]:
        return [
            Movement(Direction(one.kind), one.charge, Money(one.amount, Currency(one.currency)))
            for one in self._sandbox.payments.audit.entries()
        ]

    def balance(self, currency: Currency) -> int:
        return sum(money.minor for money in self._left().values() if money.currency is currency)

    def held(self) -> int:
        sums = self._sandbox.payments.stripe.audit.sums()
        return int(sums.get("eur", {}).get("held", 0))

    def kept(self, now: Snapshot) -> Iterator[Kept]:
        charges: dict[str, Charge] = {one.gateway_charge: one for one in now.charges}
        for number, money in self._left().items():
            if money:
                charge = charges[number]
                yield Kept(number, charge.payment_id, charge.payer_id, money)

    def _left(self) -> dict[str, Money]:
        left: dict[str, Money] = {}
        for one in self.movements:
            before = left.get(one.charge, Money.zero(one.money.currency))
            came = one.direction is Direction.CHARGE
            left[one.charge] = before + one.money if came else before - one.money
        return left


async def end_deals(engine: AsyncEngine) -> None:
    """Their time is over, at once."""
    async with AsyncSession(engine) as session:
        await session.execute(sa.update(Deal).values(closes_at=SystemClock().now()))
        await session.commit()


async def are_settled(engine: AsyncEngine) -> bool:
    over = (HoldStatus.CAPTURED, HoldStatus.CANCELLED)
    waiting = (
        sa.select(sa.func.count(Deal.id)).where(Deal.settled_at.is_(None)),
        sa.select(sa.func.count(Hold.id)).where(Hold.status.not_in(over)),
    )
    async with AsyncSession(engine) as session:
        return not any([await session.scalar(one) for one in waiting])


async def hurry_holds(engine: AsyncEngine) -> None:
    """What failed is tried again after a while; a test has no while."""
    async with AsyncSession(engine) as session:
        await session.execute(sa.update(Hold).values(next_attempt_at=SystemClock().now()))
        await session.commit()
