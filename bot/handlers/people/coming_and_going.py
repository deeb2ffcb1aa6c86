"""Coming in, asking for help, and shutting the door."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandStart
from aiogram.types import ChatMemberUpdated, Message
from dishka.integrations.aiogram import FromDishka

from bot.handlers.people import views
from bot.handlers.people.filters import PrivateDoor
from bot.people.service import PeopleService
from bot.people.settings import PeopleSettings
from bot.telegram.actor import Actor
from bot.telegram.admins import ASKS_ADMINS
from bot.telegram.audiences import Audiences
from bot.telegram.command_menu import CommandBook
from bot.telegram.filters import Private
from bot.telegram.replies import Reply, Show, Whisper

router = Router(name=__name__)


@router.message(CommandStart(), Private())
async def start(
    message: Message, bot: Bot, actor: FromDishka[Actor], people: FromDishka[PeopleService]
) -> Reply:
    """Deep links of other features are taken by their routers, which come before this one."""
    user = message.from_user
    if user is None:
        return None
    person = await people.started(actor.id, name=user.full_name, username=user.username)
    me = await bot.me()
    return Show(views.welcome(actor.words, person, bot_username=me.username or ""))


@router.message(Command("help"), flags=ASKS_ADMINS)
async def show_help(
    _: Message,
    actor: FromDishka[Actor],
    audiences: FromDishka[Audiences],
    book: FromDishka[CommandBook],
) -> Reply:
    entries = book.open_to(await audiences.of(actor))
    return Whisper(views.help_list(actor.words, entries, in_private=actor.place.is_private))


@router.message(Command("support"))
async def show_support(
    _: Message,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    settings: FromDishka[PeopleSettings],
) -> Reply:
    usernames = [person.username for person in await people.operators() if person.username]
    return Whisper(views.support(actor.words, usernames, settings.support_contact))


@router.my_chat_member(PrivateDoor(shut=True))
async def blocked(
    _: ChatMemberUpdated, actor: FromDishka[Actor], people: FromDishka[PeopleService]
) -> Reply:
    await people.blocked(actor.id)
    return None


@router.my_chat_member(PrivateDoor(shut=False))
async def let_in_again(
    _: ChatMemberUpdated, actor: FromDishka[Actor], people: FromDishka[PeopleService]
) -> Reply:
    await people.unblocked(actor.id)
    return None
