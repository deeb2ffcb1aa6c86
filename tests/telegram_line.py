"""A telephone line to nobody: keeps what a bot asks of Telegram and answers from a list."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetMe, TelegramMethod
from aiogram.types import User

ME = User(id=42, is_bot=True, first_name="Tuan", username="tuan_bot")


class PretendLine(BaseSession):
    """Answers by method: a value, or an error to raise; what it does not know it refuses."""

    def __init__(self, answers: Mapping[type[TelegramMethod[Any]], Any] | None = None) -> None:
        super().__init__()
        self.asked: list[TelegramMethod[Any]] = []
        self.answers: dict[type[TelegramMethod[Any]], Any] = {GetMe: ME, **(answers or {})}

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> Any:
        self.asked.append(method)
        if type(method) not in self.answers:
            raise TelegramBadRequest(method=method, message="not on this line")
        answer = self.answers[type(method)]
        if isinstance(answer, Exception):
            raise answer
        return answer(method) if callable(answer) else answer

    def of(self, kind: type[TelegramMethod[Any]]) -> list[Any]:
        return [method for method in self.asked if isinstance(method, kind)]

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        pass


def bot_on(line: PretendLine) -> Bot:
    return Bot("42:TEST", session=line)
