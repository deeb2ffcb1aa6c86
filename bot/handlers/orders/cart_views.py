from bot.catalog.stock import MAX_QUANTITY
from bot.handlers.orders.callbacks import ChangeCart, ClearCart, Close, PayCart, ShowCart
from bot.handlers.orders.order_views import line_list
from bot.kit.texts import Html, Words
from bot.orders.models import Order, OrderLine
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Screen

LABEL = 24


def cart(words: Words, order: Order, *, merchant: str, changed: bool = False) -> Screen:
    """Everything in it, with a row of buttons for each line."""
    head = words("orders-cart-changed") + "\n\n" if changed else ""
    text = words(
        "orders-cart", merchant=merchant, lines=Html(line_list(words, order)), total=order.goods
    )
    pay = Button(
        words.plain("orders-pay-button", total=order.goods), PayCart(total=order.goods.minor)
    )
    clear = Button(words.plain("orders-clear-button"), ClearCart())
    return Screen(
        text=head + text, rows=(*(_line(order, line) for line in order.lines), (pay,), (clear,))
    )


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


def _line(order: Order, line: OrderLine) -> tuple[Button, ...]:
    more = line.quantity + 1
    can_more = order.needs_shipping and more <= MAX_QUANTITY
    name = cut(line.label or line.title, LABEL)
    return (
        Button("−", ChangeCart(variant=line.variant_id, quantity=line.quantity - 1)),
        Button(f"{line.quantity} × {name}", Disabled()),
        Button("+", ChangeCart(variant=line.variant_id, quantity=more) if can_more else Disabled()),
    )
