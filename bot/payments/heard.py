"""What gateways have told us already: each event counts once."""

from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.payments.models import GatewayEvent

# Stripe repeats an event for three days, by hand for thirty; what its lists tell stands in them for
# forty, and longer where it is learned late.
KEPT = timedelta(days=90)


class HeardEvents:
    def __init__(self, session: AsyncSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def knows(self, event_id: str) -> bool:
        return await self._session.get(GatewayEvent, event_id) is not None

    async def is_first(self, event_id: str, kind: str) -> bool:
        """Write it down; False when it stood there already."""
        postgres = self._session.get_bind().dialect.name == "postgresql"
        insert = postgresql.insert(GatewayEvent) if postgres else sqlite.insert(GatewayEvent)
        written = await self._session.scalar(
            insert.values(id=event_id, kind=kind, heard_at=self._clock.now())
            .on_conflict_do_nothing(index_elements=["id"])
            .returning(GatewayEvent.id)
        )
        return written is not None

    async def forget_old(self) -> None:
        old = GatewayEvent.heard_at < self._clock.now() - KEPT
        await self._session.execute(sa.delete(GatewayEvent).where(old))
