"""Fetches pictures from their addresses between two short transactions, never inside one."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.errors import PictureTooLarge, PictureUnreadable
from bot.catalog.media import MAX_BYTES, MediaStore
from bot.catalog.models import Picture, PictureTrouble, StoredPicture
from bot.catalog.pictures.source import PictureBusy, PictureLost, PictureSource
from bot.kit.clock import Clock

AT_ONCE = 5
# After the last of these an address that stays silent is given up.
PAUSES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))


@dataclass(frozen=True, slots=True)
class _Waiting:
    id: int
    url: str
    tries: int


class PictureFetcher:
    """Where two processes fetch the same picture, the first to write it wins."""

    def __init__(
        self, engine: AsyncEngine, source: PictureSource, media: MediaStore, clock: Clock
    ) -> None:
        self._engine = engine
        self._source = source
        self._media = media
        self._clock = clock

    async def fetch_waiting(self) -> None:
        waiting = await self._waiting()
        if not waiting:
            return
        found = await asyncio.gather(*(self._fetch(one) for one in waiting))
        async with AsyncSession(self._engine) as session:
            for one, values in sorted(
                zip(waiting, found, strict=True), key=lambda pair: pair[0].id
            ):
                await session.execute(
                    sa.update(Picture)
                    .where(Picture.id == one.id, Picture.fetch_at.is_not(None))
                    .values(fetch_tries=one.tries + 1, **values)
                )
            await session.commit()

    async def _waiting(self) -> list[_Waiting]:
        async with AsyncSession(self._engine) as session:
            rows = await session.execute(
                sa.select(Picture.id, Picture.url, Picture.fetch_tries)
                .where(Picture.fetch_at <= self._clock.now())
                .order_by(Picture.fetch_at, Picture.id)
                .limit(AT_ONCE)
            )
            return [_Waiting(number, url or "", tries) for number, url, tries in rows]

    async def _fetch(self, one: _Waiting) -> dict[str, object]:
        """Give the columns that change."""
        try:
            content = await self._source.fetch(one.url, MAX_BYTES)
            kept = await asyncio.to_thread(self._media.keep, content)
        except PictureBusy:
            return self._once_more(one)
        except PictureLost as lost:
            return _given_up(lost.trouble)
        except PictureTooLarge:
            return _given_up(PictureTrouble.LARGE)
        except PictureUnreadable:
            return _given_up(PictureTrouble.KIND)
        return _ours(kept)

    def _once_more(self, one: _Waiting) -> dict[str, object]:
        if one.tries >= len(PAUSES):
            return _given_up(PictureTrouble.SILENT)
        return {"fetch_at": self._clock.now() + PAUSES[one.tries]}


def _given_up(trouble: PictureTrouble) -> dict[str, object]:
    return {"fetch_at": None, "trouble": trouble}


def _ours(kept: StoredPicture) -> dict[str, object]:
    return {
        "fetch_at": None,
        "sha256": kept.sha256,
        "file": kept.file,
        "source": kept.source,
    }
