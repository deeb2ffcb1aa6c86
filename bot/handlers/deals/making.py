"""/groupbuy: a merchant makes a deal by buttons, and looks after it while it runs."""

from datetime import timedelta
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import ProductId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.deals.models import Deal, DealId, Handing, Unit
from bot.deals.opening import OpeningService
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.handlers.deals import making_views, typed
from bot.handlers.deals.callbacks import (
    ChooseKind,
    ChooseTopic,
    DiscardDeal,
    Edit,
    Field,
    PostDeal,
    SellTogether,
    ToggleGroup,
)
from bot.handlers.deals.draft_desk import DraftDesk
from bot.handlers.deals.filters import CameFromGroup
from bot.handlers.deals.first_place import first_place
from bot.handlers.deals.proposals.beforehand import ASKS_ITS_ADMINS
from bot.handlers.deals.workshop import Workshop
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.admins import ASKS_ADMINS
from bot.telegram.answers import Answers
from bot.telegram.deal_button import GroupBuyOf
from bot.telegram.filters import InGroup, Private
from bot.telegram.replies import Redraw, Reply, Show, Whisper

router = Router(name=__name__)


@router.message(Command("groupbuy"), Private())
async def begin(_: Message, actor: FromDishka[Actor], workshop: FromDishka[Workshop]) -> Reply:
    return Show(await workshop.deals_of(actor), quote=False)


@router.message(Command("groupbuy"), InGroup(), flags=ASKS_ADMINS)
async def begin_in_group(
    _: Message, actor: FromDishka[Actor], bot: FromDishka[Bot], workshop: FromDishka[Workshop]
) -> Reply:
    """Its terms are typed, and nobody else should see them half done."""
    group_id = actor.group.id if actor.group is not None else 0
    if not actor.is_group_admin and not await workshop.may_begin(actor, GroupId(group_id)):
        return Whisper(making_views.not_for_her(actor.words))
    start = f"groupbuy_{group_id}_{actor.place.thread_id or 0}"
    link = f"https://t.me/{(await bot.me()).username}?start={start}"
    if actor.is_group_admin:  # who speaks as the group has no screen of her own
        return Show(making_views.go_private(actor.public_words, link))
    running = await workshop.cards_in(actor, GroupId(group_id))
    return Whisper(making_views.go_private(actor.words, link, group_id, running), start=start)


@router.message(CameFromGroup(), Private(), flags=ASKS_ITS_ADMINS)
async def go_on_in_private(
    message: Message,
    begun: SellTogether,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    workshop: FromDishka[Workshop],
) -> Reply:
    if message.from_user:
        user = message.from_user
        await people.started(actor.id, name=user.full_name, username=user.username)
    return Show(await workshop.begin(actor, begun), quote=False)


@router.callback_query(GroupBuyOf.filter())
async def begin_with_product(
    _: CallbackQuery,
    callback_data: GroupBuyOf,
    actor: FromDishka[Actor],
    workshop: FromDishka[Workshop],
) -> Reply:
    """From a product on her shelf."""
    begun = SellTogether(product=callback_data.product)
    return Show(await workshop.kinds(actor, begun), quote=False)


@router.callback_query(SellTogether.filter(), flags=ASKS_ITS_ADMINS)
async def choose_product(
    _: CallbackQuery,
    callback_data: SellTogether,
    actor: FromDishka[Actor],
    workshop: FromDishka[Workshop],
) -> Reply:
    if callback_data.product:
        return Show(await workshop.kinds(actor, callback_data), quote=False)
    return Redraw(await workshop.begin(actor, callback_data))


@router.callback_query(ChooseKind.filter())
async def choose_kind(
    _: CallbackQuery,
    *,
    callback_data: ChooseKind,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    drafts: FromDishka[DraftDesk],
) -> Reply:
    product_id = ProductId(callback_data.product)
    deal = await opening.sketch(product_id, callback_data.kind, by=actor.id)
    first = first_place(await opening.places(deal), callback_data.group, callback_data.thread)
    if first is None:
        return Show(await drafts.panel(actor, deal), quote=False)
    await opening.place_in(deal.id, first.group_id, by=actor.id, thread_id=first.thread_id)
    return Show(await drafts.next(actor, deal, first.asks_for_topic), quote=False)


@router.callback_query(Edit.filter(), flags=ASKS_ITS_ADMINS)
async def edit(
    _: CallbackQuery,
    *,
    callback_data: Edit,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    inputs: FromDishka[PendingInputs],
    drafts: FromDishka[DraftDesk],
) -> Reply:
    deal_id, what = DealId(callback_data.deal), callback_data.what
    deal = await opening.own_draft(deal_id, by=actor.id)
    if not callback_data.value:
        said = {"deal": deal_id, "what": what.value}
        await inputs.ask(actor.id, PendingKind.DEAL, said=said)
        return Show(making_views.question(actor.words, what), quote=False)
    facts = _tapped(deal, what, callback_data.value)
    deal = await opening.change(deal_id, by=actor.id, **facts)
    return Redraw(await drafts.panel(actor, deal))


