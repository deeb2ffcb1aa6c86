from collections.abc import Sequence
from dataclasses import dataclass

from bot.deals.events import DealChanged, SeatGivenBack, SeatOffered
from bot.deals.models import Deal, ProofKind, Seat, SeatMovement, SeatStatus
from bot.deals.proof import ProofLog, of_seat
from bot.deals.repository import DealRepository
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Whose seat becomes free, and what ``SeatGivenBack`` tells of why."""

    seat: Seat
    is_lost: bool = False
    is_dropped: bool = False
    charged: Money | None = None

    def told_of(self, deal: Deal) -> SeatGivenBack:
        return SeatGivenBack(
            deal_id=deal.id,
            seat_id=self.seat.id,
            person_id=self.seat.person_id,
            is_lost=self.is_lost,
            is_dropped=self.is_dropped,
            charged=self.charged,
        )


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
        self, deal: Deal, seat: Seat, *, is_lost: bool = False, is_dropped: bool = False
    ) -> None:
        """Nobody sits here any more; the first who waits moves up."""
        leaving = Leaving(seat=seat, is_lost=is_lost, is_dropped=is_dropped)
        await self.free_all(deal, [leaving])

    async def free_all(self, deal: Deal, leaving: Sequence[Leaving]) -> None:
        """Nobody sits on any of these; the first who wait move up."""
        paid = [each for each in leaving if each.seat.is_paid]
        taken = [
            each.seat
            for each in leaving
            if each.seat.is_paid or each.seat.status is SeatStatus.HELD
        ]
        for seat in (each.seat for each in leaving):
            if seat.status is SeatStatus.COLLECTED:
                deal.collected_people -= 1
                deal.collected_pieces -= seat.quantity
            seat.move(SeatStatus.RELEASED)
            seat.until = seat.queued_at = seat.reminders = None
        for seat in taken:
            self._move(deal, seat, -seat.quantity)
        if paid:
            await self._uncount(deal, [each.seat for each in paid])
        await self._deals.flush()
        for each in paid:
            await self._events.publish(each.told_of(deal))
        if taken:
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
        await self._count_in_groups(deal, [seat], 1)
        await self._deals.flush()
        await self._proof.write(deal, [of_seat(ProofKind.PAID, seat)])

    async def _uncount(self, deal: Deal, seats: Sequence[Seat]) -> None:
        deal.paid_people -= len(seats)
        deal.paid_pieces -= sum(seat.quantity for seat in seats)
        await self._count_in_groups(deal, seats, -1)
        await self._proof.write(deal, [of_seat(ProofKind.LEFT, seat) for seat in seats])
        await self._events.publish(DealChanged(deal_id=deal.id))

    async def _count_in_groups(self, deal: Deal, seats: Sequence[Seat], sign: int) -> None:
        # In a fixed order: two teams of a deal count in the same groups.
        for group_id in sorted({seat.group_id for seat in seats if seat.group_id is not None}):
            place = await self._deals.lock_group(deal.parent_id or deal.id, GroupId(group_id))
            if place is not None:
                here = [seat for seat in seats if seat.group_id == group_id]
                place.paid_people += sign * len(here)
                place.paid_pieces += sign * sum(seat.quantity for seat in here)

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
