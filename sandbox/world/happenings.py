"""What can happen in the world. Faces listen: one makes updates of it, one a page's events."""

from dataclasses import dataclass

from sandbox.world.messages import Stored
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json


@dataclass(frozen=True, slots=True)
class Happening:
    room: Room


@dataclass(frozen=True, slots=True)
class Posted(Happening):
    message: Stored


@dataclass(frozen=True, slots=True)
class Edited(Happening):
    """``silently``: people see it, no update is made (a poll was voted in, a topic renamed)."""

    message: Stored
    silently: bool = False


@dataclass(frozen=True, slots=True)
class Deleted(Happening):
    messages: tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class MemberChanged(Happening):
    by: int
    old: Member
    new: Member


@dataclass(frozen=True, slots=True)
class AskedToJoin(Happening):
    person: int
    link: Json


@dataclass(frozen=True, slots=True)
class Reacted(Happening):
    message: Stored
    person: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PollChanged(Happening):
    message: Stored
    poll: Json
    voter: int | None = None
    options: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Typing(Happening):
    person: int
    action: str
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Drafted(Happening):
    """A bot shows what it has of an answer so far."""

    bot: int
    draft: Json
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class ChatChanged(Happening):
    """Its title, topics or settings."""
