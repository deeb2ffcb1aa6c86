"""What an update is, seen by who has to answer it."""

from dataclasses import dataclass
from typing import Self

from aiogram.types import (
    CallbackQuery,
    InlineQuery,
    Message,
    PreCheckoutQuery,
    ShippingQuery,
    Update,
)


@dataclass(slots=True)
class Occasion:
    """One of the five kinds of update that can be answered, and where the answer goes."""

    message: Message | None = None
    tap: CallbackQuery | None = None
    pre_checkout: PreCheckoutQuery | None = None
    shipping: ShippingQuery | None = None
    inline: InlineQuery | None = None
    tap_answered: bool = False

    @classmethod
    def of(cls, update: Update) -> Self:
        return cls(
            message=update.message or update.edited_message,
            tap=update.callback_query,
            pre_checkout=update.pre_checkout_query,
            shipping=update.shipping_query,
            inline=update.inline_query,
        )

    @property
    def shown(self) -> Message | None:
        """The message whose button was pressed, where Telegram still shows it to us."""
        message = self.tap.message if self.tap else None
        return message if isinstance(message, Message) else None

    @property
    def here(self) -> Message | None:
        return self.message or self.shown

    @property
    def chat_id(self) -> int | None:
        if self.tap and self.tap.message:
            return self.tap.message.chat.id  # also of a message too old to be shown
        return self.message.chat.id if self.message else None

    @property
    def is_private(self) -> bool:
        if self.tap and self.tap.message:
            return self.tap.message.chat.type == "private"
        return bool(self.message and self.message.chat.type == "private")

    @property
    def thread_id(self) -> int | None:
        """The forum topic to answer in. Plain replies carry a thread id too, but are no topic."""
        here = self.here
        return here.message_thread_id if here and here.is_topic_message else None

    @property
    def is_ephemeral(self) -> bool:
        here = self.here
        return bool(here and here.ephemeral_message_id)
