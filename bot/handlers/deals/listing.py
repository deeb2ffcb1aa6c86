"""What runs here, how a deal works, and its public log."""

import re

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.deals.errors import UnknownDeal
from bot.deals.looking import DealLookup
from bot.deals.models import DealId
from bot.deals.proof import ProofLog
from bot.deals.repository import DealRepository
from bot.handlers.deals import listing_views, views
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.callbacks import Explain, ShowDeal, ShowProof
from bot.handlers.deals.desk import DealDesk, subject
from bot.handlers.deals.sale_days.desk import SaleDayDesk
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply, Show, Toast, Whisper

router = Router(name=__name__)
_NUMBER = re.compile(r"#?([0-9]{1,18})", re.ASCII)


@router.message(Command("deals"))
async def list_deals(
    _: Message,
    actor: FromDishka[Actor],
    lookup: FromDishka[DealLookup],
    bargains: FromDishka[BargainDesk],
    sale_days: FromDishka[SaleDayDesk],
) -> Reply:
    """In a group what runs there; in private what she has joined."""
    if actor.group is not None:
        sheets = await lookup.running_in(actor.group.id)
        offers = await bargains.running_in(actor.group.id)
        sales = await sale_days.running_in(actor.group.id)
        return Show(listing_views.running(actor.public_words, sheets, offers, sales))
    return Show(listing_views.joined(actor.words, await lookup.joined_by(actor.id)))


@router.callback_query(ShowDeal.filter())
async def show_deal(
    _: CallbackQuery, callback_data: ShowDeal, actor: FromDishka[Actor], desk: FromDishka[DealDesk]
) -> Reply:
    deal_id = DealId(callback_data.deal)
    return Show(await desk.card_for(actor, deal_id), subject(deal_id), quote=False)


@router.callback_query(Explain.filter())
async def explain(
    _: CallbackQuery,
    callback_data: Explain,
    actor: FromDishka[Actor],
    lookup: FromDishka[DealLookup],
) -> Reply:
    sheet = await lookup.sheet(DealId(callback_data.deal))
    return Toast(views.explained(actor.words, sheet), alert=True)


@router.message(Command("proof"))
async def prove(
    _: Message,
    command: CommandObject,
    actor: FromDishka[Actor],
    proof: FromDishka[ProofLog],
    deals: FromDishka[DealRepository],
) -> Reply:
    """The log of any deal, by its number; in a group without one the deal that ends first."""
    number = _NUMBER.fullmatch((command.args or "").strip())
    if number is not None:
        deal_id = DealId(int(number[1]))
    elif actor.group is not None and (running := await deals.running_in(actor.group.id)):
        deal_id = running[0].id
    else:
        raise UnknownDeal
    found = await proof.read(deal_id)
    own = await deals.find_seat(deal_id, actor.id)
    # In a group all see this message, so her own line is not marked in it.
    mine = own.code if own is not None and actor.group is None else None
    words = actor.public_words
    return Show(listing_views.proof(words, found, page=0, mine=mine))


@router.callback_query(ShowProof.filter())
async def show_proof(
    _: CallbackQuery,
    callback_data: ShowProof,
    actor: FromDishka[Actor],
    proof: FromDishka[ProofLog],
    deals: FromDishka[DealRepository],
) -> Reply:
    """Seen by her alone, with her own line marked."""
    deal_id = DealId(callback_data.deal)
    found = await proof.read(deal_id)
    own = await deals.find_seat(deal_id, actor.id)
    mine = own.code if own is not None else None
    screen = listing_views.proof(actor.words, found, page=callback_data.page, mine=mine)
    return Whisper(screen) if callback_data.page < 0 else Redraw(screen)
