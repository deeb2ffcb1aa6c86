"""The bot's line to the sandbox's Bot API, without sockets: same checks, same refusals."""

import json
from collections.abc import AsyncGenerator
from pathlib import PurePosixPath
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile

from sandbox.botapi.errors import ApiError
from sandbox.botapi.faults import AnswerLost
from sandbox.sandbox import Sandbox


class SandboxLine(BaseSession):
    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__()
        self._sandbox = sandbox

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        attached: dict[str, InputFile] = {}
        parameters = {
            name: prepared
            for name, value in method.model_dump(warnings=False).items()
            if (prepared := self.prepare_value(value, bot=bot, files=attached)) is not None
        }
        files = {
            name: (file.filename or name, b"".join([chunk async for chunk in file.read(bot)]))
            for name, file in attached.items()
        }
        answer: dict[str, Any]
        try:
            result = await self._sandbox.call(
                bot.token, method.__api_method__, parameters, files or None
            )
            status, answer = 200, {"ok": True, "result": result}
        except AnswerLost as error:
            raise TelegramNetworkError(method, str(error)) from error
        except ApiError as error:
            status = error.code
            answer = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                answer["parameters"] = error.parameters
        checked = self.check_response(bot, method, status, json.dumps(answer))
        return cast("TelegramType", checked.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        file_id = PurePosixPath(url).stem
        content = self._sandbox.world.files.read(file_id)
        if content is None:
            raise FileNotFoundError(url)
        yield content

    async def close(self) -> None:
        return
