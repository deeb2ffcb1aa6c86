from typing import Protocol

from bot.people.models import PersonId


class GroupAdmins(Protocol):
    async def is_admin(self, chat_id: int, person_id: PersonId) -> bool:
        """Ask the platform, in bounded time; a platform that does not answer means no."""
        ...
