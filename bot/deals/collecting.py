from collections.abc import Sequence

from bot.deals import rules
from bot.deals.events import DealChanged, DealFailed, DealSucceeded, SeatCollected, SeatDeclined
from bot.deals.freeing import SeatKeeper
from bot.deals.models import Deal, DealId, DealKind, DealStatus, Seat, SeatId, SeatStatus
from bot.deals.repository import DealRepository
from bot.deals.rules import CaseWish
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.orders.models import OrderId
from bot.orders.pledging import AskedAgain, PledgingService
from bot.payments.errors import PaymentTooLate
from bot.people.models import PersonId


class CollectingService:
    """Enough have joined, and their saved cards are charged: what is collected decides the deal.

    It comes true as soon as enough is collected; whoever's card was refused may still pay for a
    while, and loses nothing but her seat after it.
    """

    def __init__(
        self,
        *,
        deals: DealRepository,
        keeper: SeatKeeper,
        pledging: PledgingService,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._keeper = keeper
        self._pledging = pledging
        self._events = events
        self._clock = clock
        self._settings = settings

    async def collected(self, order_id: OrderId) -> None:
        """Her card was charged, or she paid herself."""
        found = await self._deals.find_seat_by_order(order_id)
        if found is None:
            return
        deal = await self._deals.lock(found.deal_id)
        seat = await self._deals.lock_seat(found.deal_id, found.person_id)
        if seat.order_id == order_id and seat.status is SeatStatus.CHARGING:
            await self._collect(deal, seat, was_declined=seat.until is not None)

    async def rejoined(self, deal: Deal, seat: Seat, pieces: int) -> None:
        """She paid after her seat was dropped, and has it again. The caller holds the lock."""
        seat.move(SeatStatus.CHARGING)
        seat.honoured = pieces
        await self._collect(deal, seat, was_declined=True)

    async def declined(self, order_id: OrderId) -> None:
        """Her card was refused: she has some time to pay herself."""
        found = await self._deals.find_seat_by_order(order_id)
        if found is None:
            return
        await self._deals.lock(found.deal_id)
        seat = await self._deals.lock_seat(found.deal_id, found.person_id)
        if seat.order_id != order_id or seat.status is not SeatStatus.CHARGING or seat.until:
            return
        seat.until, seat.reminders = self._clock.now() + self._settings.repair, 0
        await self._tell_declined(seat, is_reminder=False)

    async def pay_again(self, deal_id: DealId, person_id: PersonId) -> AskedAgain:
        """Give the page on which she pays herself. Raises PaymentTooLate."""
        seat = await self._deals.find_seat(deal_id, person_id)
        if seat is None or seat.order_id is None or not seat.is_declined or seat.until is None:
            raise PaymentTooLate
        return await self._pledging.ask_again(seat.order_id, until=seat.until)

    async def remind(self, limit: int = 100) -> None:
        """Tell twice that her time to pay ends: in good time, and shortly before."""
        now = self._clock.now()
        spans = (self._settings.first_reminder, self._settings.last_reminder)
        for nth, span in enumerate(spans):
            for found in await self._deals.declined_until(now + span, limit, reminders=nth):
                await self._deals.lock(found.deal_id)
                seat = await self._deals.lock_seat(found.deal_id, found.person_id)
                if seat.is_declined and seat.reminders == nth:
                    seat.reminders = nth + 1
                    await self._tell_declined(seat, is_reminder=True)

    async def overdue(self, limit: int) -> Sequence[SeatId]:
        return [seat.id for seat in await self._deals.declined_until(self._clock.now(), limit)]

    async def drop(self, seat_id: SeatId) -> None:
        """Her time to pay is over: the seat is free, and the deal decided without her."""
        seat = await self._deals.seat(seat_id)
        if seat.order_id is None or not await self._pledging.is_declined(seat.order_id):
            return
        # Her order's lock is held: no payment of hers is counted meanwhile.
        seat = await self._deals.lock_seat(seat.deal_id, seat.person_id)
        if not seat.is_declined or seat.until is None or self._clock.now() < seat.until:
            return
        if seat.order_id is not None:
            await self._pledging.release(seat.order_id, reason="card-declined")
        deal = await self._deals.lock(seat.deal_id)
        await self._keeper.free(deal, seat, is_dropped=True)
        await self.decide(deal)

    async def _collect(self, deal: Deal, seat: Seat, *, was_declined: bool) -> None:
        seat.move(SeatStatus.COLLECTED)
        seat.until = seat.reminders = None
        deal.collected_people += 1
        deal.collected_pieces += seat.quantity
        await self._deals.flush()
        await self._events.publish(
            SeatCollected(
                deal_id=deal.id,
                seat_id=seat.id,
                person_id=seat.person_id,
                was_declined=was_declined,
            )
        )
        await self.decide(deal)

    async def decide(self, deal: Deal) -> None:
        """Somebody's money came, or she fell out of it. The caller holds the deal's lock."""
        if deal.status is not DealStatus.COLLECTING:
            return
        if deal.kind is DealKind.CASE:
            await self._decide_case(deal)
        elif deal.collected >= deal.goal and deal.collected_people:
            await self._succeed(deal)
        elif not deal.outstanding:
            await self._fail(deal)
        elif not deal.is_reached and not await self._deals.has_in_flight(deal.id):
            await self._fail(deal)  # nobody shall pay for what cannot come true
        else:
            await self._events.publish(DealChanged(deal_id=deal.id))

    async def _decide_case(self, deal: Deal) -> None:
        """Whole cases are shared out once more, when it is known who takes part."""
        if deal.outstanding:
            await self._events.publish(DealChanged(deal_id=deal.id))
            return
        seats = await self._deals.paid_seats(deal.id, None, (SeatStatus.COLLECTED,))
        wishes = []
        for seat in seats:
            most = seat.quantity if seat.honoured is None else seat.honoured
            wishes.append(CaseWish(seat.id, min(seat.wanted, most), most))
        shares = rules.fill_cases(wishes, deal.goal)
        if not any(shares.values()):
            await self._fail(deal)
            return
        for seat in seats:
            seat.honoured = shares[seat.id]
        await self._succeed(deal)

    async def _succeed(self, deal: Deal) -> None:
        deal.move(DealStatus.SUCCEEDED)
        await self._events.publish(DealSucceeded(deal_id=deal.id))

    async def _fail(self, deal: Deal) -> None:
        deal.move(DealStatus.FAILED)
        await self._events.publish(DealFailed(deal_id=deal.id, cancelled=False))

    async def _tell_declined(self, seat: Seat, *, is_reminder: bool) -> None:
        if seat.until is not None:
            await self._events.publish(
                SeatDeclined(
                    deal_id=seat.deal_id,
                    seat_id=seat.id,
                    person_id=seat.person_id,
                    until=seat.until,
                    is_reminder=is_reminder,
                )
            )
