from datetime import datetime, time
from enum import StrEnum
from typing import NewType, TypedDict

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.kit.db import ID, Model
from bot.kit.money import Currency
from bot.people.models import PersonId

GroupId = NewType("GroupId", int)

# Messages in a forum's General topic come without a thread; Telegram numbers that topic 1.
GENERAL = 1


MOST_TOPICS = 60


class Topic(TypedDict):
    """A forum's topic as far as the bot has heard of it: Telegram gives no list."""

    thread: int
    name: str
    closed: bool


class PurchaseLines(StrEnum):
    """What a group sees when somebody buys."""

    OFF = "off"
    ANONYMOUS = "anonymous"
    FIRST_NAME = "first-name"  # and only of people who allow it themselves


class Group(Model):
    """A group chat the bot lives in. Its number stays when Telegram gives the chat a new id."""

    __tablename__ = "groups"

    id: Mapped[GroupId] = mapped_column(ID, primary_key=True)
    chat_id: Mapped[int] = mapped_column(unique=True)
    title: Mapped[str]
    is_forum: Mapped[bool] = mapped_column(default=False)
    added_by_id: Mapped[PersonId | None] = mapped_column(ID, ForeignKey("people.id"))
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    # Two rows can stand for one chat while it migrates; the younger one then points to the elder.
    merged_into_id: Mapped[GroupId | None] = mapped_column(ID, ForeignKey("groups.id"))

    language: Mapped[str]
    currency: Mapped[Currency]
    zone: Mapped[str] = mapped_column(default="UTC")
    # Threads the bot may speak in; None is all of them. The list is replaced, never changed.
    topics: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    # Replaced too; the one heard of last stands last. General is in none.
    known_topics: Mapped[list[Topic] | None] = mapped_column(JSON(none_as_null=True))
    # Until an admin chooses, every merchant of the shop sells here.
    sells_everything: Mapped[bool] = mapped_column(default=True)
    purchase_lines: Mapped[PurchaseLines] = mapped_column(default=PurchaseLines.ANONYMOUS)
    quiet_from: Mapped[time | None]  # in the group's zone; both or neither
    quiet_to: Mapped[time | None]

    @property
    def is_here(self) -> bool:
        return self.left_at is None and self.merged_into_id is None

    def may_speak_in(self, thread_id: int | None) -> bool:
        return self.topics is None or (thread_id or GENERAL) in self.topics

    def topic(self, thread_id: int | None) -> Topic | None:
        known = self.known_topics or ()
        return next((topic for topic in known if topic["thread"] == thread_id), None)

    @property
    def open_topics(self) -> list[Topic]:
        """Where somebody may choose to post: known, open, and allowed to the bot."""
        return [
            topic
            for topic in self.known_topics or ()
            if not topic["closed"] and self.may_speak_in(topic["thread"])
        ]

    def topic_near(self, thread_id: int | None) -> int | None:
        """Choose where to say what belongs to a thread: there, or in a topic that is allowed."""
        if self.topics is None or self.may_speak_in(thread_id):
            return thread_id
        return next((topic for topic in self.topics if topic != GENERAL), None)


class GroupSeller(Model):
    """A merchant an admin has let sell in a group that does not take them all."""

    __tablename__ = "group_sellers"

    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"), primary_key=True)
    merchant_id: Mapped[int] = mapped_column(ID, ForeignKey("merchants.id"), primary_key=True)
