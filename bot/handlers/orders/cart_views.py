from bot.catalog.stock import MAX_QUANTITY
from bot.handlers.orders.callbacks import ChangeCart, ClearCart, Close, PayCart, ShowCart
from bot.handlers.orders.order_parts import line_list, short_name
from bot.kit.texts import Html, Words
from bot.orders.cart import OpenCart
from bot.orders.models import Order, OrderLine
from bot.telegram.replies import Button, Disabled, Screen


def cart(words: Words, opened: OpenCart) -> Screen:
    """Everything in it, with a row of buttons for each line."""
    order, more = opened.order, opened.delivery_on_top
    head = words("orders-cart-changed") + "\n\n" if opened.changed else ""
    text = words(
        "orders-cart",
        merchant=opened.merchant.name,
        lines=Html(line_list(words, order)),
        total=order.goods,
        more=more,
    )
    pay = Button(
        words.plain("orders-pay-button", total=order.goods, more=more),
        PayCart(total=order.goods.minor),
    )
    clear = Button(words.plain("orders-clear-button"), ClearCart())
    pieces = (_line(words, order, line) for line in order.lines)
    return Screen(text=head + text, rows=(*pieces, (pay,), (clear,)))


def empty(words: Words) -> Screen:
    return Screen(text=words("orders-error-cart-empty"))


def added(words: Words, order: Order) -> Screen:
    return Screen(
        text=words("orders-added", count=sum(line.quantity for line in order.lines)),
        rows=(
            (Button(words.plain("orders-show-cart-button"), ShowCart()),),
            (Button(words.plain("orders-close-button"), Close()),),
        ),
    )


def terms(words: Words, total: int) -> Screen:
    accept = PayCart(total=total, accept=True)
    return Screen(
        text=words("orders-terms"),
        rows=(
            (Button(words.plain("orders-terms-accept-button"), accept),),
            (Button(words.plain("orders-back-button"), ShowCart()),),
        ),
    )


def _line(words: Words, order: Order, line: OrderLine) -> tuple[Button, ...]:
    more = line.quantity + 1
    can_more = order.needs_shipping and more <= MAX_QUANTITY
    name = short_name(words, line)
    return (
        Button("−", ChangeCart(variant=line.variant_id, quantity=line.quantity - 1)),
        Button(f"{line.quantity} × {name}", Disabled()),
        Button("+", ChangeCart(variant=line.variant_id, quantity=more) if can_more else Disabled()),
    )
