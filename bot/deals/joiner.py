"""The fast door to a seat: taps that arrive together are written in one transaction."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.deals.seating import Answer, Wish, seat
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.group_commit import GroupCommit


class Joiner:
    """Holds seats, many at a time; each caller hears after the commit what became of her wish.

    It has a transaction of its own: never call it while another one is open, which on SQLite has
    the only connection. ``benchmarks/joins.py`` races it.
    """

    def __init__(self, engine: AsyncEngine, clock: Clock, settings: DealSettings) -> None:
        self._engine = engine
        self._clock = clock
        self._settings = settings
        self._together = GroupCommit(self._seat)

    async def hold(self, wish: Wish) -> Answer:
        return await self._together.ask(wish)

    async def _seat(self, wishes: Sequence[Wish]) -> Sequence[Answer]:
        now = self._clock.now()
        async with self._engine.begin() as connection:
            return await seat(connection, wishes, at=now, until=now + self._settings.hold)
