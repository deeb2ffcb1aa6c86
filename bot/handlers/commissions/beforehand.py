"""Who is an admin of the group that is meant, also where one speaks or taps in private."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery, Message, TelegramObject
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.admins import GroupAdmins
from bot.groups.errors import BotNotThere
from bot.groups.models import GroupId
from bot.groups.repository import GroupRepository
from bot.people.models import PersonId
from bot.telegram.admins import ask_who_is_admin
from bot.telegram.beforehand import beforehand


async def ask_who_is_its_admin(
    event: TelegramObject, scope: AsyncContainer, data: Mapping[str, Any]
) -> None:
    number = getattr(data.get("callback_data"), "group", None) or data.get("number")
    if number is None or not isinstance(event, CallbackQuery | Message) or event.from_user is None:
        await ask_who_is_admin(event, scope, data)
        return
    chat_id = await _chat_id(GroupId(number), scope)
    if chat_id is not None:
        await (await scope.get(GroupAdmins)).learn(chat_id, PersonId(event.from_user.id))


async def _chat_id(group_id: GroupId, scope: AsyncContainer) -> int | None:
    """Look the group up in a short transaction, which ends before Telegram is asked."""
    session = await scope.get(AsyncSession)
    try:
        return (await (await scope.get(GroupRepository)).get(group_id)).chat_id
    except BotNotThere:
        return None
    finally:
        await session.rollback()


ASKS_ITS_ADMINS = beforehand(ask_who_is_its_admin)
