"""Giving money back, by the merchant's people."""

from aiogram import Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka

from bot.handlers.orders import sale_views
from bot.handlers.orders.callbacks import (
    ConfirmRefund,
    PlanRefund,
    RefundOption,
    RefundStep,
    RefundSwitch,
    ReviewRefund,
)
from bot.orders.looking import OrderLookup
from bot.orders.models import OrderId, OrderLineId
from bot.orders.planning import RefundPlanning
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply

router = Router(name=__name__)


@router.callback_query(PlanRefund.filter())
async def plan(
    _: CallbackQuery,
    callback_data: PlanRefund,
    actor: FromDishka[Actor],
    planning: FromDishka[RefundPlanning],
) -> Reply:
    order, planned = await planning.begin(OrderId(callback_data.order), actor.id)
    return Redraw(sale_views.refund_plan(actor.words, order, planned))


@router.callback_query(RefundStep.filter())
async def step(
    _: CallbackQuery,
    callback_data: RefundStep,
    actor: FromDishka[Actor],
    planning: FromDishka[RefundPlanning],
) -> Reply:
    order, planned = await planning.step(
        OrderId(callback_data.order), actor.id, OrderLineId(callback_data.line)
    )
    return Redraw(sale_views.refund_plan(actor.words, order, planned))


@router.callback_query(RefundSwitch.filter())
async def switch(
    _: CallbackQuery,
    callback_data: RefundSwitch,
    actor: FromDishka[Actor],
    planning: FromDishka[RefundPlanning],
) -> Reply:
    order, planned = await planning.switch(
        OrderId(callback_data.order),
        actor.id,
        shipping=callback_data.option is RefundOption.SHIPPING,
        restock=callback_data.option is RefundOption.RESTOCK,
    )
    return Redraw(sale_views.refund_plan(actor.words, order, planned))


@router.callback_query(ReviewRefund.filter())
async def review(
    _: CallbackQuery,
    callback_data: ReviewRefund,
    actor: FromDishka[Actor],
    planning: FromDishka[RefundPlanning],
) -> Reply:
    order, planned = await planning.get(OrderId(callback_data.order), actor.id)
    return Redraw(sale_views.refund_review(actor.words, order, planned))


@router.callback_query(ConfirmRefund.filter())
async def confirm(
    _: CallbackQuery,
    callback_data: ConfirmRefund,
    actor: FromDishka[Actor],
    planning: FromDishka[RefundPlanning],
    lookup: FromDishka[OrderLookup],
) -> Reply:
    order = await planning.carry_out(OrderId(callback_data.order), actor.id, nth=callback_data.nth)
    return Redraw(sale_views.sale(actor.words, await lookup.for_staff(order.id, actor.id)))
