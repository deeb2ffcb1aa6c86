from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId, ProductId, VariantId
from bot.catalog.pending.models import PendingInput, PendingKind
from bot.kit.clock import Clock
from bot.people.models import PersonId

PATIENCE = timedelta(hours=2)  # after that a message is about something else


class PendingInputs:
    def __init__(self, session: AsyncSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def ask(
        self,
        person_id: PersonId,
        kind: PendingKind,
        *,
        merchant_id: MerchantId | None = None,
        product_id: ProductId | None = None,
        variant_id: VariantId | None = None,
        said: dict[str, Any] | None = None,
    ) -> None:
        """Wait for one answer; a question asked before is forgotten."""
        pending = PendingInput(
            person_id=person_id,
            kind=kind,
            merchant_id=merchant_id,
            product_id=product_id,
            variant_id=variant_id,
            said=said or {},
            asked_at=self._clock.now(),
        )
        await self._session.merge(pending)
        await self._session.flush()

    async def find(self, person_id: PersonId) -> PendingInput | None:
        pending = await self._session.get(PendingInput, person_id)
        if pending is None or self._clock.now() - pending.asked_at > PATIENCE:
            return None
        return pending

    async def forget(self, person_id: PersonId) -> bool:
        """Tell whether there was something to forget."""
        pending = await self._session.get(PendingInput, person_id)
        if pending is None:
            return False
        await self._session.delete(pending)
        await self._session.flush()
        return True
