"""Sends what the bot says by itself, at the pace Telegram allows. Nothing else knows that pace."""

from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Message
from dishka import AsyncContainer
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.secrets import Vault
from bot.people.models import PersonId
from bot.telegram import drawing, letters
from bot.telegram.events import PostRefused
from bot.telegram.mailbox import SENT, Mailbox
from bot.telegram.memory import Memory
from bot.telegram.messages import UNCHANGED
from bot.telegram.models import Delivery
from bot.telegram.pictures import UploadedPictures
from bot.telegram.replies import Subject
from bot.telegram.shared_pace import SharedPace
from bot.telegram.shown import ShownMessages

log = structlog.get_logger(__name__)
BATCH = 30
TRIES = 8
NO_TOPIC = ("TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found")
GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")


class Poster:
    """Takes posts out of the mailbox. Only one process does so at a time (see lease.py)."""

    def __init__(  # noqa: PLR0917 -- the border: what it takes to speak
        self,
        bot: Bot,
        container: AsyncContainer,
        memory: Memory,
        pictures: UploadedPictures,
        vault: Vault,
        pace: SharedPace,
        clock: Clock,
    ) -> None:
        self._bot = bot
        self._container = container
        self._memory = memory
        self._pictures = pictures
        self._vault = vault
        self._clock = clock
        self._pace = pace

    async def send_due(self) -> int:
        """Send what may be sent now, each post at least once; tell how many were handled."""
        await self._pace.catch_up()
        async with self._container() as scope:
            mailbox = await scope.get(Mailbox)
            due = await mailbox.due(self._clock.now(), but=self._pace.waiting(), most=BATCH)
            await (await scope.get(AsyncSession)).commit()
        handled = 0
        for delivery in due:
            if self._pace.ready_at(delivery.chat_id) <= self._clock.now():
                handled += await self._send(delivery)
        return handled

    async def _send(self, delivery: Delivery) -> bool:
        message_id: int | None = None
        if delivery.replace:
            delivery = await self._newest(delivery)
            message_id = await self._shown(delivery)
            ready = self._pace.ready_at(delivery.chat_id, message_id=message_id)
            if ready > self._clock.now():
                await self._postpone(delivery, ready, count=False)
                return False
        outcome = await self._try(delivery, message_id)
        if outcome is not None:
            async with self._container() as scope:
                await (await scope.get(Mailbox)).close(delivery.id, outcome)
                if outcome != SENT and message_id is None:
                    await self._tell_of_refusal(delivery, outcome, scope)
                await (await scope.get(AsyncSession)).commit()
        return True

    async def _tell_of_refusal(
        self, delivery: Delivery, reason: str, scope: AsyncContainer
    ) -> None:
        """What a group will not show may matter to whoever wanted it shown."""
        if delivery.chat_id > 0 or delivery.feature is None or delivery.subject_id is None:
            return
        await (await scope.get(Events)).publish(
            PostRefused(
                chat_id=delivery.chat_id,
                feature=delivery.feature,
                subject_id=delivery.subject_id,
                part=delivery.part,
                reason=reason,
            )
        )

    async def _try(self, delivery: Delivery, message_id: int | None) -> str | None:  # noqa: PLR0911, C901 -- each way it can end
        """Speak once. Tells how it ended, or None when it has to be tried again."""
        await self._pace.spoke(delivery.chat_id, message_id=message_id)
        try:
            await self._speak(delivery, message_id)
        except TelegramRetryAfter as error:
            wait = timedelta(seconds=error.retry_after)
            await self._pace.hold(delivery.chat_id, wait)
            await self._postpone(delivery, self._clock.now() + wait)
            return None
        except TelegramMigrateToChat as error:
            await self._move(delivery.chat_id, error.migrate_to_chat_id)
            return None
        except TelegramForbiddenError as error:
            if delivery.chat_id > 0:
                await self._memory.mark_unreachable(PersonId(delivery.chat_id))
            return error.message
        except (TelegramNetworkError, TelegramServerError) as error:
            return await self._again(delivery, error.message)
        except TelegramAPIError as error:
            if UNCHANGED in error.message:
                return SENT
            if any(gone in error.message for gone in GONE):
                return error.message  # she has deleted what was to be changed
            log.warning("post.refused", delivery=delivery.id, reason=error.message)
            return error.message
        except FileNotFoundError:
            log.exception("post.file_lost", delivery=delivery.id)
            return "file lost"
        except SQLAlchemyError:
            raise  # the loop waits for the database
        except Exception as error:
            # One post that cannot be drawn or read must not keep all the others waiting.
            log.exception("post.failed", delivery=delivery.id)
            return await self._again(delivery, type(error).__name__)
        return SENT

    async def _again(self, delivery: Delivery, reason: str) -> str | None:
        if delivery.attempts + 1 >= TRIES:
            log.error("post.given_up", delivery=delivery.id, reason=reason)
            return reason
        wait = timedelta(seconds=2**delivery.attempts)
        await self._postpone(delivery, self._clock.now() + wait)
        return None

    async def _speak(self, delivery: Delivery, message_id: int | None) -> None:
        letter = letters.unseal(self._vault, delivery.letter)
        if "whisper" in letter:
            await self._bot(drawing.amended_whisper(delivery.chat_id, letter))
            return
        if "unpin" in letter:
            await self._bot(drawing.unpinned(delivery.chat_id, letter))
            return
        if "shown" in letter:
            await self._bot(drawing.amended(delivery.chat_id, letter))
            return
        screen = letters.read_screen(letter)
        file_id = await self._pictures.file_id(screen.picture)
        if message_id is not None:
            try:
                await self._bot(
                    drawing.edit(
                        screen,
                        delivery.chat_id,
                        message_id,
                        had_picture=screen.picture is not None,
                        file_id=file_id,
                    )
                )
            except TelegramBadRequest as error:
                if not any(gone in error.message for gone in GONE):
                    raise
            else:
                return
        sent = await self._send_new(delivery, letter, file_id)
        await self._pictures.remember(screen.picture, sent)
        if delivery.feature is not None and delivery.subject_id is not None:
            subject = Subject(delivery.feature, delivery.subject_id, delivery.part)
            await self._memory.remember(subject, sent, screen)

    async def _send_new(
        self, delivery: Delivery, letter: dict[str, Any], file_id: str | None
    ) -> Message:
        document = letters.read_document(letter)
        if document:
            known = await self._pictures.document_id(document)
            sent = await self._bot(
                drawing.document(
                    document, delivery.chat_id, file_id=known, thread_id=delivery.thread_id
                )
            )
            await self._pictures.remember_document(document, sent)
            return sent
        message = drawing.new_message(
            letters.read_screen(letter),
            delivery.chat_id,
            file_id=file_id,
            thread_id=delivery.thread_id,
            silent=letter["silent"],
        )
        try:
            return await self._bot(message)
        except TelegramBadRequest as error:
            if delivery.thread_id is None or not any(no in error.message for no in NO_TOPIC):
                raise
            # The topic is closed or deleted: better said in General than not at all.
            log.info("post.topic_gone", delivery=delivery.id, reason=error.message)
            await self._lose_topic(delivery, is_closed=NO_TOPIC[0] in error.message)
            return await self._bot(message.model_copy(update={"message_thread_id": None}))

    async def _lose_topic(self, delivery: Delivery, *, is_closed: bool) -> None:
        async with self._container() as scope:
            groups = await scope.get(GroupService)
            group = await groups.find_by_chat(delivery.chat_id)
            if group is not None and delivery.thread_id is not None:
                groups.lose_topic(group, delivery.thread_id, is_closed=is_closed)
            await (await scope.get(AsyncSession)).commit()

    async def _newest(self, delivery: Delivery) -> Delivery:
        async with self._container() as scope:
            newest = await (await scope.get(Mailbox)).supersede(delivery)
            await (await scope.get(AsyncSession)).commit()
        return newest

    async def _shown(self, delivery: Delivery) -> int | None:
        if delivery.feature is None or delivery.subject_id is None:
            return None
        subject = Subject(delivery.feature, delivery.subject_id, delivery.part)
        async with self._container() as scope:
            shown = await (await scope.get(ShownMessages)).of(subject, delivery.chat_id)
        return shown[0].message_id if shown else None

    async def _postpone(self, delivery: Delivery, until: datetime, *, count: bool = True) -> None:
        async with self._container() as scope:
            await (await scope.get(Mailbox)).postpone(delivery.id, until, count=count)
            await (await scope.get(AsyncSession)).commit()

    async def _move(self, old_chat_id: int, new_chat_id: int) -> None:
        async with self._container() as scope:
            await (await scope.get(GroupService)).migrate(old_chat_id, new_chat_id)
            await (await scope.get(Mailbox)).move(old_chat_id, new_chat_id)
            await (await scope.get(AsyncSession)).commit()
