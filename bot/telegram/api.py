"""The line to Telegram: one HTTP session, and patience where Telegram asks for it."""

import asyncio
from datetime import timedelta
from typing import TypeVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerPreCheckoutQuery,
    AnswerShippingQuery,
    TelegramMethod,
)
from aiogram.types import User
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt

from bot.telegram.shared_pace import SharedPace

Answer = TypeVar("Answer")
TRIES = 3
COUNTED = ("send", "edit")
ANSWERS = (AnswerPreCheckoutQuery, AnswerShippingQuery, AnswerCallbackQuery)
QUICK = 4  # seconds
LONGEST_WAIT = 3  # seconds; what has to wait longer goes through the mailbox


class PatientBot:
    """Waits a moment where a 429 or a 5xx asks for it, then asks again.

    A connection that broke is not tried again, because the message may have been sent; an answer
    to a question, which Telegram takes only once, is, and soon: a payment waits ten seconds.
    What is said here is not held back by the pace, and counts in it.
    """

    def __init__(self, bot: Bot, pace: SharedPace) -> None:
        self._bot = bot
        self._pace = pace

    async def __call__(self, method: TelegramMethod[Answer]) -> Answer:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception(_is_brief),
            stop=stop_after_attempt(TRIES),
            wait=_as_told,
            sleep=asyncio.sleep,
            reraise=True,
        ):
            with attempt:
                return await self._ask(method)
        raise AssertionError("tenacity either returns or raises")

    async def _ask(self, method: TelegramMethod[Answer]) -> Answer:
        chat_id = _heard_in(method)
        if chat_id is None:
            patience = QUICK if isinstance(method, ANSWERS) else None
            return await self._bot(method, request_timeout=patience)
        alone = getattr(method, "ephemeral_message_parameters", None) is not None
        await self._pace.spoke(chat_id, alone=alone)
        try:
            return await self._bot(method)
        except TelegramRetryAfter as error:
            await self._pace.hold(chat_id, timedelta(seconds=error.retry_after))
            raise

    async def me(self) -> User:
        return await self._bot.me()


def _heard_in(method: TelegramMethod[Answer]) -> int | None:
    """Tell which chat hears of this call, if any does: messages and edits count, answers do not."""
    chat_id = getattr(method, "chat_id", None)
    counts = method.__api_method__.startswith(COUNTED)
    return chat_id if counts and isinstance(chat_id, int) else None


def _is_brief(error: BaseException) -> bool:
    if isinstance(error, TelegramRetryAfter):
        return error.retry_after <= LONGEST_WAIT
    if isinstance(error, TelegramNetworkError):
        return isinstance(error.method, ANSWERS)
    return isinstance(error, TelegramServerError)


def _as_told(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    return 0.25 * float(2**state.attempt_number)


def open_bot(token: str, api_url: str) -> Bot:
    """Make a bot that speaks to ``api_url``; close its ``session`` in the end."""
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))
