"""Cheap asynchronous filters. A bare magic filter costs a thread per update (docs/decisions)."""

import re
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

_DIGITS = 18  # of the largest number a column holds


class Private(BaseFilter):
    async def __call__(self, event: Message | CallbackQuery) -> bool:
        return _chat_type(event) == ChatType.PRIVATE


class InGroup(BaseFilter):
    async def __call__(self, event: Message | CallbackQuery) -> bool:
        return _chat_type(event) in {ChatType.GROUP, ChatType.SUPERGROUP}


class Paid(BaseFilter):
    """A service message that says money was taken."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        receipt = message.successful_payment
        return {"receipt": receipt} if receipt else False


class Linked(BaseFilter):
    """``/start buy_7`` and the like: a deep link that is ours. Gives its ``number``."""

    def __init__(self, word: str) -> None:
        self._written = re.compile(
            rf"/start(?:@\w+)?\s+{word}_([0-9]{{1,{_DIGITS}}})", re.ASCII | re.IGNORECASE
        )

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        found = self._written.fullmatch((message.text or "").strip())
        return {"number": int(found[1])} if found else False


def _chat_type(event: Message | CallbackQuery) -> str | None:
    message = event.message if isinstance(event, CallbackQuery) else event
    return message.chat.type if message else None
