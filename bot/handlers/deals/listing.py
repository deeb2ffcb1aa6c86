"""What runs here, how a deal works, and its public log."""

import re

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.deals.bargains.models import BargainId
from bot.deals.bargains.repository import BargainRepository
from bot.deals.errors import UnknownDeal
from bot.deals.looking import DealLookup
from bot.deals.models import DealId
from bot.deals.proof import ProofLog
from bot.deals.repository import DealRepository
from bot.handlers.deals import listing_views, views
from bot.handlers.deals.bargains import views as bargain_views
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.callbacks import (
    DealsPage,
    Explain,
    LeadDeals,
    ShowBargain,
    ShowDeal,
    ShowProof,
)
from bot.handlers.deals.desk import DealDesk, subject
from bot.handlers.deals.own_deals import OwnDeals
from bot.handlers.deals.sale_days.desk import SaleDayDesk
from bot.handlers.deals.workshop import Workshop
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply, Show, Toast, Whisper
from bot.telegram.shown import ShownMessages

router = Router(name=__name__)
_NUMBER = re.compile(r"#?([0-9]{1,18})", re.ASCII)


@router.message(Command("deals"))
async def list_deals(
    _: Message,
    *,
    actor: FromDishka[Actor],
    lookup: FromDishka[DealLookup],
    bargains: FromDishka[BargainDesk],
    sale_days: FromDishka[SaleDayDesk],
    shown: FromDishka[ShownMessages],
    own: FromDishka[OwnDeals],
) -> Reply:
    """In a group what runs there; in private what she takes part in, and leads."""
    if actor.group is None:
        return Show(await own.page(actor, 0))
    sheets = await lookup.running_in(actor.group.id)
    offers = await bargains.running_in(actor.group.id)
    sales = await sale_days.running_in(actor.group.id)
    links = {}
    for about in listing_views.subjects(sheets, offers, sales):
        if (address := await shown.address(about, actor.group.chat_id)) is not None:
            links[about] = address
    return Show(listing_views.running(actor.public_words, sheets, offers, sales, links))


@router.callback_query(DealsPage.filter())
async def turn_page(
    _: CallbackQuery, callback_data: DealsPage, actor: FromDishka[Actor], own: FromDishka[OwnDeals]
) -> Reply:
    return Redraw(await own.page(actor, callback_data.page))


@router.callback_query(LeadDeals.filter())
async def look_after(
    _: CallbackQuery, actor: FromDishka[Actor], workshop: FromDishka[Workshop]
) -> Reply:
    return Show(await workshop.deals_of(actor), quote=False)


@router.callback_query(ShowBargain.filter())
async def show_bargain(
    _: CallbackQuery,
    callback_data: ShowBargain,
    actor: FromDishka[Actor],
    bargains: FromDishka[BargainRepository],
    desk: FromDishka[BargainDesk],
) -> Reply:
    bargain = await bargains.get(BargainId(callback_data.bargain))
    card = await desk.card(actor.words, bargain)
    return Show(card, bargain_views.bargain_subject(bargain.id), quote=False)


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
