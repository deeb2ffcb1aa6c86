"""What ends by itself: holds that nobody captured, Checkout pages that nobody filled in."""

import asyncio
from collections.abc import Callable
from typing import Final, TypeAlias

from sandbox.stripe.objects import Objects
from sandbox.world.store import Store

TABLE: Final = """
CREATE TABLE IF NOT EXISTS stripe_due (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stripe_due_in_order ON stripe_due (at);
"""
LOOKS_EVERY: Final = 5.0
End: TypeAlias = Callable[[str], None]


class Expiring:
    def __init__(self, store: Store, objects: Objects) -> None:
        self._store = store
        self._objects = objects
        self._ends: dict[str, End] = {}
        store.connection.executescript(TABLE)

    def on_end(self, prefix: str, end: End) -> None:
        self._ends[prefix] = end

    def plan(self, number: str, at: int) -> None:
        self._store.write("INSERT OR REPLACE INTO stripe_due VALUES (?, ?)", number, at)

    def forget(self, number: str) -> None:
        self._store.write("DELETE FROM stripe_due WHERE id = ?", number)

    def catch_up(self) -> None:
        """Do what the clock has made due."""
        now = self._objects.now()
        for (number,) in self._store.all(
            "SELECT id FROM stripe_due WHERE at <= ? ORDER BY at", now
        ):
            self.forget(number)
            self._ends[number.partition("_")[0]](number)

    async def watch(self) -> None:
        """Real time goes by as well, with nobody asking for anything."""
        while True:
            await asyncio.sleep(LOOKS_EVERY)
            self.catch_up()
