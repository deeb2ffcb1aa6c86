"""Files that merchants send: fetched from Telegram between transactions, never inside one.

Pictures are decoded and files for buyers are kept here as well, because that takes its time too.
"""

import asyncio
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.arrivals.models import Arrival, ArrivalId, ArrivalPurpose, ArrivalStatus
from bot.catalog.arrivals.source import FileBusy, FileLost, FileSource, FileTooLarge
from bot.catalog.downloads import DownloadStore
from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.files import ImportFiles
from bot.catalog.media import MAX_BYTES, MediaStore
from bot.kit.errors import ShopError

AT_ONCE = 5
MAX_TRIES = 5


@dataclass(frozen=True, slots=True)
class _Waiting:
    id: ArrivalId
    file_id: str
    tries: int
    purpose: ArrivalPurpose
    name: str | None
    mime: str | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a file; where two processes fetched it, the first to write it wins."""

    status: ArrivalStatus
    path: str | None = None
    kept: dict[str, Any] | None = None
    refused: str | None = None
    why: dict[str, Any] | None = None


class FileFetcher:
    """Fetches between two transactions of its own, so that a slow line locks nothing."""

    def __init__(
        self,
        engine: AsyncEngine,
        source: FileSource,
        *,
        files: ImportFiles,
        media: MediaStore,
        downloads: DownloadStore,
    ) -> None:
        self._engine = engine
        self._source = source
        self._files = files
        self._media = media
        self._downloads = downloads

    async def fetch_waiting(self) -> None:
        async with AsyncSession(self._engine) as session:
            rows = await session.scalars(
                sa.select(Arrival)
                .where(Arrival.status == ArrivalStatus.WAITING)
                .order_by(Arrival.tries, Arrival.id)
                .limit(AT_ONCE)
            )
            found = [
                _Waiting(one.id, one.file_id, one.tries, one.purpose, one.name, one.mime)
                for one in rows
            ]
        for one in found:
            await self._note(one, await self._fetch(one))

    async def _fetch(self, one: _Waiting) -> _Outcome:
        try:
            content = await self._source.fetch(one.file_id, MAX_BYTES)
            return await self._keep(one, content)
        except FileTooLarge:
            refused: ShopError = FileUnreadable(why="large", megabytes=MAX_BYTES // 1024 // 1024)
        except FileLost:
            refused = FileUnreadable(why="lost")
        except FileBusy:
            if one.tries + 1 < MAX_TRIES:
                return _Outcome(ArrivalStatus.WAITING)
            refused = FileUnreadable(why="lost")
        except ShopError as unusable:
            refused = unusable
        return _Outcome(ArrivalStatus.LOST, refused=refused.text, why=refused.facts)

    async def _keep(self, one: _Waiting, content: bytes) -> _Outcome:
        """Put it where it belongs. Raises what a person can mend, such as PictureUnreadable."""
        kept: dict[str, Any]
        match one.purpose:
            case ArrivalPurpose.IMPORT:
                return _Outcome(ArrivalStatus.HERE, path=await self._files.keep(content))
            case ArrivalPurpose.PICTURE:
                kept = asdict(await asyncio.to_thread(self._media.keep, content))
            case ArrivalPurpose.DOWNLOAD:
                keep = self._downloads.keep
                kept = dict(await asyncio.to_thread(keep, content, one.name or "", one.mime))
        return _Outcome(ArrivalStatus.HERE, kept=kept)

    async def _note(self, one: _Waiting, outcome: _Outcome) -> None:
        async with AsyncSession(self._engine) as session:
            await session.execute(
                sa.update(Arrival)
                .where(Arrival.id == one.id, Arrival.status == ArrivalStatus.WAITING)
                .values(tries=one.tries + 1, **asdict(outcome))
            )
            await session.commit()
