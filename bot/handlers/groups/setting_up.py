"""/setup: a group's admins choose by buttons that only they see."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.groups.models import GroupId
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.handlers.groups import views
from bot.handlers.groups.beforehand import ASKS_ITS_ADMINS
from bot.handlers.groups.callbacks import OpenSetup, Page, Setup
from bot.handlers.groups.desk import SetupDesk
from bot.kit.texts import Words
from bot.telegram.actor import Actor
from bot.telegram.admins import ASKS_ADMINS
from bot.telegram.filters import InGroup, Private
from bot.telegram.replies import Redraw, Reply, Show, Whisper
from bot.telegram.topics import ANY_TOPIC

router = Router(name=__name__)


@router.message(Command("setup"), InGroup(), flags=ANY_TOPIC | ASKS_ADMINS)
async def ask_for_setup(
    message: Message,
    command: CommandObject,
    actor: FromDishka[Actor],
    groups: FromDishka[GroupService],
    desk: FromDishka[SetupDesk],
) -> Reply:
    # The bot may have come here before it kept a list, and the chat may have become a forum.
    group = await groups.welcome(
        message.chat.id,
        title=message.chat.title or "",
        is_forum=bool(message.chat.is_forum),
        language=actor.person.language,
    )
    if actor.is_group_admin:
        return Show(views.setup_door(Words(group.language, group.zone), group))
    desk.admit(actor, group)
    page = Page.MAIN
    if command.args:  # a city, which no list of buttons could hold
        await desk.choose_zone(group, command.args)
        page = Page.ZONE
    here = Setup(group=group.id, thread=actor.place.thread_id or 0, page=page)
    return Whisper(await desk.draw(actor.words, group, here))


@router.message(Command("setup"), Private())
async def ask_which_group(
    _: Message, bot: Bot, actor: FromDishka[Actor], groups: FromDishka[GroupRepository]
) -> Reply:
    me = await bot.me()
    theirs = [group for group in await groups.added_by(actor.id) if group.is_here]
    return Show(views.setup_in_private(actor.words, theirs, bot_username=me.username or ""))


@router.callback_query(OpenSetup.filter(), flags=ASKS_ITS_ADMINS)
async def open_setup(
    _: CallbackQuery,
    callback_data: OpenSetup,
    actor: FromDishka[Actor],
    groups: FromDishka[GroupService],
    desk: FromDishka[SetupDesk],
) -> Reply:
    group = await groups.get(GroupId(callback_data.group))
    desk.admit(actor, group)
    here = Setup(group=group.id, thread=actor.place.thread_id or 0)
    return Whisper(await desk.draw(actor.words, group, here))


@router.callback_query(Setup.filter(), flags=ASKS_ITS_ADMINS)
async def choose(
    _: CallbackQuery,
    callback_data: Setup,
    actor: FromDishka[Actor],
    groups: FromDishka[GroupService],
    desk: FromDishka[SetupDesk],
) -> Reply:
    group = await groups.get(GroupId(callback_data.group))
    desk.admit(actor, group)
    await desk.choose(group, callback_data)
    return Redraw(await desk.draw(actor.words, group, callback_data))
