from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import BaseFilter
from aiogram.types import Message
from dishka import AsyncContainer

from bot.catalog.models import ProductId
from bot.catalog.pending import PendingInputs, PendingKind
from bot.people.models import PersonId
from bot.telegram.shown import ShownMessages

PANEL = "panel"  # the part of a product's message that its merchant sees
_TABLES = (".csv", ".tsv", ".txt", ".json", ".xlsx", ".xls", ".ods", ".numbers", ".zip")
_IMAGES = ("image/jpeg", "image/png", "image/webp", "image/gif")


class ImportFile(BaseFilter):
    """A file that a merchant may mean as products, or a spreadsheet that has to become one."""

    async def __call__(self, message: Message) -> bool:
        if not _is_private(message) or message.document is None:
            return False
        return (message.document.file_name or "").lower().endswith(_TABLES)


class ProductPicture(BaseFilter):
    """A private photo that was asked for, or that answers a product's message."""

    async def __call__(
        self, message: Message, dishka_container: AsyncContainer
    ) -> bool | dict[str, Any]:
        file = _picture_file(message)
        if file is None or not _is_private(message) or message.from_user is None:
            return False
        product_id = await _replied_to(message, dishka_container)
        if product_id is None:
            inputs = await dishka_container.get(PendingInputs)
            pending = await inputs.find(PersonId(message.from_user.id))
            if pending is None or pending.kind is not PendingKind.PICTURE:
                return False
            product_id = pending.product_id
        return {"file_id": file, "product_id": product_id}


class ProductDownload(BaseFilter):
    """A private file, whatever it is, that was asked for as what buyers get."""

    async def __call__(
        self, message: Message, dishka_container: AsyncContainer
    ) -> bool | dict[str, Any]:
        file = message.document or message.audio or message.video
        if file is None or not _is_private(message) or message.from_user is None:
            return False
        inputs = await dishka_container.get(PendingInputs)
        pending = await inputs.find(PersonId(message.from_user.id))
        if pending is None or pending.kind is not PendingKind.DOWNLOAD:
            return False
        return {"file": file, "product_id": pending.product_id}


async def _replied_to(message: Message, container: AsyncContainer) -> ProductId | None:
    if message.reply_to_message is None:
        return None
    shown = await container.get(ShownMessages)
    subject = await shown.find(message.chat.id, message.reply_to_message.message_id)
    is_panel = subject is not None and subject.feature == "catalog" and subject.part == PANEL
    return ProductId(subject.id) if subject is not None and is_panel else None


def _picture_file(message: Message) -> str | None:
    if message.photo:
        return message.photo[-1].file_id
    document = message.document
    if document and document.mime_type in _IMAGES:
        return document.file_id
    return None


def _is_private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE
