"""A merchant lets people bargain: a draft made by buttons, posted, and ended."""

from datetime import timedelta
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import ProductId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.deals.bargains.models import BargainOffer, BargainOfferId, BargainOfferStatus
from bot.deals.bargains.offers import BargainOffers
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.handlers.deals import typed
from bot.handlers.deals.bargains import making_views
from bot.handlers.deals.bargains.callbacks import (
    BargainField,
    CloseBargain,
    DraftBargain,
    EditBargain,
    ManageBargain,
    PostBargain,
    ToggleBargainGroup,
)
from bot.handlers.deals.bargains.workshop import BargainWorkshop
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.callback_query(DraftBargain.filter())
async def draft(
    _: CallbackQuery,
    *,
    callback_data: DraftBargain,
    actor: FromDishka[Actor],
    offers: FromDishka[BargainOffers],
    workshop: FromDishka[BargainWorkshop],
) -> Reply:
    """Begun in a group it stands there; where there is only one group, in that one."""
    offer = await offers.draft(ProductId(callback_data.product), by=actor.id)
    places = [group.id for group in await offers.places(offer)]
    begun = GroupId(callback_data.group)
    if begun in places:
        thread_id = callback_data.thread or None
        await offers.toggle(offer.id, begun, by=actor.id, thread_id=thread_id)
    elif len(places) == 1:
        await offers.toggle(offer.id, places[0], by=actor.id)
    return Show(await workshop.panel(actor, offer), quote=False)


@router.callback_query(EditBargain.filter())
async def edit(
    _: CallbackQuery,
    *,
    callback_data: EditBargain,
    actor: FromDishka[Actor],
    offers: FromDishka[BargainOffers],
    inputs: FromDishka[PendingInputs],
    workshop: FromDishka[BargainWorkshop],
) -> Reply:
    offer_id, what = BargainOfferId(callback_data.offer), callback_data.what
    if not callback_data.value:
        await offers.own_draft(offer_id, by=actor.id)
        said = {"offer": offer_id, "what": what.value}
        await inputs.ask(actor.id, PendingKind.BARGAIN, said=said)
        return Show(making_views.question(actor.words, what), quote=False)
    offer = await offers.change(offer_id, by=actor.id, **_tapped(what, callback_data.value))
    return Redraw(await workshop.panel(actor, offer))


@router.message(Answers(PendingKind.BARGAIN))
async def hear_answer(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    offers: FromDishka[BargainOffers],
    inputs: FromDishka[PendingInputs],
    settings: FromDishka[DealSettings],
    workshop: FromDishka[BargainWorkshop],
) -> Reply:
    """What is wrong is said, and the question stays open."""
    offer = await offers.own_draft(BargainOfferId(pending.said["offer"]), by=actor.id)
    facts = _said(offer, BargainField(pending.said["what"]), message.text or "", settings)
    offer = await offers.change(offer.id, by=actor.id, **facts)
    await inputs.forget(actor.id)
    return Show(await workshop.panel(actor, offer), quote=False)


@router.callback_query(ToggleBargainGroup.filter())
async def toggle_group(
    _: CallbackQuery,
    callback_data: ToggleBargainGroup,
    actor: FromDishka[Actor],
    offers: FromDishka[BargainOffers],
    workshop: FromDishka[BargainWorkshop],
) -> Reply:
    group_id = GroupId(callback_data.group)
    offer = await offers.toggle(BargainOfferId(callback_data.offer), group_id, by=actor.id)
    return Redraw(await workshop.panel(actor, offer))


@router.callback_query(PostBargain.filter())
async def post(
    _: CallbackQuery,
    callback_data: PostBargain,
    actor: FromDishka[Actor],
    offers: FromDishka[BargainOffers],
    workshop: FromDishka[BargainWorkshop],
) -> Reply:
    offer = await offers.open(BargainOfferId(callback_data.offer), by=actor.id)
    count = await workshop.count_groups(offer)
    return Redraw(making_views.posted(actor.words, offer, count))


@router.callback_query(ManageBargain.filter())
async def manage(
    _: CallbackQuery,
    callback_data: ManageBargain,
    actor: FromDishka[Actor],
    offers: FromDishka[BargainOffers],
    workshop: FromDishka[BargainWorkshop],
) -> Reply:
    offer = await offers.own(BargainOfferId(callback_data.offer), by=actor.id)
    return Show(await workshop.management(actor, offer), quote=False)


@router.callback_query(CloseBargain.filter())
async def close(
    _: CallbackQuery,
    callback_data: CloseBargain,
    actor: FromDishka[Actor],
    offers: FromDishka[BargainOffers],
) -> Reply:
    offer = await offers.own(BargainOfferId(callback_data.offer), by=actor.id)
    was_draft = offer.status is BargainOfferStatus.DRAFT
    if not was_draft and not callback_data.sure:
        return Redraw(making_views.sure_to_close(actor.words, offer))
    await offers.close(offer.id, by=actor.id)
    return Redraw(making_views.closed(actor.words, was_draft=was_draft))


def _tapped(what: BargainField, value: int) -> dict[str, Any]:
    """What a button with a value changes."""
    match what:
        case BargainField.HELPERS:
            return {"helpers": value}
        case BargainField.HELPS_EACH:
            return {"helps_each": value}
        case BargainField.LASTS:
            return {"lasts": timedelta(hours=value)}
        case BargainField.FLOOR:
            return {}  # a price is typed


def _said(
    offer: BargainOffer, what: BargainField, text: str, settings: DealSettings
) -> dict[str, Any]:
    """What her words change. Raises what is wrong with them."""
    match what:
        case BargainField.FLOOR:
            return {"floor": typed.typed_price(text, offer.currency)}
        case BargainField.HELPERS:
            return {"helpers": typed.typed_number(text)}
        case BargainField.HELPS_EACH:
            return {"helps_each": typed.typed_number(text)}
        case BargainField.LASTS:
            return {"lasts": typed.typed_span(text, settings)}
