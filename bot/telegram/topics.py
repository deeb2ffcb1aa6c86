"""A group's admins choose in which topics the bot speaks; in the others it stays silent."""

from typing import Any

from aiogram.dispatcher.flags import get_flag
from aiogram.types import Message, TelegramObject

from bot.kit.errors import ShopError
from bot.telegram.actor import Actor

# For handlers that answer in every topic: ``@router.message(..., flags=ANY_TOPIC)``.
ANY_TOPIC: dict[str, Any] = {"any_topic": True}


class NotInThisTopic(ShopError):
    text = "telegram-not-in-this-topic"


def is_out_of_place(event: TelegramObject, actor: Actor, data: dict[str, Any]) -> bool:
    """Tell whether somebody speaks to the bot where it may not answer.

    Taps, payments and service messages pass: they belong to what was begun where it may speak.
    Raises NotInThisTopic where she alone can be told.
    """
    if actor.group is None or not isinstance(event, Message) or event.text is None:
        return False
    if actor.group.may_speak_in(actor.place.thread_id) or get_flag(data, "any_topic"):
        return False
    if event.ephemeral_message_id:
        raise NotInThisTopic
    return True
