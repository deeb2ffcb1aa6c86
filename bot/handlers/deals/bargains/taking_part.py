"""Asking for help, helping, and buying at the price that friends cut."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.errors import VariantGone
from bot.catalog.models import VariantId
from bot.deals.bargains.models import BargainId, BargainOfferId
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.handlers.deals.bargains import buying_views, views
from bot.handlers.deals.bargains.callbacks import (
    AskForHelp,
    BuyAtFloor,
    ExplainBargain,
    HelpBargain,
    NameBargain,
    ShowCuts,
    ShowOffer,
)
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.filters import ProofOf
from bot.orders.errors import TermsNotAccepted
from bot.payments.service import PaymentService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.filters import Linked, Private
from bot.telegram.replies import Redraw, Reply, Show, Toast, Whisper

router = Router(name=__name__)


@router.callback_query(AskForHelp.filter())
async def ask_for_help(
    _: CallbackQuery,
    *,
    callback_data: AskForHelp,
    actor: FromDishka[Actor],
    bargaining: FromDishka[BargainService],
    bargains: FromDishka[BargainRepository],
    desk: FromDishka[BargainDesk],
) -> Reply:
    """Her card appears where she asked, for everybody there to help: once, not at every tap."""
    offer_id = BargainOfferId(callback_data.offer)
    if (known := await bargains.find_of(offer_id, actor.id)) is not None:
        return Whisper(await desk.card(actor.words, known), start=f"bargain_{known.id}")
    bargain = await bargaining.ask_for_help(
        offer_id,
        actor.person,
        group_id=actor.group.id if actor.group else None,
        thread_id=actor.place.thread_id,
    )
    screen = await desk.card(actor.public_words, bargain)
    shown = Show(screen, views.bargain_subject(bargain.id), quote=False)
    if bargain.is_named:
        return shown
    return shown, Whisper(
        views.may_it_name_you(actor.words, bargain), start=f"bargain_{bargain.id}"
    )


@router.callback_query(NameBargain.filter())
async def name_bargain(
    _: CallbackQuery,
    callback_data: NameBargain,
    actor: FromDishka[Actor],
    bargaining: FromDishka[BargainService],
) -> Reply:
    await bargaining.name(BargainId(callback_data.bargain), by=actor.id)
    return Redraw(views.named(actor.words))


@router.callback_query(HelpBargain.filter())
async def help_bargain(
    _: CallbackQuery,
    *,
    callback_data: HelpBargain,
    actor: FromDishka[Actor],
    bargaining: FromDishka[BargainService],
    bargains: FromDishka[BargainRepository],
    desk: FromDishka[BargainDesk],
) -> Reply:
    """The cards in groups follow by themselves; a friend's own copy is redrawn here."""
    cut = await bargaining.help(BargainId(callback_data.bargain), actor.id)
    bargain = await bargains.get(cut.bargain_id)
    said = Toast(views.thanks(actor.words, bargain, cut), alert=True)
    if actor.group is not None:
        return said
    return said, Redraw(await desk.card(actor.words, bargain))


@router.callback_query(ShowCuts.filter())
async def show_cuts(
    _: CallbackQuery,
    callback_data: ShowCuts,
    actor: FromDishka[Actor],
    bargains: FromDishka[BargainRepository],
) -> Reply:
    """Seen by her alone, with her own line marked."""
    bargain = await bargains.get(BargainId(callback_data.bargain))
    made = await bargains.cuts(bargain.id)
    mine = next((cut.code for cut in made if cut.helper_id == actor.id), None)
    return Whisper(views.cuts(actor.words, bargain, made, mine), start=f"bargain_{bargain.id}")


@router.message(ProofOf("b"))
async def prove(
    _: Message,
    number: int,
    actor: FromDishka[Actor],
    bargains: FromDishka[BargainRepository],
) -> Reply:
    """In a group all see this message, so nobody's own line is marked in it."""
    bargain = await bargains.get(BargainId(number))
    made = await bargains.cuts(bargain.id)
    return Show(views.cuts(actor.public_words, bargain, made))


@router.callback_query(ExplainBargain.filter())
async def explain(
    _: CallbackQuery,
    callback_data: ExplainBargain,
    actor: FromDishka[Actor],
    bargaining: FromDishka[BargainService],
) -> Reply:
    sheet = await bargaining.sheet(BargainOfferId(callback_data.offer))
    return Toast(views.explained(actor.words, sheet), alert=True)


@router.callback_query(ShowOffer.filter())
async def show_offer(
    _: CallbackQuery,
    callback_data: ShowOffer,
    actor: FromDishka[Actor],
    desk: FromDishka[BargainDesk],
) -> Reply:
    offer_id = BargainOfferId(callback_data.offer)
    here = actor.group.id if actor.group else None
    screen = await desk.offer(actor.public_words, offer_id, here=here)
    return Show(screen, views.offer_subject(offer_id), quote=False)


@router.message(Linked("haggle"), Private())
async def open_offer(
    message: Message,
    *,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    desk: FromDishka[BargainDesk],
) -> Reply:
    await _greet(message, actor, people)
    offer_id = BargainOfferId(number)
    screen = await desk.offer(actor.words, offer_id)
    return Show(screen, views.offer_subject(offer_id), quote=False)


@router.message(Linked("bargain"), Private())
async def open_bargain(
    message: Message,
    *,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    bargains: FromDishka[BargainRepository],
    desk: FromDishka[BargainDesk],
) -> Reply:
    """A friend was asked for help by a link, or its owner goes on to buy."""
    await _greet(message, actor, people)
    bargain = await bargains.get(BargainId(number))
    card = await desk.card(actor.words, bargain)
    return Show(card, views.bargain_subject(bargain.id), quote=False)


@router.callback_query(BuyAtFloor.filter())
async def buy(
    _: CallbackQuery,
    *,
    callback_data: BuyAtFloor,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    bargaining: FromDishka[BargainService],
    bargains: FromDishka[BargainRepository],
    payments: FromDishka[PaymentService],
) -> Reply:
    bargain = await bargains.get(BargainId(callback_data.bargain))
    start = f"bargain_{bargain.id}"
    if callback_data.accept:
        await people.accept_terms(actor.id)
    chosen = VariantId(callback_data.variant) if callback_data.variant else None
    try:
        to_pay = await bargaining.buy(bargain.id, actor.person, chosen)
    except TermsNotAccepted:
        screen = buying_views.terms(actor.words, bargain, callback_data.variant)
        return Whisper(screen, start=start)
    except VariantGone:
        sheet = await bargaining.sheet(bargain.offer_id)
        if len(sheet.product.offered) < 2:  # noqa: PLR2004 -- nothing to choose from
            raise
        screen = buying_views.which_variant(actor.words, sheet.product, bargain)
        return Whisper(screen, start=start)
    token = await payments.provider_token(to_pay.payment)
    return buying_views.invoice(actor.words, to_pay, bargain, token)


async def _greet(message: Message, actor: Actor, people: PeopleService) -> None:
    if message.from_user:
        user = message.from_user
        await people.started(actor.id, name=user.full_name, username=user.username)
