"""Turns what happens into the events of open pages, and keeps reply keyboards standing."""

from typing import Final

from sandbox.sim.live import Live
from sandbox.sim.speaking import Speaking
from sandbox.world.happenings import (
    ChatChanged,
    Deleted,
    Drafted,
    Edited,
    Happening,
    MemberChanged,
    Posted,
    Reacted,
    Typing,
)
from sandbox.world.messages import Stored
from sandbox.world.rooms import Room
from sandbox.world.store import Json
from sandbox.world.world import World

TYPING_SECONDS: Final = 5
DRAFT_SECONDS: Final = 30


class Telling:
    def __init__(self, world: World, sim: Speaking, live: Live) -> None:
        self._world = world
        self._sim = sim
        self._live = live

    def __call__(self, happening: Happening) -> None:
        room = happening.room
        match happening:
            case Posted(_, message):
                self._stand_keyboard(room, message)
                self._tell_message(room, message, "message")
            case Edited(_, message) | Reacted(_, message):
                self._tell_message(room, message, "edited")
            case Deleted(_, messages):
                self._tell_deleted(room, messages)
            case Typing(_, person, _, thread):
                self._tell_typing(room, person, thread)
            case Drafted(_, bot, draft, thread):
                self._tell_draft(room, bot, draft, thread)
            case MemberChanged() | ChatChanged():
                for person in self._watching(room, also_gone=True):
                    self._tell_row(person, room)
            case _:
                pass

    def _tell_message(self, room: Room, message: Stored, kind: str) -> None:
        for person in self._watching(room):
            if not message.concerns(person):
                continue
            chat = room.id_for(person)
            seen = self._sim.seen(message, person)
            self._live.tell(person, lambda seen=seen, chat=chat: _event(kind, chat, message=seen))  # type: ignore[misc]
            if kind == "message":
                self._tell_row(person, room)

    def _tell_deleted(self, room: Room, messages: tuple[Stored, ...]) -> None:
        for person in self._watching(room):
            keys = [one.key for one in messages if one.concerns(person)]
            if keys:
                event = _event("deleted", room.id_for(person), keys=keys)
                self._live.tell(person, lambda event=event: event)  # type: ignore[misc]
                self._tell_row(person, room)

    def _tell_typing(self, room: Room, who: int, thread: int | None) -> None:
        name = self._world.account(who).name
        more: Json = {"name": name, "seconds": TYPING_SECONDS}
        if thread is not None:
            more["thread"] = thread
        for person in self._watching(room):
            event = _event("typing", room.id_for(person), **more)
            self._live.tell(person, lambda event=event: event)  # type: ignore[misc]

    def _tell_draft(self, room: Room, bot: int, draft: Json, thread: int | None) -> None:
        more: Json = {"name": self._world.account(bot).name, "draft": draft}
        more |= {"seconds": DRAFT_SECONDS} | ({} if thread is None else {"thread": thread})
        for person in self._watching(room):
            event = _event("draft", room.id_for(person), **more)
            self._live.tell(person, lambda event=event: event)  # type: ignore[misc]

    def _tell_row(self, person: int, room: Room) -> None:
        self._live.tell(person, lambda: {"type": "chat", "row": self._sim.row(person, room)})

    def _watching(self, room: Room, *, also_gone: bool = False) -> list[int]:
        members = self._world.rooms.members(room)
        return [
            person
            for person in self._live.watched()
            if person in members and (also_gone or members[person].is_present)
        ]

    def _stand_keyboard(self, room: Room, message: Stored) -> None:
        markup: Json | None = message.body.get("_keyboard")
        if markup is None:
            return
        for member in self._world.rooms.present(room):
            if self._world.account(member.person).is_bot or not message.concerns(member.person):
                continue
            if markup.get("selective") and not self._is_addressed(room, message, member.person):
                continue
            if "remove_keyboard" in markup:
                member.doc.pop("keyboard", None)
            else:
                member.doc["keyboard"] = {"markup": markup, "message": message.key}
            self._world.rooms.save_member(member)

    def _is_addressed(self, room: Room, message: Stored, person: int) -> bool:
        reply_to = message.body.get("_reply_to")
        original = None if reply_to is None else self._world.messages.by_id(room.id, reply_to)
        return original is not None and original.sender == person


def _event(kind: str, chat: int, **more: object) -> Json:
    return {"type": kind, "chat": chat, **more}
