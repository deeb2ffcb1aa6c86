"""What one person alone sees: an ephemeral message in a group, else her private chat."""

import structlog
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.methods import DeleteEphemeralMessage, DeleteMessage
from aiogram.types import EphemeralMessageParameters, Message

from bot.telegram import drawing
from bot.telegram.actor import Actor
from bot.telegram.api import PatientBot
from bot.telegram.memory import Memory
from bot.telegram.messages import UNCHANGED, Messages
from bot.telegram.occasion import Occasion
from bot.telegram.pictures import UploadedPictures
from bot.telegram.replies import Button, Link, Screen, Show, Subject, Whisper
from bot.telegram.taps import TapAnswers

log = structlog.get_logger(__name__)
# Forbidden: an old card in a group that has put the bot out. Retry after: a group in which so much
# goes on that Telegram lets nobody speak; her private chat has a pace of its own.
NOT_IN_THE_GROUP = (TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter)


class Whispers:
    def __init__(
        self,
        *,
        bot: PatientBot,
        memory: Memory,
        pictures: UploadedPictures,
        messages: Messages,
        taps: TapAnswers,
    ) -> None:
        self._bot = bot
        self._memory = memory
        self._pictures = pictures
        self._messages = messages
        self._taps = taps

    async def say(self, whisper: Whisper, occasion: Occasion, actor: Actor | None) -> None:
        """With a subject it takes the place of what she was whispered about the same before."""
        shown = await self.whisper(whisper.screen, occasion, actor, start=whisper.start)
        if whisper.subject is None or shown is None or actor is None:
            return
        # Quick taps ask for the same sheet twice: only the newest stays on her screen.
        for number in await self._memory.replace_whisper(whisper.subject, shown, actor.id):
            await self._take_back(number, shown.chat.id, actor)

    async def whisper(
        self, screen: Screen, occasion: Occasion, actor: Actor | None, *, start: str = "hello"
    ) -> Message | None:
        """Tell one person alone; gives the message where she reads it."""
        if actor is None or occasion.chat_id is None:
            return None
        if occasion.is_private:
            return await self._messages.send(screen, occasion.chat_id)
        alone = EphemeralMessageParameters(
            receiver_user_id=actor.id, callback_query_id=occasion.tap.id if occasion.tap else None
        )
        try:
            return await self._messages.send(
                screen, occasion.chat_id, thread_id=occasion.thread_id, ephemeral=alone
            )
        except NOT_IN_THE_GROUP as error:
            log.info("whisper.private_instead", reason=error.message)
            return await self._write_privately(screen, occasion, actor, start=start)

    async def redraw(
        self,
        screen: Screen,
        shown: Message,
        occasion: Occasion,
        actor: Actor | None,
        *,
        start: str = "hello",
    ) -> Message | None:
        """Change what one person alone sees, or say it anew; gives where she reads it."""
        if occasion.tap is None:
            return None
        receiver = occasion.tap.from_user.id
        file_id = await self._pictures.file_id(screen.picture)
        try:
            await self._bot(drawing.edit_ephemeral(screen, shown, receiver, file_id=file_id))
        except NOT_IN_THE_GROUP as error:
            if UNCHANGED in error.message:
                return shown
            # It is gone from her screen, as such messages go, or the bot has left.
            log.info("whisper.said_anew", reason=error.message)
            return await self.whisper(screen, occasion, actor, start=start)
        return shown

    async def tell_about(
        self,
        subject: Subject | None,
        screen: Screen,
        occasion: Occasion,
        actor: Actor | None,
        *,
        start: str,
    ) -> None:
        """Tell one person alone, in the whisper she tapped if there is one, and remember it."""
        if occasion.shown and occasion.is_ephemeral:
            shown = await self.redraw(screen, occasion.shown, occasion, actor, start=start)
        else:
            shown = await self.whisper(screen, occasion, actor, start=start)
        if subject and shown and actor:
            await self._memory.remember_whisper(subject, shown, actor.id)
            await self._memory.remember(subject, shown, screen)

    async def vanish(self, occasion: Occasion) -> None:
        """Take away the message whose button was pressed."""
        shown = occasion.shown
        if shown is None or occasion.tap is None:
            return
        if shown.ephemeral_message_id:
            await self._bot(
                DeleteEphemeralMessage(
                    chat_id=shown.chat.id,
                    receiver_user_id=occasion.tap.from_user.id,
                    ephemeral_message_id=shown.ephemeral_message_id,
                )
            )
        else:
            await self._bot(DeleteMessage(chat_id=shown.chat.id, message_id=shown.message_id))

    async def _take_back(self, number: int, chat_id: int, actor: Actor) -> None:
        try:
            await self._bot(
                DeleteEphemeralMessage(
                    chat_id=chat_id, receiver_user_id=actor.id, ephemeral_message_id=number
                )
            )
        except TelegramAPIError as error:
            log.info("whisper.gone_already", reason=error.message)

    async def _write_privately(
        self, screen: Screen, occasion: Occasion, actor: Actor, *, start: str
    ) -> Message | None:
        try:
            return await self._messages.send(screen, actor.id)
        except (TelegramForbiddenError, TelegramBadRequest):
            await self._invite(occasion, actor, start=start)
            return None

    async def _invite(self, occasion: Occasion, actor: Actor, *, start: str) -> None:
        """She never started the bot, so only she can open the conversation."""
        url = f"https://t.me/{(await self._bot.me()).username}?start={start}"
        if occasion.tap:
            await self._taps.follow(url, occasion)
            return
        label = actor.public_words.plain("telegram-open-private-button")
        text = actor.public_words("telegram-open-private")
        screen = Screen(text=text, rows=((Button(label, Link(url)),),))
        await self._messages.show(Show(screen), occasion)
