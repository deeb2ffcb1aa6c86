"""An order as its buyer sees it: bought, on its way, given back."""

from collections.abc import Sequence
from html import escape

from bot.handlers.orders.callbacks import (
    CancelOrder,
    OpenListed,
    OrdersPage,
    PayOrder,
    Received,
    SendAgain,
    ShowOrder,
)
from bot.handlers.orders.order_parts import (
    address_lines,
    delivery_line,
    line_list,
    money_lines,
    page_turning,
    paragraphs,
    status_line,
    summary,
    tracking_lines,
)
from bot.kit.money import Currency, Money
from bot.kit.texts import Html, Words
from bot.orders.looking import OrderSheet, Page
from bot.orders.models import Order, OrderStatus
from bot.telegram.replies import Button, Copy, Rows, Screen

MOST_COPY_BUTTONS = 5


def receipt(words: Words, sheet: OrderSheet) -> Screen:
    order = sheet.order
    return Screen(
        text=words(
            "orders-receipt",
            number=str(order.number),
            merchant=sheet.merchant.name,
            lines=Html(paragraphs((line_list(words, order), delivery_line(words, order)))),
            total=order.total,
            when=order.paid_at,
            digital=order.is_download,
        ),
        rows=((Button(words.plain("orders-open-button"), ShowOrder(order=order.id)),),),
    )


def order_page(words: Words, sheet: OrderSheet, *, listed_on: int | None = None) -> Screen:
    """``listed_on`` is the page of the list that it was opened from."""
    order = sheet.order
    contact = sheet.merchant.support
    text = paragraphs(
        (
            words("orders-title", number=str(order.number), merchant=sheet.merchant.name),
            status_line(words, order),
        ),
        (line_list(words, order), *money_lines(words, order)),
        (address_lines(words, sheet),),
        (tracking_lines(words, order),),
        (words("orders-merchant-contact", contact=contact) if contact else "",),
    )
    rows = _page_buttons(words, order)
    if listed_on is not None:
        back = Button(words.plain("orders-list-button"), OrdersPage(page=listed_on))
        rows = (*rows, (back,))
    return Screen(text=text, rows=rows)


def order_list(words: Words, page: Page) -> Screen:
    if not page.orders:
        return Screen(text=words("orders-none"))
    rows = tuple(
        (Button(summary(words, order), OpenListed(order=order.id, page=page.number)),)
        for order in page.orders
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


def money_back(words: Words, key: str, sheet: OrderSheet, money: Money) -> Screen:
    """Cards take days, Stars none."""
    return told(words, key, sheet, money=money, stars=money.currency is Currency.XTR)


def told(words: Words, key: str, sheet: OrderSheet, **facts: object) -> Screen:
    """A line about an order with a button that opens it."""
    order = sheet.order
    facts = {"number": str(order.number), "merchant": sheet.merchant.name, **facts}
    return Screen(
        text=words(key, **facts),
        rows=((Button(words.plain("orders-open-button"), ShowOrder(order=order.id)),),),
    )


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
    if not order.is_download or not order.can_be_refunded:
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
