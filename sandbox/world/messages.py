"""What was said. One row a message; every look-up follows an index, whatever the number of rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from sandbox.world.store import Json, Store, pack, unpack

COLUMNS = "n, room, id, ephemeral, receiver, replaces, sender, thread, date, body"
UNREAD_LIMIT = 999
GENERAL = 1  # what belongs to no topic of a forum


@dataclass(slots=True)
class Stored:
    """A message as the world keeps it.

    ``body`` holds the Bot API fields that are the same for every viewer; names that begin with an
    underscore are ours: ``_sender_chat``, ``_reply_to``, ``_reply_to_ephemeral``, ``_via_bot``,
    ``_poll``, ``_inline``. ``n`` is the order in the whole world.
    """

    n: int
    room: int
    id: int
    sender: int
    date: int
    body: Json
    thread: int | None = None
    ephemeral: int | None = None
    receiver: int | None = None
    replaces: int | None = None

    @property
    def key(self) -> str:
        """Unique for ever, also for ephemeral messages, whose ``message_id`` is 0."""
        return f"m{self.n}"

    @property
    def is_ephemeral(self) -> bool:
        return self.ephemeral is not None

    @property
    def is_service(self) -> bool:
        return bool(self.body.get("_service"))

    def concerns(self, person: int) -> bool:
        """An ephemeral message exists for two: who wrote it and who it was written to."""
        return not self.is_ephemeral or person in {self.sender, self.receiver}


def _by_thread(thread: int | None) -> tuple[str, list[object]]:
    if thread is None:
        return "", []
    if thread <= GENERAL:
        return "AND thread IS NULL", []
    return "AND thread = ?", [thread]


def _stored(row: tuple[object, ...]) -> Stored:
    n, room, number, ephemeral, receiver, replaces, sender, thread, date, body = row
    return Stored(
        n=int(str(n)),
        room=int(str(room)),
        id=int(str(number)),
        sender=int(str(sender)),
        date=int(str(date)),
        body=unpack(str(body)),
        thread=_optional(thread),
        ephemeral=_optional(ephemeral),
        receiver=_optional(receiver),
        replaces=_optional(replaces),
    )


def _optional(value: object) -> int | None:
    return None if value is None else int(str(value))


class Messages:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, message: Stored) -> Stored:
        """Number and keep a new message (its ``n`` is given here)."""
        message.n = self._store.write(
            f"INSERT INTO messages ({COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own column names
            message.room, message.id, message.ephemeral, message.receiver, message.replaces,
            message.sender, message.thread, message.date, pack(message.body),
        )  # fmt: skip
        return message

    def next_id(self, room: int, room_type: str) -> int:
        """Supergroups and channels count for themselves; all other chats share one row of ids."""
        own = room_type in {"supergroup", "channel"}
        return self._store.next(f"messages{room}" if own else "messages")

    def next_ephemeral_id(self) -> int:
        return self._store.next("ephemeral")

    def by_id(self, room: int, message_id: int) -> Stored | None:
        return self._one("room = ? AND id = ? AND ephemeral IS NULL", room, message_id)

    def by_ephemeral(self, ephemeral_id: int) -> Stored | None:
        return self._one("ephemeral = ?", ephemeral_id)

    def last_ephemeral(self, room: int, *, sender: int, receiver: int) -> Stored | None:
        return self._one(
            "receiver = ? AND sender = ? AND room = ? ORDER BY n DESC", receiver, sender, room
        )

    def by_n(self, n: int) -> Stored | None:
        return self._one("n = ?", n)

    def by_key(self, key: str) -> Stored | None:
        number = key.removeprefix("m")
        return self.by_n(int(number)) if number.isdecimal() else None

    def save(self, message: Stored) -> None:
        self._store.write("UPDATE messages SET body = ? WHERE n = ?", pack(message.body), message.n)

    def delete(self, message: Stored) -> None:
        self._store.write("DELETE FROM messages WHERE n = ?", message.n)
        self._store.write("DELETE FROM mentions WHERE room = ? AND n = ?", message.room, message.n)

    def page(
        self, room: int, viewer: int, *, thread: int | None, before: int | None, limit: int
    ) -> list[Stored]:
        """The newest ``limit`` messages older than ``before`` that she may see, oldest first."""
        by_thread = "" if thread is None else "AND thread = ?"
        values: list[object] = [room] if thread is None else [room, thread]
        rows = self._store.all(
            f"SELECT {COLUMNS} FROM messages WHERE room = ? {by_thread} AND n < ? "  # noqa: S608
            "AND replaces IS NULL AND (ephemeral IS NULL OR receiver = ? OR sender = ?) "
            "ORDER BY n DESC LIMIT ?",
            *values, before or 2**62, viewer, viewer, limit,
        )  # fmt: skip
        return [self.in_place(_stored(row), viewer) for row in reversed(rows)]

    def general_page(
        self, room: int, viewer: int, *, before: int | None, limit: int
    ) -> list[Stored]:
        """Like ``page``, for the messages of a forum that belong to no topic."""
        rows = self._store.all(
            f"SELECT {COLUMNS} FROM messages WHERE room = ? AND thread IS NULL AND n < ? "  # noqa: S608
            "AND replaces IS NULL AND (ephemeral IS NULL OR receiver = ? OR sender = ?) "
            "ORDER BY n DESC LIMIT ?",
            room, before or 2**62, viewer, viewer, limit,
        )  # fmt: skip
        return [self.in_place(_stored(row), viewer) for row in reversed(rows)]

    def page_after(
        self, room: int, viewer: int, *, thread: int | None, after: int, limit: int
    ) -> list[Stored]:
        """The oldest ``limit`` messages newer than ``after``, oldest first."""
        by_thread = "" if thread is None else "AND thread = ?"
        values: list[object] = [room] if thread is None else [room, thread]
        rows = self._store.all(
            f"SELECT {COLUMNS} FROM messages WHERE room = ? {by_thread} AND n > ? "  # noqa: S608
            "AND replaces IS NULL AND (ephemeral IS NULL OR receiver = ? OR sender = ?) "
            "ORDER BY n LIMIT ?",
            *values, after, viewer, viewer, limit,
        )  # fmt: skip
        return [self.in_place(_stored(row), viewer) for row in rows]

    def in_thread(self, room: int, thread: int) -> list[Stored]:
        rows = self._store.all(
            f"SELECT {COLUMNS} FROM messages WHERE room = ? AND thread = ? ORDER BY n",  # noqa: S608
            room, thread,
        )  # fmt: skip
        return [_stored(row) for row in rows]

    def in_place(self, message: Stored, viewer: int) -> Stored:
        """The ephemeral message that stands where this one was, if ``viewer`` has one."""
        replacement = self._one("replaces = ? AND receiver = ? ORDER BY n DESC", message.n, viewer)
        return replacement or message

    def unread(
        self,
        room: int,
        viewer: int,
        after: int,
        thread: int | None = None,
        *,
        at_most: int = UNREAD_LIMIT,
    ) -> int:
        """How many messages of others came after ``after``; counting stops at ``at_most``.

        A forum's General is asked for as thread 1, as Telegram numbers it.
        """
        by_thread, in_thread = _by_thread(thread)
        values: list[object] = [room, *in_thread]
        row = self._store.one(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE room = ? {by_thread} AND n > ? "  # noqa: S608
            "AND sender <> ? AND (ephemeral IS NULL OR receiver = ?) LIMIT ?)",
            *values, after, viewer, viewer, at_most,
        )  # fmt: skip
        return 0 if row is None else int(row[0])

    def mention(self, message: Stored, people: Iterable[int]) -> None:
        self._store.write_many(
            "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?)",
            [(message.room, person, message.n) for person in people],
        )

    def mentions(self, room: int, person: int) -> int:
        row = self._store.one(
            "SELECT COUNT(*) FROM mentions WHERE room = ? AND person = ?", room, person
        )
        return 0 if row is None else int(row[0])

    def clear_mentions(self, room: int, person: int, thread: int | None = None) -> None:
        """Forget that she was mentioned, in the whole room or in one topic."""
        by_thread, in_thread = _by_thread(thread)
        self._store.write(
            "DELETE FROM mentions WHERE room = ? AND person = ? AND n IN "  # noqa: S608
            f"(SELECT n FROM messages WHERE room = ? {by_thread})",
            room, person, room, *in_thread,
        )  # fmt: skip

    def react(self, message: Stored, person: int, emojis: Iterable[str]) -> None:
        self._store.write(
            "DELETE FROM reactions WHERE room = ? AND message = ? AND person = ?",
            message.room, message.id, person,
        )  # fmt: skip
        self._store.write_many(
            "INSERT OR IGNORE INTO reactions VALUES (?, ?, ?, ?)",
            [(message.room, message.id, person, emoji) for emoji in emojis],
        )

    def reactions(self, message: Stored) -> list[tuple[int, str]]:
        """Who reacted with what."""
        rows = self._store.all(
            "SELECT person, emoji FROM reactions WHERE room = ? AND message = ?",
            message.room, message.id,
        )  # fmt: skip
        return [(int(row[0]), str(row[1])) for row in rows]

    def remember_inline(self, inline_id: str, message: Stored) -> None:
        self._store.write("INSERT INTO inline_messages VALUES (?, ?)", inline_id, message.n)

    def by_inline(self, inline_id: str) -> Stored | None:
        row = self._store.one("SELECT n FROM inline_messages WHERE id = ?", inline_id)
        return None if row is None else self.by_n(row[0])

    def _one(self, where: str, *values: object) -> Stored | None:
        row = self._store.one(f"SELECT {COLUMNS} FROM messages WHERE {where} LIMIT 1", *values)  # noqa: S608
        return None if row is None else _stored(row)
