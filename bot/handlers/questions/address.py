"""Is it for us? The shape of a message tells, never its words: silence is the rule."""

from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType, MessageEntityType
from aiogram.filters import BaseFilter
from aiogram.types import Message, User

from bot.catalog.models import ProductId
from bot.telegram.buy_button import BuyProduct


@dataclass(frozen=True, slots=True)
class Address:
    text: str
    # A reply may be mere talk among people; whoever calls us by name waits for an answer.
    expects_answer: bool


class ForUs(BaseFilter):
    """Private words, a mention, or a reply to a message of ours."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        if not message.text or not _is_spoken(message):
            return False
        if message.chat.type == ChatType.PRIVATE:
            return {"address": Address(message.text, expects_answer=True)}
        if message.chat.type == ChatType.CHANNEL:
            return False
        called = without_mention(message, await bot.me())
        if called is not None:
            return {"address": Address(called, expects_answer=True)}
        if is_ours(message.reply_to_message, bot.id):
            return {"address": Address(message.text, expects_answer=False)}
        return False


class UnknownCommand(BaseFilter):
    """A command in private that no feature before this one knows."""

    async def __call__(self, message: Message) -> bool:
        is_private = message.chat.type == ChatType.PRIVATE
        return is_private and (message.text or "").startswith("/") and not message.forward_origin


class ForwardedCard(BaseFilter):
    """One of our own messages, forwarded to the bot in private: its buttons stayed behind."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        origin = message.forward_origin
        sender = getattr(origin, "sender_user", None)
        return bool(
            message.chat.type == ChatType.PRIVATE
            and sender
            and sender.id == bot.id
            and (message.text or message.caption)
        )


def is_ours(replied: Message | None, bot_id: int) -> bool:
    if replied is None or replied.forum_topic_created:
        return False
    authors = (replied.from_user, replied.via_bot)
    return any(author.id == bot_id for author in authors if author)


def without_mention(message: Message, me: User) -> str | None:
    """Give the text without our name; None where it does not stand in it."""
    text = message.text or ""
    kept, called = text, False
    for entity in reversed(message.entities or []):
        by_id = entity.type == MessageEntityType.TEXT_MENTION and entity.user
        by_name = entity.type == MessageEntityType.MENTION and (
            entity.extract_from(text).casefold() == f"@{me.username}".casefold()
        )
        if by_name or (by_id and entity.user and entity.user.id == me.id):
            kept = kept.replace(entity.extract_from(text), " ", 1)
            called = True
    return kept.strip() if called else None


def product_on_buttons(replied: Message | None) -> ProductId | None:
    """Read the product off a card's Buy button: an inline result has no number to remember."""
    markup = replied.reply_markup if replied else None
    for row in markup.inline_keyboard if markup else ():
        for button in row:
            data = button.callback_data or ""
            if data.startswith(f"{BuyProduct.__prefix__}:"):
                return ProductId(BuyProduct.unpack(data).product_id)
    return None


def _is_spoken(message: Message) -> bool:
    """Neither a command, nor something forwarded, nor an inline result, nor another bot."""
    text = message.text or ""
    is_a_bot = bool(message.from_user and message.from_user.is_bot and not message.sender_chat)
    return not (text.startswith("/") or message.forward_origin or message.via_bot or is_a_bot)
