"""Questions a person's client asks a bot and waits for: taps, inline queries, checkouts."""

import asyncio
from dataclasses import dataclass
from typing import Any

from sandbox.world.clock import MovableClock
from sandbox.world.store import Json, Store, pack, unpack

LIFETIME_SECONDS = 150
EPHEMERAL_SECONDS = 15


@dataclass(slots=True)
class Query:
    id: str
    kind: str
    bot: int
    person: int
    at: float
    answer: Json | None
    doc: Json


class Queries:
    def __init__(self, store: Store, clock: MovableClock) -> None:
        self._store = store
        self._clock = clock
        self._waiting: dict[str, asyncio.Future[Json]] = {}

    def ask(self, kind: str, bot: int, person: int, doc: Json) -> Query:
        query_id = str(self._store.next("queries", 70_000_000_001))
        query = Query(query_id, kind, bot, person, self._clock.now(), None, doc)
        self._store.write(
            "INSERT INTO queries VALUES (?, ?, ?, ?, ?, NULL, ?)",
            query.id, kind, bot, person, query.at, pack(doc),
        )  # fmt: skip
        return query

    def find(self, query_id: str) -> Query | None:
        row = self._store.one(
            "SELECT id, kind, bot, person, at, answer, doc FROM queries WHERE id = ?", query_id
        )
        if row is None:
            return None
        answer = None if row[5] is None else unpack(row[5])
        return Query(row[0], row[1], row[2], row[3], row[4], answer, unpack(row[6]))

    def age(self, query: Query) -> float:
        return self._clock.now() - query.at

    def open(
        self, query_id: str, kind: str, bot: int, lifetime: float = LIFETIME_SECONDS
    ) -> Query | None:
        """The query, if it is this bot's, young enough, and nobody has answered it."""
        query = self.find(query_id)
        if query is None or query.kind != kind or query.bot != bot or query.answer is not None:
            return None
        return query if self.age(query) <= lifetime else None

    def answer(self, query: Query, answer: Json) -> None:
        query.answer = answer
        self._store.write("UPDATE queries SET answer = ? WHERE id = ?", pack(answer), query.id)
        waiting = self._waiting.pop(query.id, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    async def wait(self, query: Query, seconds: float) -> Json | None:
        """The bot's answer, or ``None`` when it did not come within ``seconds`` of real time."""
        found = self.find(query.id)
        if found is not None and found.answer is not None:
            return found.answer
        if seconds <= 0:
            return None
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[query.id] = future
        try:
            answer: Json = await asyncio.wait_for(future, seconds)
        except TimeoutError:
            self._waiting.pop(query.id, None)
            return None
        return answer
