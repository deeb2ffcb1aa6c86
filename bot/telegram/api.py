"""The line to Telegram: one HTTP session, and patience where Telegram asks for it."""

import asyncio
from typing import TypeVar

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt

log = structlog.get_logger(__name__)
Kind = TypeVar("Kind")
TRIES = 4
LONGEST_WAIT = 30.0  # seconds; a person does not wait longer for a direct answer


class Patience(BaseRequestMiddleware):
    """Waits as long as a 429 says, and a moment after a 5xx, then asks again.

    A connection that broke is not tried again here: the message may have been sent.
    """

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type((TelegramRetryAfter, TelegramServerError)),
            stop=stop_after_attempt(TRIES),
            wait=_as_told,
            sleep=asyncio.sleep,
            reraise=True,
        ):
            with attempt:
                return await make_request(bot, method)
        raise AssertionError("tenacity either returns or raises")


def _as_told(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, TelegramRetryAfter):
        return min(float(error.retry_after), LONGEST_WAIT)
    return 0.5 * float(2**state.attempt_number)


def open_bot(token: str, api_url: str) -> Bot:
    """Make a bot that speaks to ``api_url``; close its ``session`` in the end."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    session.middleware(Patience())
    return Bot(token, session=session)
