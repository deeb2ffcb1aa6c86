"""Taking one's data along, and having it erased: in private only."""

import json

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.handlers.people import views
from bot.handlers.people.callbacks import EraseMe
from bot.people.personal_data import PersonalDataService
from bot.telegram.actor import Actor
from bot.telegram.filters import InGroup, Private
from bot.telegram.replies import Document, Redraw, Reply, Show, Whisper

router = Router(name=__name__)


@router.message(Command("export_me"), Private())
async def export_me(
    _: Message, actor: FromDishka[Actor], personal: FromDishka[PersonalDataService]
) -> Reply:
    everything = await personal.export(actor.id)
    return Document(
        name="tuan-my-data.json",
        content=json.dumps(everything, ensure_ascii=False, indent=2).encode(),
        caption=actor.words("people-export"),
    )


@router.message(Command("delete_me"), Private())
async def ask_before_erasing(
    _: Message, actor: FromDishka[Actor], personal: FromDishka[PersonalDataService]
) -> Reply:
    return Show(views.erasure(actor.words, await personal.unfinished(actor.id)))


@router.message(Command("export_me", "delete_me", "language", "timezone"), InGroup())
async def not_in_front_of_everybody(_: Message, bot: Bot, actor: FromDishka[Actor]) -> Reply:
    me = await bot.me()
    return Whisper(views.in_private_only(actor.words, bot_username=me.username or ""))


@router.callback_query(EraseMe.filter(), Private())
async def erase_me(
    _: CallbackQuery,
    callback_data: EraseMe,
    actor: FromDishka[Actor],
    personal: FromDishka[PersonalDataService],
) -> Reply:
    if not callback_data.sure:
        return Redraw(views.told(actor.words, "people-erase-kept"))
    await personal.erase(actor.id)
    return Redraw(views.told(actor.words, "people-erased"))
