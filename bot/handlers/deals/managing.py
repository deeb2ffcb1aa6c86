"""What a merchant does with a deal that runs."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka

from bot.deals.closing import ClosingService
from bot.deals.models import DealId
from bot.deals.opening import OpeningService
from bot.handlers.deals import making_views
from bot.handlers.deals.callbacks import ManageDeal, Verb
from bot.handlers.deals.workshop import Workshop
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply

router = Router(name=__name__)


@router.callback_query(ManageDeal.filter())
async def manage(
    _: CallbackQuery,
    *,
    callback_data: ManageDeal,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    closing: FromDishka[ClosingService],
    workshop: FromDishka[Workshop],
) -> Reply:
    """Ends and gifts are asked about once more; everything else is done at once."""
    deal_id, value = DealId(callback_data.deal), callback_data.value
    deal = await workshop.own(deal_id, actor)
    match callback_data.verb:
        case Verb.SHOW:
            pass
        case Verb.LIST:
            return await workshop.picking_list(actor, deal_id)
        case Verb.EXTEND:
            longer = deal.closes_at + timedelta(hours=value)
            await opening.extend(deal_id, longer, by=actor.id)
        case Verb.SPONSOR:
            await opening.sponsor(deal_id, value, by=actor.id)
        case Verb.CLOSE | Verb.CANCEL if not value:
            return Redraw(making_views.sure(actor.words, deal, callback_data.verb))
        case Verb.CLOSE:
            await closing.close_now(deal_id, by=actor.id)
        case Verb.CANCEL:
            await closing.cancel(deal_id, by=actor.id)
    return Redraw(await workshop.management(actor, deal_id))
