"""Who acts for a shop: links that let people in, and the list of those who are."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import MerchantId, StaffRole
from bot.handlers.merchants import shop_views
from bot.handlers.merchants.callbacks import InviteStaff, RemoveStaff, ShowTeam
from bot.handlers.merchants.desk import OwnersDesk
from bot.handlers.merchants.filters import STAFF_LINK, Invited
from bot.kit.clock import Clock
from bot.merchants.inviting import LIFETIME, InvitationService
from bot.merchants.shopfront import ShopfrontService
from bot.people.models import PersonId
from bot.people.service import PeopleService
from bot.telegram.actor import Actor
from bot.telegram.replies import Redraw, Reply, Screen, Show

router = Router(name=__name__)


@router.message(Invited())
async def join(
    message: Message,
    *,
    code: str,
    actor: FromDishka[Actor],
    people: FromDishka[PeopleService],
    invitations: FromDishka[InvitationService],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    if message.from_user is None:
        return None
    user = message.from_user
    await people.started(actor.id, name=user.full_name, username=user.username)
    merchant, role = await invitations.accept(code, by=actor.id)
    if role is StaffRole.STAFF:
        text = actor.words("merchants-welcome-staff", name=merchant.name)
        return Show(Screen(text=text), quote=False)
    note = actor.words("merchants-welcome-owner", name=merchant.name)
    return Show(await desk.shop(actor, merchant.id, note), quote=False)


@router.callback_query(ShowTeam.filter())
async def show(
    _: CallbackQuery,
    callback_data: ShowTeam,
    actor: FromDishka[Actor],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    return Redraw(await desk.team(actor, MerchantId(callback_data.merchant)))


@router.callback_query(InviteStaff.filter())
async def invite(
    _: CallbackQuery,
    *,
    callback_data: InviteStaff,
    bot: Bot,
    actor: FromDishka[Actor],
    invitations: FromDishka[InvitationService],
    shopfront: FromDishka[ShopfrontService],
    clock: FromDishka[Clock],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    code = await invitations.invite_staff(merchant.id, by=actor.id)
    link = f"https://t.me/{(await bot.me()).username}?start={STAFF_LINK}{code}"
    until = clock.now() + LIFETIME
    screen = shop_views.invitation(
        actor.words, "merchants-staff-link", link, name=merchant.name, until=until
    )
    return Show(screen, quote=False)


@router.callback_query(RemoveStaff.filter())
async def remove(
    _: CallbackQuery,
    callback_data: RemoveStaff,
    actor: FromDishka[Actor],
    invitations: FromDishka[InvitationService],
    desk: FromDishka[OwnersDesk],
) -> Reply:
    merchant_id = MerchantId(callback_data.merchant)
    if not callback_data.sure:
        member = await invitations.member(merchant_id, PersonId(callback_data.person), by=actor.id)
        return Redraw(shop_views.remove_member(actor.words, merchant_id, member))
    await invitations.remove(merchant_id, PersonId(callback_data.person), by=actor.id)
    note = actor.words("merchants-member-removed")
    return Redraw(await desk.team(actor, merchant_id, note))
