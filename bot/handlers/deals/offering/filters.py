import re
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message


class ProofOf(BaseFilter):
    """``/proof b12``: the log of the twelfth of this letter. Gives ``number``."""

    def __init__(self, letter: str) -> None:
        flags = re.ASCII | re.IGNORECASE
        self._written = re.compile(rf"/proof(?:@\w+)?\s+#?{letter}([0-9]{{1,18}})\s*", flags)

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        found = self._written.fullmatch(message.text or "")
        return {"number": int(found[1])} if found else False
