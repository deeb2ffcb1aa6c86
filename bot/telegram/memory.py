"""What is learnt while speaking, written in short transactions of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from aiogram.types import Message
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.kit.clock import Clock
from bot.kit.secrets import Vault
from bot.people.models import Person, PersonId
from bot.telegram.mailbox import Mailbox
from bot.telegram.models import ShownMessage, WhisperedMessage
from bot.telegram.replies import Post, Screen, Subject
from bot.telegram.shown import ShownMessages

WHISPERS_KEPT = timedelta(days=1)


class Memory:
    def __init__(self, engine: AsyncEngine, clock: Clock, vault: Vault) -> None:
        self._engine = engine
        self._clock = clock
        self._vault = vault

    async def remember_whisper(self, subject: Subject, shown: Message, receiver: int) -> None:
        """Telegram shows nobody's whispers again, and neither do we after a day."""
        if shown.ephemeral_message_id is None:
            return
        now = self._clock.now()
        async with AsyncSession(self._engine) as session:
            old = WhisperedMessage.shown_at < now - WHISPERS_KEPT
            # One message shows one thing: a sheet that became a payment is no sheet any more.
            itself = (
                (WhisperedMessage.chat_id == shown.chat.id)
                & (WhisperedMessage.receiver_id == receiver)
                & (WhisperedMessage.ephemeral_id == shown.ephemeral_message_id)
            )
            await session.execute(delete(WhisperedMessage).where(old | itself))
            session.add(
                WhisperedMessage(
                    feature=subject.feature,
                    subject_id=subject.id,
                    part=subject.part,
                    chat_id=shown.chat.id,
                    receiver_id=receiver,
                    ephemeral_id=shown.ephemeral_message_id,
                    has_picture=bool(shown.photo),
                    shown_at=now,
                )
            )
            await session.commit()

    async def replace_whisper(
        self, subject: Subject, shown: Message, receiver: int
    ) -> Sequence[int]:
        """Remember it, and tell which whispers about the same stand in this chat before it."""
        if shown.ephemeral_message_id is None:
            return ()
        async with AsyncSession(self._engine) as session:
            found = await session.scalars(
                delete(WhisperedMessage)
                .where(
                    WhisperedMessage.feature == subject.feature,
                    WhisperedMessage.subject_id == subject.id,
                    WhisperedMessage.part == subject.part,
                    WhisperedMessage.chat_id == shown.chat.id,
                    WhisperedMessage.receiver_id == receiver,
                )
                .returning(WhisperedMessage.ephemeral_id)
            )
            before = found.all()
            await session.commit()
        await self.remember_whisper(subject, shown, receiver)
        return before

    async def remember(self, subject: Subject, sent: Message, screen: Screen | None) -> None:
        if not sent.message_id:
            return  # ephemeral: nobody can reply to it later
        async with AsyncSession(self._engine) as session:
            await ShownMessages(session, self._clock).remember(
                subject,
                chat_id=sent.chat.id,
                message_id=sent.message_id,
                thread_id=sent.message_thread_id if sent.is_topic_message else None,
                has_picture=bool(sent.photo or (screen and screen.picture)),
            )
            await session.commit()

    async def newest_shown(self, subject: Subject, chat_id: int) -> int | None:
        """Tell which message of a chat shows this."""
        async with AsyncSession(self._engine) as session:
            shown = await ShownMessages(session, self._clock).of(subject, chat_id)
        return shown[0].message_id if shown else None

    async def mark_pinned(self, chat_id: int, message_id: int, *, is_on: bool) -> None:
        async with AsyncSession(self._engine) as session:
            await session.execute(
                update(ShownMessage)
                .where(ShownMessage.chat_id == chat_id, ShownMessage.message_id == message_id)
                .values(pinned_at=self._clock.now() if is_on else None)
            )
            await session.commit()

    async def post_later(self, post: Post, wait: timedelta) -> None:
        """What cannot be said now goes the way of what the bot says by itself."""
        later = replace(post, not_before=self._clock.now() + wait)
        async with AsyncSession(self._engine) as session:
            Mailbox(session, self._clock, self._vault).put(later)
            await session.commit()

    async def mark_unreachable(self, person_id: PersonId) -> None:
        """She blocked the bot: nothing is sent to her until she starts it again."""
        async with AsyncSession(self._engine) as session:
            await session.execute(
                update(Person).where(Person.id == person_id).values(can_be_written_to=False)
            )
            await session.commit()
