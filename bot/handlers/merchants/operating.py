"""/merchants: the operator opens shops, invites their owners, and closes them for a while."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import MerchantId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.handlers.merchants import operator_views, shop_views
from bot.handlers.merchants.callbacks import (
    CloseMerchant,
    InviteOwner,
    NewMerchant,
    OpenMerchants,
    ShowMerchant,
)
from bot.handlers.merchants.filters import OWNER_LINK
from bot.handlers.merchants.parts import country
from bot.kit.clock import Clock
from bot.merchants.inviting import LIFETIME, InvitationService
from bot.merchants.opening import OpeningService
from bot.merchants.places import country_of
from bot.merchants.rules import currency_of, name_of
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import question
from bot.telegram.filters import Private
from bot.telegram.replies import Redraw, Reply, Screen, Show

router = Router(name=__name__)


@router.message(Command("merchants"), Private())
async def open_list(
    _: Message, actor: FromDishka[Actor], opening: FromDishka[OpeningService]
) -> Reply:
    page = await opening.page(0, by=actor.id)
    return Show(operator_views.merchant_list(actor.words, page), quote=False)


@router.callback_query(OpenMerchants.filter())
async def turn_to(
    _: CallbackQuery,
    callback_data: OpenMerchants,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
) -> Reply:
    page = await opening.page(callback_data.page, by=actor.id)
    return Redraw(operator_views.merchant_list(actor.words, page))


@router.callback_query(ShowMerchant.filter())
async def show(
    _: CallbackQuery,
    callback_data: ShowMerchant,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
) -> Reply:
    sheet = await opening.sheet(MerchantId(callback_data.merchant), by=actor.id)
    return Redraw(operator_views.merchant_sheet(actor.words, sheet))


@router.callback_query(CloseMerchant.filter())
async def close(
    _: CallbackQuery,
    callback_data: CloseMerchant,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
) -> Reply:
    merchant_id = MerchantId(callback_data.merchant)
    change = opening.close if callback_data.closed else opening.reopen
    await change(merchant_id, by=actor.id)
    sheet = await opening.sheet(merchant_id, by=actor.id)
    note = "merchants-closed-now" if callback_data.closed else "merchants-open-now"
    return Redraw(operator_views.merchant_sheet(actor.words, sheet, note=actor.words(note)))


@router.callback_query(InviteOwner.filter())
async def invite_owner(
    _: CallbackQuery,
    *,
    callback_data: InviteOwner,
    bot: Bot,
    actor: FromDishka[Actor],
    invitations: FromDishka[InvitationService],
    opening: FromDishka[OpeningService],
    clock: FromDishka[Clock],
) -> Reply:
    merchant_id = MerchantId(callback_data.merchant)
    code = await invitations.invite_owner(merchant_id, by=actor.id)
    sheet = await opening.sheet(merchant_id, by=actor.id)
    return await _link(bot, actor, code, sheet.merchant.name, clock)


@router.callback_query(NewMerchant.filter())
async def begin(
    _: CallbackQuery,
    actor: FromDishka[Actor],
    opening: FromDishka[OpeningService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    await opening.page(0, by=actor.id)
    await inputs.ask(actor.id, PendingKind.OPEN_NAME)
    return Show(question(actor.words, "merchants-ask-open-name"), quote=False)


@router.message(Answers(PendingKind.OPEN_NAME))
async def hear_name(
    message: Message, actor: FromDishka[Actor], inputs: FromDishka[PendingInputs]
) -> Reply:
    name = name_of(message.text or "")
    await inputs.ask(actor.id, PendingKind.OPEN_COUNTRY, said={"name": name})
    return Show(question(actor.words, "merchants-ask-open-country", name=name), quote=False)


@router.message(Answers(PendingKind.OPEN_COUNTRY))
async def hear_country(
    message: Message,
    pending: PendingInput,
    actor: FromDishka[Actor],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    code = country_of(message.text or "")
    said = pending.said | {"country": code}
    await inputs.ask(actor.id, PendingKind.OPEN_CURRENCY, said=said)
    named = country(actor.words, code)
    return Show(question(actor.words, "merchants-ask-open-currency", country=named), quote=False)


@router.message(Answers(PendingKind.OPEN_CURRENCY))
async def hear_currency(
    message: Message,
    *,
    pending: PendingInput,
    bot: Bot,
    actor: FromDishka[Actor],
    inputs: FromDishka[PendingInputs],
    opening: FromDishka[OpeningService],
    invitations: FromDishka[InvitationService],
    clock: FromDishka[Clock],
) -> Reply:
    merchant = await opening.open(
        pending.said["name"],
        pending.said["country"],
        currency_of(message.text or ""),
        by=actor.id,
        language=actor.words.language,
    )
    await inputs.forget(actor.id)
    code = await invitations.invite_owner(merchant.id, by=actor.id)
    opened = Screen(text=actor.words("merchants-opened", name=merchant.name))
    return Show(opened, quote=False), await _link(bot, actor, code, merchant.name, clock)


async def _link(bot: Bot, actor: Actor, code: str, name: str, clock: Clock) -> Show:
    link = f"https://t.me/{(await bot.me()).username}?start={OWNER_LINK}{code}"
    until = clock.now() + LIFETIME
    screen = shop_views.invitation(
        actor.words, "merchants-owner-link", link, name=name, until=until
    )
    return Show(screen, quote=False)
