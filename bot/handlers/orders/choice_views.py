"""Choosing a variant and how many, seen by the buyer alone."""

from collections.abc import Sequence
from html import escape
from typing import Any, TypeAlias

from bot.catalog.models import Product, Variant
from bot.catalog.stock import MAX_QUANTITY
from bot.handlers.orders.callbacks import (
    AcceptAndPay,
    AddToCart,
    Begun,
    Close,
    Pay,
    Pick,
    StartOver,
    Wanted,
)
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.orders.choosing import Choice
from bot.telegram.option_words import label_name, option_kind, option_name, value_name
from bot.telegram.product_card import stock_line
from bot.telegram.replies import Button, Disabled, Picture, Screen

WIDE, NARROW = 4, 2
SHORT_LABEL = 8
Row: TypeAlias = tuple[Button, ...]


def variant_choice(
    words: Words,
    product: Product,
    choice: Choice,
    *,
    begun: Begun,
    quantity: int = 1,
    price: Money | None = None,
    picture: Picture | None = None,
    delivery_on_top: bool = False,
) -> Screen:
    """Ask for what is not chosen yet; ``price`` is that of the chosen variant, once there is."""
    rows = [
        row
        for number in range(len(choice.options))
        for row in _values(words, choice, number, begun, product)
    ]
    lines = [f"<b>{escape(product.title(words.language))}</b>"]
    variant = choice.variant
    if variant is None or price is None:
        asked = choice.options[-1].name if choice.options else ""
        lines.append(
            words("orders-choose", kind=option_kind(asked), option=option_name(words, asked))
        )
    else:
        quantity = _possible(product, variant, quantity)
        lines.append(_priced(words, variant, price, quantity))
        lines.append(stock_line(words, [variant]))
        rows += _buying(
            words,
            product,
            choice,
            variant=variant,
            quantity=quantity,
            total=price * quantity,
            begun=begun,
            delivery_on_top=delivery_on_top,
        )
    rows.append((Button(words.plain("orders-close-button"), Close()),))
    return Screen(text="\n".join(line for line in lines if line), rows=tuple(rows), picture=picture)


def terms(words: Words, wanted: Wanted) -> Screen:
    """What she agrees to before her first payment; accepting goes straight on."""
    accept = AcceptAndPay(**wanted.model_dump())
    return Screen(
        text=words("orders-terms"),
        rows=(
            (Button(words.plain("orders-terms-accept-button"), accept),),
            (Button(words.plain("orders-close-button"), Close()),),
        ),
    )


def other_merchant(words: Words, wanted: Wanted, *, theirs: str, ours: str) -> Screen:
    again = StartOver(**wanted.model_dump())
    return Screen(
        text=words("orders-other-merchant", theirs=theirs, ours=ours),
        rows=(
            (Button(words.plain("orders-start-over-button"), again),),
            (Button(words.plain("orders-keep-cart-button"), Close()),),
        ),
    )


def _values(words: Words, choice: Choice, number: int, begun: Begun, product: Product) -> list[Row]:
    """The values of one option; sold out ones cannot be pressed."""
    option = choice.options[number]
    before = choice.picks[:number]
    labels = [value_name(words, value.label) for value in option.values]
    buttons = [
        Button(
            f"✓ {labels[index]}" if value.is_picked else labels[index],
            _pick(product, (*before, index), 1, begun) if value.is_left else Disabled(),
        )
        for index, value in enumerate(option.values)
    ]
    return _in_rows(buttons, _width(labels))


def _buying(
    words: Words,
    product: Product,
    choice: Choice,
    *,
    variant: Variant,
    quantity: int,
    total: Money,
    begun: Begun,
    delivery_on_top: bool,
) -> list[Row]:
    if variant.is_sold_out:
        return [(Button(words.plain("orders-sold-out-button"), Disabled()),)]
    wanted: dict[str, Any] = {
        "variant": variant.id,
        "quantity": quantity,
        "total": total.minor,
        **_where(begun),
    }
    pay = words.plain("orders-pay-button", total=total, more=delivery_on_top)
    return [
        *_how_many(words, product, choice, variant=variant, quantity=quantity, begun=begun),
        (Button(pay, Pay(**wanted)),),
        (Button(words.plain("orders-add-button"), AddToCart(**wanted)),),
    ]


def _how_many(
    words: Words,
    product: Product,
    choice: Choice,
    *,
    variant: Variant,
    quantity: int,
    begun: Begun,
) -> list[Row]:
    if not product.needs_shipping:  # nobody wants the same file twice
        return []
    fewer = _pick(product, choice.picks, quantity - 1, begun) if quantity > 1 else Disabled()
    has_more = _possible(product, variant, quantity + 1) > quantity
    more = _pick(product, choice.picks, quantity + 1, begun) if has_more else Disabled()
    return [(Button("−", fewer), Button(words.number(quantity), Disabled()), Button("+", more))]


def _pick(product: Product, picks: Sequence[int], quantity: int, begun: Begun) -> Pick:
    return Pick(
        product=product.id,
        picks="-".join(str(pick) for pick in picks),
        quantity=quantity,
        **_where(begun),
    )


def _where(begun: Begun) -> dict[str, Any]:
    return {"currency": begun.currency, "group": begun.group, "thread": begun.thread}


def _priced(words: Words, variant: Variant, price: Money, quantity: int) -> str:
    label = escape(label_name(words, variant.label))
    each = escape(words.money(price))
    if quantity > 1:
        each = f"{quantity} × {each} = <b>{escape(words.money(price * quantity))}</b>"
    return " · ".join(part for part in (label, each) if part)


def _possible(product: Product, variant: Variant, quantity: int) -> int:
    if not product.needs_shipping:
        return 1
    most = MAX_QUANTITY if variant.left is None else min(variant.left, MAX_QUANTITY)
    return max(1, min(quantity, most))


def _width(labels: Sequence[str]) -> int:
    longest = max(map(len, labels))
    return WIDE if longest <= SHORT_LABEL else NARROW


def _in_rows(buttons: Sequence[Button], width: int) -> list[Row]:
    return [tuple(buttons[start : start + width]) for start in range(0, len(buttons), width)]
