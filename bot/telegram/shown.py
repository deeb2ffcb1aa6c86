"""Which message shows which subject, so that a reply to a card, or a change, finds it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.telegram.models import ShownMessage
from bot.telegram.replies import Subject

SUPERGROUPS = 10**12  # their numbers begin below minus this; addresses leave it out


class ShownMessages:
    def __init__(self, session: AsyncSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def remember(
        self,
        subject: Subject,
        *,
        chat_id: int,
        message_id: int,
        thread_id: int | None = None,
        has_picture: bool = False,
    ) -> None:
        """Say what a message shows; an edited message may show something else than before."""
        known = await self._session.scalar(
            select(ShownMessage).where(
                ShownMessage.chat_id == chat_id, ShownMessage.message_id == message_id
            )
        )
        shown = known or ShownMessage(chat_id=chat_id, message_id=message_id)
        shown.feature, shown.subject_id, shown.part = subject.feature, subject.id, subject.part
        shown.thread_id, shown.has_picture = thread_id, has_picture
        shown.shown_at = self._clock.now()
        self._session.add(shown)

    async def find(self, chat_id: int, message_id: int) -> Subject | None:
        """Tell what this message shows."""
        shown = await self._session.scalar(
            select(ShownMessage).where(
                ShownMessage.chat_id == chat_id, ShownMessage.message_id == message_id
            )
        )
        return Subject(shown.feature, shown.subject_id, shown.part) if shown else None

    async def newest(self, chat_id: int) -> tuple[Subject, datetime] | None:
        """Tell what was shown in a chat last, and when."""
        shown = await self._session.scalar(
            select(ShownMessage)
            .where(ShownMessage.chat_id == chat_id)
            .order_by(ShownMessage.shown_at.desc(), ShownMessage.id.desc())
            .limit(1)
        )
        if shown is None:
            return None
        return Subject(shown.feature, shown.subject_id, shown.part), shown.shown_at

    async def of(self, subject: Subject, chat_id: int | None = None) -> Sequence[ShownMessage]:
        """Tell where this is shown, newest first."""
        query = select(ShownMessage).where(
            ShownMessage.feature == subject.feature,
            ShownMessage.subject_id == subject.id,
            ShownMessage.part == subject.part,
        )
        if chat_id is not None:
            query = query.where(ShownMessage.chat_id == chat_id)
        found = await self._session.scalars(query.order_by(ShownMessage.id.desc()))
        return found.all()

    async def address(self, subject: Subject, chat_id: int) -> str | None:
        """Where its members open it; only supergroups have such addresses."""
        shown = await self.of(subject, chat_id)
        if not shown or chat_id > -SUPERGROUPS:
            return None
        thread = f"/{shown[0].thread_id}" if shown[0].thread_id else ""
        return f"https://t.me/c/{-chat_id - SUPERGROUPS}{thread}/{shown[0].message_id}"

    async def is_pinned(self, subject: Subject, chat_id: int) -> bool:
        """Tell whether this bot has pinned what shows it now."""
        shown = await self.of(subject, chat_id)
        return bool(shown) and shown[0].pinned_at is not None

    async def forget_chat(self, chat_id: int) -> None:
        """A chat that moved gave its messages new numbers; the old ones point nowhere."""
        await self._session.execute(delete(ShownMessage).where(ShownMessage.chat_id == chat_id))
