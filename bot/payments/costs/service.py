from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.money import Currency, Money
from bot.payments import books
from bot.payments.accounts import GatewayAccountService
from bot.payments.cost_models import ChargeCosts
from bot.payments.gateways.costing import Costs
from bot.payments.ledger import Ledger, Line
from bot.payments.models import Charge, ChargeId, Payment, Rail
from bot.payments.repository import PaymentRepository

FIRST_LOOK = timedelta(seconds=2)
LONGEST_DELAY = timedelta(hours=6)
MOST_ATTEMPTS = 12  # about a day; what is refused is asked three times only
MOST_REFUSALS = 3
SILENT = frozenset({Rail.STARS, Rail.PRETEND})  # they tell of no fees at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A charge to be asked about. ``turn`` tells this look from one that is wished for later."""

    charge_id: ChargeId
    provider_charge: str
    turn: datetime
    secret: str = field(repr=False)


class CostBook:
    """Brings the ledger to what gateways say a charge has cost. The same again changes nothing."""

    def __init__(
        self,
        *,
        session: AsyncSession,
        payments: PaymentRepository,
        accounts: GatewayAccountService,
        ledger: Ledger,
        clock: Clock,
    ) -> None:
        self._session = session
        self._payments = payments
        self._accounts = accounts
        self._ledger = ledger
        self._clock = clock

    async def begin(self, payment: Payment, charge: Charge, told: Costs | None) -> None:
        """A charge was taken. Whoever calls holds the payment's lock."""
        await self._add([charge.id])
        if told is not None:
            await self._learn(payment, await self._lock(charge.id), told)
        if payment.rail not in SILENT and (told is None or told.gateway_fee is None):
            await self._wish([charge.id], self._clock.now() + FIRST_LOOK)

    async def look_soon(self, charge_ids: Collection[ChargeId]) -> None:
        """Something happened to them at their gateways."""
        in_order = sorted(set(charge_ids))
        if in_order:
            await self._add(in_order)
            await self._wish(in_order, self._clock.now())

    async def claim_due(self, limit: int) -> list[Look]:
        """Nobody else gets them until their next turn."""
        now = self._clock.now()
        looks = []
        for costs in await self._lock_due(now, limit):
            charge = await self._payments.get_charge(costs.charge_id)
            keys = await self._accounts.keys(await self._payments.get(charge.payment_id))
            if not keys.stripe_key:
                costs.next_look_at, costs.trouble = None, "no-key"
                continue
            costs.attempts += 1
            costs.next_look_at = turn = now + delay(costs.attempts)
            looks.append(
                Look(
                    charge_id=charge.id,
                    provider_charge=charge.provider_charge,
                    turn=turn,
                    secret=keys.stripe_key,
                )
            )
        return looks

    async def learn(self, look: Look, told: Costs) -> None:
        charge = await self._payments.get_charge(look.charge_id)
        payment = await self._payments.lock(charge.payment_id)  # comes first, as everywhere
        costs = await self._lock(charge.id)
        await self._learn(payment, costs, told)
        is_all = told.gateway_fee is not None or costs.attempts >= MOST_ATTEMPTS
        if is_all and costs.next_look_at == look.turn:
            costs.next_look_at, costs.attempts, costs.trouble = None, 0, None

    async def stumble(self, look: Look, trouble: str, *, is_refused: bool) -> None:
        """Ask again later, but not for ever."""
        costs = await self._lock(look.charge_id)
        costs.trouble = trouble
        most = MOST_REFUSALS if is_refused else MOST_ATTEMPTS
        if costs.attempts >= most and costs.next_look_at == look.turn:
            costs.next_look_at, costs.attempts = None, 0

    async def _learn(self, payment: Payment, costs: ChargeCosts, told: Costs) -> None:
        def since(known: int, now: Money) -> Money:
            return Money(now.minor - known, now.currency)

        fee = told.gateway_fee
        if fee is not None and costs.fee_currency in {None, fee.currency}:
            more = since(costs.gateway_fee_minor or 0, fee)
            await self._post("gateway-fee", costs, books.gateway_fee_kept(payment, more))
            costs.gateway_fee_minor, costs.fee_currency = fee.minor, fee.currency
        more = since(costs.platform_fee_minor, told.platform_fee)
        await self._post("platform-fee", costs, books.platform_fee_kept(payment, more))
        more = since(costs.transferred_minor, told.transferred)
        await self._post("transfer", costs, books.transferred(payment, more))
        more = since(costs.withdrawn_minor, told.withdrawn)
        await self._post("dispute", costs, books.disputed(payment, more))
        more = since(costs.lost_minor, told.lost)
        await self._post("dispute-lost", costs, books.dispute_lost(payment, more))
        costs.platform_fee_minor = told.platform_fee.minor
        costs.transferred_minor = told.transferred.minor
        costs.withdrawn_minor = told.withdrawn.minor
        costs.lost_minor = told.lost.minor
        await self._session.flush()

    async def _post(self, kind: str, costs: ChargeCosts, lines: Sequence[Line]) -> None:
        if not any(line.money for line in lines):
            return
        costs.postings += 1
        await self._ledger.post(f"{kind}-{costs.charge_id}-{costs.postings}", lines)

    async def _add(self, charge_ids: Sequence[ChargeId]) -> None:
        postgres = self._session.get_bind().dialect.name == "postgresql"
        insert = postgresql.insert(ChargeCosts) if postgres else sqlite.insert(ChargeCosts)
        nothing = {
            "platform_fee_minor": 0,
            "transferred_minor": 0,
            "withdrawn_minor": 0,
            "lost_minor": 0,
            "postings": 0,
            "attempts": 0,
        }
        connection = await self._session.connection()
        await connection.execute(
            insert.on_conflict_do_nothing(index_elements=["charge_id"]),
            [{"charge_id": charge_id} | nothing for charge_id in charge_ids],
        )

    async def _wish(self, charge_ids: Sequence[ChargeId], at: datetime) -> None:
        # One after the other, in order: of many in one statement nobody says which is locked first.
        connection = await self._session.connection()
        await connection.execute(
            sa.update(ChargeCosts)
            .where(ChargeCosts.charge_id == sa.bindparam("charge"))
            .values(next_look_at=at, attempts=0),
            [{"charge": charge_id} for charge_id in charge_ids],
        )

    async def _lock(self, charge_id: ChargeId) -> ChargeCosts:
        found = await self._session.scalars(
            sa.select(ChargeCosts)
            .where(ChargeCosts.charge_id == charge_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return found.one()

    async def _lock_due(self, at: datetime, limit: int) -> Sequence[ChargeCosts]:
        found = await self._session.scalars(
            sa.select(ChargeCosts)
            .where(ChargeCosts.next_look_at <= at)
            .order_by(ChargeCosts.next_look_at, ChargeCosts.charge_id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True)
        )
        return found.all()


def nothing_but(fee: Money | None, currency: Currency) -> Costs:
    """The costs of a charge that was neither shared nor disputed."""
    none = Money.zero(currency)
    return Costs(gateway_fee=fee, platform_fee=none, transferred=none, withdrawn=none, lost=none)


def delay(attempts: int) -> timedelta:
    """Wait ten seconds after the first look, twice as long after each further one."""
    return min(timedelta(seconds=10 * 2 ** min(attempts - 1, 12)), LONGEST_DELAY)
