"""Speaking: words, pictures, albums, commands that only a bot hears."""

from dataclasses import dataclass
from typing import Final

from sandbox.botapi.entities import formatted
from sandbox.botapi.errors import ApiError
from sandbox.botapi.media import document, photo_size
from sandbox.sim.base import MessageRef
from sandbox.sim.errors import SimError, not_allowed, unknown, wrong
from sandbox.sim.seeing import Seeing
from sandbox.world.messages import Stored
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json
from sandbox.world.world import part_of

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file a person sends: new content, or one that the sandbox already has."""

    kind: str
    content: bytes | None = None
    name: str = "file"
    file_id: str | None = None
    mime_type: str | None = None


class Speaking(Seeing):
    def say(
        self,
        person: int,
        chat: int,
        text: str = "",
        *,
        reply_to: MessageRef | None = None,
        thread: int | None = None,
        attachments: tuple[Attachment, ...] = (),
    ) -> Json:
        """Say something; with several pictures it is an album, whose first message is returned."""
        room = self._room(person, chat)
        member = self._may_speak(person, room, attachments)
        extra = self._reply_fields(person, room, reply_to)
        in_thread = self._thread(room, member, thread)
        if member.is_anonymous:
            extra["_sender_chat"] = room.id
        if not attachments:
            return self._say_text(person, room, text, extra, in_thread)

        if len(attachments) > 1:
            number = self._world.store.next("albums", 13_000_000_000_000_000)
            extra["media_group_id"] = str(number)
        sent: list[Stored] = []
        for attachment in attachments:
            words = self._words(text, "caption", LONGEST_CAPTION) if text and not sent else {}
            body = {**self._attached(attachment), **words, **extra}
            sent.append(self._world.post(room, person, body, thread=in_thread))
        self._has_spoken(room, sent[-1])
        return self.seen(sent[0], person)

    def row(self, person: int, room: Room) -> Json:
        row = self.chat_row(person, room)
        row.pop("_order", None)
        return row

    def _say_text(
        self, person: int, room: Room, text: str, extra: Json, thread: int | None
    ) -> Json:
        body = {**self._words(text, "text", LONGEST_TEXT), **extra}
        hearer = self._ephemeral_hearer(person, room, body)
        sent = self._world.post(room, person, body, thread=thread, receiver=hearer)
        self._has_spoken(room, sent)
        return self.seen(sent, person)

    def _ephemeral_hearer(self, person: int, room: Room, body: Json) -> int | None:
        """The bot that alone hears a command it has registered as ephemeral."""
        if room.is_private or room.type == "channel" or "_sender_chat" in body:
            return None
        first = next(iter(body.get("entities", [])), None)
        if first is None or first["type"] != "bot_command" or first["offset"] != 0:
            return None
        name, _, addressee = part_of(body["text"], first).removeprefix("/").partition("@")
        account, member = self._account(person), self._world.rooms.member(room, person)
        for other in self._world.rooms.present(room):
            bot = self._world.people.find(other.person)
            if bot is None or not bot.is_bot:
                continue
            if addressee and addressee.lower() != str(bot.username).lower():
                continue
            for command in self._world.commands.shown_to(bot.id, account, room, member):
                if command["command"] == name and command.get("is_ephemeral"):
                    return bot.id
        return None

    def _may_speak(self, person: int, room: Room, attachments: tuple[Attachment, ...]) -> Member:
        member = self._world.rooms.member(room, person)
        if room.is_private:
            other = self._account(room.other(person))
            if person in room.doc.get("blocked_by", []):
                raise not_allowed("she has blocked that bot")
            if other.is_bot:
                self._mark_started(room)
            return member
        if room.doc.get("_migrated_to"):
            raise SimError(409, f"that group is now the supergroup {room.doc['_migrated_to']}")
        self._present(person, room)
        if room.type == "channel" and not member.has_right("can_post_messages"):
            raise not_allowed("only administrators write in a channel")
        permissions = {f"can_send_{one.kind}s" for one in attachments} or {"can_send_messages"}
        if room.type != "channel" and not all(member.may(one, room) for one in permissions):
            raise not_allowed("she may not send that there")
        return member

    def _mark_started(self, room: Room) -> None:
        if not room.doc.get("started"):
            room.doc["started"] = True
            self._world.rooms.save(room)

    def _thread(self, room: Room, member: Member, thread: int | None) -> int | None:
        if thread is None or thread <= 1 or not room.is_forum:
            return None
        topic = self._world.rooms.topic(room, thread)
        if topic is None:
            raise unknown(f"topic {thread} in that chat")
        if topic.get("_closed") and not member.has_right("can_manage_topics"):
            raise not_allowed("that topic is closed")
        return thread

    def _reply_fields(self, person: int, room: Room, reply_to: MessageRef | None) -> Json:
        if reply_to is None:
            return {}
        original = self._message(person, room, reply_to)
        if original.ephemeral is not None:
            return {"_reply_to_ephemeral": original.ephemeral}
        return {"_reply_to": original.id}

    def _words(self, text: str, name: str, longest: int) -> Json:
        try:
            plain, entities = formatted(text)
        except ApiError as refusal:
            raise wrong(refusal.description) from None
        if not plain:
            raise wrong("there is nothing to say")
        if len(plain.encode("utf-16-le")) // 2 > longest:
            raise wrong(f"that is longer than {longest} characters")
        kind = "entities" if name == "text" else "caption_entities"
        return {name: plain} | ({kind: entities} if entities else {})

    def _attached(self, attachment: Attachment) -> Json:
        if attachment.content is not None:
            file = self._world.files.keep(attachment.content, attachment.name, attachment.mime_type)
        else:
            known = self._world.files.find(str(attachment.file_id))
            if known is None:
                raise unknown(f"file {attachment.file_id}")
            file = known
        if attachment.kind == "photo":
            if not file.width:
                raise wrong("that is not a picture")
            return {"photo": [photo_size(file)]}
        return {"document": document(file)}

    def _has_spoken(self, room: Room, message: Stored) -> None:
        """Who writes has read; a one-time keyboard goes away."""
        member = self._world.rooms.member(room, message.sender)
        member.read_up_to = message.n
        standing = member.doc.get("keyboard")
        if standing is not None and (
            "force_reply" in standing["markup"] or standing["markup"].get("one_time_keyboard")
        ):
            del member.doc["keyboard"]
        self._world.rooms.save_member(member)
