"""The ways in which a shop's parcels travel."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import MerchantId, ShippingOption, ShippingOptionId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.handlers.merchants import shop_views
from bot.handlers.merchants.callbacks import (
    AskOption,
    NewShipping,
    OptionField,
    RemoveOption,
    ShowOption,
    ShowShipping,
)
from bot.handlers.merchants.desk import OwnersDesk
from bot.merchants.errors import OwnersOnly
from bot.merchants.rules import name_of
from bot.merchants.shopfront import ShopfrontService
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import question
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.callback_query(ShowShipping.filter())
async def show_all(
    _: CallbackQuery,
    callback_data: ShowShipping,
    actor: FromDishka[Actor],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    return Redraw(await desk.shipping(actor, MerchantId(callback_data.merchant)))


@router.callback_query(ShowOption.filter())
async def show(
    _: CallbackQuery,
    callback_data: ShowOption,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
) -> Reply:
    option = await shopfront.get_option(
        MerchantId(callback_data.merchant), ShippingOptionId(callback_data.option), by=actor.id
    )
    return Redraw(shop_views.option_page(actor.words, option))


@router.callback_query(NewShipping.filter())
async def begin(
    _: CallbackQuery,
    callback_data: NewShipping,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    await inputs.ask(actor.id, PendingKind.SHIPPING_NAME, merchant_id=merchant.id)
    return Show(question(actor.words, "merchants-ask-option-name"), quote=False)


@router.message(Answers(PendingKind.SHIPPING_NAME))
async def hear_name(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = await shopfront.get(_merchant_id(pending), by=actor.id)
    name = name_of(message.text or "")
    await inputs.ask(
        actor.id, PendingKind.SHIPPING_PRICE, merchant_id=merchant.id, said={"name": name}
    )
    taken = ", ".join(merchant.currencies)
    return Show(question(actor.words, "merchants-ask-option-price", taken=taken), quote=False)


@router.message(Answers(PendingKind.SHIPPING_PRICE))
async def hear_price(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    option = await shopfront.add_option(
        _merchant_id(pending),
        pending.said["name"],
        message.text or "",
        by=actor.id,
        language=actor.words.language,
    )
    await inputs.forget(actor.id)
    note = actor.words("merchants-option-added")
    return Show(shop_views.option_page(actor.words, option, note=note), quote=False)


@router.callback_query(AskOption.filter())
async def ask(
    _: CallbackQuery,
    callback_data: AskOption,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    option = await shopfront.get_option(
        merchant.id, ShippingOptionId(callback_data.option), by=actor.id
    )
    field = callback_data.field
    await inputs.ask(
        actor.id,
        PendingKind.SHIPPING,
        merchant_id=merchant.id,
        said={"option": option.id, "field": field.value},
    )
    key = f"merchants-ask-option-{field.name.lower()}"
    taken = ", ".join(merchant.currencies)
    return Show(question(actor.words, key, taken=taken), quote=False)


@router.message(Answers(PendingKind.SHIPPING))
async def hear(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    option = await _change(pending, message.text or "", actor, shopfront)
    await inputs.forget(actor.id)
    note = actor.words("merchants-changed")
    return Show(shop_views.option_page(actor.words, option, note=note), quote=False)


@router.callback_query(RemoveOption.filter())
async def remove(
    _: CallbackQuery,
    callback_data: RemoveOption,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    merchant_id = MerchantId(callback_data.merchant)
    option_id = ShippingOptionId(callback_data.option)
    if not callback_data.sure:
        option = await shopfront.get_option(merchant_id, option_id, by=actor.id)
        return Redraw(shop_views.remove_option(actor.words, option))
    await shopfront.remove_option(merchant_id, option_id, by=actor.id)
    note = actor.words("merchants-option-removed")
    return Redraw(await desk.shipping(actor, merchant_id, note))


async def _change(
    pending: PendingInput, text: str, actor: Actor, shopfront: ShopfrontService
) -> ShippingOption:
    merchant_id = _merchant_id(pending)
    option_id = ShippingOptionId(pending.said["option"])
    match OptionField(pending.said["field"]):
        case OptionField.NAME:
            return await shopfront.rename_option(
                merchant_id, option_id, text, by=actor.id, language=actor.words.language
            )
        case OptionField.PRICE:
            return await shopfront.reprice_option(merchant_id, option_id, text, by=actor.id)
        case OptionField.DAYS:
            return await shopfront.time_option(merchant_id, option_id, text, by=actor.id)
        case OptionField.COUNTRIES:
            return await shopfront.send_option_to(merchant_id, option_id, text, by=actor.id)


def _merchant_id(pending: PendingInput) -> MerchantId:
    if pending.merchant_id is None:
        raise OwnersOnly
    return pending.merchant_id
