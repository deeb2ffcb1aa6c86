"""Everything the database remembers of a run, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Variant
from bot.catalog.stock.models import StockMovement
from bot.deals.models import Deal, DealGroup, DealId, ProofEntry, Seat, SeatMovement
from bot.deals.proof import Proof, ProofLog
from bot.kit.db import Model
from bot.kit.money import Currency, Money
from bot.kit.outbox import OutboxRow
from bot.orders.models import Order, OrderId
from bot.orders.repository import WHOLE_ORDER
from bot.payments.ledger import Account, Ledger
from bot.payments.models import Charge, Payment, PaymentId, Refund
from bot.payments.reconciling import Difference, Reconciliation
from tests.simulation.bank import Bank
from tests.simulation.process import MortalShop

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    deals: Mapping[DealId, Deal]
    places: Sequence[DealGroup]
    seats: Sequence[Seat]
    seat_movements: Sequence[SeatMovement]
    proofs: Sequence[Proof]
    proof_entries: Sequence[ProofEntry]
    orders: Mapping[OrderId, Order]
    payments: Mapping[PaymentId, Payment]
    charges: Sequence[Charge]
    refunds: Sequence[Refund]
    variants: Sequence[Variant]
    stock_movements: Sequence[StockMovement]
    told: Sequence[OutboxRow]
    balances: Mapping[tuple[Account, Currency], Money]
    differences: Sequence[Difference]

    def seats_of(self, deal_id: DealId) -> list[Seat]:
        return [seat for seat in self.seats if seat.deal_id == deal_id]

    def order_of(self, payment: Payment) -> Order:
        return self.orders[OrderId(payment.purpose_id)]

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        return [row.body for row in self.told if row.kind == kind]


async def take(shop: MortalShop, bank: Bank) -> Snapshot:
    """Read it all; raises Unbalanced where a posting does not come to nothing."""
    async with shop.transaction() as scope:
        session = await scope.get(AsyncSession)
        ledger = await scope.get(Ledger)
        await ledger.check()
        deals = {deal.id: deal for deal in await _all(session, Deal)}
        log = await scope.get(ProofLog)
        orders = (await session.scalars(select(Order).options(*WHOLE_ORDER))).all()
        return Snapshot(
            deals=deals,
            places=await _all(session, DealGroup),
            seats=await _all(session, Seat),
            seat_movements=await _all(session, SeatMovement),
            proofs=[await log.read(deal_id) for deal_id in deals],
            proof_entries=await _all(session, ProofEntry),
            orders={order.id: order for order in orders},
            payments={payment.id: payment for payment in await _all(session, Payment)},
            charges=await _all(session, Charge),
            refunds=await _all(session, Refund),
            variants=await _all(session, Variant),
            stock_movements=await _all(session, StockMovement),
            told=await _all(session, OutboxRow),
            balances=await ledger.balances(),
            differences=await (await scope.get(Reconciliation)).compare(bank.movements),
        )


async def _all(session: AsyncSession, model: type[Row]) -> Sequence[Row]:
    return (await session.scalars(select(model))).all()
