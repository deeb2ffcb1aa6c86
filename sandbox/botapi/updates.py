"""Updates wait here, kept in the state file, until a bot fetches them or its webhook takes them."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from sandbox.botapi.errors import ApiError
from sandbox.botapi.schema import check_type
from sandbox.world.clock import MovableClock
from sandbox.world.people import Account
from sandbox.world.store import Json, Store, pack, unpack

DAY_SECONDS: Final = 86_400
QUERY_SECONDS: Final = 150
FIRST_UPDATE_ID: Final = 100_001
MAX_BATCH: Final = 100
# Telegram leaves these out unless a bot asks for them by name.
ON_REQUEST_ONLY: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
QUERIES: Final = frozenset(
    {"callback_query", "inline_query", "shipping_query", "pre_checkout_query"}
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update in line. Webhooks take one at a time from each ``queue``."""

    id: int
    queue: str
    doc: Json


class Updates:
    def __init__(self, store: Store, clock: MovableClock) -> None:
        self._store = store
        self._clock = clock
        self._polls: dict[int, asyncio.Future[bool]] = {}
        self._arrivals: dict[int, asyncio.Event] = {}
        self._on_push: list[Callable[[Account], None]] = []
        self.repeat_next: Callable[[Account], bool] = lambda _bot: False

    def on_push(self, listener: Callable[[Account], None]) -> None:
        self._on_push.append(listener)

    def push(self, bot: Account, kind: str, payload: Json, queue: str) -> None:
        """Put an update in line, unless the bot has not asked for its kind."""
        if not _wanted(bot, kind):
            return
        update_id = self._store.next(f"updates{bot.id}", FIRST_UPDATE_ID)
        update = {"update_id": update_id, kind: payload}
        check_type("Update", update)
        lifetime = QUERY_SECONDS if kind in QUERIES else DAY_SECONDS
        self._store.write(
            "INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?)",
            bot.id, update_id, queue, kind, self._clock.now() + lifetime,
            int(self.repeat_next(bot)), pack(update),
        )  # fmt: skip
        self._arrival(bot).set()
        for listener in self._on_push:
            listener(bot)

    async def fetch(
        self,
        bot: Account,
        *,
        offset: int = 0,
        limit: int = MAX_BATCH,
        timeout_seconds: float = 0,
    ) -> list[Json]:
        """Long polling; a second poll ends the first one with a conflict, as Telegram does."""
        self._confirm(bot, offset)
        ended = self._begin_poll(bot)
        deadline = asyncio.get_running_loop().time() + timeout_seconds
        try:
            while not (batch := self._batch(bot, limit)):
                left = deadline - asyncio.get_running_loop().time()
                if left <= 0 or ended.done():
                    break
                await self._wait_for_arrival(bot, ended, left)
            if ended.done():
                raise conflict_with_poll()
            return batch
        finally:
            if self._polls.get(bot.id) is ended:
                del self._polls[bot.id]

    def heads(self, bot: Account, busy: Iterable[str], limit: int) -> list[Waiting]:
        """The first update of each queue that nobody is delivering at the moment."""
        self._expire(bot)
        rows = self._store.all(
            "SELECT MIN(id), queue FROM updates WHERE bot = ? GROUP BY queue ORDER BY 1", bot.id
        )
        taken = set(busy)
        free = [(row[0], row[1]) for row in rows if row[1] not in taken][:limit]
        return [Waiting(number, queue, self._doc(bot, number)) for number, queue in free]

    def done(self, bot: Account, update_id: int) -> None:
        """Delivered: forget it, or keep it once more when a fault asked for a repetition."""
        repeated = self._store.one(
            "UPDATE updates SET repeats = repeats - 1 WHERE bot = ? AND id = ? AND repeats > 0 "
            "RETURNING id",
            bot.id, update_id,
        )  # fmt: skip
        if repeated is None:
            self._store.write("DELETE FROM updates WHERE bot = ? AND id = ?", bot.id, update_id)

    def pending(self, bot: Account) -> int:
        self._expire(bot)
        row = self._store.one("SELECT COUNT(*) FROM updates WHERE bot = ?", bot.id)
        return 0 if row is None else int(row[0])

    def drop(self, bot: Account) -> None:
        self._store.write("DELETE FROM updates WHERE bot = ?", bot.id)

    def _confirm(self, bot: Account, offset: int) -> None:
        if offset > 0:
            rows = self._store.all(
                "SELECT id FROM updates WHERE bot = ? AND id < ?", bot.id, offset
            )
            for row in rows:
                self.done(bot, row[0])
        elif offset < 0:
            self._store.write(
                "DELETE FROM updates WHERE bot = ? AND id NOT IN "
                "(SELECT id FROM updates WHERE bot = ? ORDER BY id DESC LIMIT ?)",
                bot.id, bot.id, -offset,
            )  # fmt: skip

    def _batch(self, bot: Account, limit: int) -> list[Json]:
        self._expire(bot)
        count = min(max(limit, 1), MAX_BATCH)
        rows = self._store.all(
            "SELECT doc FROM updates WHERE bot = ? ORDER BY id LIMIT ?", bot.id, count
        )
        return [unpack(row[0]) for row in rows]

    def _begin_poll(self, bot: Account) -> asyncio.Future[bool]:
        earlier = self._polls.get(bot.id)
        if earlier is not None and not earlier.done():
            earlier.set_result(True)
        ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._polls[bot.id] = ended
        return ended

    async def _wait_for_arrival(
        self, bot: Account, ended: asyncio.Future[bool], seconds: float
    ) -> None:
        arrival = self._arrival(bot)
        arrival.clear()
        waiting: asyncio.Future[bool] = asyncio.ensure_future(arrival.wait())
        try:
            await asyncio.wait(
                {waiting, ended}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            waiting.cancel()

    def _arrival(self, bot: Account) -> asyncio.Event:
        return self._arrivals.setdefault(bot.id, asyncio.Event())

    def _expire(self, bot: Account) -> None:
        self._store.write(
            "DELETE FROM updates WHERE bot = ? AND expires < ?", bot.id, self._clock.now()
        )

    def _doc(self, bot: Account, update_id: int) -> Json:
        row = self._store.one("SELECT doc FROM updates WHERE bot = ? AND id = ?", bot.id, update_id)
        return {} if row is None else unpack(row[0])


def _wanted(bot: Account, kind: str) -> bool:
    allowed = bot.doc.get("allowed_updates")
    return kind in allowed if allowed else kind not in ON_REQUEST_ONLY


def conflict_with_poll() -> ApiError:
    return ApiError(
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )
