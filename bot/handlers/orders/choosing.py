"""From the Buy button to pieces that are held and an invoice."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.media import MediaStore
from bot.catalog.models import Product, ProductId, VariantId
from bot.catalog.service import CatalogService
from bot.handlers.orders import choice_views, held_views
from bot.handlers.orders.callbacks import AcceptAndPay, Begun, Close, Pay, Pick, Wanted
from bot.handlers.orders.market import Market
from bot.handlers.orders.origin import begun_by, believed, origin_of, preferred_by
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.orders.admitting import Admission
from bot.orders.buying import BuyingService
from bot.orders.choosing import choose
from bot.orders.delivery import DeliveryService
from bot.orders.errors import TermsNotAccepted
from bot.orders.pricing import currency_for
from bot.payments.service import PaymentService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.buy_button import CHOICE, BuyProduct
from bot.telegram.filters import Linked, Private
from bot.telegram.product_card import product_picture
from bot.telegram.replies import (
    Picture,
    Redraw,
    Reply,
    Screen,
    Show,
    Subject,
    Toast,
    Vanish,
    Whisper,
)
from bot.telegram.shown import ShownMessages

router = Router(name=__name__)


@router.callback_query(BuyProduct.filter())
async def begin(
    _: CallbackQuery,
    *,
    callback_data: BuyProduct,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    admission: FromDishka[Admission],
    market: FromDishka[Market],
    delivery: FromDishka[DeliveryService],
) -> Reply:
    product = await catalog.get_for_sale(ProductId(callback_data.product_id))
    await market.refuse_stranger(product.merchant, actor)
    if not await admission.can_pay_for(product):
        no_till = actor.words.plain("orders-no-till", merchant=product.merchant.name)
        return Toast(no_till, alert=True)
    screen = await choice_screen(actor.words, product, (), delivery, begun=begun_by(actor))
    if actor.place.is_private:
        return Show(screen, Subject(CHOICE, product.id))
    return Whisper(screen, start=f"buy_{product.id}", subject=Subject(CHOICE, product.id))


@router.message(Linked("buy"), Private())
async def begin_by_link(
    message: Message,
    *,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    catalog: FromDishka[CatalogService],
    admission: FromDishka[Admission],
    media: FromDishka[MediaStore],
    delivery: FromDishka[DeliveryService],
) -> Reply:
    await started(message, people, actor)
    product = await catalog.get_for_sale(ProductId(number))
    if not await admission.can_pay_for(product):
        no_till = actor.words("orders-no-till", merchant=product.merchant.name)
        return Show(Screen(text=no_till))
    picture = product_picture(product, media)
    begun = begun_by(actor)
    screen = await choice_screen(actor.words, product, (), delivery, begun=begun, picture=picture)
    return Show(screen, Subject(CHOICE, product.id))


@router.callback_query(Pick.filter())
async def pick(
    tap: CallbackQuery,
    *,
    callback_data: Pick,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    delivery: FromDishka[DeliveryService],
    shown: FromDishka[ShownMessages],
) -> Reply:
    product = await catalog.get_for_sale(ProductId(callback_data.product))
    picks = [int(number) for number in callback_data.picks.split("-") if number.isdigit()]
    begun = believed(callback_data, tap, actor)
    if actor.place.is_private and isinstance(tap.message, Message):
        # What she types from here on may be the next pick.
        await shown.remember(
            Subject(CHOICE, product.id, callback_data.picks),
            chat_id=tap.message.chat.id,
            message_id=tap.message.message_id,
            has_picture=bool(tap.message.photo),
        )
    return Redraw(
        await choice_screen(
            actor.words, product, picks, delivery, begun=begun, quantity=callback_data.quantity
        )
    )


@router.callback_query(Pay.filter())
async def pay(
    tap: CallbackQuery,
    *,
    callback_data: Pay,
    actor: FromDishka[Actor],
    market: FromDishka[Market],
    buying: FromDishka[BuyingService],
    payments: FromDishka[PaymentService],
) -> Reply:
    await market.refuse_strangers_goods(callback_data.variant, actor)
    return await _reserve(believed(callback_data, tap, actor), actor, buying, payments)


@router.callback_query(AcceptAndPay.filter())
async def accept_and_pay(
    tap: CallbackQuery,
    *,
    callback_data: AcceptAndPay,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    market: FromDishka[Market],
    buying: FromDishka[BuyingService],
    payments: FromDishka[PaymentService],
) -> Reply:
    await market.refuse_strangers_goods(callback_data.variant, actor)
    await people.accept_terms(actor.id)
    return await _reserve(believed(callback_data, tap, actor), actor, buying, payments)


@router.callback_query(Close.filter())
async def close(_: CallbackQuery) -> Reply:
    return Vanish()


async def started(message: Message, people: PeopleService, actor: Actor) -> None:
    """She opened the private chat by a link of ours, so she can be written to."""
    if message.from_user:
        user = message.from_user
        await people.started(actor.id, name=user.full_name, username=user.username)


async def _reserve(
    wanted: Wanted, actor: Actor, buying: BuyingService, payments: PaymentService
) -> Reply:
    try:
        to_pay = await buying.reserve(
            actor.person,
            {VariantId(wanted.variant): wanted.quantity},
            origin=origin_of(wanted),
            preferred=preferred_by(wanted),
            seen=wanted.total,
        )
    except TermsNotAccepted:
        return Redraw(choice_views.terms(actor.words, wanted))
    token = await payments.provider_token(to_pay.payment)
    return held_views.asks_to_pay(actor.words, to_pay, token, in_private=actor.place.is_private)


async def choice_screen(
    words: Words,
    product: Product,
    picks: Sequence[int],
    delivery: DeliveryService,
    *,
    begun: Begun,
    quantity: int = 1,
    picture: Picture | None = None,
) -> Screen:
    choice = choose(product, picks)
    price: Money | None = None
    delivery_on_top = False
    if choice.variant is not None:
        currency = currency_for(product, choice.variant, preferred_by(begun))
        price = choice.variant.price(currency)
        delivery_on_top = await delivery.comes_on_top(product, currency)
    return choice_views.variant_choice(
        words,
        product,
        choice,
        begun=begun,
        quantity=quantity,
        price=price,
        picture=picture,
        delivery_on_top=delivery_on_top,
    )
