"""Pages outside Telegram on which somebody pays: opened when she asks, after the commit."""

from typing import Protocol


class HostedPages(Protocol):
    async def open(self, number: int, back: str) -> str:
        """Give a page's address; raises a ShopError when it cannot be opened just now.

        ``back`` is the address that leads her back to the conversation.
        """
        ...
