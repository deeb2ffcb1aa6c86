"""What comes along with a product: pictures, reviews, questions. They are added, never doubled."""

import asyncio
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.downloads import MAX_BYTES, DownloadStore
from bot.catalog.errors import PictureTooLarge, PictureUnreadable
from bot.catalog.imports.drafts import PictureDraft, ProductDraft, Remark
from bot.catalog.media import MediaStore
from bot.catalog.models import Picture, Product, ProductQuestion, Review
from bot.catalog.repository import CatalogRepository
from bot.catalog.service import MAX_PICTURES
from bot.kit.clock import Clock

Folder: TypeAlias = Path | None
_ALL = 10_000


class Extras:
    def __init__(
        self, session: AsyncSession, media: MediaStore, downloads: DownloadStore, clock: Clock
    ) -> None:
        self._session = session
        self._clock = clock
        self._catalog = CatalogRepository(session)
        self._media = media
        self._downloads = downloads

    async def lacking(self, product: Product, draft: ProductDraft, folder: Folder) -> bool:
        """Tell whether the draft brings something that the product does not have."""
        if any(True for _ in _new_pictures(product, draft.pictures, folder)):
            return True
        if _is_new_download(product, draft, folder):
            return True
        return bool(await self._new_words(product, draft))

    async def add(
        self, product: Product, draft: ProductDraft, folder: Folder, *, is_new: bool
    ) -> list[Remark]:
        words = _words(product, draft) if is_new else await self._new_words(product, draft)
        self._session.add_all(words)
        remarks = [_unreadable(one) for one in draft.pictures if not _identity(one, folder)]
        for new in list(_new_pictures(product, draft.pictures, folder)):
            picture = await self._picture(new, folder)
            if isinstance(picture, Remark):
                remarks.append(picture)
                continue
            picture.position = len(product.pictures)
            product.pictures.append(picture)
        return remarks + await self._hand_out(product, draft, folder)

    async def _hand_out(
        self, product: Product, draft: ProductDraft, folder: Folder
    ) -> list[Remark]:
        """Put what buyers of a digital product get into its place."""
        if not draft.download or product.needs_shipping:
            return []
        if _is_address(draft.download):
            product.download, product.download_text = None, draft.download
            return []
        content = _content(draft.download, folder)
        if not content or len(content) > MAX_BYTES:
            facts: dict[str, str | int] = {"name": draft.download}
            return [Remark(text="catalog-import-note-download", facts=facts, is_bad=False)]
        if _is_new_download(product, draft, folder):
            kept = await asyncio.to_thread(self._downloads.keep, content, draft.download)
            product.download, product.download_text = kept, None
        return []

    async def _picture(self, draft: PictureDraft, folder: Folder) -> Picture | Remark:
        if draft.url:
            return Picture(url=draft.url, fetch_at=self._clock.now())
        content = _content(draft.file, folder)
        if content is None:
            return _unreadable(draft)
        try:
            stored = await asyncio.to_thread(self._media.keep, content)
        except (PictureTooLarge, PictureUnreadable):
            return _unreadable(draft)
        return Picture(sha256=stored.sha256, file=stored.file, source=stored.source)

    async def _new_words(
        self, product: Product, draft: ProductDraft
    ) -> list[Review | ProductQuestion]:
        if not (draft.reviews or draft.questions):
            return []
        reviews = await self._catalog.reviews(product.id, limit=_ALL)
        questions = await self._catalog.questions(product.id, limit=_ALL)
        known = {_sense(row) for row in (*reviews, *questions)}
        return [row for row in _words(product, draft) if _sense(row) not in known]


def _words(product: Product, draft: ProductDraft) -> list[Review | ProductQuestion]:
    reviews = [
        Review(
            product_id=product.id,
            author=one.author,
            rating=one.rating,
            text=one.text,
            language=one.language,
            written_on=one.written_on,
        )
        for one in draft.reviews
    ]
    questions = [
        ProductQuestion(
            product_id=product.id,
            question=one.question,
            answer=one.answer,
            language=one.language,
            answered_by=one.answered_by,
        )
        for one in draft.questions
    ]
    return [*reviews, *questions]


def _sense(row: object) -> tuple[str, str]:
    if isinstance(row, Review):
        return row.author, row.text
    if isinstance(row, ProductQuestion):
        return row.question, row.answer
    raise TypeError(row)


def _new_pictures(
    product: Product, drafts: Iterable[PictureDraft], folder: Folder
) -> Iterable[PictureDraft]:
    """Go through pictures that the product lacks, as many as it may still have."""
    known = {picture.url for picture in product.pictures if picture.url}
    known |= {picture.source for picture in product.pictures if picture.source}
    room = MAX_PICTURES - len(product.pictures)
    for draft in drafts:
        identity = _identity(draft, folder)
        if identity and room > 0 and identity not in known:
            known.add(identity)
            room -= 1
            yield draft


def _identity(draft: PictureDraft, folder: Folder) -> str | None:
    """Name a picture by its address or its content; None where there is no such file."""
    if draft.url:
        return draft.url
    content = _content(draft.file, folder)
    return hashlib.sha256(content).hexdigest() if content is not None else None


def _is_new_download(product: Product, draft: ProductDraft, folder: Folder) -> bool:
    if not draft.download or product.needs_shipping:
        return False
    if _is_address(draft.download):
        return product.download_text != draft.download
    content = _content(draft.download, folder)
    known = product.download["sha256"] if product.download else None
    return bool(content) and content is not None and hashlib.sha256(content).hexdigest() != known


def _is_address(download: str) -> bool:
    return urlsplit(download).scheme in {"http", "https"}


def _content(name: str | None, folder: Folder) -> bytes | None:
    if folder is None or name is None:
        return None
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    return file.read_bytes()


def _unreadable(draft: PictureDraft) -> Remark:
    return Remark(
        text="catalog-import-note-picture", facts={"name": draft.file or ""}, is_bad=False
    )
