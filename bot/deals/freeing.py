from bot.deals.events import DealChanged, SeatGivenBack, SeatOffered
from bot.deals.models import Deal, ProofKind, Seat, SeatMovement, SeatStatus
from bot.deals.proof import ProofLog
from bot.deals.repository import DealRepository
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money


class SeatKeeper:
    """Changes one seat together with its deal's counters. Whoever calls holds the deal's lock."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        proof: ProofLog,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._proof = proof
        self._events = events
        self._clock = clock
        self._settings = settings

    async def free(
        self,
        deal: Deal,
        seat: Seat,
        *,
        is_lost: bool = False,
        is_dropped: bool = False,
        charged: Money | None = None,
    ) -> None:
        """Nobody sits here any more; the first who waits moves up.

        ``is_lost``, ``is_dropped`` and ``charged`` are what ``SeatGivenBack`` tells.
        """
        was_paid = seat.is_paid
        if seat.status is SeatStatus.COLLECTED:
            deal.collected_people -= 1
            deal.collected_pieces -= seat.quantity
        was_taken = was_paid or seat.status is SeatStatus.HELD
        seat.move(SeatStatus.RELEASED)
        seat.until = seat.queued_at = seat.reminders = None
        if was_taken:
            self._move(deal, seat, -seat.quantity)
        if was_paid:
            await self._uncount(deal, seat)
        await self._deals.flush()
        if was_paid:
            await self._events.publish(
                SeatGivenBack(
                    deal_id=deal.id,
                    seat_id=seat.id,
                    person_id=seat.person_id,
                    is_lost=is_lost,
                    is_dropped=is_dropped,
                    charged=charged,
                )
            )
        if was_taken:
            await self._move_up(deal)

    async def take_back(self, deal: Deal, seat: Seat, pieces: int) -> bool:
        """Take a seat for so many pieces, because their money came; False if they are gone.

        It may have run out, wait in the queue, or be held for another number by now.
        """
        more = pieces - (seat.quantity if seat.status is SeatStatus.HELD else 0)
        if deal.room is not None and more > deal.room:
            return False
        if seat.status is SeatStatus.WAITING:
            seat.move(SeatStatus.HELD)
            seat.queued_at = None
        self._move(deal, seat, more)
        seat.quantity, seat.wanted = pieces, min(seat.wanted, pieces)
        if more < 0:
            await self._deals.flush()
            await self._move_up(deal)
        return True

    async def resize(self, deal: Deal, seat: Seat, pieces: int) -> None:
        """Keep another number for her; what she gives back goes to those who wait."""
        more = pieces - seat.quantity
        self._move(deal, seat, more)
        seat.quantity = pieces
        await self._deals.flush()
        if more < 0:
            await self._move_up(deal)

    async def count(self, deal: Deal, seat: Seat) -> None:
        """Her money is there: the seat has a number, and a line in the public log."""
        seat.move(SeatStatus.PAID)
        seat.until, seat.paid_at = None, self._clock.now()
        deal.seats_numbered += 1
        seat.number = deal.seats_numbered
        deal.paid_people += 1
        deal.paid_pieces += seat.quantity
        await self._count_in_group(deal, seat, 1)
        await self._deals.flush()
        await self._proof.write(deal, ProofKind.PAID, seat, seat.quantity)

    async def _uncount(self, deal: Deal, seat: Seat) -> None:
        deal.paid_people -= 1
        deal.paid_pieces -= seat.quantity
        await self._count_in_group(deal, seat, -1)
        await self._proof.write(deal, ProofKind.LEFT, seat, seat.quantity)
        await self._events.publish(DealChanged(deal_id=deal.id))

    async def _count_in_group(self, deal: Deal, seat: Seat, sign: int) -> None:
        if seat.group_id is None:
            return
        place = await self._deals.lock_group(deal.parent_id or deal.id, GroupId(seat.group_id))
        if place is not None:
            place.paid_people += sign
            place.paid_pieces += sign * seat.quantity

    async def _move_up(self, deal: Deal) -> None:
        """Give what is free to those who wait, in their order."""
        now = self._clock.now()
        while deal.is_open(now) and (room := deal.room):
            seat = await self._deals.first_waiting(deal.id, room)
            if seat is None:
                return
            seat.move(SeatStatus.HELD)
            seat.queued_at, seat.until, seat.taken_at = None, now + self._settings.offer, now
            self._move(deal, seat, seat.quantity)
            await self._deals.flush()
            await self._events.publish(
                SeatOffered(deal_id=deal.id, seat_id=seat.id, person_id=seat.person_id)
            )

    def _move(self, deal: Deal, seat: Seat, pieces: int) -> None:
        deal.taken += pieces
        deal.seat_moves += 1
        self._deals.add(
            SeatMovement(
                deal_id=deal.id,
                person_id=seat.person_id,
                pieces=pieces,
                key=f"deal-{deal.id}-{deal.seat_moves}",
                at=self._clock.now(),
            )
        )
