"""Everything the database remembers of a run, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Variant
from bot.catalog.stock.models import StockMovement
from bot.deals.bargains.models import Bargain, BargainCut, BargainId, BargainOffer
from bot.deals.models import Deal, DealGroup, DealId, ProofEntry, Seat, SeatMovement
from bot.deals.proof import Proof, ProofLog
from bot.deals.sale_days.models import SaleDay, SaleDayGroup, SaleDayId, SaleDayJoin, SaleDayLink
from bot.kit.db import Model
from bot.kit.money import Currency, Money
from bot.kit.outbox import OutboxRow
from bot.orders.models import Order, OrderId
from bot.orders.repository import WHOLE_ORDER
from bot.payments.hold_models import Hold
from bot.payments.ledger import Account, Ledger
from bot.payments.models import Charge, Payment, PaymentId, Refund
from bot.payments.reconciling import Difference, Reconciliation
from tests.deals.shop import DealShop
from tests.simulation.kept import Counterparty

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, kw_only=True, repr=False)
class Snapshot:
    deals: Mapping[DealId, Deal]
    places: Sequence[DealGroup]
    seats: Sequence[Seat]
    seat_movements: Sequence[SeatMovement]
    proofs: Sequence[Proof]
    proof_entries: Sequence[ProofEntry]
    offers: Sequence[BargainOffer]
    bargains: Mapping[BargainId, Bargain]
    cuts: Sequence[BargainCut]
    sales: Mapping[SaleDayId, SaleDay]
    sale_groups: Sequence[SaleDayGroup]
    links: Sequence[SaleDayLink]
    joins: Sequence[SaleDayJoin]
    orders: Mapping[OrderId, Order]
    payments: Mapping[PaymentId, Payment]
    holds: Sequence[Hold]
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


async def take(shop: DealShop, outside: Counterparty) -> Snapshot:
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
            offers=await _all(session, BargainOffer),
            bargains={one.id: one for one in await _all(session, Bargain)},
            cuts=await _all(session, BargainCut),
            sales={sale.id: sale for sale in await _all(session, SaleDay)},
            sale_groups=await _all(session, SaleDayGroup),
            links=await _all(session, SaleDayLink),
            joins=await _all(session, SaleDayJoin),
            orders={order.id: order for order in orders},
            payments={payment.id: payment for payment in await _all(session, Payment)},
            holds=await _all(session, Hold),
            charges=await _all(session, Charge),
            refunds=await _all(session, Refund),
            variants=await _all(session, Variant),
            stock_movements=await _all(session, StockMovement),
            told=(await session.scalars(select(OutboxRow).order_by(OutboxRow.id))).all(),
            balances=await ledger.balances(),
            differences=await (await scope.get(Reconciliation)).compare(outside.movements),
        )


async def _all(session: AsyncSession, model: type[Row]) -> Sequence[Row]:
    return (await session.scalars(select(model))).all()
