"""What somebody has bought."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.handlers.orders import order_views
from bot.handlers.orders.callbacks import OpenListed, OrdersPage, Received, ShowOrder
from bot.handlers.orders.choosing import started
from bot.orders.errors import UnknownOrder
from bot.orders.looking import OrderLookup
from bot.orders.models import OrderId
from bot.orders.shipping import ShippingService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.filters import Linked, Private
from bot.telegram.replies import Redraw, Reply, Show, Whisper

router = Router(name=__name__)
MOST_DIGITS = 18


@router.message(Command("orders"))
async def show_orders(
    _: Message, actor: FromDishka[Actor], lookup: FromDishka[OrderLookup]
) -> Reply:
    return Whisper(order_views.order_list(actor.words, await lookup.orders_of(actor.id)))


@router.callback_query(OrdersPage.filter())
async def turn_page(
    _: CallbackQuery,
    callback_data: OrdersPage,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    page = await lookup.orders_of(actor.id, callback_data.page)
    return Redraw(order_views.order_list(actor.words, page))


@router.message(Command("order"))
async def show_order(
    _: Message,
    command: CommandObject,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    typed = (command.args or "").strip().lstrip("#")
    if not typed:
        return Whisper(order_views.order_list(actor.words, await lookup.orders_of(actor.id)))
    sheet = await lookup.for_buyer(order_number(typed), actor.id)
    return Whisper(order_views.order_page(actor.words, sheet))


@router.message(Linked("order"), Private())
async def show_order_by_link(
    message: Message,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    await started(message, people, actor)
    sheet = await lookup.for_buyer(OrderId(number), actor.id)
    return Show(order_views.order_page(actor.words, sheet))


@router.callback_query(ShowOrder.filter())
async def open_order(
    _: CallbackQuery,
    callback_data: ShowOrder,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    sheet = await lookup.for_buyer(OrderId(callback_data.order), actor.id)
    return Redraw(order_views.order_page(actor.words, sheet))


@router.callback_query(OpenListed.filter())
async def open_listed(
    _: CallbackQuery,
    callback_data: OpenListed,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    sheet = await lookup.for_buyer(OrderId(callback_data.order), actor.id)
    return Redraw(order_views.order_page(actor.words, sheet, listed_on=callback_data.page))


@router.callback_query(Received.filter())
async def received(
    _: CallbackQuery,
    callback_data: Received,
    actor: FromDishka[Actor],
    shipping: FromDishka[ShippingService],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    order = await shipping.deliver(OrderId(callback_data.order), by=actor.id)
    sheet = await lookup.for_buyer(order.id, actor.id)
    return Redraw(order_views.order_page(actor.words, sheet))


def order_number(typed: str) -> OrderId:
    """Raises UnknownOrder for what cannot be one."""
    if not (typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS):
        raise UnknownOrder
    return OrderId(int(typed))
