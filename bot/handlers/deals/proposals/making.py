"""A group's admin writes a deal for a shop that sells there, and asks the shop."""

from aiogram import Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import ProductId
from bot.deals.models import DealId
from bot.deals.proposing import ProposingService
from bot.groups.models import GroupId
from bot.handlers.deals.draft_desk import DraftDesk
from bot.handlers.deals.proposal_callbacks import (
    AskMerchant,
    ProposeFor,
    ProposeKind,
    ProposeProduct,
    ShowProposal,
    TakeBack,
)
from bot.handlers.deals.proposals.beforehand import ASKS_ITS_ADMINS
from bot.handlers.deals.proposals.desk import ProposalDesk
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.callback_query(ProposeFor.filter(), flags=ASKS_ITS_ADMINS)
async def choose_shop(
    _: CallbackQuery,
    callback_data: ProposeFor,
    actor: FromDishka[Actor],
    desk: FromDishka[ProposalDesk],
) -> Reply:
    return Redraw(await desk.shops(actor, callback_data))


@router.callback_query(ProposeProduct.filter(), flags=ASKS_ITS_ADMINS)
async def choose_product(
    _: CallbackQuery,
    callback_data: ProposeProduct,
    actor: FromDishka[Actor],
    desk: FromDishka[ProposalDesk],
) -> Reply:
    return Show(await desk.kinds(actor, callback_data), quote=False)


@router.callback_query(ProposeKind.filter(), flags=ASKS_ITS_ADMINS)
async def choose_kind(
    _: CallbackQuery,
    callback_data: ProposeKind,
    actor: FromDishka[Actor],
    proposing: FromDishka[ProposingService],
    drafts: FromDishka[DraftDesk],
) -> Reply:
    group_id, thread_id = GroupId(callback_data.group), callback_data.thread or None
    deal = await proposing.sketch(
        ProductId(callback_data.product),
        callback_data.kind,
        group_id=group_id,
        thread_id=thread_id,
        by=actor.id,
    )
    asked = None if thread_id is not None else group_id
    return Show(await drafts.next(actor, deal, asked), quote=False)


@router.callback_query(ShowProposal.filter(), flags=ASKS_ITS_ADMINS)
async def show(
    _: CallbackQuery,
    callback_data: ShowProposal,
    actor: FromDishka[Actor],
    desk: FromDishka[ProposalDesk],
) -> Reply:
    return Redraw(await desk.screen(actor, DealId(callback_data.deal)))


@router.callback_query(AskMerchant.filter(), flags=ASKS_ITS_ADMINS)
async def ask(
    _: CallbackQuery,
    callback_data: AskMerchant,
    actor: FromDishka[Actor],
    proposing: FromDishka[ProposingService],
    desk: FromDishka[ProposalDesk],
) -> Reply:
    proposal = await proposing.ask(DealId(callback_data.deal), by=actor.id)
    return Redraw(await desk.screen(actor, proposal.deal_id))


@router.callback_query(TakeBack.filter())
async def take_back(
    _: CallbackQuery,
    callback_data: TakeBack,
    actor: FromDishka[Actor],
    proposing: FromDishka[ProposingService],
    desk: FromDishka[ProposalDesk],
) -> Reply:
    proposal = await proposing.withdraw(DealId(callback_data.deal), by=actor.id)
    return Redraw(await desk.word_back(actor.words, proposal))
