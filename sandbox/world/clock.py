"""The sandbox's time: the real one, moved as far as somebody asked for."""

import time
from collections.abc import Callable

from sandbox.world.store import Store


class MovableClock:
    def __init__(self, store: Store, source: Callable[[], float] | None = None) -> None:
        self._store = store
        self._source = source or time.time
        self._offset = float(store.setting("clock_offset") or 0)

    def now(self) -> float:
        return self._source() + self._offset

    def seconds(self) -> int:
        return int(self.now())

    def advance(self, seconds: float) -> None:
        self._offset += seconds
        self._store.set_setting("clock_offset", repr(self._offset))

    def set(self, now: float) -> None:
        self.advance(now - self.now())
