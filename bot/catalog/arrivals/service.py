import asyncio
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.arrivals.models import Arrival, ArrivalPurpose, ArrivalStatus
from bot.catalog.downloads import DownloadStore
from bot.catalog.errors import FileUnreadable
from bot.catalog.events import DownloadAdded, DownloadRefused, PictureAdded, PictureRefused
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import ImportRunId
from bot.catalog.imports.service import ImportService
from bot.catalog.media import MediaStore
from bot.catalog.models import ProductId
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
    def __init__(
        self,
        *,
        imports: ImportService,
        catalog: CatalogService,
        media: MediaStore,
        downloads: DownloadStore,
        files: ImportFiles,
        events: Events,
    ) -> None:
        self._imports = imports
        self._catalog = catalog
        self._media = media
        self._downloads = downloads
        self._files = files
        self._events = events

    async def to_import(self, arrival: Arrival) -> None:
        run_id = ImportRunId(arrival.subject_id)
        if arrival.path is None:
            await self._imports.fail(run_id, arrival.why or {"why": "lost"})
        else:
            await self._imports.receive(run_id, arrival.path)

    async def to_product(self, arrival: Arrival) -> None:
        product_id = ProductId(arrival.subject_id)
        try:
            content = await self._content(arrival)
            stored = await asyncio.to_thread(self._media.keep, content)
            await self._catalog.add_picture(product_id, stored, by=arrival.person_id)
        except ShopError as refused:
            event = PictureRefused(
                product_id=product_id,
                person_id=arrival.person_id,
                text=refused.text,
                facts={name: str(fact) for name, fact in refused.facts.items()},
            )
            await self._events.publish(event)
        else:
            await self._events.publish(
                PictureAdded(product_id=product_id, person_id=arrival.person_id)
            )

    async def to_buyers(self, arrival: Arrival) -> None:
        product_id = ProductId(arrival.subject_id)
        try:
            content = await self._content(arrival)
            kept = await asyncio.to_thread(
                self._downloads.keep, content, arrival.name or "", arrival.mime
            )
            await self._catalog.hand_out_file(product_id, kept, by=arrival.person_id)
        except ShopError as refused:
            event = DownloadRefused(
                product_id=product_id,
                person_id=arrival.person_id,
                text=refused.text,
                facts={name: str(fact) for name, fact in refused.facts.items()},
            )
            await self._events.publish(event)
        else:
            await self._events.publish(
                DownloadAdded(product_id=product_id, person_id=arrival.person_id)
            )

    async def _content(self, arrival: Arrival) -> bytes:
        if arrival.path is None:
            raise FileUnreadable(**(arrival.why or {"why": "lost"}))
        try:
            return await asyncio.to_thread(self._files.path(arrival.path).read_bytes)
        except OSError as gone:  # or it would stand first in line for ever
            raise FileUnreadable(why="lost") from gone
