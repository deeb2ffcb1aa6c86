"""What the catalogue keeps about the people behind a shop."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.arrivals.models import Arrival
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import ImportRun
from bot.catalog.models import Merchant, MerchantStaff, StaffRole
from bot.catalog.pending import PendingInput, PendingInputs
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData, Unfinished


class ShopsOfPerson(PersonalData):
    """For whom she acts, what she was asked, and the files she sent.

    Erasing ends her part in every shop. The shops and their products stay: they are the merchant's,
    and the operator can invite another owner.
    """

    section = "shops"

    def __init__(self, session: AsyncSession, pending: PendingInputs, files: ImportFiles) -> None:
        self._session = session
        self._pending = pending
        self._files = files

    async def export(self, person_id: PersonId) -> dict[str, Any]:
        asked = await self._session.get(PendingInput, person_id)
        return {
            "acts_for": [
                {"shop": merchant.name, "role": staff.role.value}
                for staff, merchant in await self._memberships(person_id)
            ],
            "asked": {"for": asked.kind.value, "said": asked.said} if asked else None,
            "files_sent": [
                {"for": one.purpose.value, "name": one.name, "at": one.created_at.isoformat()}
                for one in await self._arrivals(person_id)
            ],
            "imports": [
                {
                    "file": run.name,
                    "status": run.status.value,
                    "counts": run.counts,
                    "at": run.created_at.isoformat(),
                }
                for run in await self._imports(person_id)
            ],
        }

    async def erase(self, person_id: PersonId) -> None:
        await self._pending.forget(person_id)
        for staff, _ in await self._memberships(person_id):
            await self._session.delete(staff)
        for arrival in await self._arrivals(person_id):
            if arrival.path:
                self._files.drop(arrival.path)
            await self._session.delete(arrival)
        for run in await self._imports(person_id):
            if run.path:
                self._files.drop(run.path)
            await self._session.delete(run)
        await self._session.flush()

    async def unfinished(self, person_id: PersonId) -> Sequence[Unfinished]:
        """A shop without its owner: she is told before."""
        return [
            Unfinished("catalog-unfinished-owner", {"name": merchant.name})
            for staff, merchant in await self._memberships(person_id)
            if staff.role is StaffRole.OWNER
        ]

    async def _memberships(self, person_id: PersonId) -> Sequence[sa.Row[MerchantStaff, Merchant]]:
        found = await self._session.execute(
            sa.select(MerchantStaff, Merchant)
            .join(Merchant, Merchant.id == MerchantStaff.merchant_id)
            .where(MerchantStaff.person_id == person_id)
            .order_by(MerchantStaff.id)
        )
        return found.all()

    async def _arrivals(self, person_id: PersonId) -> Sequence[Arrival]:
        found = await self._session.scalars(
            sa.select(Arrival).where(Arrival.person_id == person_id).order_by(Arrival.id)
        )
        return found.all()

    async def _imports(self, person_id: PersonId) -> Sequence[ImportRun]:
        found = await self._session.scalars(
            sa.select(ImportRun).where(ImportRun.person_id == person_id).order_by(ImportRun.id)
        )
        return found.all()
