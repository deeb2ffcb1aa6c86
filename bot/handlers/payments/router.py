from aiogram import Router
from aiogram.filters import Command
from aiogram.types import (
    CallbackQuery,
    Message,
    PreCheckoutQuery,
    RefundedPayment,
    ShippingQuery,
    SuccessfulPayment,
)
from dishka.integrations.aiogram import FromDishka

from bot.handlers.payments import forms, views
from bot.handlers.payments.callbacks import RetryRefund
from bot.handlers.payments.filters import NobodysInvoice, StarsReturned
from bot.payments.errors import UnknownPayment, UnknownRefund
from bot.payments.models import RefundId
from bot.payments.payload import Payload
from bot.payments.refunding import RefundService
from bot.payments.service import PaymentService
from bot.telegram.actor import Actor
from bot.telegram.filters import Paid
from bot.telegram.replies import Approve, Redraw, Reply, Whisper

router = Router(name=__name__)


@router.pre_checkout_query()
async def confirm(query: PreCheckoutQuery, payments: FromDishka[PaymentService]) -> Reply:
    """Telegram waits ten seconds for this answer and charges only on a yes."""
    payload = Payload.read(query.invoice_payload)
    await payments.check(payload.payment_id, forms.checkout(query))
    return Approve()


@router.shipping_query(NobodysInvoice())
async def refuse_shipping(_: ShippingQuery) -> Reply:
    raise UnknownPayment


@router.message(Paid())
async def count(
    _: Message,
    receipt: SuccessfulPayment,
    actor: FromDishka[Actor],
    payments: FromDishka[PaymentService],
) -> Reply:
    """The buyer's receipt is a notice, so that it is not lost in a crash."""
    payload = Payload.read(receipt.invoice_payload)
    await payments.succeed(payload.payment_id, forms.receipt(receipt, actor.id))
    return None


@router.message(StarsReturned())
async def learn_of_returned_stars(
    _: Message, returned: RefundedPayment, refunds: FromDishka[RefundService]
) -> Reply:
    """Mostly the echo of our own doing; Telegram's support may give Stars back too."""
    await refunds.learn(returned.telegram_payment_charge_id)
    return None


@router.message(Command("paysupport"))
async def show_support(_: Message, actor: FromDishka[Actor]) -> Reply:
    return Whisper(views.support(actor.words))


@router.callback_query(RetryRefund.filter())
async def retry(
    _: CallbackQuery,
    callback_data: RetryRefund,
    actor: FromDishka[Actor],
    refunds: FromDishka[RefundService],
) -> Reply:
    if not actor.person.is_operator:
        raise UnknownRefund
    await refunds.retry(RefundId(callback_data.refund_id))
    return Redraw(views.trying_again(actor.words))
