"""What an order is made of, in the reader's own language: the buyer's, or the merchant's."""

from collections.abc import Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.kit.texts import Html, Words
from bot.orders.looking import OrderSheet, Page
from bot.orders.models import Order, OrderLine, OrderStatus
from bot.telegram.option_words import BETWEEN, label_name, value_name
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Rows

FEATURE = "orders"
LINES_SHOWN = 30
IN_A_BUTTON = 24  # of a product's name


def line_name(words: Words, line: OrderLine) -> str:
    """Plain text: what it was called when she bought it, and which of its variants it is."""
    title, variant = line.title_in(words.language), variant_name(words, line)
    return f"{title} – {variant}" if variant else title


def variant_name(words: Words, line: OrderLine) -> str:
    values = line.option_values.values()
    if not values:  # it has no options, or is older than the names of its options
        return label_name(words, line.label)
    return BETWEEN.join(value_name(words, value) for value in values)


def short_name(words: Words, line: OrderLine, limit: int = IN_A_BUTTON) -> str:
    """For a button: a long title is cut, which of its variants it is stays."""
    variant = cut(variant_name(words, line), limit // 2)
    title = cut(line.title_in(words.language), limit - len(variant))
    return f"{title} – {variant}" if variant else title


def line_list(words: Words, order: Order, *, with_sku: bool = False) -> str:
    """HTML: every line with its number and price; given back ones are marked."""
    shown = [_line(words, line, with_sku=with_sku) for line in order.lines[:LINES_SHOWN]]
    rest = len(order.lines) - len(shown)
    return "\n".join([*shown, *([words("orders-more-lines", count=rest)] if rest else [])])


def delivery_line(words: Words, order: Order) -> str:
    if order.is_handed_over:
        return words("orders-handed-over")
    if not order.needs_shipping or order.shipping_code is None:
        return ""
    title = order.shipping_title_in(words.language)
    if not title:
        return words("orders-delivery-included")
    return words("orders-delivery", title=title, price=order.shipping)


def money_lines(words: Words, order: Order) -> tuple[str, ...]:
    return (
        delivery_line(words, order),
        words("orders-total", total=order.total),
        words("orders-refunded", money=order.refunded) if order.refunds else "",
    )


def address_lines(words: Words, sheet: OrderSheet) -> str:
    """HTML: who gets it and where, as it stands on a parcel; the country as the reader calls it."""
    contact, place = sheet.contact, sheet.contact.address
    if place is None:
        return ""
    town = " ".join(part for part in (place.post_code, place.city) if part)
    country = words.locale.territories.get(place.country.upper(), place.country)
    lines = (contact.name, place.street, place.street2, town, place.state, country)
    listed = Html("\n".join(escape(line) for line in lines if line))
    return words("orders-address", address=listed)


def tracking_lines(words: Words, order: Order) -> str:
    numbers = [number for sent in order.shipments for number in sent.tracking_numbers]
    if not numbers:
        return ""
    listed = Html("\n".join(f"<code>{escape(number)}</code>" for number in numbers))
    return words("orders-tracking", numbers=listed, count=len(numbers))


def status_line(words: Words, order: Order) -> str:
    return words(f"orders-status-{_state(order)}")


def summary(words: Words, order: Order) -> str:
    """Plain text for a button: an order among others."""
    return words.plain(
        "orders-summary",
        number=str(order.number),
        what=cut(order.lines[0].title_in(words.language), IN_A_BUTTON) if order.lines else "",
        more=max(0, len(order.lines) - 1),
        total=order.total,
        status=words.plain(f"orders-short-{_state(order)}"),
    )


def paragraphs(*blocks: Sequence[str]) -> str:
    """Lines that belong together, with an empty line between one block and the next."""
    kept = ["\n".join(line for line in block if line) for block in blocks]
    return "\n\n".join(block for block in kept if block)


def page_turning(page: Page, back: CallbackData, on: CallbackData) -> Rows:
    if page.pages == 1:
        return ()
    where = Button(f"{page.number + 1}/{page.pages}", Disabled())
    earlier = Button("‹", back if page.number else Disabled())
    later = Button("›", on if page.number + 1 < page.pages else Disabled())
    return ((earlier, where, later),)


def _line(words: Words, line: OrderLine, *, with_sku: bool) -> str:
    text = f"{line.quantity} × {escape(line_name(words, line))} – {escape(words.money(line.total))}"
    if line.refunded_quantity:
        text += words("orders-line-refunded", count=line.refunded_quantity)
    if with_sku and line.sku:
        text += "\n" + words("orders-sku", sku=line.sku)
    return text


def _state(order: Order) -> str:
    """Name the status in the words' keys: a download does not travel."""
    is_downloaded = order.status is OrderStatus.DELIVERED and order.is_download
    return "downloaded" if is_downloaded else order.status.value
