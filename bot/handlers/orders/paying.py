"""Going on with an order that waits, giving it up, and where it may be sent."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message, ShippingQuery
from dishka.integrations.aiogram import FromDishka

from bot.handlers.orders import held_views
from bot.handlers.orders.callbacks import CancelOrder, PayOrder
from bot.handlers.orders.choosing import started
from bot.handlers.orders.filters import OrdersInvoice
from bot.orders.buying import BuyingService
from bot.orders.delivery import DeliveryService
from bot.orders.models import OrderId
from bot.payments.payload import Payload
from bot.payments.service import PaymentService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.filters import Linked, Private
from bot.telegram.replies import OfferShipping, Redraw, Reply, ShippingChoice, Show

router = Router(name=__name__)


@router.shipping_query(OrdersInvoice())
async def offer_shipping(
    query: ShippingQuery,
    payload: Payload,
    actor: FromDishka[Actor],
    payments: FromDishka[PaymentService],
    delivery: FromDishka[DeliveryService],
) -> Reply:
    payment = await payments.get_for_payer(payload.payment_id, actor.id)
    ways = await delivery.choices(
        OrderId(payment.purpose.id),
        query.shipping_address.country_code,
        language=actor.person.language,
    )
    included = actor.words.plain("orders-delivery-included")
    return OfferShipping(
        tuple(ShippingChoice(way.code, way.title or included, way.price) for way in ways)
    )


@router.callback_query(PayOrder.filter())
async def go_on(
    _: CallbackQuery,
    callback_data: PayOrder,
    actor: FromDishka[Actor],
    buying: FromDishka[BuyingService],
    payments: FromDishka[PaymentService],
) -> Reply:
    to_pay = await buying.resume(OrderId(callback_data.order), actor.person)
    token = await payments.provider_token(to_pay.payment)
    return held_views.asks_to_pay(actor.words, to_pay, token, in_private=actor.place.is_private)


@router.message(Linked("pay"), Private())
async def go_on_by_link(
    message: Message,
    *,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    buying: FromDishka[BuyingService],
    payments: FromDishka[PaymentService],
) -> Reply:
    await started(message, people, actor)
    to_pay = await buying.resume(OrderId(number), actor.person)
    token = await payments.provider_token(to_pay.payment)
    return (
        Show(held_views.held(actor.words, to_pay), subject=held_views.held_of(to_pay.order)),
        held_views.invoice(actor.words, to_pay, token),
    )


@router.callback_query(CancelOrder.filter())
async def cancel(
    _: CallbackQuery,
    callback_data: CancelOrder,
    actor: FromDishka[Actor],
    buying: FromDishka[BuyingService],
) -> Reply:
    order = await buying.cancel(OrderId(callback_data.order), actor.person)
    return Redraw(held_views.cancelled(actor.words, order))
