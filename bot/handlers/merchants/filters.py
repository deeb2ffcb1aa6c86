import re
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.merchants.keys import looks_secret

OWNER_LINK = "own_"
STAFF_LINK = "team_"
_INVITED = re.compile(rf"/start(?:@\w+)?\s+(?:{OWNER_LINK}|{STAFF_LINK})([A-Za-z0-9_-]{{16,56}})")


class Invited(BaseFilter):
    """``/start own_...``: a link that makes somebody an owner or staff. Gives its ``code``."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        if message.chat.type != ChatType.PRIVATE:
            return False
        found = _INVITED.fullmatch((message.text or "").strip())
        return {"code": found[1]} if found else False


class StraySecret(BaseFilter):
    """A payment key that nobody asked for: it should not stay in a chat all the same."""

    async def __call__(self, message: Message) -> bool:
        return message.chat.type == ChatType.PRIVATE and looks_secret(message.text or "")
