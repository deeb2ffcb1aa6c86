from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.arrivals.models import Arrival, ArrivalId, ArrivalStatus
from bot.catalog.arrivals.source import FileBusy, FileLost, FileSource, FileTooLarge
from bot.catalog.imports.files import ImportFiles
from bot.catalog.media import MAX_BYTES

AT_ONCE = 5
MAX_TRIES = 5


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a file; where two processes fetched it, the first to write it wins."""

    status: ArrivalStatus
    path: str | None = None
    why: dict[str, str | int] | None = None


class FileFetcher:
    """Fetches between two transactions of its own, so that a slow line locks nothing."""

    def __init__(self, engine: AsyncEngine, source: FileSource, files: ImportFiles) -> None:
        self._engine = engine
        self._source = source
        self._files = files

    async def fetch_waiting(self) -> None:
        async with AsyncSession(self._engine) as session:
            waiting = await session.execute(
                sa.select(Arrival.id, Arrival.file_id, Arrival.tries)
                .where(Arrival.status == ArrivalStatus.WAITING)
                .order_by(Arrival.tries, Arrival.id)
                .limit(AT_ONCE)
            )
            found = [(ArrivalId(row.id), row.file_id, row.tries) for row in waiting]
        for arrival_id, file_id, tries in found:
            await self._note(arrival_id, tries + 1, await self._fetch(file_id, tries))

    async def _fetch(self, file_id: str, tries: int) -> _Outcome:
        try:
            content = await self._source.fetch(file_id, MAX_BYTES)
        except FileTooLarge:
            why: dict[str, str | int] = {"why": "large", "megabytes": MAX_BYTES // 1024 // 1024}
            return _Outcome(ArrivalStatus.LOST, why=why)
        except FileLost:
            return _Outcome(ArrivalStatus.LOST, why={"why": "lost"})
        except FileBusy:
            if tries + 1 >= MAX_TRIES:
                return _Outcome(ArrivalStatus.LOST, why={"why": "lost"})
            return _Outcome(ArrivalStatus.WAITING)
        return _Outcome(ArrivalStatus.HERE, path=await self._files.keep(content))

    async def _note(self, arrival_id: ArrivalId, tries: int, outcome: _Outcome) -> None:
        async with AsyncSession(self._engine) as session:
            await session.execute(
                sa.update(Arrival)
                .where(Arrival.id == arrival_id, Arrival.status == ArrivalStatus.WAITING)
                .values(status=outcome.status, path=outcome.path, why=outcome.why, tries=tries)
            )
            await session.commit()
