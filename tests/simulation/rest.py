"""Peace: no more faults, time passes, and every job runs until nothing waits for anything."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.deals.bargains.models import Bargain, BargainOffer, BargainOfferStatus, BargainStatus
from bot.deals.models import Deal, DealStatus, Seat, SeatStatus
from bot.deals.sale_days.models import SaleDay, SaleDayStatus
from bot.orders.models import Order, OrderStatus
from bot.payments.hold_models import Hold, HoldStatus
from bot.payments.models import Payment, PaymentStatus, Refund, RefundStatus
from tests.fakes import FakeClock
from tests.simulation.jobs import JOBS
from tests.simulation.process import MortalShop, Process

ROUNDS = 20
ROUND = timedelta(hours=25)  # longer than a team has, or a refund waits for its next try


class NeverDry(AssertionError):
    """Something still waits, and no job moves it."""


async def run_dry(processes: Sequence[Process], clock: FakeClock) -> None:
    waiting: dict[str, int] = {}
    for nth in range(ROUNDS):
        clock.wait(seconds=ROUND.total_seconds() if nth else 60)
        working = processes if nth < 2 else processes[:1]
        for job in JOBS:
            await asyncio.gather(*(process.do(job) for process in working))
        waiting = await processes[0].do(count_waiting)
        if not waiting:
            return
    raise NeverDry(f"{waiting} {await processes[0].do(what_waits)}")


async def what_waits(shop: MortalShop) -> list[dict[str, object]]:
    """Those holds and orders whole, because only they tell why."""
    holds = select(Hold).where(Hold.status.not_in((HoldStatus.CAPTURED, HoldStatus.CANCELLED)))
    orders = select(Order).where(Order.status.in_((OrderStatus.RESERVED, OrderStatus.PLEDGED)))
    async with shop.ask(AsyncSession) as session:
        rows = [*await session.scalars(holds), *await session.scalars(orders)]
        return [
            {"table": type(row).__name__}
            | {column.key: getattr(row, column.key) for column in row.__table__.columns}
            for row in rows
        ]


async def count_waiting(shop: MortalShop) -> dict[str, int]:
    """Count everything that is not at its end."""
    wanted = {
        "open deals": select(func.count(Deal.id)).where(Deal.status == DealStatus.OPEN),
        "unsettled deals": select(func.count(Deal.id)).where(Deal.settled_at.is_(None)),
        "seats": select(func.count(Seat.id)).where(
            Seat.status.not_in((SeatStatus.HONOURED, SeatStatus.RELEASED))
        ),
        "offers": select(func.count(BargainOffer.id)).where(
            BargainOffer.status == BargainOfferStatus.OPEN
        ),
        "bargains": select(func.count(Bargain.id)).where(
            Bargain.status.in_((BargainStatus.RUNNING, BargainStatus.COMPLETE))
        ),
        "sale days": select(func.count(SaleDay.id)).where(SaleDay.status != SaleDayStatus.OVER),
        "holds": select(func.count(Hold.id)).where(
            Hold.status.not_in((HoldStatus.CAPTURED, HoldStatus.CANCELLED))
        ),
        "payments": select(func.count(Payment.id)).where(
            Payment.status.in_(
                (PaymentStatus.PENDING, PaymentStatus.APPROVED, PaymentStatus.AUTHORISED)
            )
        ),
        "orders": select(func.count(Order.id)).where(
            Order.status.in_((OrderStatus.RESERVED, OrderStatus.PLEDGED))
        ),
        "refunds": select(func.count(Refund.id)).where(Refund.status != RefundStatus.SUCCEEDED),
    }
    async with shop.ask(AsyncSession) as session:
        found = {name: await session.scalar(query) for name, query in wanted.items()}
    return {name: count for name, count in found.items() if count}
