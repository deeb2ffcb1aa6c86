"""The fast door to a seat: taps that arrive together are written in one transaction."""

from collections.abc import Sequence

from sqlalchemy import exc
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.deals.seating import Answer, Wish, seat
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.db import is_away
from bot.kit.group_commit import GroupCommit

# A storm of 2,000 fits into one transaction: each costs a fsync and a dozen round trips.
AT_ONCE = 2048


class Joiner:
    """Holds seats, many at a time; each caller hears after the commit what became of her wish.

    Whoever wants fewer pieces than she has is told so: ``JoiningService`` gives them back.
    It has a transaction of its own: never call it while another one is open, which on SQLite has
    the only connection. ``benchmarks/joins.py`` races it.
    """

    def __init__(self, engine: AsyncEngine, clock: Clock, settings: DealSettings) -> None:
        self._engine = engine
        self._clock = clock
        self._settings = settings
        self._together = GroupCommit(self._seat, most=AT_ONCE, strikes_all=is_away)

    async def hold(self, wish: Wish) -> Answer:
        return await self._together.ask(wish)

    async def finish(self) -> None:
        """Before the engine is closed: let the last transaction end."""
        await self._together.finish()

    async def _seat(self, wishes: Sequence[Wish]) -> Sequence[Answer]:
        try:
            return await self._seat_once(wishes)
        except exc.DBAPIError as error:
            if not error.connection_invalidated:
                raise
            # The database was started anew. Should the commit have come through before it said
            # so, then the wishes' keys are known, and nothing is taken twice.
            return await self._seat_once(wishes)

    async def _seat_once(self, wishes: Sequence[Wish]) -> Sequence[Answer]:
        now = self._clock.now()
        async with self._engine.begin() as connection:
            return await seat(connection, wishes, at=now, until=now + self._settings.hold)
