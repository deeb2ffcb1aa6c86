from collections.abc import Sequence
from datetime import timedelta

from bot.deals.freeing import SeatKeeper
from bot.deals.models import SeatId, SeatStatus
from bot.deals.repository import DealRepository
from bot.deals.teaming import TeamService
from bot.kit.clock import Clock
from bot.orders.pledging import PledgingService

A_LITTLE_LONGER = timedelta(minutes=5)


class ExpiringService:
    """Seats whose time ran out before they were paid go to somebody else."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        keeper: SeatKeeper,
        pledging: PledgingService,
        teams: TeamService,
        clock: Clock,
    ) -> None:
        self._deals = deals
        self._keeper = keeper
        self._pledging = pledging
        self._teams = teams
        self._clock = clock

    async def due(self, limit: int) -> Sequence[SeatId]:
        found = await self._deals.expired_seats(self._clock.now(), limit)
        return [seat.id for seat in found]

    async def expire(self, seat_id: SeatId) -> None:
        """Free one seat, unless her money may be coming this moment."""
        seat = await self._deals.seat(seat_id)
        is_idle = seat.order_id is None or await self._pledging.give_up(seat.order_id)
        deal = await self._deals.lock(seat.deal_id)
        seat = await self._deals.lock_seat(seat.deal_id, seat.person_id)
        now = self._clock.now()
        if seat.status is not SeatStatus.HELD or seat.until is None or now < seat.until:
            return
        if not is_idle:
            seat.until = now + A_LITTLE_LONGER
            return
        await self._keeper.free(deal, seat)
        await self._teams.drop_unpaid(deal.id)
