"""What a person decides for herself: language, time zone, terms, her name in public."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.handlers.people import views
from bot.handlers.people.callbacks import AcceptTerms, ChooseLanguage, ChooseZone, ShowName
from bot.kit.texts import Words
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.filters import Private
from bot.telegram.replies import Redraw, Reply, Show, Toast, Whisper

router = Router(name=__name__)


@router.message(Command("language"), Private())
async def offer_languages(_: Message, actor: FromDishka[Actor]) -> Reply:
    return Show(views.languages(actor.words))


@router.callback_query(ChooseLanguage.filter())
async def choose_language(
    _: CallbackQuery,
    callback_data: ChooseLanguage,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
) -> Reply:
    person = await people.choose_language(actor.id, callback_data.language)
    words = Words(person.language, person.zone)
    return Toast(words.plain("people-language-chosen")), Redraw(views.languages(words))


@router.message(Command("timezone"), Private())
async def offer_zones(
    _: Message,
    command: CommandObject,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
) -> Reply:
    if not command.args:
        return Show(views.zones(actor.words, actor.person))
    return Show(views.zones(actor.words, await people.choose_zone(actor.id, command.args)))


@router.callback_query(ChooseZone.filter())
async def choose_zone(
    _: CallbackQuery,
    callback_data: ChooseZone,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
) -> Reply:
    zone = dict(enumerate(views.ZONES)).get(callback_data.number, "")
    return Redraw(views.zones(actor.words, await people.choose_zone(actor.id, zone)))


@router.message(Command("terms"))
async def show_terms(_: Message, actor: FromDishka[Actor]) -> Reply:
    return Whisper(views.terms(actor.words, actor.person))


@router.callback_query(AcceptTerms.filter())
async def accept_terms(
    _: CallbackQuery, actor: FromDishka[Actor], people: FromDishka[PeopleService]
) -> Reply:
    person = await people.accept_terms(actor.id)
    thanks = Toast(actor.words.plain("people-terms-thanks"))
    return thanks, Redraw(views.terms(actor.words, person))


@router.message(Command("privacy"))
async def show_privacy(_: Message, actor: FromDishka[Actor]) -> Reply:
    return Whisper(views.privacy(actor.words, actor.person))


@router.callback_query(ShowName.filter())
async def show_name(
    _: CallbackQuery,
    callback_data: ShowName,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
) -> Reply:
    person = await people.show_name(actor.id, shown=callback_data.shown)
    return Redraw(views.privacy(actor.words, person))
