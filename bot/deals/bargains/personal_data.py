from bot.deals.bargains.events import BargainEnded, BargainNamed
from bot.deals.bargains.models import BargainStatus
from bot.deals.bargains.repository import BargainRepository
from bot.kit.events import Events
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData


class BargainsOfPerson(PersonalData):
    """What she bargained for, and whom she helped: under a code without a name."""

    section = "bargains"

    def __init__(self, bargains: BargainRepository, events: Events) -> None:
        self._bargains = bargains
        self._events = events

    async def export(self, person_id: PersonId) -> dict[str, object]:
        own = await self._bargains.of_person(person_id)
        helps = await self._bargains.cuts_by(person_id)
        return {
            "own": [
                {
                    "bargain": bargain.id,
                    "status": bargain.status.value,
                    "started_at": bargain.made_at.isoformat(),
                }
                for bargain in own
            ],
            "helped": [
                {"bargain": cut.bargain_id, "code": cut.code, "at": cut.at.isoformat()}
                for cut in helps
            ],
        }

    async def erase(self, person_id: PersonId) -> None:
        for bargain in await self._bargains.of_person(person_id):
            if bargain.is_named:
                bargain.is_named = False
                await self._events.publish(BargainNamed(bargain_id=bargain.id))
            if bargain.status in {BargainStatus.RUNNING, BargainStatus.COMPLETE}:
                bargain.move(BargainStatus.OVER)
                await self._events.publish(BargainEnded(bargain_id=bargain.id))
