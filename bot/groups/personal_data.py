from bot.groups.repository import GroupRepository
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData


class GroupsAddedBy(PersonalData):
    """Which groups she has brought the bot into."""

    section = "groups"

    def __init__(self, groups: GroupRepository) -> None:
        self._groups = groups

    async def export(self, person_id: PersonId) -> list[dict[str, object]]:
        return [
            {"title": group.title, "added_at": group.joined_at.isoformat()}
            for group in await self._groups.added_by(person_id)
        ]

    async def erase(self, person_id: PersonId) -> None:
        for group in await self._groups.added_by(person_id):
            group.added_by_id = None
