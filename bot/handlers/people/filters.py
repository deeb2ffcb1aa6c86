from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.filters import BaseFilter
from aiogram.types import ChatMemberUpdated


class PrivateDoor(BaseFilter):
    """She blocked the bot, or let it in again."""

    def __init__(self, *, shut: bool) -> None:
        self._status = ChatMemberStatus.KICKED if shut else ChatMemberStatus.MEMBER

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        return event.chat.type == ChatType.PRIVATE and event.new_chat_member.status == self._status
