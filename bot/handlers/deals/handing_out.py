"""One person of a group hands the goods out, and ticks off who came."""

from aiogram import Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka

from bot.deals.errors import UnknownDeal
from bot.deals.handing_out import HandingOut
from bot.deals.models import DealId, SeatId
from bot.groups.models import GroupId
from bot.handlers.deals.callbacks import HandOut, ShowPickup, StopHandingOut, TickOff
from bot.handlers.deals.pickup_desk import PickupDesk
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply, Screen, Toast

router = Router(name=__name__)


@router.callback_query(HandOut.filter())
async def offer(
    _: CallbackQuery,
    callback_data: HandOut,
    actor: FromDishka[Actor],
    handing_out: FromDishka[HandingOut],
) -> Reply:
    if actor.group is None:
        raise UnknownDeal
    await handing_out.volunteer(DealId(callback_data.deal), actor.group.id, actor.id)
    return Toast(actor.words.plain("deals-hand-out-thanks"), alert=True)


@router.callback_query(StopHandingOut.filter())
async def stop(
    _: CallbackQuery,
    callback_data: StopHandingOut,
    actor: FromDishka[Actor],
    handing_out: FromDishka[HandingOut],
) -> Reply:
    group_id = GroupId(callback_data.group)
    await handing_out.dismiss(DealId(callback_data.deal), group_id, by=actor.id)
    return Redraw(Screen(text=actor.words("deals-hand-out-stopped")))


@router.callback_query(ShowPickup.filter())
async def show(
    _: CallbackQuery,
    callback_data: ShowPickup,
    actor: FromDishka[Actor],
    handing_out: FromDishka[HandingOut],
    desk: FromDishka[PickupDesk],
) -> Reply:
    group_id = GroupId(callback_data.group)
    found = await handing_out.look(DealId(callback_data.deal), group_id, by=actor.id)
    return Redraw(await desk.list(actor.words, found, callback_data.page))


@router.callback_query(TickOff.filter())
async def tick(
    _: CallbackQuery,
    callback_data: TickOff,
    actor: FromDishka[Actor],
    handing_out: FromDishka[HandingOut],
    desk: FromDishka[PickupDesk],
) -> Reply:
    found = await handing_out.tick(SeatId(callback_data.seat), by=actor.id)
    return Redraw(await desk.list(actor.words, found, callback_data.page))
