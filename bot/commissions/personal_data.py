from typing import Any

from bot.commissions.repository import CommissionRepository
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData


class CommissionsOfPerson(PersonalData):
    """What she offered, accepted and paid for a shop or a group: erased, the lines name nobody."""

    section = "commissions"

    def __init__(self, commissions: CommissionRepository) -> None:
        self._commissions = commissions

    async def export(self, person_id: PersonId) -> list[dict[str, Any]]:
        said = [
            {"agreement": one.agreement_id, "you": one.said, "at": one.at.isoformat()}
            for one in await self._commissions.entries_by(person_id)
        ]
        paid = [
            {
                "agreement": one.agreement_id,
                "you": "paid" if one.by_id == person_id else "received",
                "money": f"{one.money.amount} {one.money.currency}",
                "at": one.paid_at.isoformat(),
            }
            for one in await self._commissions.payouts_by(person_id)
        ]
        return said + paid

    async def erase(self, person_id: PersonId) -> None:
        for entry in await self._commissions.entries_by(person_id):
            entry.by_id = None
        for payout in await self._commissions.payouts_by(person_id):
            if payout.by_id == person_id:
                payout.by_id = None
            if payout.received_by == person_id:
                payout.received_by = None
