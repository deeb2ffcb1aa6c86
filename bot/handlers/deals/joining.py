"""A tap on Join, and everything a person does with her seat afterwards."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import VariantId
from bot.deals.collecting import CollectingService
from bot.deals.errors import DealFull, TooLateToLeave
from bot.deals.joining import JoiningService, Place, refuse
from bot.deals.models import DealId, SeatStatus
from bot.deals.repository import DealRepository
from bot.deals.seating import Wish
from bot.deals.teaming import TeamService
from bot.handlers.deals import collecting_views, seat_views
from bot.handlers.deals.beforehand import HOLDS_A_SEAT, HeldSeat
from bot.handlers.deals.callbacks import (
    ChangeSeat,
    JoinDeal,
    LeaveDeal,
    PayAgain,
    PaySeat,
    ShowSeat,
    StartTeam,
    WaitForSeat,
)
from bot.handlers.deals.desk import DealDesk, subject
from bot.handlers.deals.filters import TypedUnderCard
from bot.handlers.deals.ways import NOT_CHOSEN, tapped_way
from bot.orders.errors import TermsNotAccepted
from bot.payments.holds.pages import HoldPages
from bot.payments.service import PaymentService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.filters import Linked, Private
from bot.telegram.replies import Redraw, Reply, Show, Whisper

router = Router(name=__name__)


@router.callback_query(JoinDeal.filter(), flags=HOLDS_A_SEAT)
@router.callback_query(WaitForSeat.filter(), flags=HOLDS_A_SEAT)
async def join(
    _: CallbackQuery,
    *,
    callback_data: JoinDeal | WaitForSeat,
    actor: FromDishka[Actor],
    held: FromDishka[HeldSeat],
    joining: FromDishka[JoiningService],
    deals: FromDishka[DealRepository],
    desk: FromDishka[DealDesk],
) -> Reply:
    """The seat was taken before this transaction began; here she is shown what became of it."""
    deal_id = DealId(callback_data.deal)
    if held.answer is None:
        return None
    try:
        refuse(held.answer)
    except DealFull as gone:
        deal = await deals.get(deal_id)
        return Whisper(seat_views.full(actor.words, deal, int(str(gone.facts["room"]))))
    if actor.group is not None:
        await joining.came_from(deal_id, actor.id, actor.group.id, actor.place.thread_id)
    screen = await desk.seat(actor, await desk.place(actor, deal_id))
    if isinstance(callback_data, WaitForSeat):
        return Redraw(screen)
    return Whisper(screen, start=f"deal_{deal_id}")


@router.callback_query(StartTeam.filter())
async def start_team(
    query: CallbackQuery,
    callback_data: StartTeam,
    actor: FromDishka[Actor],
    teams: FromDishka[TeamService],
    desk: FromDishka[DealDesk],
) -> Reply:
    team = await teams.start(
        DealId(callback_data.deal),
        actor.id,
        key=f"tap-{query.id}",
        group_id=actor.group.id if actor.group else None,
        thread_id=actor.place.thread_id,
    )
    return Whisper(
        await desk.seat(actor, await desk.place(actor, team.id)), start=f"deal_{team.id}"
    )


@router.message(Linked("deal"), Private())
async def open_by_link(
    message: Message,
    *,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    deals: FromDishka[DealRepository],
    desk: FromDishka[DealDesk],
) -> Reply:
    """Somebody passed the deal on, or her seat waits for her here."""
    if message.from_user:
        user = message.from_user
        await people.started(actor.id, name=user.full_name, username=user.username)
    deal_id = DealId(number)
    card = Show(await desk.card_for(actor, deal_id), subject(deal_id), quote=False)
    seat = await deals.find_seat(deal_id, actor.id)
    if seat is None or seat.status is SeatStatus.RELEASED:
        return card
    return card, Show(await desk.seat(actor, await desk.place(actor, deal_id)), quote=False)


@router.message(TypedUnderCard())
async def hear_number(
    message: Message,
    *,
    deal_id: DealId,
    pieces: int,
    value: str,
    actor: FromDishka[Actor],
    joining: FromDishka[JoiningService],
    desk: FromDishka[DealDesk],
) -> Reply:
    """A typed "+2 M" takes two pieces, "-1" gives one back, or the seat."""
    if pieces <= 0:
        return await _fewer(deal_id, pieces, actor, joining, desk)
    key = f"said-{message.chat.id}-{message.message_id}"
    await joining.hold(
        Wish(
            deal_id=deal_id,
            person_id=actor.id,
            key=key,
            pieces=pieces,
            group_id=actor.group.id if actor.group else None,
            thread_id=actor.place.thread_id,
        )
    )
    place = await desk.place(actor, deal_id)
    if value and place.seat.status is SeatStatus.HELD:
        place = await joining.choose(deal_id, actor.id, value)
    return Whisper(await desk.seat(actor, place), start=f"deal_{deal_id}")


@router.callback_query(ShowSeat.filter())
async def show_seat(
    _: CallbackQuery,
    callback_data: ShowSeat,
    actor: FromDishka[Actor],
    desk: FromDishka[DealDesk],
) -> Reply:
    place = await desk.place(actor, DealId(callback_data.deal))
    return Whisper(await desk.seat(actor, place), start=f"deal_{callback_data.deal}")


@router.callback_query(ChangeSeat.filter())
async def change(
    _: CallbackQuery,
    callback_data: ChangeSeat,
    actor: FromDishka[Actor],
    joining: FromDishka[JoiningService],
    desk: FromDishka[DealDesk],
) -> Reply:
    place = await joining.change(
        DealId(callback_data.deal),
        actor.id,
        variant_id=VariantId(callback_data.variant) if callback_data.variant else None,
        pieces=callback_data.pieces or None,
        wanted=callback_data.wanted or None,
    )
    return Redraw(await desk.seat(actor, place))


@router.callback_query(PaySeat.filter())
async def pay(
    _: CallbackQuery,
    *,
    callback_data: PaySeat,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    joining: FromDishka[JoiningService],
    payments: FromDishka[PaymentService],
    pages: FromDishka[HoldPages],
    desk: FromDishka[DealDesk],
) -> Reply:
    deal_id = DealId(callback_data.deal)
    if callback_data.accept:
        await people.accept_terms(actor.id)
    place = await desk.place(actor, deal_id)
    ways = await desk.ways(actor, place)
    way = tapped_way(ways, callback_data.way)
    if ways and way is None:
        is_again = callback_data.way not in NOT_CHOSEN
        return Redraw(collecting_views.which_way(actor.words, place, ways, is_again=is_again))
    try:
        to_pay = await joining.pay(deal_id, actor.person, way=way.code if way else None)
    except TermsNotAccepted:
        return Redraw(seat_views.terms(actor.words, place.deal, way=callback_data.way))
    place = await desk.place(actor, deal_id)
    if to_pay.payment.rail.is_on_page:
        number = await pages.of(to_pay.payment.id)
        return seat_views.page(actor.words, to_pay, place, number)
    token = await payments.provider_token(to_pay.payment)
    form = seat_views.invoice(actor.words, to_pay, place, token)
    if actor.place.is_private and form.screen is not None:
        return Redraw(form.screen, subject=seat_views.asked_of(place.seat)), form
    return form


@router.callback_query(PayAgain.filter())
async def pay_again(
    _: CallbackQuery,
    callback_data: PayAgain,
    actor: FromDishka[Actor],
    collecting: FromDishka[CollectingService],
    desk: FromDishka[DealDesk],
) -> Reply:
    """Her saved card was refused; a page stands a day at most, so each tap may open another."""
    deal_id = DealId(callback_data.deal)
    asked = await collecting.pay_again(deal_id, actor.id)
    return collecting_views.page_again(actor.words, await desk.place(actor, deal_id), asked)


@router.callback_query(LeaveDeal.filter())
async def leave(
    _: CallbackQuery,
    callback_data: LeaveDeal,
    actor: FromDishka[Actor],
    joining: FromDishka[JoiningService],
    desk: FromDishka[DealDesk],
) -> Reply:
    place = await desk.place(actor, DealId(callback_data.deal))
    was_paid = place.seat.is_paid
    if was_paid and place.deal.reached_at is not None:
        raise TooLateToLeave  # before she is asked whether she is sure
    if was_paid and not callback_data.sure:
        return Redraw(seat_views.sure_to_leave(actor.words, place))
    place = await joining.leave(place.deal.id, actor.id)
    return Redraw(seat_views.left(actor.words, place, was_paid=was_paid))


async def _fewer(
    deal_id: DealId, pieces: int, actor: Actor, joining: JoiningService, desk: DealDesk
) -> Reply:
    place: Place = await desk.place(actor, deal_id)
    left = place.seat.quantity + pieces
    if place.seat.is_paid:
        return Whisper(seat_views.sure_to_leave(actor.words, place))
    if place.seat.status is SeatStatus.HELD and pieces and left > 0:
        place = await joining.change(deal_id, actor.id, pieces=left)
        return Whisper(await desk.seat(actor, place))
    place = await joining.leave(deal_id, actor.id)
    return Whisper(seat_views.left(actor.words, place, was_paid=False))
