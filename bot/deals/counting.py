from datetime import datetime

from bot.deals import rails
from bot.deals.closing import ClosingService
from bot.deals.collecting import CollectingService
from bot.deals.errors import DealClosed, SeatLost
from bot.deals.events import HoldTooShort, PaidTooLate, SeatPaid
from bot.deals.freeing import SeatKeeper
from bot.deals.models import SEAT, Deal, DealStatus, Seat, SeatId, SeatStatus
from bot.deals.proof import new_code
from bot.deals.reaching import note_goal
from bot.deals.repository import DealRepository
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.orders.models import OrderId
from bot.orders.pledging import PledgingService


class CountingService:
    """What a seat does when its order is about to be paid, is paid, or is not."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        keeper: SeatKeeper,
        closing: ClosingService,
        collecting: CollectingService,
        pledging: PledgingService,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._keeper = keeper
        self._closing = closing
        self._collecting = collecting
        self._pledging = pledging
        self._events = events
        self._clock = clock
        self._settings = settings

    async def approve(self, order_id: OrderId) -> None:
        """Before money moves: the deal is open and the seat still hers. Then it waits for the bank.

        Raises DealClosed, SeatLost. Orders that are no seat pass.
        """
        awaits = (await self._pledging.get(order_id)).awaits
        if awaits is None or awaits.kind != SEAT:
            return
        seat = await self._deals.seat(SeatId(awaits.id))  # another order may have it by now
        now = self._clock.now()
        deal = await self._deals.lock(seat.deal_id)
        seat = await self._deals.lock_seat(seat.deal_id, seat.person_id)
        if not deal.is_open(now):
            raise DealClosed
        if seat.status is not SeatStatus.HELD or seat.order_id != order_id:
            raise SeatLost
        seat.until = max(seat.until or now, now + self._settings.slack)

    async def count(
        self,
        seat_id: SeatId,
        order_id: OrderId,
        held_until: datetime | None = None,
        *,
        is_charged: bool = False,
    ) -> None:
        """Count a paid order. Where there is no seat for it any more, the money goes back.

        ``held_until``: it is only held, until then, which has to reach to the end of the deal.
        ``is_charged``: nothing more has to be taken, though her card had been refused.
        """
        seat = await self._deals.seat(seat_id)
        deal = await self._deals.lock(seat.deal_id)
        seat = await self._deals.lock_seat(seat.deal_id, seat.person_id)
        if not rails.reaches(held_until, deal.closes_at):
            await self._refuse_hold(deal, seat, order_id)
            return
        if not await self._has_room(deal, seat, order_id, is_charged=is_charged):
            await self._give_back(deal, seat, order_id)
            return

        seat.order_id = order_id
        seat.code = seat.code or new_code()
        await self._keeper.count(deal, seat)
        if deal.status is DealStatus.COLLECTING:
            await self._collecting.rejoined(deal, seat, seat.quantity)
            return
        await self._lead(deal, seat)
        await self._events.publish(
            SeatPaid(deal_id=deal.id, seat_id=seat.id, person_id=seat.person_id)
        )
        await note_goal(deal, self._events, self._clock)
        if deal.is_sold_out and deal.is_reached:
            await self._closing.close(deal)

    async def honour(self, order_id: OrderId) -> None:
        """What was held for her seat is taken now, and her order sold."""
        seat = await self._deals.find_seat_by_order(order_id)
        # Under its order's lock nobody turns a paid seat into one that is being charged.
        if seat is None or seat.status is SeatStatus.PAID:
            return
        await self._deals.lock(seat.deal_id)
        seat = await self._deals.lock_seat(seat.deal_id, seat.person_id)
        if seat.status in {SeatStatus.CHARGING, SeatStatus.COLLECTED}:
            seat.move(SeatStatus.HONOURED)

    async def lose(self, seat_id: SeatId, order_id: OrderId) -> None:
        """Her bank let go of the money too early: the seat is free again, and she is told."""
        seat = await self._deals.seat(seat_id)
        deal = await self._deals.lock(seat.deal_id)
        seat = await self._deals.lock_seat(seat.deal_id, seat.person_id)
        if seat.order_id != order_id or not seat.is_paid:
            return
        await self._keeper.free(deal, seat, is_lost=True)
        await self._collecting.decide(deal)

    async def expire(self, order_id: OrderId) -> None:
        """Her time to pay ran out, and so does her seat."""
        seat = await self._deals.find_seat_by_order(order_id)
        if seat is None:
            return
        deal = await self._deals.lock(seat.deal_id)
        seat = await self._deals.lock_seat(seat.deal_id, seat.person_id)
        if seat.status is SeatStatus.HELD and seat.order_id == order_id:
            await self._keeper.free(deal, seat)

    async def _has_room(
        self, deal: Deal, seat: Seat, order_id: OrderId, *, is_charged: bool
    ) -> bool:
        still_collects = is_charged and deal.status is DealStatus.COLLECTING
        if seat.is_paid or not (deal.status is DealStatus.OPEN or still_collects):
            return False
        order = await self._pledging.get(order_id)
        (line,) = order.lines
        if seat.status is SeatStatus.HELD and seat.quantity == line.quantity:
            return True
        return await self._keeper.take_back(deal, seat, line.quantity)

    async def _give_back(self, deal: Deal, seat: Seat, order_id: OrderId) -> None:
        await self._pledging.release(order_id, reason="too-late")
        await self._events.publish(
            PaidTooLate(deal_id=deal.id, person_id=seat.person_id, order_id=order_id)
        )

    async def _refuse_hold(self, deal: Deal, seat: Seat, order_id: OrderId) -> None:
        if seat.status is SeatStatus.HELD and seat.order_id == order_id:
            await self._keeper.free(deal, seat)
        await self._pledging.release(order_id, reason="hold-too-short")
        await self._events.publish(
            HoldTooShort(deal_id=deal.id, person_id=seat.person_id, order_id=order_id)
        )

    async def _lead(self, deal: Deal, seat: Seat) -> None:
        """A team's time begins with its first payment, and whoever made it leads."""
        if deal.parent_id is None or deal.paid_people != 1:
            return
        deal.leader_id = seat.person_id
        deal.closes_at = self._clock.now() + self._settings.team
