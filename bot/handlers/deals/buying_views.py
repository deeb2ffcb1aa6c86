"""What every way of buying together shows on the way to the money."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from bot.catalog.models import Product, Variant
from bot.kit.texts import Words
from bot.orders.buying import ToPay
from bot.payments.payload import Payload
from bot.telegram.option_words import label_name
from bot.telegram.replies import Button, Disabled, Invoice, Rows, Screen, Subject

IN_A_ROW = 3


def named(words: Words, product: Product, variant: Variant | None) -> str:
    """The product with its size and colour; plain text."""
    title = product.title(words.language)
    label = label_name(words, variant.label) if variant is not None else ""
    return f"{title} – {label}" if label else title


def ordered(words: Words, to_pay: ToPay) -> str:
    """What an order's one line is called, size and colour too; plain text."""
    (line,) = to_pay.order.lines
    title = line.title_in(words.language)
    label = label_name(words, line.label)
    return f"{title} – {label}" if label else title


def variants(
    words: Words,
    product: Product,
    press: Callable[[Variant], CallbackData],
    chosen: Variant | None = None,
) -> Rows:
    """A button for each variant; sold out ones cannot be pressed."""
    buttons = []
    for variant in product.offered:
        label = label_name(words, variant.label)
        is_chosen = chosen is not None and variant.id == chosen.id
        opens = Disabled() if variant.is_sold_out else press(variant)
        buttons.append(Button(f"✓ {label}" if is_chosen else label, opens))
    return tuple(
        tuple(buttons[start : start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW)
    )


def terms(words: Words, accept: CallbackData) -> Screen:
    """What she agrees to before her first payment."""
    button = Button(words.plain("orders-terms-accept-button"), accept)
    return Screen(text=words("orders-terms"), rows=((button,),))


def pay_now(words: Words, to_pay: ToPay) -> Screen:
    """What stands above the form's button, when an offer that was reached is bought."""
    total, span = to_pay.order.goods, to_pay.time_left
    return Screen(text=words("deals-bargain-pay-now", total=total, span=span))


def form(
    words: Words,
    to_pay: ToPay,
    provider_token: str,
    *,
    description: str,
    screen: Screen,
    subject: Subject,
    start: str,
) -> Invoice:
    """Telegram's payment form for an order of one line."""
    order = to_pay.order
    (line,) = order.lines
    name = ordered(words, to_pay)
    return Invoice(
        title=name,
        description=description,
        payload=str(Payload.of(to_pay.payment)),
        lines=((f"{name} × {line.quantity}", order.goods),),
        provider_token=provider_token,
        needs_name=order.needs_shipping,
        needs_address=order.needs_shipping,
        flexible=order.needs_shipping,
        screen=screen,
        pay_label=words.plain("orders-pay-button", total=order.goods, more=to_pay.delivery_on_top),
        subject=subject,
        start=start,
    )
