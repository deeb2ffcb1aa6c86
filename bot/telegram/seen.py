"""Telegram may deliver an update again: after a restart, a lost answer, a slow webhook."""

from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.telegram.models import SeenUpdate

KEPT = timedelta(days=2)  # Telegram keeps updates for 24 hours


class SeenUpdates:
    def __init__(self, session: AsyncSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def is_first(self, update_id: int) -> bool:
        """Remember the update in this transaction; a second one at the same time waits for us."""
        is_sqlite = self._session.get_bind().dialect.name == "sqlite"
        insert = sqlite.insert if is_sqlite else postgresql.insert
        added = await self._session.scalar(
            insert(SeenUpdate)
            .values(update_id=update_id, seen_at=self._clock.now())
            .on_conflict_do_nothing()
            .returning(SeenUpdate.update_id)
        )
        return added is not None

    async def forget_old(self) -> None:
        old = SeenUpdate.seen_at < self._clock.now() - KEPT
        await self._session.execute(delete(SeenUpdate).where(old))


async def forget_old_updates(seen: SeenUpdates) -> None:
    await seen.forget_old()
