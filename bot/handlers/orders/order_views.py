"""An order as its buyer sees it: held, to be paid, bought, on its way."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.handlers.orders.callbacks import (
    CancelOrder,
    OrdersPage,
    PayOrder,
    Received,
    SendAgain,
    ShowOrder,
)
from bot.kit.texts import Html, Words
from bot.orders.buying import ToPay
from bot.orders.looking import OrderSheet, Page
from bot.orders.models import Order, OrderLine, OrderStatus
from bot.payments.payload import Payload
from bot.telegram.option_words import label_name
from bot.telegram.replies import Button, Copy, Disabled, Invoice, Rows, Screen, Subject

FEATURE = "orders"
LINES_SHOWN = 30
MOST_COPY_BUTTONS = 5


def held(words: Words, to_pay: ToPay) -> Screen:
    """The pieces wait for her; beside it stands the invoice."""
    order = to_pay.order
    return Screen(
        text=words(
            "orders-held",
            number=str(order.number),
            span=to_pay.time_left,
            lines=Html(line_list(words, order)),
            total=order.goods,
        ),
        rows=((Button(words.plain("orders-cancel-button"), CancelOrder(order=order.id)),),),
    )


def invoice(words: Words, to_pay: ToPay, provider_token: str) -> Invoice:
    """Telegram's payment form. Stars allow a single line; parcels need somebody to go to."""
    order = to_pay.order
    number = words.plain("orders-number", number=str(order.number))
    lines = tuple(
        (f"{line_name(words, line)} × {line.quantity}", line.total) for line in order.lines
    )
    return Invoice(
        title=line_name(words, order.lines[0]) if len(order.lines) == 1 else number,
        description=", ".join(
            f"{line.quantity} × {line_name(words, line)}" for line in order.lines
        ),
        payload=str(Payload.of(to_pay.payment)),
        lines=lines if order.needs_shipping else ((number, order.goods),),
        provider_token=provider_token,
        needs_name=order.needs_shipping,
        needs_address=order.needs_shipping,
        flexible=order.needs_shipping,
        screen=_held_in_group(words, to_pay),
        pay_label=words.plain("orders-pay-button", total=order.goods),
        subject=invoice_of(order),
    )


def _held_in_group(words: Words, to_pay: ToPay) -> Screen:
    """The receipt is private: who has never opened that chat learns here where it will be."""
    screen = held(words, to_pay)
    return replace(screen, text=f"{screen.text}\n{words('orders-receipt-comes')}")


def invoice_of(order: Order) -> Subject:
    """Where an order asks to be paid."""
    return Subject(FEATURE, order.id, "invoice")


def receipt(words: Words, sheet: OrderSheet) -> Screen:
    order = sheet.order
    return Screen(
        text=words(
            "orders-receipt",
            number=str(order.number),
            merchant=sheet.merchant.name,
            lines=Html(line_list(words, order)),
            shipping=Html(_shipping_line(words, order)),
            total=order.total,
            when=order.paid_at,
            digital=not order.needs_shipping,
        ),
        rows=((Button(words.plain("orders-open-button"), ShowOrder(order=order.id)),),),
    )


def order_page(words: Words, sheet: OrderSheet) -> Screen:
    order = sheet.order
    parts = [
        words("orders-title", number=str(order.number), merchant=sheet.merchant.name),
        words(f"orders-status-{order.status.value}"),
        "",
        line_list(words, order),
        _shipping_line(words, order),
        words("orders-total", total=order.total),
        words("orders-refunded", money=order.refunded) if order.refunds else "",
        _address_lines(words, sheet),
        tracking_lines(words, order),
        words("orders-merchant-contact", contact=sheet.merchant.support)
        if sheet.merchant.support
        else "",
    ]
    return Screen(text=_paragraphs(parts), rows=_page_buttons(words, order))


def order_list(words: Words, page: Page) -> Screen:
    if not page.orders:
        return Screen(text=words("orders-none"))
    rows = tuple(
        (Button(summary(words, order), ShowOrder(order=order.id)),) for order in page.orders
    )
    turning = page_turning(
        page,
        OrdersPage(page=page.number - 1),
        OrdersPage(page=page.number + 1),
    )
    return Screen(text=words("orders-list", count=page.count), rows=(*rows, *turning))


def shipped(words: Words, sheet: OrderSheet, numbers: Sequence[str]) -> Screen:
    order = sheet.order
    key = "orders-shipped" if numbers else "orders-shipped-plain"
    return Screen(
        text=words(
            key,
            number=str(order.number),
            merchant=sheet.merchant.name,
            numbers=Html("\n".join(f"<code>{escape(one)}</code>" for one in numbers)),
            count=len(numbers),
        ),
        rows=(*_copying(words, numbers), *_arrived(words, order)),
    )


