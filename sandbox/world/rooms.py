"""Chats, who is in them, and their topics."""

from dataclasses import dataclass, field

from sandbox.world.rights import (
    ADMINISTRATOR,
    DEFAULT_PERMISSIONS,
    LEFT,
    OWNER,
    PRESENT,
    RESTRICTED,
)
from sandbox.world.store import Json, Store, pack, unpack

SUPERGROUP_BASE = -1_000_000_000_000


@dataclass(slots=True)
class Room:
    """A chat. A private one belongs to two accounts, and each calls it by the other's id."""

    id: int
    type: str
    pair: tuple[int, int] | None
    doc: Json

    @property
    def is_private(self) -> bool:
        return self.pair is not None

    @property
    def is_forum(self) -> bool:
        return bool(self.doc.get("is_forum"))

    @property
    def title(self) -> str:
        return str(self.doc.get("title", ""))

    @property
    def permissions(self) -> Json:
        return {**DEFAULT_PERMISSIONS, **self.doc.get("permissions", {})}

    def id_for(self, viewer: int) -> int:
        return self.id if self.pair is None else self.other(viewer)

    def other(self, viewer: int) -> int:
        if self.pair is None:
            raise ValueError(f"chat {self.id} has more than two sides")
        low, high = self.pair
        return high if viewer == low else low


@dataclass(slots=True)
class Member:
    room: int
    person: int
    status: str
    read_up_to: int
    doc: Json = field(default_factory=dict)

    @property
    def is_present(self) -> bool:
        return self.status in PRESENT or (
            self.status == RESTRICTED and bool(self.doc.get("is_member"))
        )

    @property
    def is_admin(self) -> bool:
        return self.status in {OWNER, ADMINISTRATOR}

    @property
    def is_anonymous(self) -> bool:
        return self.is_admin and bool(self.doc.get("is_anonymous"))

    def has_right(self, right: str) -> bool:
        if self.status == OWNER:
            return True
        return self.status == ADMINISTRATOR and bool(self.doc.get(right))

    def may(self, permission: str, room: Room) -> bool:
        """Whether she may do what an ordinary member may (``can_send_photos`` ...)."""
        if self.is_admin:
            return True
        if not self.is_present:
            return False
        own = self.doc if self.status == RESTRICTED else {}
        return bool(room.permissions.get(permission)) and bool(own.get(permission, True))


class Rooms:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._rooms: dict[int, Room] = {}
        self._pairs: dict[tuple[int, int], int] = {}
        self._members: dict[int, dict[int, Member]] = {}
        self._rooms_of: dict[int, set[int]] = {}

    def create(self, chat_type: str, doc: Json) -> Room:
        number = self._store.next("groups")
        room_id = (
            -number - 4_000_000 if chat_type == "group" else SUPERGROUP_BASE - 2_000_000 - number
        )
        room = Room(room_id, chat_type, None, doc)
        self._rooms[room_id] = room
        self.save(room)
        return room

    def private(self, one: int, two: int) -> Room:
        """The private chat of two accounts, made when they first meet."""
        pair = (min(one, two), max(one, two))
        found = self.find_private(one, two)
        if found is not None:
            return found
        room = Room(self._store.next("pairs"), "private", pair, {})
        self._rooms[room.id] = room
        self._pairs[pair] = room.id
        self.save(room)
        for account in pair:
            self.set_member(room, account, "member")
        return room

    def find_private(self, one: int, two: int) -> Room | None:
        pair = (min(one, two), max(one, two))
        if pair not in self._pairs:
            row = self._store.one("SELECT id FROM rooms WHERE low = ? AND high = ?", *pair)
            if row is None:
                return None
            self._pairs[pair] = row[0]
        return self.find(self._pairs[pair])

    def find(self, room_id: int) -> Room | None:
        if room_id not in self._rooms:
            row = self._store.one(
                "SELECT id, type, low, high, doc FROM rooms WHERE id = ?", room_id
            )
            if row is None:
                return None
            pair = None if row[2] is None else (int(row[2]), int(row[3]))
            self._rooms[room_id] = Room(row[0], row[1], pair, unpack(row[4]))
        return self._rooms[room_id]

    def get(self, room_id: int) -> Room:
        room = self.find(room_id)
        if room is None:
            raise LookupError(f"no chat {room_id}")
        return room

    def seen_by(self, viewer: int, chat_id: int) -> Room | None:
        """The chat ``viewer`` means by ``chat_id``: a positive id is the other side's."""
        if chat_id > 0:
            return self.find_private(viewer, chat_id)
        return self.find(chat_id)

    def by_username(self, username: str) -> Room | None:
        name = username.removeprefix("@")
        row = self._store.one("SELECT id FROM rooms WHERE username = ?", name)
        return None if row is None else self.find(row[0])

    def groups(self) -> list[Room]:
        return [self.get(row[0]) for row in self._store.all("SELECT id FROM rooms WHERE id < 0")]

    def save(self, room: Room) -> None:
        low, high = room.pair or (None, None)
        self._store.write(
            "INSERT OR REPLACE INTO rooms VALUES (?, ?, ?, ?, ?, ?)",
            room.id, room.type, room.doc.get("username"), low, high, pack(room.doc),
        )  # fmt: skip

    def forget(self) -> None:
        self._rooms.clear()
        self._pairs.clear()
        self._members.clear()
        self._rooms_of.clear()

    def members(self, room: Room) -> dict[int, Member]:
        if room.id not in self._members:
            rows = self._store.all(
                "SELECT person, status, read_up_to, doc FROM members WHERE room = ?", room.id
            )
            self._members[room.id] = {
                row[0]: Member(room.id, row[0], row[1], row[2], unpack(row[3])) for row in rows
            }
        return self._members[room.id]

    def present(self, room: Room) -> list[Member]:
        return [member for member in self.members(room).values() if member.is_present]

    def member(self, room: Room, person: int) -> Member:
        """Somebody who never was there has status ``left``."""
        known = self.members(room).get(person)
        return known or Member(room.id, person, LEFT, 0)

    def set_member(self, room: Room, person: int, status: str, doc: Json | None = None) -> Member:
        old = self.member(room, person)
        member = Member(room.id, person, status, old.read_up_to, doc or {})
        self.save_member(member)
        return member

    def save_member(self, member: Member) -> None:
        self.members(self.get(member.room))[member.person] = member
        self.rooms_of(member.person).add(member.room)
        self._store.write(
            "INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?, ?)",
            member.room, member.person, member.status, member.read_up_to, pack(member.doc),
        )  # fmt: skip

    def rooms_of(self, person: int) -> set[int]:
        if person not in self._rooms_of:
            rows = self._store.all("SELECT room FROM members WHERE person = ?", person)
            self._rooms_of[person] = {row[0] for row in rows}
        return self._rooms_of[person]

    def topic(self, room: Room, thread: int) -> Json | None:
        row = self._store.one(
            "SELECT doc FROM topics WHERE room = ? AND thread = ?", room.id, thread
        )
        return None if row is None else unpack(row[0])

    def topics(self, room: Room) -> list[Json]:
        rows = self._store.all("SELECT doc FROM topics WHERE room = ? ORDER BY thread", room.id)
        return [unpack(row[0]) for row in rows]

    def save_topic(self, room: Room, topic: Json) -> None:
        self._store.write(
            "INSERT OR REPLACE INTO topics VALUES (?, ?, ?)",
            room.id, topic["message_thread_id"], pack(topic),
        )  # fmt: skip

    def delete_topic(self, room: Room, thread: int) -> None:
        self._store.write("DELETE FROM topics WHERE room = ? AND thread = ?", room.id, thread)
