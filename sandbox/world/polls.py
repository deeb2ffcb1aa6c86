"""Polls and who voted for what."""

from collections import Counter

from sandbox.world.store import Json, Store, pack, unpack


class Polls:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, doc: Json) -> None:
        self._store.write(
            "INSERT INTO polls VALUES (?, 0, ?, ?)", doc["id"], doc.get("close_date"), pack(doc)
        )

    def shown_in(self, poll_id: str, n: int) -> None:
        self._store.write("UPDATE polls SET n = ? WHERE id = ?", n, poll_id)

    def next_id(self) -> str:
        return str(self._store.next("polls", 5_000_000_000))

    def find(self, poll_id: str) -> Json | None:
        """The poll as the Bot API shows it, votes counted."""
        row = self._store.one("SELECT doc FROM polls WHERE id = ?", poll_id)
        if row is None:
            return None
        doc = unpack(row[0])
        votes = self.votes(poll_id)
        counted = Counter(option for options in votes.values() for option in options)
        for place, option in enumerate(doc["options"]):
            option["voter_count"] = counted[place]
        doc["total_voter_count"] = len(votes)
        return doc

    def votes(self, poll_id: str) -> dict[int, list[int]]:
        rows = self._store.all("SELECT person, options FROM votes WHERE poll = ?", poll_id)
        return {int(row[0]): [int(part) for part in row[1].split(",")] for row in rows}

    def vote(self, poll_id: str, person: int, options: list[int]) -> None:
        """An empty list takes the vote back."""
        self._store.write("DELETE FROM votes WHERE poll = ? AND person = ?", poll_id, person)
        if options:
            chosen = ",".join(map(str, options))
            self._store.write("INSERT INTO votes VALUES (?, ?, ?)", poll_id, person, chosen)

    def close(self, poll_id: str) -> None:
        row = self._store.one("SELECT doc FROM polls WHERE id = ?", poll_id)
        if row is not None:
            doc = {**unpack(row[0]), "is_closed": True}
            self._store.write(
                "UPDATE polls SET doc = ?, closes_at = NULL WHERE id = ?", pack(doc), poll_id
            )

    def message_of(self, poll_id: str) -> int | None:
        row = self._store.one("SELECT n FROM polls WHERE id = ?", poll_id)
        return None if row is None else int(row[0])

    def due(self, now: float) -> list[tuple[str, int]]:
        """Polls whose time is over: their ids and the ``n`` of their messages."""
        rows = self._store.all("SELECT id, n FROM polls WHERE closes_at <= ?", now)
        return [(str(row[0]), int(row[1])) for row in rows]
