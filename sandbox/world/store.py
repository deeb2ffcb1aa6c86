"""One SQLite file (or memory) under everything the sandbox remembers."""

import asyncio
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

# A burst of messages shares one commit; a crash loses at most this much of a toy world.
COMMIT_DELAY_SECONDS = 0.2

SCHEMA = """
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS people (
    id INTEGER PRIMARY KEY, is_bot INTEGER NOT NULL, username TEXT UNIQUE COLLATE NOCASE,
    token TEXT UNIQUE, doc TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS rooms (
    id INTEGER PRIMARY KEY, type TEXT NOT NULL, username TEXT UNIQUE COLLATE NOCASE,
    low INTEGER, high INTEGER, doc TEXT NOT NULL, UNIQUE (low, high));
CREATE TABLE IF NOT EXISTS members (
    room INTEGER NOT NULL, person INTEGER NOT NULL, status TEXT NOT NULL,
    read_up_to INTEGER NOT NULL DEFAULT 0, doc TEXT NOT NULL,
    PRIMARY KEY (room, person)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS members_by_person ON members (person, room);
CREATE TABLE IF NOT EXISTS topics (
    room INTEGER NOT NULL, thread INTEGER NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (room, thread)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (
    n INTEGER PRIMARY KEY AUTOINCREMENT, room INTEGER NOT NULL, id INTEGER NOT NULL,
    ephemeral INTEGER, receiver INTEGER, replaces INTEGER, sender INTEGER NOT NULL,
    thread INTEGER, date INTEGER NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS messages_by_id ON messages (room, id) WHERE ephemeral IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS messages_by_ephemeral ON messages (ephemeral)
    WHERE ephemeral IS NOT NULL;
CREATE INDEX IF NOT EXISTS messages_in_order ON messages (room, n);
CREATE INDEX IF NOT EXISTS messages_by_thread ON messages (room, thread, n);
CREATE INDEX IF NOT EXISTS messages_by_receiver ON messages (receiver, sender, n)
    WHERE receiver IS NOT NULL;
CREATE INDEX IF NOT EXISTS messages_replacing ON messages (replaces) WHERE replaces IS NOT NULL;
CREATE TABLE IF NOT EXISTS mentions (
    room INTEGER NOT NULL, person INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (room, person, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reactions (
    room INTEGER NOT NULL, message INTEGER NOT NULL, person INTEGER NOT NULL,
    emoji TEXT NOT NULL, PRIMARY KEY (room, message, person, emoji)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS polls (
    id TEXT PRIMARY KEY, n INTEGER NOT NULL, closes_at INTEGER, doc TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS polls_to_close ON polls (closes_at) WHERE closes_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS votes (
    poll TEXT NOT NULL, person INTEGER NOT NULL, options TEXT NOT NULL,
    PRIMARY KEY (poll, person)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS queries (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, bot INTEGER NOT NULL, person INTEGER NOT NULL,
    at REAL NOT NULL, answer TEXT, doc TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS commands (
    bot INTEGER NOT NULL, scope TEXT NOT NULL, language TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (bot, scope, language)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, doc TEXT NOT NULL, content BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS updates (
    bot INTEGER NOT NULL, id INTEGER NOT NULL, queue TEXT NOT NULL, kind TEXT NOT NULL,
    expires REAL NOT NULL, repeats INTEGER NOT NULL DEFAULT 0, doc TEXT NOT NULL,
    PRIMARY KEY (bot, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS updates_by_queue ON updates (bot, queue, id);
CREATE TABLE IF NOT EXISTS calls (
    n INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, bot TEXT NOT NULL, method TEXT NOT NULL,
    ok INTEGER NOT NULL, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS calls_by_method ON calls (method, n);
CREATE TABLE IF NOT EXISTS inline_messages (id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
"""

# What a reset keeps: the clock, the numbering (an old id must never mean something new) and files.
KEPT_AT_RESET = frozenset({"settings", "counters", "commands", "calls", "files", "people"})


class Store:
    """Rows in, rows out; commits by itself a moment after the last write."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(
            ":memory:" if folder is None else folder / "world.sqlite",
            isolation_level=None,
            check_same_thread=False,
        )
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = NORMAL")
        self.connection.executescript(SCHEMA)
        self._commit_timer: asyncio.TimerHandle | None = None

    def one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self.connection.execute(sql, values).fetchone()
        return row

    def all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, values).fetchall()

    def write(self, sql: str, *values: object) -> int:
        """Execute a change; returns the row id of an insert."""
        self._begin()
        return self.connection.execute(sql, values).lastrowid or 0

    def write_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._begin()
        self.connection.executemany(sql, rows)

    def next(self, counter: str, start: int = 1) -> int:
        row = self.one(
            "INSERT INTO counters VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
            *self._begun(counter, start),
        )
        if row is None:  # pragma: no cover - RETURNING always returns
            raise RuntimeError(counter)
        return int(row[0])

    def never_below(self, counter: str, value: int) -> None:
        """Somebody took a number of her own choice; counting goes on behind it."""
        self.write(
            "INSERT INTO counters VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = MAX(value, excluded.value)",
            counter, value,
        )  # fmt: skip

    def setting(self, name: str) -> str | None:
        row = self.one("SELECT value FROM settings WHERE name = ?", name)
        return None if row is None else str(row[0])

    def set_setting(self, name: str, value: str) -> None:
        self.write("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, value)

    def clear(self) -> None:
        """Empty the world; bots stay (their rows are kept by ``is_bot``)."""
        tables = [
            str(row[0]) for row in self.all("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        for table in tables:
            if table not in KEPT_AT_RESET and not table.startswith("sqlite_"):
                self.write(f'DELETE FROM "{table}"')  # noqa: S608 - names come from our own schema
        self.write("DELETE FROM people WHERE NOT is_bot")

    def commit(self) -> None:
        if self._commit_timer is not None:
            self._commit_timer.cancel()
            self._commit_timer = None
        if self.connection.in_transaction:
            self.connection.execute("COMMIT")

    def close(self) -> None:
        self.commit()
        self.connection.close()

    def _begun(self, *values: object) -> tuple[object, ...]:
        self._begin()
        return values

    def _begin(self) -> None:
        if not self.connection.in_transaction:
            self.connection.execute("BEGIN")
        if self._commit_timer is None:
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError:  # used without a loop: close() commits
                return
            self._commit_timer = loop.call_later(COMMIT_DELAY_SECONDS, self.commit)


def pack(doc: object) -> str:
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Json:
    doc: Json = json.loads(text)
    return doc
