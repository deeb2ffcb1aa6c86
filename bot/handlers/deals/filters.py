import re
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message
from dishka import AsyncContainer

from bot.deals.models import DealId
from bot.handlers.deals.callbacks import SellTogether
from bot.telegram.shown import ShownMessages

FEATURE = "deals"
_FROM_GROUP = re.compile(
    r"/start(?:@\w+)?\s+groupbuy_(?P<group>[0-9]{1,18})_(?P<thread>[0-9]{1,18})", re.ASCII
)
_TYPED = re.compile(r"\s*(?P<sign>[+\-−])\s*(?P<pieces>\d{1,2})(?:\s+(?P<value>\S.{0,30}?))?\s*")


class CameFromGroup(BaseFilter):
    """The deep link that /groupbuy gives in a group. Gives ``begun``: the group and its topic."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        found = _FROM_GROUP.fullmatch(message.text or "")
        if found is None:
            return False
        return {"begun": SellTogether(group=int(found["group"]), thread=int(found["thread"]))}


class TypedUnderCard(BaseFilter):
    """Typed as a reply to a deal's card: "+1", "+2 M", "-1".

    Gives ``deal_id``, ``pieces`` and ``value``.
    """

    async def __call__(
        self, message: Message, dishka_container: AsyncContainer
    ) -> bool | dict[str, Any]:
        typed = _TYPED.fullmatch(message.text or "")
        if typed is None or message.reply_to_message is None:
            return False
        shown = await dishka_container.get(ShownMessages)
        subject = await shown.find(message.chat.id, message.reply_to_message.message_id)
        if subject is None or subject.feature != FEATURE or subject.part:
            return False
        sign = 1 if typed["sign"] == "+" else -1
        return {
            "deal_id": DealId(subject.id),
            "pieces": sign * int(typed["pieces"]),
            "value": typed["value"] or "",
        }


class ProofOf(BaseFilter):
    """``/proof b12``: the log of the twelfth of this letter. Gives ``number``."""

    def __init__(self, letter: str) -> None:
        flags = re.ASCII | re.IGNORECASE
        self._written = re.compile(rf"/proof(?:@\w+)?\s+#?{letter}([0-9]{{1,18}})\s*", flags)

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        found = self._written.fullmatch(message.text or "")
        return {"number": int(found[1])} if found else False
