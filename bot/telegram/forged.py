"""A client of one's own making can press a button that no message of ours carries."""

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject


def is_forged(event: TelegramObject) -> bool:
    """Tell whether a tap brings something that its public message does not offer.

    Whose order or shop it is, services check. But an answer redraws the message that was tapped,
    or takes it away, and in a group that message is everybody's. The kind of button is compared,
    not its numbers, so that a page turned a moment ago by somebody else does no harm.
    """
    if not isinstance(event, CallbackQuery) or not isinstance(event.message, Message):
        return False
    message = event.message
    if message.chat.type == ChatType.PRIVATE or message.ephemeral_message_id:
        return False
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    return _kind(event.data) not in {_kind(button.callback_data) for row in rows for button in row}


def _kind(data: str | None) -> str:
    return (data or "").partition(":")[0]
