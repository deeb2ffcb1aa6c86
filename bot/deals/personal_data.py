from collections.abc import Sequence

from bot.deals.models import SeatStatus
from bot.deals.repository import DealRepository
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData, Unfinished


class SeatsOfPerson(PersonalData):
    """Which deals she joined. Paid seats stay as the accounts' own, under a code without a name."""

    section = "deals"

    def __init__(self, deals: DealRepository) -> None:
        self._deals = deals

    async def export(self, person_id: PersonId) -> list[dict[str, object]]:
        return [
            {
                "deal": seat.deal_id,
                "pieces": seat.quantity,
                "status": seat.status.value,
                "seat_number": seat.number,
                "code": seat.code,
                "taken_at": seat.taken_at.isoformat(),
                "paid_at": seat.paid_at.isoformat() if seat.paid_at else None,
            }
            for seat in await self._deals.seats_of_person(person_id)
        ]

    async def erase(self, person_id: PersonId) -> None:
        for seat in await self._deals.seats_of_person(person_id):
            if seat.status is SeatStatus.WAITING:
                seat.move(SeatStatus.RELEASED)
                seat.queued_at = None

    async def unfinished(self, person_id: PersonId) -> Sequence[Unfinished]:
        seats = await self._deals.seats_of_person(person_id)
        return [
            Unfinished("deals-unfinished", {"deal": str(seat.deal_id)})
            for seat in seats
            if seat.status in {SeatStatus.PAID, SeatStatus.CHARGING, SeatStatus.COLLECTED}
        ]
