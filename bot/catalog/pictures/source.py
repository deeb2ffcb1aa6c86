from typing import Protocol

from bot.catalog.models import PictureTrouble


class PictureSource(Protocol):
    """Where addresses lead to."""

    async def fetch(self, url: str, limit: int) -> bytes:
        """Raises PictureLost for good, also above ``limit`` bytes; PictureBusy for now."""
        ...


class PictureLost(Exception):
    def __init__(self, trouble: PictureTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class PictureBusy(Exception):
    pass
