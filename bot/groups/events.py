from dataclasses import dataclass

from bot.groups.models import GroupId
from bot.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWelcomed(Event):
    """The bot came into a group it was not in before."""

    group_id: GroupId
    hears_everything: bool  # it is an admin there, or its privacy mode is off


@dataclass(frozen=True, slots=True, kw_only=True)
class BotPromoted(Event):
    """The bot was made an admin of a group it was in already, and hears everything from now on."""

    group_id: GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class BotLeft(Event):
    group_id: GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMoved(Event):
    """Telegram gave the chat a new id."""

    group_id: GroupId
    old_chat_id: int
    new_chat_id: int
