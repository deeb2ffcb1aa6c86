"""Turn what was committed into posts: at least once, in order, one event per transaction."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import structlog
from dishka import AsyncContainer
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Event, call
from bot.kit.outbox import OutboxRow, adapter
from bot.telegram.feature import Notice
from bot.telegram.mailbox import Mailbox
from bot.telegram.replies import Amend, Unpin

log = structlog.get_logger(__name__)
TRIES = 10
KEPT = timedelta(days=7)


class NoticeWorker:
    def __init__(
        self,
        notices: Mapping[type[Event], Sequence[Notice]],
        container: AsyncContainer,
        clock: Clock,
    ) -> None:
        self._notices = {event.__name__: (event, told) for event, told in notices.items()}
        self._container = container
        self._clock = clock

    async def tell_next(self) -> bool:
        """Put the posts of the oldest waiting event into the mailbox; say whether there was one.

        A notice that fails is tried again later, and does not hold up the ones behind it.
        """
        async with self._container() as scope:
            session = await scope.get(AsyncSession)
            row = await session.scalar(
                select(OutboxRow)
                .where(OutboxRow.delivered_at.is_(None), OutboxRow.due_at <= self._clock.now())
                .order_by(OutboxRow.id)
                .limit(1)
                .with_for_update(skip_locked=True)
            )
            if row is None:
                return False
            number, kind = row.id, row.kind
            if kind not in self._notices:
                # Another version wrote it, and its own worker may be alive beside this one.
                log.warning("notice.unknown", outbox=number, kind=kind)
                await self._later(session, number)
                await session.commit()
                return True
            try:
                await self._tell(row, scope)
            except Exception:
                log.exception("notice.failed", outbox=number, kind=kind)
                await session.rollback()
                await self._later(session, number)
            else:
                row.delivered_at = self._clock.now()
            await session.commit()
        return True

    async def _tell(self, row: OutboxRow, scope: AsyncContainer) -> None:
        kind, notices = self._notices[row.kind]
        event = adapter(kind).validate_python(row.body)
        mailbox = await scope.get(Mailbox)
        for notice in notices:
            posts = await call(notice, event, scope)
            for post in posts if isinstance(posts, tuple) else (posts,):
                if isinstance(post, Amend):
                    await mailbox.amend(post)
                elif isinstance(post, Unpin):
                    await mailbox.unpin(post)
                elif post is not None:
                    mailbox.put(post)

    async def _later(self, session: AsyncSession, number: int) -> None:
        row = await session.get_one(OutboxRow, number, with_for_update=True)
        row.attempts += 1
        row.due_at = self._clock.now() + timedelta(seconds=2**row.attempts)
        if row.attempts >= TRIES:
            log.error("notice.given_up", outbox=number, kind=row.kind)
            row.delivered_at = self._clock.now()


async def forget_told(session: AsyncSession, clock: Clock) -> None:
    """A job: what was told a week ago is no longer needed."""
    old = OutboxRow.delivered_at < clock.now() - KEPT
    await session.execute(delete(OutboxRow).where(old))
