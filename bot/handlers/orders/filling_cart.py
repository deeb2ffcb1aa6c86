"""The cart: several products of one merchant, paid at once."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import VariantId
from bot.handlers.orders import cart_views, choice_views, held_views
from bot.handlers.orders.callbacks import (
    AddToCart,
    ChangeCart,
    ClearCart,
    PayCart,
    ShowCart,
    StartOver,
)
from bot.handlers.orders.market import Market
from bot.handlers.orders.origin import believed, origin_of, preferred_by
from bot.orders.buying import BuyingService
from bot.orders.cart import CartService
from bot.orders.errors import CartEmpty, OtherMerchantsCart, TermsNotAccepted
from bot.payments.service import PaymentService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply, Screen, Whisper

router = Router(name=__name__)


@router.message(Command("cart"))
async def show_cart(_: Message, actor: FromDishka[Actor], carts: FromDishka[CartService]) -> Reply:
    return Whisper(await _cart(actor, carts))


@router.callback_query(ShowCart.filter())
async def open_cart(
    _: CallbackQuery, actor: FromDishka[Actor], carts: FromDishka[CartService]
) -> Reply:
    return Redraw(await _cart(actor, carts))


@router.callback_query(AddToCart.filter())
async def add(
    tap: CallbackQuery,
    callback_data: AddToCart,
    actor: FromDishka[Actor],
    market: FromDishka[Market],
    carts: FromDishka[CartService],
) -> Reply:
    wanted = believed(callback_data, tap, actor)
    await market.refuse_strangers_goods(wanted.variant, actor)
    try:
        cart = await carts.add(
            actor.person,
            VariantId(wanted.variant),
            wanted.quantity,
            preferred=preferred_by(wanted),
            origin=origin_of(wanted),
        )
    except OtherMerchantsCart as other:
        theirs, ours = str(other.facts["theirs"]), str(other.facts["ours"])
        return Redraw(choice_views.other_merchant(actor.words, wanted, theirs=theirs, ours=ours))
    return Redraw(cart_views.added(actor.words, cart))


@router.callback_query(StartOver.filter())
async def start_over(
    tap: CallbackQuery,
    callback_data: StartOver,
    actor: FromDishka[Actor],
    carts: FromDishka[CartService],
) -> Reply:
    cart = await carts.add(
        actor.person,
        VariantId(callback_data.variant),
        callback_data.quantity,
        preferred=preferred_by(callback_data),
        origin=origin_of(believed(callback_data, tap, actor)),
        start_over=True,
    )
    return Redraw(cart_views.added(actor.words, cart))


@router.callback_query(ChangeCart.filter())
async def change(
    _: CallbackQuery,
    callback_data: ChangeCart,
    actor: FromDishka[Actor],
    carts: FromDishka[CartService],
) -> Reply:
    variant_id = VariantId(callback_data.variant)
    await carts.change(actor.person, variant_id, callback_data.quantity)
    return Redraw(await _cart(actor, carts))


@router.callback_query(ClearCart.filter())
async def clear(
    _: CallbackQuery, actor: FromDishka[Actor], carts: FromDishka[CartService]
) -> Reply:
    await carts.clear(actor.person)
    return Redraw(cart_views.empty(actor.words))


@router.callback_query(PayCart.filter())
async def pay(
    _: CallbackQuery,
    callback_data: PayCart,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    buying: FromDishka[BuyingService],
    payments: FromDishka[PaymentService],
) -> Reply:
    if callback_data.accept:
        await people.accept_terms(actor.id)
    try:
        to_pay = await buying.reserve_cart(actor.person, seen=callback_data.total)
    except TermsNotAccepted:
        return Redraw(cart_views.terms(actor.words, callback_data.total))
    token = await payments.provider_token(to_pay.payment)
    return held_views.asks_to_pay(actor.words, to_pay, token, in_private=actor.place.is_private)


async def _cart(actor: Actor, carts: CartService) -> Screen:
    try:
        opened = await carts.open(actor.person)
    except CartEmpty:
        return cart_views.empty(actor.words)
    return cart_views.cart(actor.words, opened)