@router.message(Answers(PendingKind.DEAL), flags=ASKS_ITS_ADMINS)
async def hear_answer(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    inputs: FromDishka[PendingInputs],
    settings: FromDishka[DealSettings],
    drafts: FromDishka[DraftDesk],
) -> Reply:
    """What is wrong is said, and the question stays open."""
    deal = await opening.own_draft(DealId(pending.said["deal"]), by=actor.id)
    facts = _said(deal, Field(pending.said["what"]), message.text or "", settings)
    deal = await opening.change(deal.id, by=actor.id, **facts)
    await inputs.forget(actor.id)
    return Show(await drafts.panel(actor, deal), quote=False)


@router.callback_query(ToggleGroup.filter(), flags=ASKS_ITS_ADMINS)
async def toggle_group(
    _: CallbackQuery,
    callback_data: ToggleGroup,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    drafts: FromDishka[DraftDesk],
) -> Reply:
    group_id = GroupId(callback_data.group)
    deal = await opening.toggle(DealId(callback_data.deal), group_id, by=actor.id)
    is_on = await opening.stands_in(deal, group_id)
    return Redraw(await drafts.next(actor, deal, group_id if is_on else None))


@router.callback_query(ChooseTopic.filter(), flags=ASKS_ITS_ADMINS)
async def choose_topic(
    _: CallbackQuery,
    callback_data: ChooseTopic,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    drafts: FromDishka[DraftDesk],
) -> Reply:
    deal_id, group_id = DealId(callback_data.deal), GroupId(callback_data.group)
    if callback_data.thread < 0:
        deal = await opening.own_draft(deal_id, by=actor.id)
        # Of a group where it does not stand, a forged button would learn title and topics.
        is_on = await opening.stands_in(deal, group_id)
        return Redraw(await drafts.next(actor, deal, group_id if is_on else None))
    thread_id = callback_data.thread or None
    deal = await opening.place_in(deal_id, group_id, by=actor.id, thread_id=thread_id)
    return Redraw(await drafts.panel(actor, deal))


@router.callback_query(PostDeal.filter())
async def post(
    _: CallbackQuery,
    callback_data: PostDeal,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    workshop: FromDishka[Workshop],
) -> Reply:
    deal = await opening.open(DealId(callback_data.deal), by=actor.id)
    count = await workshop.count_groups(deal)
    return Redraw(making_views.posted(actor.words, deal, count))


@router.callback_query(DiscardDeal.filter(), flags=ASKS_ITS_ADMINS)
async def discard(
    _: CallbackQuery,
    callback_data: DiscardDeal,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    await opening.discard(DealId(callback_data.deal), by=actor.id)
    await inputs.forget(actor.id)
    return Redraw(making_views.discarded(actor.words))


def _tapped(deal: Deal, what: Field, value: int) -> dict[str, Any]:
    """What a button with a value changes."""
    match what:
        case Field.GOAL:
            return {"goal": value}
        case Field.PER_PERSON:
            return {"per_person": value}
        case Field.LASTS:
            return {"lasts": timedelta(hours=value)}
        case Field.UNIT:
            return {"unit": Unit.PIECES if deal.unit is Unit.PEOPLE else Unit.PEOPLE}
        case Field.HANDING:
            is_sent = deal.handing is Handing.DELIVERY
            return {"handing": Handing.PICKUP if is_sent else Handing.DELIVERY}
        case Field.PRICE | Field.STEPS | Field.CAP | Field.DISCOUNT:
            return {}


def _said(deal: Deal, what: Field, text: str, settings: DealSettings) -> dict[str, Any]:
    """What her words change. Raises what is wrong with them."""
    facts: dict[str, Any] = {}
    match what:
        case Field.GOAL:
            facts["goal"] = typed.typed_number(text)
        case Field.PER_PERSON:
            facts["per_person"] = typed.typed_number(text)
        case Field.CAP:
            facts["cap"] = typed.typed_number(text) or None
        case Field.PRICE:
            facts["price"] = typed.typed_price(text, deal.currency)
        case Field.STEPS:
            facts["steps"] = typed.typed_steps(text, deal)
        case Field.DISCOUNT:
            facts["leader_discount"] = typed.typed_minor(text, deal.currency)
        case Field.LASTS:
            facts["lasts"] = typed.typed_span(text, settings)
        case Field.UNIT | Field.HANDING:
            pass  # these are tapped
    return facts
