"""Events wait here, in the same transaction that made them, until the worker tells the world."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Index
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

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
        self, session: AsyncSession, clock: Clock, announced: Collection[type[Event]]
    ) -> None:
        self._session = session
        self._clock = clock
        self._announced = announced

    def add(self, event: Event) -> None:
        kind = type(event)
        if kind not in self._announced:
            return
        body = adapter(kind).dump_python(event, mode="json")
        now = self._clock.now()
        self._session.add(OutboxRow(kind=kind.__name__, body=body, created_at=now, due_at=now))


_ADAPTERS: dict[type[Event], TypeAdapter[Any]] = {}


def adapter(kind: type[Event]) -> TypeAdapter[Any]:
    """Read and write events as JSON; built once, because building costs a millisecond."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
