"""Only one process may speak by itself, or the pace of each would be right and the sum wrong."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.kit.clock import Clock
from bot.telegram.models import Lease

LASTS = timedelta(seconds=15)
RENEWED = timedelta(seconds=5)
POSTER = "poster"


class PosterLease:
    """Held while it is renewed; free for another process when its holder died."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._me = uuid4().hex
        self._renew_at = clock.now()
        self._held = False

    async def is_held(self) -> bool:
        """Take or renew it where that is due."""
        now = self._clock.now()
        if now < self._renew_at:
            return self._held
        async with AsyncSession(self._engine) as session:
            self._held = await self._take(session)
            await session.commit()
        self._renew_at = now + (RENEWED if self._held else timedelta(seconds=1))
        return self._held

    async def give_up(self) -> None:
        async with AsyncSession(self._engine) as session:
            await session.execute(
                update(Lease)
                .where(Lease.name == POSTER, Lease.holder == self._me)
                .values(until=self._clock.now())
            )
            await session.commit()
        self._held = False

    async def _take(self, session: AsyncSession) -> bool:
        now = self._clock.now()
        insert = sqlite.insert if self._engine.dialect.name == "sqlite" else postgresql.insert
        fresh = {"holder": self._me, "until": now + LASTS}
        taken = await session.scalar(
            insert(Lease)
            .values(name=POSTER, **fresh)
            .on_conflict_do_update(
                index_elements=[Lease.name],
                set_=fresh,
                where=or_(Lease.holder == self._me, Lease.until <= now),
            )
            .returning(Lease.name)
        )
        return taken is not None
