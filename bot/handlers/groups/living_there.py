"""The bot comes into a group, is promoted, moves with it, leaves it."""

from aiogram import Bot, Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import (
    JOIN_TRANSITION,
    LEAVE_TRANSITION,
    PROMOTED_TRANSITION,
    ChatMemberUpdatedFilter,
)
from aiogram.types import ChatMemberUpdated, Message
from dishka.integrations.aiogram import FromDishka

from bot.groups.service import GroupService
from bot.handlers.groups.filters import AboutTopic, Migrated, Renamed
from bot.telegram.actor import Actor
from bot.telegram.filters import InGroup
from bot.telegram.replies import Reply

router = Router(name=__name__)


@router.my_chat_member(InGroup(), ChatMemberUpdatedFilter(JOIN_TRANSITION))
async def added(
    event: ChatMemberUpdated, bot: Bot, actor: FromDishka[Actor], groups: FromDishka[GroupService]
) -> Reply:
    """What is said then waits in the outbox, so that a group is greeted even after a crash."""
    is_admin = event.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR
    me = await bot.me()
    await groups.welcome(
        event.chat.id,
        title=event.chat.title or "",
        is_forum=bool(event.chat.is_forum),
        added_by=actor.id,
        language=actor.person.language,
        hears_everything=is_admin or bool(me.can_read_all_group_messages),
    )
    return None


@router.my_chat_member(InGroup(), ChatMemberUpdatedFilter(PROMOTED_TRANSITION))
async def promoted(event: ChatMemberUpdated, groups: FromDishka[GroupService]) -> Reply:
    await groups.promoted(event.chat.id)
    return None


@router.my_chat_member(InGroup(), ChatMemberUpdatedFilter(LEAVE_TRANSITION))
async def removed(event: ChatMemberUpdated, groups: FromDishka[GroupService]) -> Reply:
    await groups.leave(event.chat.id)
    return None


@router.message(Migrated())
async def moved(
    _: Message, old_chat_id: int, new_chat_id: int, groups: FromDishka[GroupService]
) -> Reply:
    await groups.migrate(old_chat_id, new_chat_id)
    return None


@router.message(InGroup(), Renamed())
async def renamed(message: Message, title: str, groups: FromDishka[GroupService]) -> Reply:
    await groups.rename(message.chat.id, title)
    return None


@router.message(InGroup(), AboutTopic())
async def heard_of_topic(_: Message) -> Reply:
    return None
