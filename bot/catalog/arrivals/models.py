from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.kit.db import ID, Model
from bot.kit.states import Arrows, move
from bot.people.models import PersonId

ArrivalId = NewType("ArrivalId", int)


class ArrivalPurpose(StrEnum):
    IMPORT = "import"  # ``subject_id`` is the import run's
    PICTURE = "picture"  # ``subject_id`` is the product's
    DOWNLOAD = "download"  # so it is here: what the product's buyers get


class ArrivalStatus(StrEnum):
    WAITING = "waiting"  # Telegram has it
    HERE = "here"  # we have it
    LOST = "lost"  # it cannot be had
    DONE = "done"


ARROWS: Arrows[ArrivalStatus] = {
    ArrivalStatus.WAITING: frozenset({ArrivalStatus.HERE, ArrivalStatus.LOST}),
    ArrivalStatus.HERE: frozenset({ArrivalStatus.DONE}),
    ArrivalStatus.LOST: frozenset({ArrivalStatus.DONE}),
    ArrivalStatus.DONE: frozenset(),
}


class Arrival(Model):
    __tablename__ = "arrivals"
    __table_args__ = (Index("ix_arrivals_waiting", "status", "id"),)

    id: Mapped[ArrivalId] = mapped_column(ID, primary_key=True)
    person_id: Mapped[PersonId] = mapped_column(ID)
    file_id: Mapped[str]
    name: Mapped[str | None]  # as its sender calls it
    mime: Mapped[str | None]
    purpose: Mapped[ArrivalPurpose]
    subject_id: Mapped[int]
    status: Mapped[ArrivalStatus] = mapped_column(default=ArrivalStatus.WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    path: Mapped[str | None]
    kept: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # a StoredPicture, or a KeptFile
    refused: Mapped[str | None]  # the words for why there is nothing to hand over
    why: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # and their facts
    created_at: Mapped[datetime]

    def move(self, there: ArrivalStatus) -> None:
        self.status = move(ARROWS, self.status, there)
