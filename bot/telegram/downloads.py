"""Files that people sent, fetched from Telegram."""

from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientError, ClientResponseError

from bot.catalog.arrivals.source import FileBusy, FileLost, FileTooLarge

TIMEOUT = 60
_GONE = 404


class Downloads:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str, limit: int) -> bytes:
        """Raises FileTooLarge, FileLost, FileBusy. Telegram gives bots 20 MB at most."""
        try:
            found = await self._bot.get_file(file_id)
            if found.file_size is not None and found.file_size > limit:
                raise FileTooLarge
            if found.file_path is None:
                raise FileLost
            content = _Bounded(limit)
            await self._bot.download_file(found.file_path, content, timeout=TIMEOUT)
        except TelegramBadRequest as refused:
            # "Bad Request: file is too big" is all that Telegram says of it.
            raise (FileTooLarge if "too big" in refused.message else FileLost) from refused
        except (TelegramForbiddenError, TelegramNotFound) as refused:
            raise FileLost from refused
        except ClientResponseError as refused:
            raise (FileLost if refused.status == _GONE else FileBusy) from refused
        except (
            TelegramNetworkError,
            TelegramRetryAfter,
            TelegramServerError,
            ClientError,
            TimeoutError,
        ) as busy:
            raise FileBusy from busy
        return content.getvalue()


class _Bounded(BytesIO):
    """Stops a file that is larger than was said."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._limit:
            raise FileTooLarge
        return super().write(data)
