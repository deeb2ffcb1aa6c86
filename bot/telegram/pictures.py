"""A picture or a file is uploaded once; after that Telegram's own name for it is enough."""

from aiogram.types import Message
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.telegram.models import UploadedPicture
from bot.telegram.replies import Document, Picture


class UploadedPictures:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._known: dict[str, str] = {}

    async def file_id(self, picture: Picture | None) -> str | None:
        return None if picture is None else await self._find(picture.sha256)

    async def document_id(self, document: Document) -> str | None:
        return await self._find(document.key) if document.key else None

    async def remember(self, picture: Picture | None, sent: Message | None) -> None:
        if picture is not None and sent is not None and sent.photo:
            await self._keep(picture.sha256, sent.photo[-1].file_id)

    async def remember_document(self, document: Document, sent: Message) -> None:
        if document.key and sent.document:
            await self._keep(document.key, sent.document.file_id)

    async def _find(self, key: str) -> str | None:
        if key not in self._known:
            async with AsyncSession(self._engine) as session:
                found = await session.scalar(
                    select(UploadedPicture.file_id).where(UploadedPicture.sha256 == key)
                )
            if found:
                self._known[key] = found
        return self._known.get(key)

    async def _keep(self, key: str, file_id: str) -> None:
        if key in self._known:
            return
        self._known[key] = file_id
        async with AsyncSession(self._engine) as session:
            await session.merge(UploadedPicture(sha256=key, file_id=file_id))
            await session.commit()
