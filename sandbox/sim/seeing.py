"""The chat list and the transcript as one person sees them."""

from collections import Counter
from typing import Final

from sandbox.sim.base import Base, MessageRef
from sandbox.sim.errors import unknown
from sandbox.world.messages import GENERAL, UNREAD_LIMIT, Stored
from sandbox.world.people import Account
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json

LONGEST_PAGE: Final = 200
LARGEST_BADGE: Final = 99
FILE_URL: Final = "/sim/files/"


class Seeing(Base):
    def people(self) -> list[Json]:
        return [self._shown_person(one) for one in self._world.people.people()]

    def bots(self) -> list[Json]:
        return [
            bot.as_user() | {"token": bot.token, "privacy_mode": not bot.hears_everything()}
            for bot in self._world.people.bots()
        ]

    def chat(self, chat: int) -> Json:
        room = self._any_room(chat)
        members = self._world.rooms.members(room).values()
        shown = [self._api.views.member(one, room) for one in members]
        return {
            "chat": self._api.views.chat(room, 0),
            "members": [one for one in shown if one["status"] != "left"],
            "topics": [_public(topic) for topic in self._world.rooms.topics(room)],
            "settings": {"permissions": room.permissions, "pinned": room.doc.get("pinned", [])},
        }

    def chats(self, person: int) -> list[Json]:
        """Her chat list, newest first."""
        self._person(person)
        rows = []
        for room_id in self._world.rooms.rooms_of(person):
            room = self._world.rooms.get(room_id)
            if self._is_listed(person, room):
                rows.append(self.chat_row(person, room))
        rows.sort(key=lambda row: -int(row["_order"]))
        return [{key: value for key, value in row.items() if key != "_order"} for row in rows]

    def chat_row(self, person: int, room: Room) -> Json:
        member = self._world.rooms.member(room, person)
        last = self._world.messages.page(room.id, person, thread=None, before=None, limit=1)
        shown = self._api.views.chat(room, person)
        row: Json = {
            "chat": shown,
            "title": room.title
            or " ".join(str(shown[name]) for name in ("first_name", "last_name") if name in shown),
            "unread": self._unread(person, room, member),
            "mentions": self._world.messages.mentions(room.id, person),
            "last_message": self.seen(last[0], person) if last else None,
            "muted": bool(member.doc.get("muted")),
            "blocked": person in room.doc.get("blocked_by", []),
            "member": member.status,
            "topics": self._topics(person, room),
            "typing": [],
            "commands": self._commands(person, room),
            "pinned": self._pinned(person, room),
            "members": len(self._world.rooms.present(room)),
            "_order": last[0].n if last else 0,
        }
        if photo := self._photo_of(room, person):
            row["photo_url"] = photo
        if room.is_private:
            row |= self._bot_side(person, room)
        if (keyboard := member.doc.get("keyboard")) is not None:
            row["keyboard"] = keyboard
        return row

    def messages(
        self,
        person: int,
        chat: int,
        *,
        thread: int | None = None,
        before: MessageRef | None = None,
        after: MessageRef | None = None,
        around: MessageRef | None = None,
        limit: int = 50,
    ) -> Json:
        """``{messages: oldest first, more}``; ``more`` says whether there is more that way."""
        room = self._room(person, chat)
        count = min(max(limit, 1), LONGEST_PAGE)
        if around is not None:
            middle = self._message(person, room, around).n
            page = self._page(room, person, thread, middle + 1, count // 2 + 1)
            page += self._world.messages.page_after(
                room.id, person, thread=thread, after=middle, limit=count // 2
            )
            return {"messages": [self.seen(one, person) for one in page], "more": True}
        if after is not None:
            newer_than = self._message(person, room, after).n
            page = self._world.messages.page_after(
                room.id, person, thread=thread, after=newer_than, limit=count + 1
            )
            shown = page[:count]
        else:
            older_than = None if before is None else self._order_of(person, room, before)
            page = self._page(room, person, thread, older_than, count + 1)
            shown = page[-count:]
        return {
            "messages": [self.seen(one, person) for one in shown],
            "more": len(page) > count,
        }

    def message(self, person: int, chat: int, message: MessageRef) -> Json:
        return self.seen(self._message(person, self._room(person, chat), message), person)

    def seen(self, message: Stored, person: int) -> Json:
        """The message as she may see it, with what a page wants to know about it."""
        room = self._world.rooms.get(message.room)
        shown = self._api.views.message(message, person)
        seen: Json = {
            "out": message.sender == person,
            "ephemeral": message.is_ephemeral,
            "by": self._by(message),
            "sender_name": self._sender_name(message, room),
            "edited": "edit_date" in message.body,
            "reactions": self._reactions(message, person),
            "key": message.key,
            "pinned": message.id in room.doc.get("pinned", []) and not message.is_ephemeral,
        }
        if message.ephemeral is not None:
            seen["ephemeral_message_id"] = message.ephemeral
        if message.replaces is not None:
            seen["replaces"] = f"m{message.replaces}"
        if message.thread is not None:
            seen["topic"] = message.thread
        if "photo" in shown:
            seen["photos"] = [FILE_URL + shown["photo"][-1]["file_id"]]
        if sender_photo := self._world.account(message.sender).doc.get("photo"):
            seen["photo_url"] = FILE_URL + sender_photo
        if "reply_markup" in message.body:
            seen["buttons"] = message.body["reply_markup"]["inline_keyboard"]
        if "_keyboard" in message.body:
            seen["keyboard"] = message.body["_keyboard"]
        if "_poll" in message.body:
            votes = self._world.polls.votes(message.body["_poll"])
            seen["voted"] = votes.get(person, [])
        return shown | {"seen": seen}

    def file(self, file_id: str) -> tuple[bytes, str, str]:
        """Content, type and name."""
        file = self._world.files.find(file_id)
        content = self._world.files.read(file_id)
        if file is None or content is None:
            raise unknown(f"file {file_id}")
        return content, file.mime_type, file.name

    def person(self, person: int) -> Json:
        return self._shown_person(self._person(person))

    def _shown_person(self, account: Account) -> Json:
        unread = self._unread_everywhere(account.id)
        shown = account.as_user() | {"stars": account.doc.get("stars", 0), "unread": unread}
        if photo := account.doc.get("photo"):
            shown["photo_url"] = FILE_URL + photo
        return shown

    def _unread_everywhere(self, person: int) -> int:
        """Up to 99: enough for a badge, and a crowd's badges stay cheap."""
        unread = 0
        for room_id in self._world.rooms.rooms_of(person):
            room = self._world.rooms.get(room_id)
            if unread < LARGEST_BADGE and self._is_listed(person, room):
                member = self._world.rooms.member(room, person)
                unread += self._unread(person, room, member, LARGEST_BADGE - unread)
        return min(unread, LARGEST_BADGE)

    def _unread(self, person: int, room: Room, member: Member, at_most: int = UNREAD_LIMIT) -> int:
        """In a forum the sum over its topics, each as far as she has read it."""
        if not room.is_forum:
            return self._world.messages.unread(room.id, person, member.read_up_to, at_most=at_most)
        threads = [GENERAL, *map(_thread_of, self._world.rooms.topics(room))]
        return sum(self._unread_in(person, room, member, thread, at_most) for thread in threads)

    def _unread_in(
        self, person: int, room: Room, member: Member, thread: int, at_most: int = UNREAD_LIMIT
    ) -> int:
        read_in: Json = member.doc.get("read_threads", {})
        read = max(member.read_up_to, int(read_in.get(str(thread), 0)))
        return self._world.messages.unread(room.id, person, read, thread, at_most=at_most)

    def _page(
        self, room: Room, person: int, thread: int | None, before: int | None, limit: int
    ) -> list[Stored]:
        if thread is not None and thread <= 1 and room.is_forum:
            return self._world.messages.general_page(room.id, person, before=before, limit=limit)
        return self._world.messages.page(room.id, person, thread=thread, before=before, limit=limit)

    def _order_of(self, person: int, room: Room, ref: MessageRef) -> int:
        message = self._message(person, room, ref)
        return message.n if message.replaces is None else message.replaces

    def _is_listed(self, person: int, room: Room) -> bool:
        if room.doc.get("_migrated_to"):
            return False
        if room.is_private:
            other = self._world.people.find(room.other(person))
            return other is not None and bool(room.doc.get("started") or not other.is_bot)
        return self._world.rooms.member(room, person).is_present

    def _topics(self, person: int, room: Room) -> list[Json]:
        if not room.is_forum:
            return []
        member = self._world.rooms.member(room, person)
        return [
            _public(topic) | {"unread": self._unread_in(person, room, member, _thread_of(topic))}
            for topic in self._world.rooms.topics(room)
        ]

    def _commands(self, person: int, room: Room) -> list[Json]:
        account = self._world.account(person)
        member = self._world.rooms.member(room, person)
        offered = []
        for other in self._world.rooms.present(room):
            bot = self._world.people.find(other.person)
            if bot is not None and bot.is_bot:
                shown = self._world.commands.shown_to(bot.id, account, room, member)
                offered += [{**command, "bot": bot.username} for command in shown]
        return offered

    def _bot_side(self, person: int, room: Room) -> Json:
        other = self._world.people.find(room.other(person))
        if other is None or not other.is_bot:
            return {}
        commands = [
            {key: value for key, value in one.items() if key != "bot"}
            for one in self._commands(person, room)
        ]
        return {"bot": {"commands": commands, "started": bool(room.doc.get("started"))}}

    def _pinned(self, person: int, room: Room) -> Json | None:
        pins = room.doc.get("pinned", [])
        message = self._world.messages.by_id(room.id, pins[-1]) if pins else None
        return None if message is None else self.seen(message, person)

    def _photo_of(self, room: Room, person: int) -> str | None:
        doc = self._world.account(room.other(person)).doc if room.is_private else room.doc
        return FILE_URL + doc["photo"] if doc.get("photo") else None

    def _by(self, message: Stored) -> str:
        if message.is_service:
            return "service"
        return "bot" if self._world.account(message.sender).is_bot else "person"

    def _sender_name(self, message: Stored, room: Room) -> str:
        if room.type == "channel" or "_sender_chat" in message.body:
            return room.title
        account = self._world.people.find(message.sender)
        return "Deleted Account" if account is None else account.name

    def _reactions(self, message: Stored, person: int) -> list[Json]:
        reacted = self._world.messages.reactions(message)
        mine = {emoji for who, emoji in reacted if who == person}
        counted = Counter(emoji for _, emoji in reacted)
        return [
            {"emoji": emoji, "count": count, "mine": emoji in mine}
            for emoji, count in counted.items()
        ]


def _thread_of(topic: Json) -> int:
    return int(topic["message_thread_id"])


def _public(topic: Json) -> Json:
    return {key: value for key, value in topic.items() if not key.startswith("_")} | (
        {"closed": True} if topic.get("_closed") else {}
    )
