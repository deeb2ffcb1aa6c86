"""Settling what is over, one seat a transaction; killed anywhere, it goes on from the rows."""

from bot.deals.closing import ClosingService
from bot.deals.expiring import ExpiringService
from bot.deals.repository import DealRepository
from bot.payments.settling import Transactions

DEALS_AT_ONCE = 20
SEATS_AT_ONCE = 500  # then other jobs have their turn


class DealSettler:
    """Never called inside a transaction: it opens its own."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def settle_due(self) -> None:
        async with self._transactions() as scope:
            deals: DealRepository = await scope.get(DealRepository)
            over = await deals.unsettled(DEALS_AT_ONCE)
        for deal_id in over:
            for _ in range(SEATS_AT_ONCE):
                async with self._transactions() as scope:
                    closing: ClosingService = await scope.get(ClosingService)
                    if not await closing.settle_next(deal_id):
                        break

    async def free_expired(self) -> None:
        async with self._transactions() as scope:
            expiring: ExpiringService = await scope.get(ExpiringService)
            due = await expiring.due(SEATS_AT_ONCE)
        for seat_id in due:
            async with self._transactions() as scope:
                expiring = await scope.get(ExpiringService)
                await expiring.expire(seat_id)
