"""The merchant's people decide about what a group's admin proposes."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.catalog.texts import clean_line
from bot.deals.models import DealId
from bot.deals.opening import OpeningService
from bot.deals.proposal_errors import ProposalChanged
from bot.deals.proposal_repository import ProposalRepository
from bot.deals.proposing import ProposingService
from bot.handlers.deals.draft_desk import DraftDesk
from bot.handlers.deals.proposal_callbacks import Answer, AnswerProposal
from bot.handlers.deals.proposals import views
from bot.handlers.deals.proposals.beforehand import ASKS_ITS_ADMINS
from bot.handlers.deals.proposals.desk import ProposalDesk
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.replies import Redraw, Reply, Show, Toast

router = Router(name=__name__)
LONGEST_WHY = 300


@router.callback_query(AnswerProposal.filter(), flags=ASKS_ITS_ADMINS)
async def answer(
    _: CallbackQuery,
    *,
    callback_data: AnswerProposal,
    actor: FromDishka[Actor],
    proposing: FromDishka[ProposingService],
    proposals: FromDishka[ProposalRepository],
    opening: FromDishka[OpeningService],
    inputs: FromDishka[PendingInputs],
    drafts: FromDishka[DraftDesk],
    desk: FromDishka[ProposalDesk],
) -> Reply:
    deal_id = DealId(callback_data.deal)
    await proposing.waiting(deal_id, by=actor.id)
    match callback_data.answer:
        case Answer.APPROVE:
            try:
                await proposing.approve(deal_id, seen=callback_data.seen, by=actor.id)
            except ProposalChanged as changed:
                again = await desk.screen(actor, deal_id)
                return Toast(actor.words.plain(changed.text), alert=True), Redraw(again)
        case Answer.CHANGE:
            deal = await opening.own_draft(deal_id, by=actor.id)
            return Redraw(await drafts.panel(actor, deal))
        case Answer.DECLINE:
            await inputs.ask(actor.id, PendingKind.PROPOSAL, said={"deal": deal_id})
            return Redraw(views.ask_why(actor.words, deal_id))
        case Answer.DECLINE_SILENTLY:
            await inputs.forget(actor.id)
            await proposing.decline(deal_id, by=actor.id)
    return Redraw(await desk.settled(actor.words, await proposals.get(deal_id)))


@router.message(Answers(PendingKind.PROPOSAL))
async def hear_why(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    proposing: FromDishka[ProposingService],
    proposals: FromDishka[ProposalRepository],
    inputs: FromDishka[PendingInputs],
    desk: FromDishka[ProposalDesk],
) -> Reply:
    deal_id = DealId(pending.said["deal"])
    why = clean_line(message.text or "")[:LONGEST_WHY]
    await inputs.forget(actor.id)
    await proposing.decline(deal_id, by=actor.id, why=why)
    return Show(await desk.settled(actor.words, await proposals.get(deal_id)), quote=False)
