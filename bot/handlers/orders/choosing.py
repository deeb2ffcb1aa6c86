"""From the Buy button to pieces that are held and an invoice."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.media import MediaStore
from bot.catalog.models import Product, ProductId, VariantId
from bot.catalog.service import CatalogService
from bot.handlers.orders import choice_views, order_views
from bot.handlers.orders.callbacks import AcceptAndPay, Begun, Close, Pay, Pick, Wanted
from bot.handlers.orders.filters import Linked
from bot.handlers.orders.market import Market
from bot.handlers.orders.origin import begun_by, origin_of, preferred_by
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.orders.admitting import Admission
from bot.orders.buying import BuyingService
from bot.orders.choosing import choose
from bot.orders.errors import TermsNotAccepted
from bot.orders.pricing import currency_for
from bot.payments.service import PaymentService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.buy_button import BuyProduct
from bot.telegram.filters import Private
from bot.telegram.product_card import product_picture
from bot.telegram.replies import (
    Picture,
    Redraw,
    Reply,
    Screen,
    Show,
    Toast,
    Vanish,
    Whisper,
)

router = Router(name=__name__)


@router.callback_query(BuyProduct.filter())
async def begin(
    _: CallbackQuery,
    callback_data: BuyProduct,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    admission: FromDishka[Admission],
    market: FromDishka[Market],
) -> Reply:
    product = await catalog.get_for_sale(ProductId(callback_data.product_id))
    await market.refuse_stranger(product.merchant, actor)
    if not await admission.can_pay_for(product):
        no_till = actor.words.plain("orders-no-till", merchant=product.merchant.name)
        return Toast(no_till, alert=True)
    screen = _choice(actor.words, product, (), begun=begun_by(actor))
    return Whisper(screen, start=f"buy_{product.id}")


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
) -> Reply:
    await started(message, people, actor)
    product = await catalog.get_for_sale(ProductId(number))
    if not await admission.can_pay_for(product):
        no_till = actor.words("orders-no-till", merchant=product.merchant.name)
        return Show(Screen(text=no_till))
    picture = product_picture(product, media)
    return Show(_choice(actor.words, product, (), begun=begun_by(actor), picture=picture))


@router.callback_query(Pick.filter())
async def pick(
    _: CallbackQuery,
    callback_data: Pick,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
) -> Reply:
    product = await catalog.get_for_sale(ProductId(callback_data.product))
    picks = [int(number) for number in callback_data.picks.split("-") if number.isdigit()]
    screen = _choice(
        actor.words, product, picks, begun=callback_data, quantity=callback_data.quantity
    )
    return Redraw(screen)


@router.callback_query(Pay.filter())
async def pay(
    _: CallbackQuery,
    callback_data: Pay,
    actor: FromDishka[Actor],
    market: FromDishka[Market],
    buying: FromDishka[BuyingService],
    payments: FromDishka[PaymentService],
) -> Reply:
    await market.refuse_strangers_goods(callback_data.variant, actor)
    return await _reserve(callback_data, actor, buying, payments)


@router.callback_query(AcceptAndPay.filter())
async def accept_and_pay(
    _: CallbackQuery,
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
    return await _reserve(callback_data, actor, buying, payments)


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
            origin=origin_of(wanted, actor),
            preferred=preferred_by(wanted),
            seen=wanted.total,
        )
    except TermsNotAccepted:
        return Redraw(choice_views.terms(actor.words, wanted))
    token = await payments.provider_token(to_pay.payment)
    invoice = order_views.invoice(actor.words, to_pay, token)
    if actor.place.is_private:
        return Redraw(order_views.held(actor.words, to_pay)), invoice
    return invoice


def _choice(
    words: Words,
    product: Product,
    picks: Sequence[int],
    *,
    begun: Begun,
    quantity: int = 1,
    picture: Picture | None = None,
) -> Screen:
    choice = choose(product, picks)
    price: Money | None = None
    if choice.variant is not None:
        currency = currency_for(product, choice.variant, preferred_by(begun))
        price = choice.variant.price(currency)
    return choice_views.variant_choice(
        words, product, choice, begun=begun, quantity=quantity, price=price, picture=picture
    )
