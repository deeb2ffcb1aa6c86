"""A shop's payment keys. A message with a secret in it is deleted, whatever comes of it."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import MerchantId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.handlers.merchants.callbacks import AskSecret, Disconnect, Secret, ShowTill
from bot.handlers.merchants.desk import OwnersDesk
from bot.handlers.merchants.filters import StraySecret
from bot.handlers.merchants.parts import sure
from bot.kit.errors import ShopError
from bot.merchants.errors import OwnersOnly
from bot.merchants.shopfront import ShopfrontService
from bot.merchants.till import TillService
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import question
from bot.telegram.replies import Redraw, Reply, Screen, Show, Sorry, Unsay

router = Router(name=__name__)


@router.callback_query(ShowTill.filter())
async def show(
    _: CallbackQuery,
    callback_data: ShowTill,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    return Redraw(await desk.till(actor, merchant))


@router.callback_query(AskSecret.filter())
async def ask(
    _: CallbackQuery,
    callback_data: AskSecret,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    is_token = callback_data.secret is Secret.TOKEN
    kind = PendingKind.PROVIDER_TOKEN if is_token else PendingKind.STRIPE_KEY
    await inputs.ask(actor.id, kind, merchant_id=merchant.id)
    key = "merchants-ask-token" if is_token else "merchants-ask-key"
    return Show(question(actor.words, key, name=merchant.name), quote=False)


@router.message(Answers(PendingKind.PROVIDER_TOKEN, PendingKind.STRIPE_KEY))
async def hear(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    till: FromDishka[TillService],
    inputs: FromDishka[PendingInputs],
    shopfront: FromDishka[ShopfrontService],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    # A refusal is returned, not raised: also what is no key we know may be a secret.
    try:
        if pending.merchant_id is None:
            raise OwnersOnly
        is_token = pending.kind is PendingKind.PROVIDER_TOKEN
        keep = till.connect if is_token else till.add_stripe_key
        await keep(pending.merchant_id, message.text or "", by=actor.id)
        merchant = await shopfront.get(pending.merchant_id, by=actor.id)
    except ShopError as refused:
        return _unsay(actor), Sorry(refused)
    await inputs.forget(actor.id)
    note = actor.words("merchants-token-kept" if is_token else "merchants-key-kept")
    return _unsay(actor), Show(await desk.till(actor, merchant, note), quote=False)


@router.callback_query(Disconnect.filter())
async def disconnect(
    _: CallbackQuery,
    callback_data: Disconnect,
    actor: FromDishka[Actor],
    till: FromDishka[TillService],
    shopfront: FromDishka[ShopfrontService],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    if not callback_data.sure:
        yes = callback_data.model_copy(update={"sure": True})
        no = ShowTill(merchant=merchant.id)
        return Redraw(sure(actor.words, "merchants-off-sure", yes, no, name=merchant.name))
    await till.disconnect(merchant.id, by=actor.id)
    return Redraw(await desk.till(actor, merchant, actor.words("merchants-off-done")))


@router.message(StraySecret())
async def take_no_stray_secret(_: Message, actor: FromDishka[Actor]) -> Reply:
    return _unsay(actor), Show(Screen(text=actor.words("merchants-stray-secret")), quote=False)


def _unsay(actor: Actor) -> Unsay:
    return Unsay(Screen(text=actor.words("merchants-delete-it-yourself")))
