"""Answering a tap on a button: Telegram waits for exactly one answer to each."""

import structlog
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery

from bot.telegram.api import PatientBot
from bot.telegram.occasion import Occasion

log = structlog.get_logger(__name__)
TOAST = 200
SHORT = 80  # a longer text is read in a box that stays


class TapAnswers:
    def __init__(self, bot: PatientBot) -> None:
        self._bot = bot

    async def toast(self, text: str, occasion: Occasion, *, alert: bool = False) -> None:
        if occasion.tap and not occasion.tap_answered:
            occasion.tap_answered = True
            await self._bot(
                AnswerCallbackQuery(
                    callback_query_id=occasion.tap.id,
                    text=text if len(text) <= TOAST else f"{text[: TOAST - 1]}…",
                    show_alert=alert or len(text) > SHORT,
                )
            )

    async def follow(self, url: str, occasion: Occasion) -> None:
        if occasion.tap and not occasion.tap_answered:
            occasion.tap_answered = True
            await self._bot(AnswerCallbackQuery(callback_query_id=occasion.tap.id, url=url))

    async def finish(self, occasion: Occasion) -> None:
        """Let the button stop turning, where nothing has answered it."""
        if occasion.tap is None or occasion.tap_answered:
            return
        try:
            await self._bot(AnswerCallbackQuery(callback_query_id=occasion.tap.id))
        except AiogramError as error:
            log.info("tap.unanswered", reason=str(error))
