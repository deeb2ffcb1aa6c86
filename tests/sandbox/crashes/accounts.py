"""What has to be true of the shop whatever happened to it."""

from collections import Counter
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.models import Variant
from bot.catalog.stock.models import StockMovement
from bot.kit.clock import SystemClock
from bot.kit.money import Currency, Money
from bot.kit.outbox import OutboxRow
from bot.orders.models import Order
from bot.payments.ledger import Ledger
from bot.payments.models import Charge, Payment, Refund, RefundStatus
from bot.payments.reconciling import Direction, Movement, Reconciliation
from bot.payments.repository import PaymentRepository, RefundRepository
from bot.telegram.models import Delivery, Lease
from sandbox.payments.audit import Entry


async def check_books(engine: AsyncEngine, audit: Iterable[Entry]) -> None:
    """Hold every charge and refund against the sandbox's own list, and the ledger against zero."""
    listed = [
        Movement(Direction(one.kind), one.charge, Money(one.amount, Currency(one.currency)))
        for one in audit
    ]
    async with AsyncSession(engine) as session:
        books = Reconciliation(PaymentRepository(session), RefundRepository(session))
        assert await books.compare(listed) == []
        await Ledger(session, SystemClock()).check()


async def check_orders(engine: AsyncEngine) -> None:
    """Every charge has exactly one order, or goes back."""
    async with AsyncSession(engine) as session:
        kept = await session.scalars(
            sa.select(Payment.purpose_id)
            .join(Charge, Charge.payment_id == Payment.id)
            .where(Charge.is_kept)
        )
        charges_of = Counter(kept)
        bought = await session.scalars(sa.select(Order.id).where(Order.paid_at.is_not(None)))
        assert charges_of == Counter(bought)

        surplus = set(await session.scalars(sa.select(Charge.id).where(~Charge.is_kept)))
        returned = set(await session.scalars(sa.select(Refund.charge_id)))
        assert surplus <= returned


async def check_stock(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as session:
        for variant in await session.scalars(sa.select(Variant)):
            moved = await session.scalar(
                sa.select(sa.func.sum(StockMovement.quantity)).where(
                    StockMovement.variant_id == variant.id
                )
            )
            assert moved == variant.on_hand
            assert 0 <= variant.reserved <= variant.on_hand


async def bought(engine: AsyncEngine) -> Sequence[Order]:
    async with AsyncSession(engine, expire_on_commit=False) as session:
        found = await session.scalars(sa.select(Order).where(Order.paid_at.is_not(None)))
        return found.all()


async def is_at_rest(engine: AsyncEngine) -> bool:
    """Nothing is left to tell, to send or to give back."""
    waiting = (
        sa.select(sa.func.count()).select_from(OutboxRow).where(OutboxRow.delivered_at.is_(None)),
        sa.select(sa.func.count()).select_from(Delivery).where(Delivery.done_at.is_(None)),
        sa.select(sa.func.count())
        .select_from(Refund)
        .where(Refund.status == RefundStatus.REQUESTED),
    )
    async with AsyncSession(engine) as session:
        return not any([await session.scalar(one) for one in waiting])


async def hurry(engine: AsyncEngine) -> None:
    """Let the waiting times that follow trouble be over: they are right, but long for a test."""
    now = SystemClock().now()
    async with AsyncSession(engine) as session:
        await session.execute(sa.update(Refund).values(next_attempt_at=now))
        await session.execute(
            sa.update(Delivery).where(Delivery.done_at.is_(None)).values(not_before=now)
        )
        await session.execute(
            sa.update(OutboxRow).where(OutboxRow.delivered_at.is_(None)).values(due_at=now)
        )
        await session.execute(sa.update(Lease).values(until=now))
        await session.commit()