def told(words: Words, key: str, sheet: OrderSheet, **facts: object) -> Screen:
    """A line about an order with a button that opens it."""
    order = sheet.order
    facts = {"number": str(order.number), "merchant": sheet.merchant.name, **facts}
    return Screen(
        text=words(key, **facts),
        rows=((Button(words.plain("orders-open-button"), ShowOrder(order=order.id)),),),
    )


def expired(words: Words, order: Order) -> Screen:
    again = Button(words.plain("orders-again-button"), PayOrder(order=order.id))
    return Screen(
        text=words("orders-expired", lines=Html(line_list(words, order))), rows=((again,),)
    )


def cancelled(words: Words, order: Order) -> Screen:
    return Screen(text=words("orders-cancelled", number=str(order.number)))


def line_list(words: Words, order: Order) -> str:
    """HTML: every line with its number and price; given back ones are marked."""
    shown = [_line(words, order, number) for number in range(min(LINES_SHOWN, len(order.lines)))]
    rest = len(order.lines) - len(shown)
    return "\n".join([*shown, *([words("orders-more-lines", count=rest)] if rest else [])])


def tracking_lines(words: Words, order: Order) -> str:
    numbers = [number for sent in order.shipments for number in sent.tracking_numbers]
    if not numbers:
        return ""
    listed = Html("\n".join(f"<code>{escape(number)}</code>" for number in numbers))
    return words("orders-tracking", numbers=listed, count=len(numbers))


def summary(words: Words, order: Order) -> str:
    status = words.plain(f"orders-short-{order.status.value}")
    return words.plain("orders-summary", number=str(order.number), status=status, total=order.total)


def page_turning(page: Page, back: CallbackData, on: CallbackData) -> Rows:
    if page.pages == 1:
        return ()
    where = Button(f"{page.number + 1}/{page.pages}", Disabled())
    earlier = Button("‹", back if page.number else Disabled())
    later = Button("›", on if page.number + 1 < page.pages else Disabled())
    return ((earlier, where, later),)


def line_name(words: Words, line: OrderLine) -> str:
    """Plain text: what it was called when she bought it, its variant in the reader's words."""
    return f"{line.title} – {label_name(words, line.label)}" if line.label else line.title


def _line(words: Words, order: Order, number: int) -> str:
    line = order.lines[number]
    text = f"{line.quantity} × {escape(line_name(words, line))} – {escape(words.money(line.total))}"
    if not line.refunded_quantity:
        return text
    return f"{text} ({words('orders-line-refunded', count=line.refunded_quantity)})"


def _shipping_line(words: Words, order: Order) -> str:
    if not order.needs_shipping or order.shipping_code is None:
        return ""
    title = order.shipping_title or words.plain("orders-delivery-included")
    return words("orders-delivery", title=title, price=order.shipping)


def _address_lines(words: Words, sheet: OrderSheet) -> str:
    lines = address(sheet)
    return words("orders-address", address=Html("\n".join(lines))) if lines else ""


def address(sheet: OrderSheet) -> list[str]:
    """Escaped lines as they stand on a parcel."""
    contact, place = sheet.contact, sheet.contact.address
    if place is None:
        return []
    town = " ".join(part for part in (place.post_code, place.city) if part)
    lines = (contact.name, place.street, place.street2, town, place.state, place.country)
    return [escape(line) for line in lines if line]


def _page_buttons(words: Words, order: Order) -> Rows:
    match order.status:
        case OrderStatus.RESERVED:
            pay = Button(words.plain("orders-go-on-button"), PayOrder(order=order.id))
            stop = Button(words.plain("orders-cancel-button"), CancelOrder(order=order.id))
            return ((pay,), (stop,))
        case OrderStatus.EXPIRED:
            return ((Button(words.plain("orders-again-button"), PayOrder(order=order.id)),),)
        case _:
            numbers = [number for sent in order.shipments for number in sent.tracking_numbers]
            return (*_copying(words, numbers), *_arrived(words, order), *_again(words, order))


def _again(words: Words, order: Order) -> Rows:
    if order.needs_shipping or not order.can_be_refunded:
        return ()
    return ((Button(words.plain("orders-file-again-button"), SendAgain(order=order.id)),),)


def _copying(words: Words, numbers: Sequence[str]) -> Rows:
    return tuple(
        (Button(words.plain("orders-copy-button", number=number), Copy(number)),)
        for number in numbers[:MOST_COPY_BUTTONS]
    )


def _arrived(words: Words, order: Order) -> Rows:
    if order.status is not OrderStatus.SHIPPED:
        return ()
    return ((Button(words.plain("orders-received-button"), Received(order=order.id)),),)


def _paragraphs(parts: Sequence[str]) -> str:
    return "\n".join(part for number, part in enumerate(parts) if part or number == 2)  # noqa: PLR2004
