from bot.deals.sale_days.repository import SaleDayRepository
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData


class SaleDaysOfPerson(PersonalData):
    """Whom she brought, and where she was counted. What was counted stays a number."""

    section = "sale_days"

    def __init__(self, sales: SaleDayRepository) -> None:
        self._sales = sales

    async def export(self, person_id: PersonId) -> dict[str, object]:
        return {
            "links": [
                {"sale": link.sale_id, "code": link.code, "joined": link.joins}
                for link in await self._sales.links_of(person_id)
            ],
            "counted": [
                {"sale": join.sale_id, "code": join.code, "at": join.at.isoformat()}
                for join in await self._sales.joins_of(person_id)
            ],
        }

    async def erase(self, person_id: PersonId) -> None:
        """Links and joins are numbers that belong to a price others pay."""
