"""A deal's card on top of its group: by button, silently, until it ends."""

from aiogram import Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka

from bot.deals.events import DealFailed, DealSucceeded
from bot.deals.models import DealId
from bot.groups.models import GroupId
from bot.handlers.deals.callbacks import PinCard, PostAgain
from bot.handlers.deals.card_keeper import CardKeeper
from bot.handlers.deals.desk import subject
from bot.handlers.deals.proposals.beforehand import ASKS_ITS_ADMINS
from bot.handlers.deals.workshop import Workshop
from bot.telegram.actor import Actor
from bot.telegram.replies import Pin, Reply, Toast, Unpin

router = Router(name=__name__)


@router.callback_query(PinCard.filter(), flags=ASKS_ITS_ADMINS)
async def pin(
    _: CallbackQuery,
    callback_data: PinCard,
    actor: FromDishka[Actor],
    keeper: FromDishka[CardKeeper],
    workshop: FromDishka[Workshop],
) -> Reply:
    deal_id, is_on = DealId(callback_data.deal), callback_data.on
    group = await keeper.place(deal_id, GroupId(callback_data.group), actor.id, running=is_on)
    return Pin(
        subject=subject(deal_id),
        chat_id=group.chat_id,
        is_on=is_on,
        told=actor.words.plain("deals-pinned" if is_on else "deals-unpinned"),
        screen=await workshop.after_pinning(actor, deal_id, group.id, is_on=is_on),
    )


@router.callback_query(PostAgain.filter(), flags=ASKS_ITS_ADMINS)
async def post_again(
    _: CallbackQuery,
    callback_data: PostAgain,
    actor: FromDishka[Actor],
    keeper: FromDishka[CardKeeper],
) -> Reply:
    await keeper.post_again(DealId(callback_data.deal), GroupId(callback_data.group), actor.id)
    return Toast(actor.words.plain("deals-posting-again"))


async def unpin_at_end(event: DealSucceeded | DealFailed) -> Unpin:
    return Unpin(subject(event.deal_id))
