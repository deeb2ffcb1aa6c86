"""Messages that everybody in a chat sees: said, drawn again, taken away."""

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import DeleteMessage
from aiogram.types import EphemeralMessageParameters, Message

from bot.telegram import drawing
from bot.telegram.api import PatientBot
from bot.telegram.memory import Memory
from bot.telegram.occasion import Occasion
from bot.telegram.pictures import UploadedPictures
from bot.telegram.replies import Document, Redraw, Screen, Show

log = structlog.get_logger(__name__)
# What Telegram says when there is nothing left to change.
UNCHANGED = "message is not modified"


class Messages:
    def __init__(self, bot: PatientBot, memory: Memory, pictures: UploadedPictures) -> None:
        self._bot = bot
        self._memory = memory
        self._pictures = pictures

    async def show(self, show: Show, occasion: Occasion) -> None:
        here = occasion.here
        if occasion.chat_id is None:
            return
        asked = occasion.message if show.quote and not occasion.is_private else None
        sent = await self.send(
            show.screen,
            occasion.chat_id,
            thread_id=occasion.thread_id,
            reply_to=asked.message_id if asked and not occasion.is_ephemeral else None,
        )
        if show.subject and here:
            await self._memory.remember(show.subject, sent, show.screen)

    async def send(
        self,
        screen: Screen,
        chat_id: int,
        *,
        thread_id: int | None = None,
        reply_to: int | None = None,
        ephemeral: EphemeralMessageParameters | None = None,
    ) -> Message:
        file_id = await self._pictures.file_id(screen.picture)
        sent = await self._bot(
            drawing.new_message(
                screen,
                chat_id,
                file_id=file_id,
                thread_id=thread_id,
                reply_to=reply_to,
                ephemeral=ephemeral,
            )
        )
        await self._pictures.remember(screen.picture, sent)
        return sent

    async def redraw(self, redraw: Redraw, shown: Message) -> None:
        screen = redraw.screen
        file_id = await self._pictures.file_id(screen.picture)
        edited: Message | bool = False
        try:
            edited = await self._bot(
                drawing.edit(
                    screen,
                    shown.chat.id,
                    shown.message_id,
                    had_picture=bool(shown.photo),
                    file_id=file_id,
                )
            )
        except TelegramBadRequest as error:
            if UNCHANGED not in error.message:
                raise
        if redraw.subject:
            await self._memory.remember(redraw.subject, shown, screen)
        if isinstance(edited, Message):
            await self._pictures.remember(screen.picture, edited)

    async def unsay(self, otherwise: Screen, occasion: Occasion) -> None:
        """Take away what somebody wrote; ``otherwise`` asks her to, where we may not."""
        said = occasion.message
        if said is None or not occasion.is_private:
            return
        try:
            await self._bot(DeleteMessage(chat_id=said.chat.id, message_id=said.message_id))
        except TelegramAPIError as error:
            log.info("message.undeleted", reason=error.message)
            await self.show(Show(otherwise), occasion)

    async def send_document(self, document: Document, occasion: Occasion) -> None:
        if occasion.chat_id is None:
            return
        file_id = await self._pictures.document_id(document)
        sent = await self._bot(drawing.document(document, occasion.chat_id, file_id=file_id))
        await self._pictures.remember_document(document, sent)
