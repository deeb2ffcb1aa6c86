from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy.orm import Mapped, mapped_column

from bot.kit.db import ID, Model

PersonId = NewType("PersonId", int)  # Telegram's own user id


class Role(StrEnum):
    """What somebody may do everywhere; staff and group admins are kept where they belong."""

    SHOPPER = "shopper"
    OPERATOR = "operator"


class Person(Model):
    __tablename__ = "people"

    id: Mapped[PersonId] = mapped_column(ID, primary_key=True, autoincrement=False)
    name: Mapped[str]
    username: Mapped[str | None]
    language: Mapped[str]  # one of ours: what Telegram says, until she chooses
    language_chosen: Mapped[bool] = mapped_column(default=False)
    zone: Mapped[str] = mapped_column(default="UTC")
    role: Mapped[Role] = mapped_column(default=Role.SHOPPER)
    # She has started the bot and has not blocked it.
    can_be_written_to: Mapped[bool] = mapped_column(default=False)
    shows_name: Mapped[bool] = mapped_column(default=False)  # in public "bought" lines
    terms_accepted_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    seen_at: Mapped[datetime]

    @property
    def first_name(self) -> str:
        return next(iter(self.name.split()), "")

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None

    @property
    def has_accepted_terms(self) -> bool:
        return self.terms_accepted_at is not None

    @property
    def is_operator(self) -> bool:
        return self.role is Role.OPERATOR
