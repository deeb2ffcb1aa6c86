"""Telegram's documented flood limits, when a test switches them on."""

from collections import deque
from math import ceil
from typing import Final

from sandbox.botapi.errors import ApiError
from sandbox.world.clock import MovableClock

OVERALL: Final = (30, 1.0)
PER_CHAT: Final = (1, 1.0)
PER_GROUP: Final = (20, 60.0)
LIMITED: Final = ("send", "forward", "copy", "edit")
UNLIMITED: Final = frozenset({"sendchataction"})


class Flood:
    def __init__(self, clock: MovableClock) -> None:
        self.is_on = False
        self._clock = clock
        self._sent: dict[tuple[int, object], deque[float]] = {}

    def check(self, bot: int, method: str, chat: object) -> None:
        """Count a call in; raise 429 when it comes too soon. Edits count like messages."""
        name = method.lower()
        if not self.is_on or not name.startswith(LIMITED) or name in UNLIMITED:
            return
        windows: list[tuple[tuple[int, object], tuple[int, float]]] = [((bot, None), OVERALL)]
        if chat is not None:
            limit = PER_GROUP if str(chat).startswith(("-", "@")) else PER_CHAT
            windows.append(((bot, str(chat)), limit))
        now = self._clock.now()
        wait = max(self._wait(key, limit, now) for key, limit in windows)
        if wait > 0:
            seconds = ceil(wait)
            raise ApiError(
                429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds}
            )
        for key, _ in windows:
            self._sent[key].append(now)

    def _wait(self, key: tuple[int, object], limit: tuple[int, float], now: float) -> float:
        count, seconds = limit
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[0] + seconds - now if len(sent) >= count else 0.0
