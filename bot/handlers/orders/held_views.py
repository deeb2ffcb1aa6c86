"""An order while its pieces wait for their payment, and what its message becomes afterwards."""

from dataclasses import replace

from bot.handlers.orders.callbacks import CancelOrder, PayOrder
from bot.handlers.orders.order_parts import FEATURE, line_list, line_name, short_name
from bot.kit.texts import Html, Words
from bot.orders.buying import ToPay
from bot.orders.models import Order
from bot.payments.payload import Payload
from bot.telegram.replies import Button, Invoice, Redraw, Reply, Screen, Subject

IN_A_TITLE = 29  # Telegram allows 32, and a dash stands before the variant


def asks_to_pay(words: Words, to_pay: ToPay, provider_token: str, *, in_private: bool) -> Reply:
    """Draw over the message that was tapped: in a group it is the payment's own button."""
    form = invoice(words, to_pay, provider_token)
    if not in_private:
        return form
    return Redraw(held(words, to_pay), subject=held_of(to_pay.order)), form


def held(words: Words, to_pay: ToPay) -> Screen:
    """The pieces wait for her; beside it stands the invoice."""
    order = to_pay.order
    return Screen(
        text=words(
            "orders-held",
            number=str(order.number),
            merchant=to_pay.merchant.name,
            span=to_pay.time_left,
            lines=Html(line_list(words, order)),
            total=order.goods,
            more=to_pay.delivery_on_top,
        ),
        rows=((Button(words.plain("orders-cancel-button"), CancelOrder(order=order.id)),),),
    )


def invoice(words: Words, to_pay: ToPay, provider_token: str) -> Invoice:
    """Telegram's payment form. Stars allow a single line; parcels need somebody to go to."""
    order, merchant = to_pay.order, to_pay.merchant.name
    number = words.plain("orders-number", number=str(order.number))
    lines = tuple(
        (f"{line_name(words, line)} × {line.quantity}", line.total) for line in order.lines
    )
    listed = words.plain("catalog-card-comma").join(
        f"{line.quantity} × {line_name(words, line)}" for line in order.lines
    )
    return Invoice(
        title=short_name(words, order.lines[0], IN_A_TITLE) if len(order.lines) == 1 else number,
        description=words.plain(
            "orders-invoice", merchant=merchant, lines=listed, more=to_pay.delivery_on_top
        ),
        payload=str(Payload.of(to_pay.payment)),
        lines=lines if order.needs_shipping else ((number, order.goods),),
        provider_token=provider_token,
        needs_name=order.needs_shipping,
        needs_address=order.needs_shipping,
        flexible=order.needs_shipping,
        screen=_held_in_group(words, to_pay),
        pay_label=words.plain("orders-pay-button", total=order.goods, more=to_pay.delivery_on_top),
        subject=invoice_of(order),
    )


def invoice_of(order: Order) -> Subject:
    """Where an order asks to be paid in a group, seen by the buyer alone."""
    return Subject(FEATURE, order.id, "invoice")


def held_of(order: Order) -> Subject:
    """Where the private chat says that the pieces are kept."""
    return Subject(FEATURE, order.id, "held")


def paid_in_group(words: Words, order: Order) -> Screen:
    return Screen(text=words("orders-paid-whisper", number=str(order.number)))


def paid_in_private(words: Words, order: Order) -> Screen:
    return Screen(text=words("orders-paid-held", number=str(order.number)))


def expired(words: Words, order: Order) -> Screen:
    again = Button(words.plain("orders-again-button"), PayOrder(order=order.id))
    return Screen(
        text=words("orders-expired", lines=Html(line_list(words, order))), rows=((again,),)
    )


def expired_in_group(words: Words, order: Order) -> Screen:
    """The button to try again stands in the private chat, where the form is sent."""
    return Screen(text=expired(words, order).text)


def expired_in_private(words: Words, order: Order) -> Screen:
    """Below it stands what went back on the shelf."""
    return Screen(text=words("orders-expired-held", number=str(order.number)))


def cancelled(words: Words, order: Order) -> Screen:
    return Screen(text=words("orders-cancelled", number=str(order.number)))


def _held_in_group(words: Words, to_pay: ToPay) -> Screen:
    """The receipt is private: who has never opened that chat learns here where it will be."""
    screen = held(words, to_pay)
    return replace(screen, text=f"{screen.text}\n{words('orders-receipt-comes')}")
