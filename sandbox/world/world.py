"""The whole toy world in one hand: its parts, and the one way to say something in it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from sandbox.world.clock import MovableClock
from sandbox.world.commands import Commands
from sandbox.world.files import Files
from sandbox.world.happenings import Deleted, Edited, Happening, Posted
from sandbox.world.messages import Messages, Stored
from sandbox.world.people import Account, People
from sandbox.world.polls import Polls
from sandbox.world.queries import Queries
from sandbox.world.rooms import Room, Rooms
from sandbox.world.store import Json, Store

Listener: TypeAlias = Callable[[Happening], None]


class World:
    def __init__(self, folder: Path | None, now: Callable[[], float] | None = None) -> None:
        self.store = Store(folder)
        self.clock = MovableClock(self.store, now)
        self.people = People(self.store)
        self.rooms = Rooms(self.store)
        self.messages = Messages(self.store)
        self.files = Files(self.store)
        self.polls = Polls(self.store)
        self.commands = Commands(self.store)
        self.queries = Queries(self.store, self.clock)
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def tell(self, happening: Happening) -> None:
        for listener in self._listeners:
            listener(happening)

    def account(self, account_id: int) -> Account:
        account = self.people.find(account_id)
        if account is None:
            raise LookupError(f"nobody has the id {account_id}")
        return account

    def post(
        self,
        room: Room,
        sender: int,
        body: Json,
        *,
        thread: int | None = None,
        receiver: int | None = None,
        replaces: int | None = None,
    ) -> Stored:
        """Say something. With a ``receiver`` the message is ephemeral: she alone sees it."""
        private = receiver is not None
        message = self.messages.add(
            Stored(
                n=0,
                room=room.id,
                id=0 if private else self.messages.next_id(room.id, room.type),
                sender=sender,
                date=self.clock.seconds(),
                body=body,
                thread=thread,
                ephemeral=self.messages.next_ephemeral_id() if private else None,
                receiver=receiver,
                replaces=replaces,
            )
        )
        self._remember_mentions(room, message)
        if not private and room.doc.get("_last_bot") != sender and self.account(sender).is_bot:
            room.doc["_last_bot"] = sender
            self.rooms.save(room)
        self.tell(Posted(room, message))
        return message

    def service(self, room: Room, by: int, body: Json, *, thread: int | None = None) -> Stored:
        """What Telegram itself writes into a chat: who came, what was pinned."""
        return self.post(room, by, {"_service": True, **body}, thread=thread)

    def edited(self, message: Stored, *, silently: bool = False, stamp: bool = True) -> None:
        if stamp:
            message.body["edit_date"] = self.clock.seconds()
        self.messages.save(message)
        self.tell(Edited(self.rooms.get(message.room), message, silently))

    def delete(self, room: Room, messages: Iterable[Stored]) -> None:
        gone = tuple(messages)
        for message in gone:
            self.messages.delete(message)
        if gone:
            self.tell(Deleted(room, gone))

    def reset(self) -> None:
        """Empty the world. Bots stay, with their commands; numbering goes on."""
        self.store.clear()
        self.people.forget_people()
        self.rooms.forget()

    def close(self) -> None:
        self.store.close()

    def _remember_mentions(self, room: Room, message: Stored) -> None:
        mentioned = self._mentioned(message)
        reply_to = message.body.get("_reply_to")
        if reply_to is not None:
            original = self.messages.by_id(room.id, reply_to)
            if original is not None and original.sender != message.sender:
                mentioned.add(original.sender)
        if mentioned:
            members = self.rooms.members(room)
            self.messages.mention(message, [one for one in mentioned if one in members])

    def _mentioned(self, message: Stored) -> set[int]:
        text = str(message.body.get("text") or message.body.get("caption") or "")
        entities = message.body.get("entities") or message.body.get("caption_entities") or []
        found: set[int] = set()
        for entity in entities:
            if entity["type"] == "text_mention":
                found.add(int(entity["user"]["id"]))
            elif entity["type"] == "mention":
                account = self.people.by_username(part_of(text, entity))
                if account is not None:
                    found.add(account.id)
        return found


def part_of(text: str, entity: Json) -> str:
    """The piece of text an entity marks; Telegram counts in UTF-16 units."""
    units = text.encode("utf-16-le")
    start = int(entity["offset"]) * 2
    return units[start : start + int(entity["length"]) * 2].decode("utf-16-le", "replace")
