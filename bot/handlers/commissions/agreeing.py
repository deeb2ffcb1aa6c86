"""/commission: what a group gets of sales there. Either side offers, the other says yes."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import MerchantId
from bot.commissions.agreeing import AgreeingService
from bot.commissions.models import AgreementId
from bot.groups.models import GroupId
from bot.handlers.commissions import views
from bot.handlers.commissions.beforehand import ASKS_ITS_ADMINS
from bot.handlers.commissions.callbacks import (
    AnswerOffer,
    OfferPart,
    OpenAgreement,
    TakeBackOffer,
)
from bot.handlers.commissions.desk import CommissionDesk
from bot.telegram.actor import Actor
from bot.telegram.admins import ASKS_ADMINS
from bot.telegram.filters import InGroup, Private
from bot.telegram.replies import Redraw, Reply, Show, Whisper
from bot.telegram.topics import ANY_TOPIC

router = Router(name=__name__)


@router.message(Command("commission"), InGroup(), flags=ANY_TOPIC | ASKS_ADMINS)
async def open_in_group(
    _: Message, actor: FromDishka[Actor], desk: FromDishka[CommissionDesk]
) -> Reply:
    return Whisper(await desk.merchants_here(actor))


@router.message(Command("commission"), Private())
async def open_in_private(
    _: Message, actor: FromDishka[Actor], desk: FromDishka[CommissionDesk]
) -> Reply:
    return Show(await desk.mine(actor), quote=False)


@router.callback_query(OpenAgreement.filter(), flags=ASKS_ITS_ADMINS)
async def show(
    _: CallbackQuery,
    callback_data: OpenAgreement,
    actor: FromDishka[Actor],
    agreeing: FromDishka[AgreeingService],
) -> Reply:
    sheet = await agreeing.look(
        MerchantId(callback_data.merchant),
        GroupId(callback_data.group),
        side=callback_data.side,
        by=actor.id,
    )
    return Redraw(views.agreement(actor.words, sheet))


@router.callback_query(OfferPart.filter(), flags=ASKS_ITS_ADMINS)
async def offer(
    _: CallbackQuery,
    callback_data: OfferPart,
    actor: FromDishka[Actor],
    agreeing: FromDishka[AgreeingService],
) -> Reply:
    merchant_id, group_id = MerchantId(callback_data.merchant), GroupId(callback_data.group)
    side = callback_data.side
    if callback_data.basis:
        await agreeing.offer(merchant_id, group_id, callback_data.basis, side=side, by=actor.id)
    else:
        await agreeing.end(merchant_id, group_id, side=side, by=actor.id)
    sheet = await agreeing.look(merchant_id, group_id, side=side, by=actor.id)
    return Redraw(views.agreement(actor.words, sheet))


@router.callback_query(AnswerOffer.filter(), flags=ASKS_ITS_ADMINS)
async def answer(
    _: CallbackQuery,
    callback_data: AnswerOffer,
    actor: FromDishka[Actor],
    agreeing: FromDishka[AgreeingService],
) -> Reply:
    sheet = await agreeing.answer(
        AgreementId(callback_data.agreement),
        callback_data.offer,
        accepts=callback_data.accepts,
        by=actor.id,
    )
    return Redraw(views.agreement(actor.words, sheet))


@router.callback_query(TakeBackOffer.filter(), flags=ASKS_ITS_ADMINS)
async def take_back(
    _: CallbackQuery,
    callback_data: TakeBackOffer,
    actor: FromDishka[Actor],
    agreeing: FromDishka[AgreeingService],
) -> Reply:
    sheet = await agreeing.take_back(
        AgreementId(callback_data.agreement),
        callback_data.offer,
        side=callback_data.side,
        by=actor.id,
    )
    return Redraw(views.agreement(actor.words, sheet))
