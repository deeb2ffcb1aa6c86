"""What the door remembers of Telegram: message ids, file ids, updates seen, posts that wait."""

from datetime import datetime
from typing import NewType

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.kit.db import ID, Model
from bot.kit.secrets import Sealed, SealedText
from bot.people.models import PersonId

DeliveryId = NewType("DeliveryId", int)


class ShownMessage(Model):
    """Which message shows what. The only place where Telegram's message ids are kept."""

    __tablename__ = "shown_messages"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        Index("ix_shown_messages_subject", "feature", "subject_id", "part", "chat_id"),
    )

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    feature: Mapped[str]
    subject_id: Mapped[int]
    part: Mapped[str] = mapped_column(default="")
    chat_id: Mapped[int]
    thread_id: Mapped[int | None]
    message_id: Mapped[int]
    has_picture: Mapped[bool] = mapped_column(default=False)
    shown_at: Mapped[datetime]
    pinned_at: Mapped[datetime | None]  # by this bot, until it unpins it


class WhisperedMessage(Model):
    """What one person alone was shown about a subject, so that it can be changed later."""

    __tablename__ = "whispered_messages"
    __table_args__ = (Index("ix_whispered_messages_subject", "feature", "subject_id", "part"),)

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    feature: Mapped[str]
    subject_id: Mapped[int]
    part: Mapped[str] = mapped_column(default="")
    chat_id: Mapped[int]
    receiver_id: Mapped[int]
    ephemeral_id: Mapped[int]
    has_picture: Mapped[bool] = mapped_column(default=False)
    shown_at: Mapped[datetime] = mapped_column(index=True)


class UploadedPicture(Model):
    """Telegram's name for a picture this bot has uploaded before."""

    __tablename__ = "uploaded_pictures"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    file_id: Mapped[str]


class SeenUpdate(Model):
    """An update whose work is committed. Telegram may deliver it again."""

    __tablename__ = "seen_updates"

    update_id: Mapped[int] = mapped_column(ID, primary_key=True, autoincrement=False)
    seen_at: Mapped[datetime] = mapped_column(index=True)


class Delivery(Model):
    """A post that waits for its turn. Written with the fact it tells, sent at the legal pace."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_waiting", "done_at", "not_before", "id"),
        Index("ix_deliveries_subject", "chat_id", "feature", "subject_id", "part"),
    )

    id: Mapped[DeliveryId] = mapped_column(ID, primary_key=True)
    chat_id: Mapped[int]
    thread_id: Mapped[int | None]
    # What is said, sealed, because it may hold an address; None once it has been said.
    letter: Mapped[Sealed | None] = mapped_column(SealedText)
    feature: Mapped[str | None]
    subject_id: Mapped[int | None]
    part: Mapped[str] = mapped_column(default="")
    replace: Mapped[bool] = mapped_column(default=False)
    not_before: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    outcome: Mapped[str | None]  # sent, superseded, or why it could not be sent


class Lease(Model):
    """Who does a job that only one process may do at a time, and until when."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


class OwnMenu(Model):
    """The menu that Telegram shows one person: what was sent last, as a digest."""

    __tablename__ = "own_menus"

    person_id: Mapped[PersonId] = mapped_column(ID, primary_key=True, autoincrement=False)
    facts: Mapped[str]
