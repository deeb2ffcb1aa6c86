"""Taking one's own link, being counted through somebody's, and buying at the frozen price."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.errors import VariantGone
from bot.catalog.models import VariantId
from bot.deals.sale_days.errors import UnknownSaleDay
from bot.deals.sale_days.models import SaleDayId
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import SaleDayService
from bot.handlers.deals.filters import ProofOf
from bot.handlers.deals.sale_days import views
from bot.handlers.deals.sale_days.callbacks import (
    BuyOnSaleDay,
    CountMeIn,
    ExplainSaleDay,
    ShowJoins,
    ShowSaleDay,
    TakeLink,
)
from bot.handlers.deals.sale_days.desk import SaleDayDesk
from bot.orders.errors import TermsNotAccepted
from bot.orders.models import Origin
from bot.payments.service import PaymentService
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.filters import Linked, Private
from bot.telegram.replies import Redraw, Reply, Show, Toast, Whisper

router = Router(name=__name__)


@router.callback_query(TakeLink.filter())
async def take_link(
    _: CallbackQuery,
    *,
    callback_data: TakeLink,
    actor: FromDishka[Actor],
    sale_days: FromDishka[SaleDayService],
    sales: FromDishka[SaleDayRepository],
    desk: FromDishka[SaleDayDesk],
) -> Reply:
    """Taken in a group it counts for that group; elsewhere she only sees the one she has."""
    sale_id = SaleDayId(callback_data.sale)
    if actor.group is not None:
        link = await sale_days.take_link(sale_id, actor.id, actor.group.id)
    elif (known := await sales.find_link(sale_id, actor.id)) is not None:
        link = known
    else:
        raise UnknownSaleDay
    return Whisper(await desk.own_link(actor.words, link), start=f"saleday_{sale_id}")


@router.message(Linked("counts"), Private())
async def open_link(
    message: Message,
    *,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    sales: FromDishka[SaleDayRepository],
    sale_days: FromDishka[SaleDayService],
    desk: FromDishka[SaleDayDesk],
) -> Reply:
    """Opening it counts nobody: she has to say so."""
    await _greet(message, actor, people)
    link = await sales.link(number)
    drawn = await desk.card(actor.words, link.sale_id)
    sheet = await sale_days.sheet(link.sale_id)
    return Show(views.invitation(actor.words, sheet, link, drawn), quote=False)


@router.callback_query(CountMeIn.filter())
async def count_me_in(
    _: CallbackQuery,
    callback_data: CountMeIn,
    actor: FromDishka[Actor],
    sale_days: FromDishka[SaleDayService],
) -> Reply:
    counted = await sale_days.count_in(callback_data.code, actor.id)
    return Redraw(views.counted(actor.words, counted))


@router.callback_query(ShowJoins.filter())
async def show_joins(
    _: CallbackQuery,
    callback_data: ShowJoins,
    actor: FromDishka[Actor],
    sale_days: FromDishka[SaleDayService],
) -> Reply:
    """Seen by her alone, with her own line marked."""
    found = await sale_days.log(SaleDayId(callback_data.sale))
    mine = next((join.code for join in found.joins if join.person_id == actor.id), None)
    screen = views.log(actor.words, found, page=callback_data.page, mine=mine)
    if callback_data.page >= 0:
        return Redraw(screen)
    return Whisper(screen, start=f"saleday_{callback_data.sale}")


@router.message(ProofOf("s"))
async def prove(
    _: Message, number: int, actor: FromDishka[Actor], sale_days: FromDishka[SaleDayService]
) -> Reply:
    """In a group all see this message, so nobody's own line is marked in it."""
    found = await sale_days.log(SaleDayId(number))
    mine = next((join.code for join in found.joins if join.person_id == actor.id), None)
    mine = mine if actor.group is None else None
    return Show(views.log(actor.public_words, found, page=0, mine=mine))


@router.message(Linked("saleday"), Private())
async def open_sale_day(
    message: Message,
    *,
    number: int,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    desk: FromDishka[SaleDayDesk],
) -> Reply:
    await _greet(message, actor, people)
    return await _shown(SaleDayId(number), actor, desk)


@router.callback_query(ShowSaleDay.filter())
async def show(
    _: CallbackQuery,
    callback_data: ShowSaleDay,
    actor: FromDishka[Actor],
    desk: FromDishka[SaleDayDesk],
) -> Reply:
    return await _shown(SaleDayId(callback_data.sale), actor, desk)


@router.callback_query(ExplainSaleDay.filter())
async def explain(
    _: CallbackQuery,
    callback_data: ExplainSaleDay,
    actor: FromDishka[Actor],
    sales: FromDishka[SaleDayRepository],
) -> Reply:
    sale = await sales.get(SaleDayId(callback_data.sale))
    return Toast(views.explained(actor.words, sale), alert=True)


@router.callback_query(BuyOnSaleDay.filter())
async def buy(
    _: CallbackQuery,
    *,
    callback_data: BuyOnSaleDay,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    sale_days: FromDishka[SaleDayService],
    payments: FromDishka[PaymentService],
) -> Reply:
    sheet = await sale_days.sheet(SaleDayId(callback_data.sale))
    sale, start = sheet.sale, f"saleday_{callback_data.sale}"
    if callback_data.accept:
        await people.accept_terms(actor.id)
    origin = Origin(actor.group.id if actor.group else None, actor.place.thread_id)
    chosen = VariantId(callback_data.variant) if callback_data.variant else None
    try:
        to_pay = await sale_days.buy(sale.id, actor.person, chosen, origin=origin)
    except TermsNotAccepted:
        screen = views.terms(actor.words, sale, callback_data.variant)
        return Whisper(screen, start=start)
    except VariantGone:
        if len(sheet.product.offered) < 2:  # noqa: PLR2004 -- nothing to choose from
            raise
        screen = views.which_variant(actor.words, sheet.product, sale)
        return Whisper(screen, start=start)
    token = await payments.provider_token(to_pay.payment)
    return views.invoice(actor.words, to_pay, sale, token)


async def _shown(sale_id: SaleDayId, actor: Actor, desk: SaleDayDesk) -> Show:
    here = actor.group.id if actor.group else None
    screen = await desk.card(actor.public_words, sale_id, here=here)
    return Show(screen, views.subject(sale_id), quote=False)


async def _greet(message: Message, actor: Actor, people: PeopleService) -> None:
    if message.from_user:
        user = message.from_user
        await people.started(actor.id, name=user.full_name, username=user.username)
