"""Telegram may deliver an update again: after a restart, a lost answer, a slow webhook."""

from datetime import timedelta

from sqlalchemy import Executable, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.telegram.models import SeenUpdate

KEPT = timedelta(days=2)  # Telegram keeps updates for 24 hours


def _remember(insert: type[sqlite.Insert | postgresql.Insert]) -> Executable:
    # Of the table, and made once: the ORM would plan it anew for every update.
    table = SeenUpdate.metadata.tables[SeenUpdate.__tablename__]
    fresh = insert(table).values(update_id=bindparam("update_id"), seen_at=bindparam("seen_at"))
    return fresh.on_conflict_do_nothing().returning(table.c.update_id)


_REMEMBER = {"sqlite": _remember(sqlite.Insert), "postgresql": _remember(postgresql.Insert)}


class SeenUpdates:
    def __init__(self, session: AsyncSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def is_first(self, update_id: int) -> bool:
        """Remember the update in this transaction; a second one at the same time waits for us."""
        connection = await self._session.connection()
        added = await connection.scalar(
            _REMEMBER[connection.dialect.name],
            {"update_id": update_id, "seen_at": self._clock.now()},
        )
        return added is not None

    async def forget_old(self) -> None:
        old = SeenUpdate.seen_at < self._clock.now() - KEPT
        await self._session.execute(delete(SeenUpdate).where(old))


async def forget_old_updates(seen: SeenUpdates) -> None:
    await seen.forget_old()
