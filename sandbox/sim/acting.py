"""What one does with messages that are there: edit, delete, react, forward, vote, pin, read."""

from sandbox.sim.base import MessageRef
from sandbox.sim.errors import SimError, not_allowed, wrong
from sandbox.sim.speaking import LONGEST_CAPTION, LONGEST_TEXT, Speaking
from sandbox.world.happenings import ChatChanged, PollChanged, Reacted
from sandbox.world.messages import GENERAL, Stored
from sandbox.world.origins import forwarded_body
from sandbox.world.rooms import Room
from sandbox.world.store import Json


class Acting(Speaking):
    def edit(self, person: int, chat: int, message: MessageRef, text: str) -> Json:
        room = self._room(person, chat)
        stored = self._own(person, room, message)
        named = "text" if "text" in stored.body else "caption"
        longest = LONGEST_TEXT if named == "text" else LONGEST_CAPTION
        words = self._words(text, named, longest)
        for name in (named, "entities", "caption_entities"):
            stored.body.pop(name, None)
        stored.body |= words
        self._world.edited(stored)
        return self.seen(stored, person)

    def delete(self, person: int, chat: int, message: MessageRef) -> None:
        room = self._room(person, chat)
        stored = self._message(person, room, message)
        member = self._world.rooms.member(room, person)
        if stored.sender != person and not (
            room.is_private or stored.is_ephemeral or member.has_right("can_delete_messages")
        ):
            raise not_allowed("she may delete only her own messages there")
        self._world.delete(room, [stored])

    def react(self, person: int, chat: int, message: MessageRef, emoji: str | None) -> Json:
        room = self._room(person, chat)
        stored = self._message(person, room, message)
        if stored.is_ephemeral:
            raise wrong("nobody can react to an ephemeral message")
        if not room.is_private and not self._present(person, room).may(
            "can_react_to_messages", room
        ):
            raise not_allowed("she may not react there")
        old = tuple(one for who, one in self._world.messages.reactions(stored) if who == person)
        new = (emoji,) if emoji else ()
        self._world.messages.react(stored, person, new)
        self._world.tell(Reacted(room, stored, person, old, new))
        return self.seen(stored, person)

    def forward(self, person: int, chat: int, message: MessageRef, to: int) -> Json:
        room = self._room(person, chat)
        stored = self._message(person, room, message)
        if stored.is_ephemeral or stored.is_service or stored.body.get("has_protected_content"):
            raise not_allowed("that message can't be forwarded")
        target = self._room(person, to)
        self._may_speak(person, target, ())
        body = forwarded_body(self._world, self._api.views, stored)
        sent = self._world.post(target, person, body)
        self._has_spoken(target, sent)
        return self.seen(sent, person)

    def vote(self, person: int, chat: int, message: MessageRef, options: list[int]) -> Json:
        room = self._room(person, chat)
        stored = self._message(person, room, message)
        poll = self._open_poll(stored)
        if len(options) > 1 and not poll["allows_multiple_answers"]:
            raise wrong("this poll takes one answer")
        if any(not 0 <= one < len(poll["options"]) for one in options):
            raise wrong("the poll has no such option")
        before = self._world.polls.votes(poll["id"]).get(person)
        if before and not poll["allows_revoting"] and (poll["type"] == "quiz" or options):
            raise SimError(409, "she has voted already")
        self._world.polls.vote(poll["id"], person, options)
        changed = self._world.polls.find(poll["id"]) or poll
        self._world.edited(stored, silently=True, stamp=False)
        self._world.tell(PollChanged(room, stored, changed, person, tuple(options)))
        return self.seen(stored, person)

    def pin(self, person: int, chat: int, message: MessageRef, *, on: bool = True) -> None:
        room = self._room(person, chat)
        stored = self._message(person, room, message)
        member = self._world.rooms.member(room, person)
        allowed = member.has_right("can_pin_messages") or member.may("can_pin_messages", room)
        if stored.is_ephemeral or not (room.is_private or allowed):
            raise not_allowed("she may not pin that message")
        pins = [one for one in room.doc.get("pinned", []) if one != stored.id]
        room.doc["pinned"] = [*pins, stored.id] if on else pins
        self._world.rooms.save(room)
        if on:
            self._world.service(room, person, {"_pinned": stored.id})
        self._world.tell(ChatChanged(room))

    def read(self, person: int, chat: int, *, thread: int | None = None) -> None:
        room = self._room(person, chat)
        member = self._world.rooms.member(room, person)
        if thread is not None and thread <= GENERAL:
            last = self._world.messages.general_page(room.id, person, before=None, limit=1)
        else:
            last = self._world.messages.page(room.id, person, thread=thread, before=None, limit=1)
        newest = last[0].n if last else member.read_up_to
        if thread is None:
            member.read_up_to = max(member.read_up_to, newest)
            self._world.messages.clear_mentions(room.id, person)
        else:
            member.doc.setdefault("read_threads", {})[str(thread)] = newest
            self._world.messages.clear_mentions(room.id, person, thread)
        self._world.rooms.save_member(member)
        self._live.tell(person, lambda: {"type": "chat", "row": self.row(person, room)})

    def _own(self, person: int, room: Room, ref: MessageRef) -> Stored:
        stored = self._message(person, room, ref)
        if stored.sender != person or stored.is_service or stored.is_ephemeral:
            raise not_allowed("she may edit only what she wrote herself")
        if (
            not {"text", "photo", "document"} & stored.body.keys()
            or "forward_origin" in stored.body
        ):
            raise not_allowed("there are no words in that message to edit")
        return stored

    def _open_poll(self, stored: Stored) -> Json:
        poll = self._world.polls.find(str(stored.body.get("_poll")))
        if poll is None:
            raise wrong("that message is no poll")
        if poll["is_closed"]:
            raise SimError(409, "that poll is closed")
        return poll
