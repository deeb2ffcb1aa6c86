"""Commission that was paid by hand: marked by the merchant, confirmed by the group."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.catalog.repository import MerchantRepository
from bot.commissions.errors import NothingOwed, OfferGone
from bot.commissions.models import AgreementId, PayoutId
from bot.commissions.paying_out import PayingOutService, reference_of
from bot.commissions.repository import CommissionRepository
from bot.groups.service import GroupService
from bot.handlers.commissions import views
from bot.handlers.commissions.beforehand import ASKS_ITS_ADMINS
from bot.handlers.commissions.callbacks import AskPayout, ConfirmPayout, ReceivePayout
from bot.kit.money import Currency, Money
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import question
from bot.telegram.replies import Redraw, Reply, Screen, Show

router = Router(name=__name__)


@router.callback_query(AskPayout.filter())
async def ask(
    _: CallbackQuery,
    *,
    callback_data: AskPayout,
    actor: FromDishka[Actor],
    paying_out: FromDishka[PayingOutService],
    commissions: FromDishka[CommissionRepository],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    agreement = await paying_out.open(AgreementId(callback_data.agreement), by=actor.id)
    owed = await commissions.owed(agreement.id)
    if callback_data.currency not in owed:
        raise NothingOwed
    money = owed[Currency(callback_data.currency)]
    said = {"agreement": agreement.id, "minor": money.minor, "currency": money.currency.value}
    await inputs.ask(actor.id, PendingKind.PAYOUT, merchant_id=agreement.merchant_id, said=said)
    return Show(question(actor.words, "commissions-ask-reference", money=money), quote=False)


@router.message(Answers(PendingKind.PAYOUT))
async def hear(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    paying_out: FromDishka[PayingOutService],
    merchants: FromDishka[MerchantRepository],
    groups: FromDishka[GroupService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    reference = reference_of(message.text or "")
    agreement = await paying_out.open(AgreementId(pending.said["agreement"]), by=actor.id)
    money = _money(pending)
    await inputs.ask(
        actor.id,
        PendingKind.PAYOUT,
        merchant_id=agreement.merchant_id,
        said=pending.said | {"reference": reference},
    )
    screen = views.sure(
        actor.words,
        agreement,
        money,
        name=(await merchants.get(agreement.merchant_id)).name,
        title=(await groups.get(agreement.group_id)).title,
        reference=reference,
    )
    return Show(screen, quote=False)


@router.callback_query(ConfirmPayout.filter())
async def confirm(
    _: CallbackQuery,
    *,
    callback_data: ConfirmPayout,
    actor: FromDishka[Actor],
    paying_out: FromDishka[PayingOutService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    pending = await inputs.find(actor.id)
    if pending is None or not _is_about(pending, callback_data):
        raise OfferGone
    money = _money(pending)
    await paying_out.mark(
        AgreementId(callback_data.agreement),
        money,
        pending.said["reference"],
        nth=callback_data.nth,
        by=actor.id,
    )
    await inputs.forget(actor.id)
    return Redraw(Screen(text=actor.words("commissions-marked", money=money)))


@router.callback_query(ReceivePayout.filter(), flags=ASKS_ITS_ADMINS)
async def receive(
    _: CallbackQuery,
    callback_data: ReceivePayout,
    actor: FromDishka[Actor],
    paying_out: FromDishka[PayingOutService],
) -> Reply:
    payout = await paying_out.receive(PayoutId(callback_data.payout), by=actor.id)
    return Redraw(Screen(text=actor.words("commissions-got", money=payout.money)))


def _money(pending: PendingInput) -> Money:
    return Money(int(pending.said["minor"]), Currency(pending.said["currency"]))


def _is_about(pending: PendingInput, tapped: ConfirmPayout) -> bool:
    """A button is void once another sum or agreement has been asked about."""
    said = pending.said
    asked = (said.get("agreement"), said.get("minor"))
    is_payout = pending.kind is PendingKind.PAYOUT and "reference" in said
    return is_payout and asked == (tapped.agreement, tapped.minor)
