"""A merchant holds a sale day: a draft made by buttons, posted, and ended."""

from datetime import timedelta
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import ProductId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.deals.sale_days.models import SaleDay, SaleDayId, SaleDayStatus
from bot.deals.sale_days.offers import SaleDayOffers
from bot.deals.settings import DealSettings
from bot.groups.models import GroupId
from bot.handlers.deals import typed
from bot.handlers.deals.sale_days import making_views
from bot.handlers.deals.sale_days.callbacks import (
    CloseSaleDay,
    DraftSaleDay,
    EditSaleDay,
    ManageSaleDay,
    PostSaleDay,
    SaleField,
    ToggleSaleDayGroup,
)
from bot.handlers.deals.sale_days.workshop import SaleDayWorkshop
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.callback_query(DraftSaleDay.filter())
async def draft(
    _: CallbackQuery,
    *,
    callback_data: DraftSaleDay,
    actor: FromDishka[Actor],
    offers: FromDishka[SaleDayOffers],
    workshop: FromDishka[SaleDayWorkshop],
) -> Reply:
    """Begun in a group it stands there; where there is only one group, in that one."""
    sale = await offers.draft(ProductId(callback_data.product), by=actor.id)
    places = [group.id for group in await offers.places(sale)]
    begun = GroupId(callback_data.group)
    if begun in places:
        thread_id = callback_data.thread or None
        await offers.toggle(sale.id, begun, by=actor.id, thread_id=thread_id)
    elif len(places) == 1:
        await offers.toggle(sale.id, places[0], by=actor.id)
    return Show(await workshop.panel(actor, sale), quote=False)


@router.callback_query(EditSaleDay.filter())
async def edit(
    _: CallbackQuery,
    *,
    callback_data: EditSaleDay,
    actor: FromDishka[Actor],
    offers: FromDishka[SaleDayOffers],
    inputs: FromDishka[PendingInputs],
    workshop: FromDishka[SaleDayWorkshop],
) -> Reply:
    sale_id, what = SaleDayId(callback_data.sale), callback_data.what
    if not callback_data.value:
        await offers.own_draft(sale_id, by=actor.id)
        said = {"sale": sale_id, "what": what.value}
        await inputs.ask(actor.id, PendingKind.SALE_DAY, said=said)
        return Show(making_views.question(actor.words, what), quote=False)
    sale = await offers.change(sale_id, by=actor.id, **_tapped(what, callback_data.value))
    return Redraw(await workshop.panel(actor, sale))


@router.message(Answers(PendingKind.SALE_DAY))
async def hear_answer(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    offers: FromDishka[SaleDayOffers],
    inputs: FromDishka[PendingInputs],
    settings: FromDishka[DealSettings],
    workshop: FromDishka[SaleDayWorkshop],
) -> Reply:
    """What is wrong is said, and the question stays open."""
    sale = await offers.own_draft(SaleDayId(pending.said["sale"]), by=actor.id)
    facts = _said(sale, SaleField(pending.said["what"]), message.text or "", settings)
    sale = await offers.change(sale.id, by=actor.id, **facts)
    await inputs.forget(actor.id)
    return Show(await workshop.panel(actor, sale), quote=False)


@router.callback_query(ToggleSaleDayGroup.filter())
async def toggle_group(
    _: CallbackQuery,
    callback_data: ToggleSaleDayGroup,
    actor: FromDishka[Actor],
    offers: FromDishka[SaleDayOffers],
    workshop: FromDishka[SaleDayWorkshop],
) -> Reply:
    group_id = GroupId(callback_data.group)
    sale = await offers.toggle(SaleDayId(callback_data.sale), group_id, by=actor.id)
    return Redraw(await workshop.panel(actor, sale))


@router.callback_query(PostSaleDay.filter())
async def post(
    _: CallbackQuery,
    callback_data: PostSaleDay,
    actor: FromDishka[Actor],
    offers: FromDishka[SaleDayOffers],
    workshop: FromDishka[SaleDayWorkshop],
) -> Reply:
    sale = await offers.open(SaleDayId(callback_data.sale), by=actor.id)
    count = await workshop.count_groups(sale)
    return Redraw(making_views.posted(actor.words, sale, count))


@router.callback_query(ManageSaleDay.filter())
async def manage(
    _: CallbackQuery,
    callback_data: ManageSaleDay,
    actor: FromDishka[Actor],
    offers: FromDishka[SaleDayOffers],
    workshop: FromDishka[SaleDayWorkshop],
) -> Reply:
    sale = await offers.own(SaleDayId(callback_data.sale), by=actor.id)
    return Show(await workshop.management(actor, sale), quote=False)


@router.callback_query(CloseSaleDay.filter())
async def close(
    _: CallbackQuery,
    callback_data: CloseSaleDay,
    actor: FromDishka[Actor],
    offers: FromDishka[SaleDayOffers],
) -> Reply:
    sale = await offers.own(SaleDayId(callback_data.sale), by=actor.id)
    was_draft = sale.status is SaleDayStatus.DRAFT
    if not was_draft and not callback_data.sure:
        return Redraw(making_views.sure_to_close(actor.words, sale))
    await offers.close(sale.id, by=actor.id)
    return Redraw(making_views.closed(actor.words, was_draft=was_draft))


def _tapped(what: SaleField, value: int) -> dict[str, Any]:
    """What a button with a value changes."""
    match what:
        case SaleField.PERCENT:
            return {"percent": value}
        case SaleField.CAP:
            return {"cap_per_group": value}
        case SaleField.PER_PERSON:
            return {"per_person": value}
        case SaleField.LASTS:
            return {"lasts": timedelta(hours=value)}
        case SaleField.FLOOR:
            return {}  # a price is typed


def _said(sale: SaleDay, what: SaleField, text: str, settings: DealSettings) -> dict[str, Any]:
    """What her words change. Raises what is wrong with them."""
    match what:
        case SaleField.FLOOR:
            return {"floor": typed.typed_price(text, sale.currency)}
        case SaleField.PERCENT:
            return {"percent": typed.typed_number(text)}
        case SaleField.CAP:
            return {"cap_per_group": typed.typed_number(text)}
        case SaleField.PER_PERSON:
            return {"per_person": typed.typed_number(text)}
        case SaleField.LASTS:
            return {"lasts": typed.typed_span(text, settings)}
