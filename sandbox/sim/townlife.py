"""Coming into being, meeting, joining, leaving, blocking, following links."""

import re
from typing import Any, Final

from sandbox.sim.acting import Acting
from sandbox.sim.errors import SimError, not_allowed, wrong
from sandbox.world.happenings import MemberChanged
from sandbox.world.rights import ADMINISTRATOR, BANNED, MEMBER, OWNER, every_right
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json

CHAT_TYPES: Final = frozenset({"group", "supergroup", "channel"})
PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")


class TownLife(Acting):
    def add_person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
        stars: int | None = None,
        photo: str | None = None,
        number: int | None = None,
    ) -> Json:
        """``number`` asks for a certain id; a seed's people are known by theirs."""
        if not first_name:
            raise wrong("a person needs a first name")
        if number is not None and (number <= 0 or self._world.people.find(number) is not None):
            raise SimError(409, f"nobody can have the id {number}")
        self._must_be_free(username)
        account = self._world.people.add_person(
            first_name,
            last_name=last_name,
            username=username,
            language_code=language_code,
            stars=stars,
            photo=photo,
            number=number,
        )
        self._live.tell_all({"type": "people"})
        return self.person(account.id)

    def add_bot(self, token: str, username: str, first_name: str, **doc: Any) -> Json:  # noqa: ANN401
        if not token or not username:
            raise wrong("a bot needs a token and a username")
        known = self._world.people.by_username(username)
        if known is not None and known.token != token:
            raise SimError(409, f"@{username} is taken")
        bot = self._world.people.add_bot(token, username, first_name, **doc)
        return bot.as_user() | {"token": token}

    def create_chat(
        self,
        chat_type: str,
        title: str,
        owner: int,
        *,
        is_forum: bool = False,
        members: list[int] | None = None,
        username: str | None = None,
    ) -> Json:
        if chat_type not in CHAT_TYPES:
            raise wrong(f"a chat is one of {', '.join(sorted(CHAT_TYPES))}")
        if is_forum and chat_type != "supergroup":
            raise wrong("only a supergroup can have topics")
        self._person(owner)
        for person in members or []:
            self._account(person)
        self._must_be_free(username)
        doc = {"is_forum": is_forum} | ({"username": username} if username else {})
        room = self._api.membership.create(chat_type, title, owner, doc)
        for person in members or []:
            self._api.membership.enter(room, person, owner)
        return self._api.views.chat(room, owner)

    def create_topic(self, chat: int, by: int, name: str) -> Json:
        room = self._any_room(chat)
        if not room.is_forum:
            raise wrong("that chat has no topics")
        member = self._present(by, room)
        if not (member.has_right("can_manage_topics") or member.may("can_manage_topics", room)):
            raise not_allowed("she may not make topics there")
        return self._api.membership.create_topic(room, by, name)

    def migrate(self, chat: int) -> Json:
        room = self._any_room(chat)
        if room.type != "group" or room.doc.get("_migrated_to"):
            raise wrong("only a group becomes a supergroup, and only once")
        return self._api.views.chat(self._api.membership.migrate(room), 0)

    def join(self, person: int, chat: int) -> Json:
        room = self._open_room(person, chat)
        member = self._world.rooms.member(room, person)
        if member.status == BANNED:
            raise not_allowed("she is banned from that chat")
        if not member.is_present:
            self._api.membership.enter(room, person, person)
        return self.chat_row(person, room)

    def leave(self, person: int, chat: int) -> None:
        room = self._open_room(person, chat)
        self._present(person, room)
        self._api.membership.exit(room, person, person)

    def add(self, person: int, chat: int, user: int) -> None:
        room = self._open_room(person, chat)
        by = self._present(person, room)
        self._account(user)
        if not (by.has_right("can_invite_users") or by.may("can_invite_users", room)):
            raise not_allowed("she may not add members there")
        if not self._world.rooms.member(room, user).is_present:
            self._api.membership.enter(room, user, person)

    def remove(self, person: int, chat: int, user: int, *, ban: bool = False) -> None:
        room = self._open_room(person, chat)
        self._needs_right(person, room, "can_restrict_members")
        member = self._world.rooms.member(room, user)
        if member.status == OWNER:
            raise not_allowed("nobody can remove the owner")
        if member.is_present:
            # Telegram bans a bot that a person throws out; it may be added again.
            kicked = ban or self._account(user).is_bot
            self._api.membership.exit(room, user, person, banned_until=0 if kicked else None)

    def promote(
        self,
        person: int,
        chat: int,
        user: int,
        *,
        rights: Json | None = None,
        anonymous: bool = False,
    ) -> None:
        """Without ``rights``: all of them."""
        room = self._open_room(person, chat)
        self._needs_right(person, room, "can_promote_members")
        member = self._world.rooms.member(room, user)
        if not member.is_present:
            raise wrong("only a member can become an administrator")
        if member.status == OWNER:
            old = Member(room.id, user, OWNER, member.read_up_to, dict(member.doc))
            member.doc["is_anonymous"] = anonymous
            self._world.rooms.save_member(member)
            self._world.tell(MemberChanged(room, person, old, member))
            return
        given = every_right(room.type) if rights is None else rights
        doc = {**given, "can_manage_chat": True, "is_anonymous": anonymous}
        self._api.membership.promote(room, user, person, doc)

    def demote(self, person: int, chat: int, user: int) -> None:
        room = self._open_room(person, chat)
        self._needs_right(person, room, "can_promote_members")
        if self._world.rooms.member(room, user).status != ADMINISTRATOR:
            raise wrong("that member is no administrator")
        self._api.membership.change(room, user, person, MEMBER)

    def start(self, person: int, username: str, payload: str = "") -> Json:
        """Press Start: opens the private chat and says ``/start``."""
        if not PAYLOAD.fullmatch(payload):
            raise wrong("a start payload has at most 64 of A-Z, a-z, 0-9, _ and -")
        bot = self._bot(username)
        room = self._room(person, bot.id)
        if person in room.doc.get("blocked_by", []):
            self.unblock(person, username)
        self._mark_started(room)
        return self.say(person, bot.id, f"/start {payload}".rstrip())

    def block(self, person: int, username: str) -> None:
        self._set_blocked(person, username, blocked=True)

    def unblock(self, person: int, username: str) -> None:
        self._set_blocked(person, username, blocked=False)

    def _set_blocked(self, person: int, username: str, *, blocked: bool) -> None:
        bot = self._bot(username)
        room = self._room(person, bot.id)
        blockers = set(room.doc.get("blocked_by", []))
        if blocked == (person in blockers):
            return
        room.doc["blocked_by"] = sorted(blockers | {person} if blocked else blockers - {person})
        self._world.rooms.save(room)
        gone, there = Member(room.id, bot.id, BANNED, 0), Member(room.id, bot.id, MEMBER, 0)
        old, new = (there, gone) if blocked else (gone, there)
        self._world.tell(MemberChanged(room, person, old, new))

    def _open_room(self, person: int, chat: int) -> Room:
        self._person(person)
        room = self._any_room(chat)
        if room.doc.get("_migrated_to"):
            raise SimError(409, f"that group is now the supergroup {room.doc['_migrated_to']}")
        return room

    def _needs_right(self, person: int, room: Room, right: str) -> None:
        if not self._present(person, room).has_right(right):
            raise not_allowed("only an administrator with that right may do this")

    def _must_be_free(self, username: str | None) -> None:
        if username is None:
            return
        people, rooms = self._world.people, self._world.rooms
        if people.by_username(username) or rooms.by_username(username):
            raise SimError(409, f"@{username} is taken")
