from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.arrivals.models import Arrival, ArrivalPurpose, ArrivalStatus
from bot.catalog.errors import FileUnreadable
from bot.catalog.events import DownloadAdded, DownloadRefused, PictureAdded, PictureRefused
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import ImportRunId
from bot.catalog.imports.service import ImportService
from bot.catalog.models import KeptFile, ProductId, StoredPicture
from bot.catalog.service import CatalogService
from bot.kit.clock import Clock
from bot.kit.errors import ShopError
from bot.kit.events import Events
from bot.people.models import PersonId

KEPT = timedelta(days=3)  # an import may wait for its merchant's word


class ArrivalService:
    def __init__(
        self, session: AsyncSession, handover: "Handover", files: ImportFiles, clock: Clock
    ) -> None:
        self._session = session
        self._handover = handover
        self._files = files
        self._clock = clock

    async def forget_old(self) -> None:
        """Throw away files that did their work, or were waited for in vain."""
        old = Arrival.created_at < self._clock.now() - KEPT
        rows = await self._session.scalars(sa.select(Arrival).where(old).limit(100))
        for arrival in rows:
            if arrival.path:
                self._files.drop(arrival.path)
            await self._session.delete(arrival)

    async def expect(
        self,
        file_id: str,
        purpose: ArrivalPurpose,
        subject_id: int,
        *,
        by: PersonId,
        name: str | None = None,
        mime: str | None = None,
    ) -> None:
        """Have a file fetched from where it waits; a job does it after the commit."""
        arrival = Arrival(
            person_id=by,
            file_id=file_id,
            name=name,
            mime=mime,
            purpose=purpose,
            subject_id=subject_id,
            created_at=self._clock.now(),
        )
        self._session.add(arrival)
        await self._session.flush()

    async def hand_over_next(self) -> bool:
        """Bring one file to where it was meant for; tells whether there was one."""
        arrival = await self._session.scalar(
            sa.select(Arrival)
            .where(Arrival.status.in_([ArrivalStatus.HERE, ArrivalStatus.LOST]))
            .order_by(Arrival.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if arrival is None:
            return False
        match arrival.purpose:
            case ArrivalPurpose.IMPORT:
                await self._handover.to_import(arrival)
            case ArrivalPurpose.PICTURE:
                await self._handover.to_product(arrival)
            case ArrivalPurpose.DOWNLOAD:
                await self._handover.to_buyers(arrival)
        arrival.move(ArrivalStatus.DONE)
        return True


class Handover:
    """Brings to its place what was fetched and looked at; nothing here takes long."""

    def __init__(self, imports: ImportService, catalog: CatalogService, events: Events) -> None:
        self._imports = imports
        self._catalog = catalog
        self._events = events

    async def to_import(self, arrival: Arrival) -> None:
        run_id = ImportRunId(arrival.subject_id)
        if arrival.path is None:
            await self._imports.fail(run_id, arrival.why or {"why": "lost"})
        else:
            await self._imports.receive(run_id, arrival.path)

    async def to_product(self, arrival: Arrival) -> None:
        product_id, person_id = ProductId(arrival.subject_id), arrival.person_id
        refused = _refusal(arrival)
        if arrival.kept is not None:
            try:
                picture = StoredPicture(**arrival.kept)
                await self._catalog.add_picture(product_id, picture, by=person_id)
            except ShopError as error:
                refused = _said(error)
            else:
                await self._events.publish(PictureAdded(product_id=product_id, person_id=person_id))
                return
        await self._events.publish(
            PictureRefused(product_id=product_id, person_id=person_id, **refused)
        )

    async def to_buyers(self, arrival: Arrival) -> None:
        product_id, person_id = ProductId(arrival.subject_id), arrival.person_id
        refused = _refusal(arrival)
        if arrival.kept is not None:
            try:
                file = cast("KeptFile", arrival.kept)
                await self._catalog.hand_out_file(product_id, file, by=person_id)
            except ShopError as error:
                refused = _said(error)
            else:
                await self._events.publish(
                    DownloadAdded(product_id=product_id, person_id=person_id)
                )
                return
        await self._events.publish(
            DownloadRefused(product_id=product_id, person_id=person_id, **refused)
        )


def _refusal(arrival: Arrival) -> dict[str, Any]:
    """Give words and facts; a file lost before there were words of its own has none."""
    facts = arrival.why or {"why": "lost"}
    return _words(arrival.refused or FileUnreadable.text, facts)


def _said(error: ShopError) -> dict[str, Any]:
    return _words(error.text, error.facts)


def _words(text: str, facts: Mapping[str, object]) -> dict[str, Any]:
    return {"text": text, "facts": {name: str(fact) for name, fact in facts.items()}}
