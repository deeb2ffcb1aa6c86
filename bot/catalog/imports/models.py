"""An import as it goes on: what file, how far, and what was found."""

from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.catalog.models import MerchantId
from bot.kit.db import ID, Model
from bot.kit.money import Currency
from bot.kit.states import Arrows, move
from bot.people.models import PersonId

ImportRunId = NewType("ImportRunId", int)


class FileKind(StrEnum):
    SHOPIFY = "shopify"
    PLAIN = "plain"
    JSON = "json"


class ImportStatus(StrEnum):
    FETCHING = "fetching"  # the file is still at Telegram
    CHECKING = "checking"  # read once without changing anything
    PREVIEWED = "previewed"  # the merchant decides
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ARROWS: Arrows[ImportStatus] = {
    ImportStatus.FETCHING: frozenset(
        {ImportStatus.CHECKING, ImportStatus.FAILED, ImportStatus.CANCELLED}
    ),
    ImportStatus.CHECKING: frozenset(
        {ImportStatus.PREVIEWED, ImportStatus.FAILED, ImportStatus.CANCELLED}
    ),
    ImportStatus.PREVIEWED: frozenset(
        {ImportStatus.RUNNING, ImportStatus.FAILED, ImportStatus.CANCELLED}
    ),
    ImportStatus.RUNNING: frozenset(
        {ImportStatus.DONE, ImportStatus.FAILED, ImportStatus.CANCELLED}
    ),
    ImportStatus.DONE: frozenset(),
    ImportStatus.FAILED: frozenset(),
    ImportStatus.CANCELLED: frozenset(),
}


class ImportRun(Model):
    __tablename__ = "import_runs"
    __table_args__ = (Index("ix_import_runs_waiting", "status", "id"),)

    id: Mapped[ImportRunId] = mapped_column(ID, primary_key=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ForeignKey("merchants.id"))
    person_id: Mapped[PersonId] = mapped_column(ID)
    name: Mapped[str]  # what the merchant calls the file
    path: Mapped[str | None]  # where we keep it, beside the pictures
    kind: Mapped[FileKind | None]
    currency: Mapped[Currency]
    language: Mapped[str]
    status: Mapped[ImportStatus] = mapped_column(default=ImportStatus.FETCHING)
    done: Mapped[int] = mapped_column(default=0)  # things read so far in this status
    total: Mapped[int | None]  # known once the file was checked
    counts: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    remarks: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    why: Mapped[dict[str, Any] | None] = mapped_column(
        JSON
    )  # of a failure, or of a stop in the middle
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    told_at: Mapped[datetime | None]  # when its merchant last saw how far it is

    def move(self, there: ImportStatus) -> None:
        self.status = move(ARROWS, self.status, there)

    @property
    def is_going_on(self) -> bool:
        return self.status in {
            ImportStatus.FETCHING,
            ImportStatus.CHECKING,
            ImportStatus.RUNNING,
        }

    @property
    def can_stop(self) -> bool:
        return self.is_going_on or self.status is ImportStatus.PREVIEWED

    @property
    def will_change(self) -> int:
        return self.counts.get("new", 0) + self.counts.get("changed", 0)
