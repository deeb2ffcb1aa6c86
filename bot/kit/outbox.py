"""Events wait here, in the same transaction that made them, until the worker tells the world."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Index, event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.kit.bell import Bell
from bot.kit.clock import Clock
from bot.kit.db import ID, Model
from bot.kit.events import Event


class OutboxRow(Model):
    __tablename__ = "outbox"
    # Only what waits is looked for, and it is always little.
    __table_args__ = (Index("ix_outbox_waiting", "delivered_at", "due_at", "id"),)

    id: Mapped[int] = mapped_column(ID, primary_key=True)

    kind: Mapped[str]
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]  # later than created_at once telling has failed
    attempts: Mapped[int] = mapped_column(default=0)
    delivered_at: Mapped[datetime | None]


class SqlOutbox:
    """Keeps the events that somebody announces; the others have done their work already."""

    def __init__(
        self,
        session: AsyncSession,
        clock: Clock,
        announced: Collection[type[Event]],
        bell: Bell | None = None,
    ) -> None:
        self._session = session
        self._clock = clock
        self._announced = announced
        self._bell = bell

    def add(self, fact: Event) -> None:
        kind = type(fact)
        if kind not in self._announced:
            return
        body = adapter(kind).dump_python(fact, mode="json")
        now = self._clock.now()
        self._session.add(OutboxRow(kind=kind.__name__, body=body, created_at=now, due_at=now))
        self._ring_after_commit()

    def _ring_after_commit(self) -> None:
        if self._bell is None:
            return
        bell, self._bell = self._bell, None  # once is enough for a transaction
        event.listen(self._session.sync_session, "after_commit", lambda _: bell.ring())


_ADAPTERS: dict[type[Event], TypeAdapter[Any]] = {}


def adapter(kind: type[Event]) -> TypeAdapter[Any]:
    """Read and write events as JSON; built once, because building costs a millisecond."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
