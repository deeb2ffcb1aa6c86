"""A shop's own Stripe account below the house's, set up on Stripe's pages; and the house's fee."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import MerchantId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.handlers.merchants import operator_views, sharing_views
from bot.handlers.merchants.callbacks import AskFee, BeginSharing, EndSharing, ShowSharing
from bot.handlers.merchants.parts import sure
from bot.merchants.errors import OperatorsOnly
from bot.merchants.opening import OpeningService
from bot.merchants.sharing import SharingService
from bot.merchants.shopfront import ShopfrontService
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import question
from bot.telegram.percent import percent
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.callback_query(ShowSharing.filter())
async def show(
    _: CallbackQuery,
    callback_data: ShowSharing,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    sharing: FromDishka[SharingService],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    found = await sharing.look(merchant.id, by=actor.id)
    return Redraw(sharing_views.sharing(actor.words, merchant, found))


@router.callback_query(BeginSharing.filter())
async def begin(
    _: CallbackQuery,
    *,
    callback_data: BeginSharing,
    bot: Bot,
    actor: FromDishka[Actor],
    sharing: FromDishka[SharingService],
) -> Reply:
    merchant_id = MerchantId(callback_data.merchant)
    back = f"https://t.me/{(await bot.me()).username}"
    merchant = await sharing.begin(merchant_id, by=actor.id, back=back)
    found = await sharing.look(merchant_id, by=actor.id)
    note = actor.words("merchants-sharing-begun")
    return Redraw(sharing_views.sharing(actor.words, merchant, found, note=note))


@router.callback_query(EndSharing.filter())
async def end(
    _: CallbackQuery,
    callback_data: EndSharing,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    sharing: FromDishka[SharingService],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    if not callback_data.sure:
        yes = callback_data.model_copy(update={"sure": True})
        no = ShowSharing(merchant=merchant.id)
        return Redraw(sure(actor.words, "merchants-sharing-sure", yes, no, name=merchant.name))
    await sharing.leave(merchant.id, by=actor.id)
    found = await sharing.look(merchant.id, by=actor.id)
    note = actor.words("merchants-sharing-ended")
    return Redraw(sharing_views.sharing(actor.words, merchant, found, note=note))


@router.callback_query(AskFee.filter())
async def ask_fee(
    _: CallbackQuery,
    *,
    callback_data: AskFee,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    sharing: FromDishka[SharingService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    sheet = await opening.sheet(MerchantId(callback_data.merchant), by=actor.id)
    basis = await sharing.fee(sheet.merchant.id, by=actor.id)
    await inputs.ask(actor.id, PendingKind.PLATFORM_FEE, merchant_id=sheet.merchant.id)
    part = percent(actor.words, basis)
    name = sheet.merchant.name
    return Show(question(actor.words, "merchants-ask-fee", name=name, part=part), quote=False)


@router.message(Answers(PendingKind.PLATFORM_FEE))
async def hear_fee(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    sharing: FromDishka[SharingService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    if pending.merchant_id is None:
        raise OperatorsOnly
    await sharing.agree_on_fee(pending.merchant_id, message.text or "", by=actor.id)
    await inputs.forget(actor.id)
    basis = await sharing.fee(pending.merchant_id, by=actor.id)
    sheet = await opening.sheet(pending.merchant_id, by=actor.id)
    note = actor.words("merchants-fee-kept", part=percent(actor.words, basis))
    return Show(operator_views.merchant_sheet(actor.words, sheet, note=note), quote=False)
