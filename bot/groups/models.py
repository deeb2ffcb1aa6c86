from typing import NewType

from sqlalchemy.orm import Mapped, mapped_column

from bot.kit.db import ID, Model
from bot.kit.money import Currency

GroupId = NewType("GroupId", int)


class Group(Model):
    """A group chat the bot lives in. Its number stays when Telegram gives the chat a new id."""

    __tablename__ = "groups"

    id: Mapped[GroupId] = mapped_column(ID, primary_key=True)
    chat_id: Mapped[int] = mapped_column(unique=True)
    title: Mapped[str]
    language: Mapped[str]
    currency: Mapped[Currency]
    zone: Mapped[str] = mapped_column(default="UTC")
