"""Settling what is over, a few seats a transaction; killed anywhere, it goes on from the rows."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import structlog

from bot.deals.closing import ClosingService
from bot.deals.collecting import CollectingService
from bot.deals.expiring import ExpiringService
from bot.deals.models import DealId, SeatId
from bot.deals.repository import DealRepository
from bot.kit.halving import all_or_halves
from bot.kit.transactions import Transactions

log = structlog.get_logger(__name__)
DEALS_AT_ONCE = 200  # those whose money is still being taken must not hide others
SEATS_AT_ONCE = 500  # then other jobs have their turn
SEATS_IN_A_TURN = 25  # of one deal
TURNS = SEATS_AT_ONCE // SEATS_IN_A_TURN


class DealSettler:
    """Never called inside a transaction: it opens its own."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def settle_due(self) -> None:
        async with self._transactions() as scope:
            deals: DealRepository = await scope.get(DealRepository)
            over = await deals.unsettled(DEALS_AT_ONCE)
        stuck: dict[DealId, set[SeatId]] = {deal_id: set() for deal_id in over}
        for _ in range(TURNS):
            # A few seats of each in turn, so that ten thousand of one keep no other waiting.
            over = [deal_id for deal_id in over if await self._has_more(deal_id, stuck[deal_id])]

    async def _has_more(self, deal_id: DealId, stuck: set[SeatId]) -> bool:
        try:
            return await self._settle_some(deal_id, stuck)
        except Exception:
            # One deal that cannot be settled keeps nobody else's money waiting.
            log.exception("deal.unsettled", deal=deal_id)
            return False

    async def _settle_some(self, deal_id: DealId, stuck: set[SeatId]) -> bool:
        async with self._transactions() as scope:
            closing: ClosingService = await scope.get(ClosingService)
            seats = await closing.next_seats(deal_id, SEATS_IN_A_TURN, besides=stuck)
        for seat_id, error in await all_or_halves(seats, partial(self._settle, deal_id)):
            # Nor does one seat of it.
            log.error("seat.unsettled", deal=deal_id, seat=seat_id, exc_info=error)
            stuck.add(seat_id)
        return bool(seats)

    async def _settle(self, deal_id: DealId, seats: Sequence[SeatId]) -> None:
        async with self._transactions() as scope:
            closing: ClosingService = await scope.get(ClosingService)
            await closing.settle(deal_id, seats)

    async def drop_declined(self) -> None:
        async with self._transactions() as scope:
            collecting: CollectingService = await scope.get(CollectingService)
            overdue = await collecting.overdue(SEATS_AT_ONCE)
        for seat_id in overdue:
            await self._one(seat_id, self._drop)

    async def free_expired(self) -> None:
        async with self._transactions() as scope:
            expiring: ExpiringService = await scope.get(ExpiringService)
            due = await expiring.due(SEATS_AT_ONCE)
        for seat_id in due:
            await self._one(seat_id, self._expire)

    async def _one(self, seat_id: SeatId, work: Callable[[SeatId], Awaitable[None]]) -> None:
        try:
            await work(seat_id)
        except Exception:
            # One seat that cannot be freed keeps nobody else waiting.
            log.exception("seat.unfreed", seat=seat_id)

    async def _drop(self, seat_id: SeatId) -> None:
        async with self._transactions() as scope:
            collecting: CollectingService = await scope.get(CollectingService)
            await collecting.drop(seat_id)

    async def _expire(self, seat_id: SeatId) -> None:
        async with self._transactions() as scope:
            expiring: ExpiringService = await scope.get(ExpiringService)
            await expiring.expire(seat_id)
