"""One Bot API call on its way through a method."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from sandbox.botapi.errors import bad_request
from sandbox.world.people import Account
from sandbox.world.rooms import Room
from sandbox.world.store import Json
from sandbox.world.views import Views
from sandbox.world.world import World

if TYPE_CHECKING:
    from sandbox.botapi.server import BotApi


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes
    mime_type: str | None = None


@dataclass(slots=True)
class Call:
    """``parameters`` have passed the schema; files stand in them as ``attach://<name>``."""

    api: "BotApi"
    bot: Account
    method: str
    parameters: Json
    files: Mapping[str, Upload] = field(default_factory=dict)

    @property
    def world(self) -> World:
        return self.api.world

    @property
    def views(self) -> Views:
        return self.api.views

    def room(self, name: str = "chat_id") -> Room:
        """The chat a parameter names. Raises ``ApiError`` when the bot cannot know it."""
        chat_id = self.parameters.get(name)
        if chat_id is None:
            raise bad_request(f"{name} is empty")
        room = self._find_room(chat_id)
        if room is None:
            raise bad_request("chat not found")
        return room

    def _find_room(self, chat_id: int | str) -> Room | None:
        if isinstance(chat_id, str) and not chat_id.lstrip("-").isdecimal():
            return self.world.rooms.by_username(chat_id) if chat_id.startswith("@") else None
        number = int(chat_id)
        if number > 0 and self.world.people.find(number) is not None and number != self.bot.id:
            return self.world.rooms.private(self.bot.id, number)
        return self.world.rooms.find(number) if number < 0 else None


Handler: TypeAlias = Callable[[Call], Awaitable[object]]
Methods: TypeAlias = Mapping[str, Handler]
