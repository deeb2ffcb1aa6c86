"""What a merchant's people do with an order: look, send, say that it arrived."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.handlers.orders import sale_views
from bot.handlers.orders.callbacks import (
    AskTracking,
    SalesPage,
    SayDelivered,
    ShipPlain,
    ShowSale,
)
from bot.handlers.orders.filters import AnswersTracking
from bot.orders.looking import OrderLookup, Sales
from bot.orders.models import OrderId
from bot.orders.shipping import ShippingService, tracking_numbers
from bot.telegram.actor import Actor
from bot.telegram.filters import Private
from bot.telegram.replies import Redraw, Reply, Show, Whisper

router = Router(name=__name__)


@router.message(Command("sales"), Private())
async def show_sales(
    _: Message, actor: FromDishka[Actor], lookup: FromDishka[OrderLookup]
) -> Reply:
    page = await lookup.sales_of(actor.id)
    return Whisper(sale_views.sales(actor.words, page, Sales.TO_SHIP))


@router.callback_query(SalesPage.filter())
async def turn_page(
    _: CallbackQuery,
    callback_data: SalesPage,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    page = await lookup.sales_of(actor.id, callback_data.which, callback_data.page)
    return Redraw(sale_views.sales(actor.words, page, callback_data.which))


@router.callback_query(ShowSale.filter())
async def open_sale(
    _: CallbackQuery,
    callback_data: ShowSale,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    sheet = await lookup.for_staff(OrderId(callback_data.order), actor.id)
    return Redraw(sale_views.sale(actor.words, sheet))


@router.callback_query(AskTracking.filter())
async def ask_tracking(
    _: CallbackQuery,
    callback_data: AskTracking,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    sheet = await lookup.for_staff(OrderId(callback_data.order), actor.id)
    return Show(
        sale_views.ask_tracking(actor.words, sheet.order),
        subject=sale_views.tracking_of(sheet.order),
    )


@router.message(Private(), AnswersTracking())
async def ship_with_numbers(
    message: Message,
    order_id: OrderId,
    actor: FromDishka[Actor],
    shipping: FromDishka[ShippingService],
) -> Reply:
    numbers = tracking_numbers(message.text or "")
    await shipping.ship(order_id, numbers, by=actor.id)
    return Show(sale_views.parcels_noted(actor.words, len(numbers)))


@router.callback_query(ShipPlain.filter())
async def ship_plain(
    _: CallbackQuery,
    callback_data: ShipPlain,
    actor: FromDishka[Actor],
    shipping: FromDishka[ShippingService],
) -> Reply:
    order = await shipping.ship(OrderId(callback_data.order), (), by=actor.id)
    return Redraw(sale_views.tracking_noted(actor.words, order))


@router.callback_query(SayDelivered.filter())
async def say_delivered(
    _: CallbackQuery,
    callback_data: SayDelivered,
    actor: FromDishka[Actor],
    shipping: FromDishka[ShippingService],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    order = await shipping.deliver(OrderId(callback_data.order), by=actor.id)
    return Redraw(sale_views.sale(actor.words, await lookup.for_staff(order.id, actor.id)))
