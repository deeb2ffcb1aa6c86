"""A picture is uploaded once; after that Telegram's own name for it is enough."""

from aiogram.types import Message
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.telegram.models import UploadedPicture
from bot.telegram.replies import Picture


class UploadedPictures:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._known: dict[str, str] = {}

    async def file_id(self, picture: Picture | None) -> str | None:
        if picture is None:
            return None
        if picture.sha256 not in self._known:
            async with AsyncSession(self._engine) as session:
                found = await session.scalar(
                    select(UploadedPicture.file_id).where(UploadedPicture.sha256 == picture.sha256)
                )
            if found:
                self._known[picture.sha256] = found
        return self._known.get(picture.sha256)

    async def remember(self, picture: Picture | None, sent: Message | None) -> None:
        if picture is None or sent is None or not sent.photo or picture.sha256 in self._known:
            return
        file_id = sent.photo[-1].file_id
        self._known[picture.sha256] = file_id
        async with AsyncSession(self._engine) as session:
            await session.merge(UploadedPicture(sha256=picture.sha256, file_id=file_id))
            await session.commit()
