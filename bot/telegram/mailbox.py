"""Posts that wait: written with the fact they tell, taken out in the order of each chat."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.secrets import Vault
from bot.telegram import letters
from bot.telegram.models import Delivery, DeliveryId, WhisperedMessage
from bot.telegram.replies import Amend, Post, Unpin
from bot.telegram.shown import ShownMessages

KEPT = timedelta(days=7)
SENT, SUPERSEDED = "sent", "superseded"


class Mailbox:
    def __init__(self, session: AsyncSession, clock: Clock, vault: Vault) -> None:
        self._session = session
        self._clock = clock
        self._vault = vault

    def put(self, post: Post) -> None:
        subject = post.subject
        self._session.add(
            Delivery(
                chat_id=post.chat_id,
                thread_id=post.thread_id,
                letter=letters.seal(self._vault, letters.write(post)),
                feature=subject.feature if subject else None,
                subject_id=subject.id if subject else None,
                part=subject.part if subject else "",
                replace=post.replace,
                not_before=post.not_before or self._clock.now(),
            )
        )

    async def amend(self, amend: Amend) -> None:
        """Write down a change for each place where this subject was shown."""
        await self._amend_whispers(amend)
        shown = await ShownMessages(self._session, self._clock).of(amend.subject, amend.chat_id)
        for message in shown:
            letter = letters.write(Post(chat_id=message.chat_id, screen=amend.screen))
            letter["shown"] = {
                "number": message.message_id,
                "has_picture": message.has_picture,
            }
            self._put_change(message.chat_id, letter)

    async def unpin(self, unpin: Unpin) -> None:
        """Write it down for each message that this bot has pinned about the subject."""
        for message in await ShownMessages(self._session, self._clock).of(unpin.subject):
            if message.pinned_at is not None:
                message.pinned_at = None
                self._put_change(message.chat_id, {"unpin": message.message_id})

    async def _amend_whispers(self, amend: Amend) -> None:
        subject = amend.subject
        whispers = await self._session.scalars(
            select(WhisperedMessage).where(
                WhisperedMessage.feature == subject.feature,
                WhisperedMessage.subject_id == subject.id,
                WhisperedMessage.part == subject.part,
            )
        )
        for whisper in whispers.all():
            letter = letters.write(Post(chat_id=whisper.chat_id, screen=amend.screen))
            letter["whisper"] = {
                "receiver": whisper.receiver_id,
                "number": whisper.ephemeral_id,
                "has_picture": whisper.has_picture,
            }
            self._put_change(whisper.chat_id, letter)
            await self._session.delete(whisper)

    def _put_change(self, chat_id: int, letter: dict[str, Any]) -> None:
        self._session.add(
            Delivery(
                chat_id=chat_id,
                letter=letters.seal(self._vault, letter),
                not_before=self._clock.now(),
            )
        )

    async def due(self, now: datetime, *, but: Collection[int], most: int) -> Sequence[Delivery]:
        """Read the oldest waiting post of each chat, except of the chats that must wait."""
        waiting = Delivery.done_at.is_(None) & (Delivery.not_before <= now)
        if but:
            waiting &= Delivery.chat_id.not_in(but)
        first = select(func.min(Delivery.id)).where(waiting).group_by(Delivery.chat_id)
        found = await self._session.scalars(
            select(Delivery).where(Delivery.id.in_(first)).order_by(Delivery.id).limit(most)
        )
        return found.all()

    async def supersede(self, delivery: Delivery) -> Delivery:
        """Coalesce edits of one card: only the newest is sent, the others are closed."""
        same = (
            Delivery.done_at.is_(None)
            & Delivery.replace
            & (Delivery.chat_id == delivery.chat_id)
            & (Delivery.feature == delivery.feature)
            & (Delivery.subject_id == delivery.subject_id)
            & (Delivery.part == delivery.part)
        )
        newest = await self._session.scalar(select(func.max(Delivery.id)).where(same))
        if newest is None or newest == delivery.id:
            return delivery
        await self._session.execute(
            update(Delivery)
            .where(same, Delivery.id < newest)
            .values(done_at=self._clock.now(), outcome=SUPERSEDED, letter=None)
        )
        return await self._session.get_one(Delivery, DeliveryId(newest))

    async def close(self, delivery_id: DeliveryId, outcome: str) -> None:
        await self._session.execute(
            update(Delivery)
            .where(Delivery.id == delivery_id)
            .values(done_at=self._clock.now(), outcome=outcome, letter=None)
        )

    async def postpone(self, delivery_id: DeliveryId, until: datetime, *, count: bool) -> None:
        """Wait; ``count`` is for what went wrong, not for the pace."""
        await self._session.execute(
            update(Delivery)
            .where(Delivery.id == delivery_id)
            .values(not_before=until, attempts=Delivery.attempts + int(count))
        )

    async def move(self, old_chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: what waits follows it."""
        await self._session.execute(
            update(Delivery)
            .where(Delivery.chat_id == old_chat_id, Delivery.done_at.is_(None))
            .values(chat_id=new_chat_id)
        )

    async def forget_old(self) -> None:
        old = Delivery.done_at < self._clock.now() - KEPT
        await self._session.execute(delete(Delivery).where(old))


async def forget_old_posts(mailbox: Mailbox) -> None:
    await mailbox.forget_old()
