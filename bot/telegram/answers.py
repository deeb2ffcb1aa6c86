"""Private words that answer what somebody was asked, however long ago the bot was restarted."""

from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import BaseFilter
from aiogram.types import Message
from dishka import AsyncContainer

from bot.catalog.pending import PendingInputs, PendingKind
from bot.people.models import PersonId


class Answers(BaseFilter):
    """A private text that answers a question of one of these kinds. Commands never do."""

    def __init__(self, *kinds: PendingKind) -> None:
        self._kinds = frozenset(kinds)

    async def __call__(
        self, message: Message, dishka_container: AsyncContainer
    ) -> bool | dict[str, Any]:
        is_private = message.chat.type == ChatType.PRIVATE
        if not is_private or not message.text or message.text.startswith("/"):
            return False
        if message.from_user is None:
            return False
        pending = await (await dishka_container.get(PendingInputs)).find(
            PersonId(message.from_user.id)
        )
        return {"pending": pending} if pending and pending.kind in self._kinds else False
