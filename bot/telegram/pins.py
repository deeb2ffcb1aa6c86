"""Pinning a message that shows something: without a sound, and with a word where it fails."""

from datetime import timedelta

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import PinChatMessage, UnpinChatMessage

from bot.kit.texts import Words
from bot.telegram.actor import Actor
from bot.telegram.api import PatientBot
from bot.telegram.memory import Memory
from bot.telegram.occasion import Occasion
from bot.telegram.replies import Pin
from bot.telegram.taps import TapAnswers

log = structlog.get_logger(__name__)
NOT_PINNED = "message to unpin not found"
UNCHANGED = "CHAT_NOT_MODIFIED"  # it is pinned, or not, already
GONE = ("message to pin not found", "message not found", "MESSAGE_ID_INVALID")


class Pins:
    def __init__(self, bot: PatientBot, memory: Memory, taps: TapAnswers) -> None:
        self._bot = bot
        self._memory = memory
        self._taps = taps

    async def turn(self, pin: Pin, occasion: Occasion, actor: Actor | None) -> bool:
        """Tell whether it is done; what went wrong is told on the spot."""
        words = actor.words if actor else Words("en")
        where = await self._memory.newest_shown(pin.subject, pin.chat_id)
        if where is None:
            await self._taps.toast(words.plain("telegram-pin-gone"), occasion, alert=True)
            return False
        try:
            await self._say(pin, where)
        except TelegramRetryAfter as error:
            wait = timedelta(seconds=error.retry_after)
            told = words.plain("telegram-pin-later", span=wait)
        except TelegramForbiddenError:
            told = words.plain("telegram-pin-not-there")
        except TelegramAPIError as error:
            log.info("pin.refused", reason=error.message)
            is_gone = any(gone in error.message for gone in GONE)
            told = words.plain("telegram-pin-gone" if is_gone else "telegram-pin-no-right")
        else:
            await self._memory.mark_pinned(pin.chat_id, where, is_on=pin.is_on)
            await self._taps.toast(pin.told, occasion)
            return True
        await self._taps.toast(told, occasion, alert=True)
        return False

    async def _say(self, pin: Pin, message_id: int) -> None:
        method: PinChatMessage | UnpinChatMessage = UnpinChatMessage(
            chat_id=pin.chat_id, message_id=message_id
        )
        if pin.is_on:
            method = PinChatMessage(
                chat_id=pin.chat_id, message_id=message_id, disable_notification=True
            )
        try:
            await self._bot(method)
        except TelegramAPIError as error:
            if NOT_PINNED not in error.message and UNCHANGED not in error.message:
                raise
