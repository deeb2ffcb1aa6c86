"""/myshop: an owner's own shop, and everything she says about it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import Merchant, MerchantId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.handlers.merchants.callbacks import AskShop, OpenShop, ShopField
from bot.handlers.merchants.desk import OwnersDesk
from bot.merchants.errors import OwnersOnly
from bot.merchants.shopfront import ShopfrontService
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import question
from bot.telegram.filters import Private
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.message(Command("myshop"), Private())
async def open_own(
    _: Message,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    owned = await shopfront.owned(actor.id)
    return Show(await desk.shop(actor, owned[0].id), quote=False)


@router.callback_query(OpenShop.filter())
async def show(
    _: CallbackQuery,
    callback_data: OpenShop,
    actor: FromDishka[Actor],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    return Redraw(await desk.shop(actor, MerchantId(callback_data.merchant)))


@router.callback_query(AskShop.filter())
async def ask(
    _: CallbackQuery,
    callback_data: AskShop,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    field = callback_data.field
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    await inputs.ask(
        actor.id, PendingKind.SHOPFRONT, merchant_id=merchant.id, said={"field": field.value}
    )
    key = f"merchants-ask-{field.name.lower()}"
    return Show(question(actor.words, key, name=merchant.name), quote=False)


@router.message(Answers(PendingKind.SHOPFRONT))
async def hear(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    if pending.merchant_id is None:
        raise OwnersOnly
    field = ShopField(pending.said["field"])
    merchant = await _change(
        field, pending.merchant_id, message.text or "", actor=actor, shopfront=shopfront
    )
    await inputs.forget(actor.id)
    note = actor.words("merchants-changed")
    return Show(await desk.shop(actor, merchant.id, note), quote=False)


async def _change(
    field: ShopField,
    merchant_id: MerchantId,
    text: str,
    *,
    actor: Actor,
    shopfront: ShopfrontService,
) -> Merchant:
    match field:
        case ShopField.NAME:
            return await shopfront.rename(merchant_id, text, by=actor.id)
        case ShopField.ABOUT:
            return await shopfront.describe(
                merchant_id, text, by=actor.id, language=actor.words.language
            )
        case ShopField.SUPPORT:
            return await shopfront.answer_at(merchant_id, text, by=actor.id)
        case ShopField.COUNTRIES:
            return await shopfront.ship_to(merchant_id, text, by=actor.id)
        case ShopField.CURRENCIES:
            return await shopfront.take(merchant_id, text, by=actor.id)
