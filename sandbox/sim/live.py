"""What people with an open page hear at once."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from sandbox.world.store import Json

KEPT_EVENTS: Final = 500


class Feed:
    """The events of one person who has looked at least once."""

    def __init__(self, first: int) -> None:
        self.events: deque[tuple[int, Json]] = deque(maxlen=KEPT_EVENTS)
        self.last = first
        self._begun_at = first
        self._arrived = asyncio.Event()

    def add(self, event: Json) -> None:
        self.last += 1
        self.events.append((self.last, event))
        self._arrived.set()

    def after(self, n: int) -> list[tuple[int, Json]] | None:
        """``None`` when events between ``n`` and now are no longer known."""
        oldest = self.events[0][0] if self.events else self.last + 1
        if n < self._begun_at or n > self.last or n < oldest - 1:
            return None
        return [(number, event) for number, event in self.events if number > n]

    async def wait(self, seconds: float) -> None:
        self._arrived.clear()
        try:
            await asyncio.wait_for(self._arrived.wait(), seconds)
        except TimeoutError:
            return


class Live:
    def __init__(self) -> None:
        # Numbers grow over restarts, so that an old page learns that it has missed something.
        self._first = int(time.time() * 1000)
        self._feeds: dict[int, Feed] = {}

    def feed(self, person: int) -> Feed:
        return self._feeds.setdefault(person, Feed(self._first))

    def watched(self) -> list[int]:
        """People who have an open page, or had one."""
        return list(self._feeds)

    def tell(self, person: int, make: Callable[[], Json]) -> None:
        """Make and keep the event only if anybody may read it."""
        if person in self._feeds:
            self._feeds[person].add(make())

    def tell_all(self, event: Json) -> None:
        for feed in self._feeds.values():
            feed.add(event)
