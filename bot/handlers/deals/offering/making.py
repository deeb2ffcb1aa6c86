"""A merchant makes an offer: drafted by buttons, posted, extended, and ended."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import ProductId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.deals.sale_days.models import SaleDayId
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.handlers.deals.first_place import first_place
from bot.handlers.deals.offering import views
from bot.handlers.deals.offering.callbacks import (
    ChooseOfferTopic,
    DraftOffer,
    EditOffer,
    OfferVerb,
    PostOffer,
    RunOffer,
    ToggleOfferGroup,
)
from bot.handlers.deals.offering.faces import OfferFaces
from bot.handlers.deals.offering.workshop import OfferWorkshop
from bot.handlers.deals.place_views import ASK
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.callback_query(DraftOffer.filter())
async def draft(
    _: CallbackQuery,
    *,
    callback_data: DraftOffer,
    actor: FromDishka[Actor],
    faces: FromDishka[OfferFaces],
    workshop: FromDishka[OfferWorkshop],
) -> Reply:
    face, words = faces[callback_data.kind], actor.words
    offer = await face.offers.draft(ProductId(callback_data.product), by=actor.id)
    places = await face.offers.places(offer)
    first = first_place(places, callback_data.group, callback_data.thread)
    if first is None:
        return Show(await workshop.panel(words, face, offer.id, offer), quote=False)
    thread_id, asked = first.thread_id, first.asks_for_topic
    await face.offers.place_in(offer.id, first.group_id, by=actor.id, thread_id=thread_id)
    return Show(await workshop.next(words, face, offer.id, offer, asked), quote=False)


@router.callback_query(EditOffer.filter())
async def edit(
    _: CallbackQuery,
    *,
    callback_data: EditOffer,
    actor: FromDishka[Actor],
    faces: FromDishka[OfferFaces],
    inputs: FromDishka[PendingInputs],
    workshop: FromDishka[OfferWorkshop],
) -> Reply:
    face, number = faces[callback_data.kind], callback_data.offer
    term = face.term(callback_data.what)
    if not callback_data.value:
        await face.offers.own_draft(number, by=actor.id)
        said = {"offer": number, "what": term.name}
        await inputs.ask(actor.id, face.question, said=said)
        return Show(views.question(actor.words, face.kind, term), quote=False)
    facts = term.tapped(callback_data.value)
    offer = await face.offers.change(number, by=actor.id, **facts)
    return Redraw(await workshop.panel(actor.words, face, number, offer))


@router.message(Answers(PendingKind.BARGAIN, PendingKind.SALE_DAY))
async def hear_answer(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    faces: FromDishka[OfferFaces],
    inputs: FromDishka[PendingInputs],
    settings: FromDishka[DealSettings],
    workshop: FromDishka[OfferWorkshop],
) -> Reply:
    """What is wrong is said, and the question stays open."""
    face = faces.asked_by(pending.kind)
    number = int(pending.said["offer"])
    offer = await face.offers.own_draft(number, by=actor.id)
    term = face.term(pending.said["what"])
    facts = term.said(message.text or "", offer.currency, settings)
    offer = await face.offers.change(number, by=actor.id, **facts)
    await inputs.forget(actor.id)
    return Show(await workshop.panel(actor.words, face, number, offer), quote=False)


@router.callback_query(ToggleOfferGroup.filter())
async def toggle_group(
    _: CallbackQuery,
    callback_data: ToggleOfferGroup,
    actor: FromDishka[Actor],
    faces: FromDishka[OfferFaces],
    workshop: FromDishka[OfferWorkshop],
) -> Reply:
    face, number = faces[callback_data.kind], callback_data.offer
    group_id = GroupId(callback_data.group)
    offer = await face.offers.toggle(number, group_id, by=actor.id)
    asked = group_id if group_id in await face.offers.chosen(offer) else None
    return Redraw(await workshop.next(actor.words, face, number, offer, asked))


@router.callback_query(ChooseOfferTopic.filter())
async def choose_topic(
    _: CallbackQuery,
    callback_data: ChooseOfferTopic,
    actor: FromDishka[Actor],
    faces: FromDishka[OfferFaces],
    workshop: FromDishka[OfferWorkshop],
) -> Reply:
    face, number = faces[callback_data.kind], callback_data.offer
    group_id, thread = GroupId(callback_data.group), callback_data.thread
    if thread == ASK:
        offer = await face.offers.own_draft(number, by=actor.id)
        # Of a group where it does not stand, a forged button would learn title and topics.
        asked = group_id if group_id in await face.offers.chosen(offer) else None
        return Redraw(await workshop.next(actor.words, face, number, offer, asked))
    offer = await face.offers.place_in(number, group_id, by=actor.id, thread_id=thread or None)
    return Redraw(await workshop.panel(actor.words, face, number, offer))


@router.callback_query(PostOffer.filter())
async def post(
    _: CallbackQuery,
    callback_data: PostOffer,
    actor: FromDishka[Actor],
    faces: FromDishka[OfferFaces],
) -> Reply:
    face, number = faces[callback_data.kind], callback_data.offer
    offer = await face.offers.open(number, by=actor.id)
    count = len(await face.offers.chosen(offer))
    return Redraw(views.posted(actor.words, face.kind, number, count))


@router.callback_query(RunOffer.filter())
async def run(
    _: CallbackQuery,
    *,
    callback_data: RunOffer,
    actor: FromDishka[Actor],
    faces: FromDishka[OfferFaces],
    workshop: FromDishka[OfferWorkshop],
) -> Reply:
    face, number, verb = faces[callback_data.kind], callback_data.offer, callback_data.verb
    offer = await face.offers.own(number, by=actor.id)
    was_draft, is_sure = offer.is_draft, bool(callback_data.value)
    match verb:
        case OfferVerb.SHOW:
            pass
        case OfferVerb.LIST:
            return await workshop.packing_list(actor.words, face, number)
        case OfferVerb.EXTEND:
            longer = timedelta(hours=callback_data.value)
            offer = await face.offers.extend(number, longer, by=actor.id)
        case OfferVerb.END if was_draft:
            await face.offers.close(number, by=actor.id)
            return Redraw(views.discarded(actor.words))
        case OfferVerb.END | OfferVerb.FREEZE if not is_sure:
            return Redraw(views.sure(actor.words, face.kind, number, verb))
        case OfferVerb.FREEZE:
            offer = await faces.sale_days.sale_offers.freeze(SaleDayId(number), by=actor.id)
        case OfferVerb.END:
            await face.offers.close(number, by=actor.id)
    return Redraw(await workshop.management(actor.words, face, number, offer))
