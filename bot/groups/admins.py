from typing import Protocol

from bot.people.models import PersonId


class GroupAdmins(Protocol):
    async def learn(self, chat_id: int, person_id: PersonId) -> None:
        """Ask the platform, in bounded time, while no transaction is open."""
        ...

    def is_admin(self, chat_id: int, person_id: PersonId) -> bool:
        """Tell what was learned just now; what nobody asked or answered means no."""
        ...
