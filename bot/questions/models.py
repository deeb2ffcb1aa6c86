"""Questions that wait for a merchant, and searches whose hits people leaf through."""

from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.catalog.models import MerchantId, ProductId
from bot.groups.models import GroupId
from bot.kit.db import ID, Model
from bot.kit.states import Arrows, move
from bot.people.models import PersonId

QuestionId = NewType("QuestionId", int)
SearchId = NewType("SearchId", int)


class QuestionStatus(StrEnum):
    UNANSWERED = "unanswered"  # we did not know; nobody else has been asked yet
    OPEN = "open"  # the merchant has been asked
    ANSWERED = "answered"
    DECLINED = "declined"  # the merchant does not know either


ARROWS: Arrows[QuestionStatus] = {
    QuestionStatus.UNANSWERED: frozenset({QuestionStatus.OPEN}),
    QuestionStatus.OPEN: frozenset({QuestionStatus.ANSWERED, QuestionStatus.DECLINED}),
    QuestionStatus.ANSWERED: frozenset(),
    # "I will find out" is a common afterthought.
    QuestionStatus.DECLINED: frozenset({QuestionStatus.ANSWERED}),
}


class Question(Model):
    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_of_person", "person_id", "asked_at"),)

    id: Mapped[QuestionId] = mapped_column(ID, primary_key=True)
    product_id: Mapped[ProductId] = mapped_column(ForeignKey("products.id"), index=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ForeignKey("merchants.id"))
    person_id: Mapped[PersonId | None] = mapped_column(ID)  # None once she is forgotten
    group_id: Mapped[GroupId | None]  # None: asked in private
    thread_id: Mapped[int | None]
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str]
    status: Mapped[QuestionStatus] = mapped_column(default=QuestionStatus.UNANSWERED)
    answer: Mapped[str | None] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(index=True)
    sent_at: Mapped[datetime | None]  # to the merchant
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[PersonId | None] = mapped_column(ID)

    def move(self, there: QuestionStatus) -> None:
        self.status = move(ARROWS, self.status, there)

    @property
    def can_be_answered(self) -> bool:
        return QuestionStatus.ANSWERED in ARROWS[self.status]


class KeptSearch(Model):
    """Its hits in their order, so that "2 of 12" stays the same while people leaf."""

    __tablename__ = "searches"

    id: Mapped[SearchId] = mapped_column(ID, primary_key=True)
    person_id: Mapped[PersonId | None] = mapped_column(ID, index=True)
    words: Mapped[str] = mapped_column(Text)
    product_ids: Mapped[list[int]] = mapped_column(JSON)
    # What was said about the hits, as JSON: every page says it again.
    said: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    made_at: Mapped[datetime] = mapped_column(index=True)
