"""What the owner of a bargain sees when she buys at its floor."""

from bot.catalog.models import Product
from bot.deals.bargain_models import Bargain, BargainId
from bot.deals.bargaining import OfferSheet
from bot.handlers.deals.bargain_callbacks import BuyAtFloor
from bot.handlers.deals.filters import FEATURE
from bot.kit.texts import Words
from bot.orders.buying import ToPay
from bot.payments.payload import Payload
from bot.telegram.option_words import label_name
from bot.telegram.replies import Button, Disabled, Invoice, Screen, Subject

IN_A_ROW = 3


def completed(words: Words, sheet: OfferSheet, bargain: Bargain) -> Screen:
    """Told to its owner alone: now she may buy."""
    text = words(
        "deals-bargain-complete-yours",
        title=sheet.product.title(words.language),
        floor=bargain.floor,
        when=bargain.ends_at,
    )
    return Screen(text=text, rows=((buy_button(words, bargain),),))


def over(words: Words, sheet: OfferSheet, bargain: Bargain) -> Screen:
    title = sheet.product.title(words.language)
    return Screen(text=words("deals-bargain-over-yours", title=title, missing=bargain.missing))


def paid_twice(words: Words) -> Screen:
    return Screen(text=words("deals-bargain-paid-twice"))


def which_variant(words: Words, product: Product, bargain: Bargain) -> Screen:
    buttons = [
        Button(
            label_name(words, variant.label),
            Disabled()
            if variant.is_sold_out
            else BuyAtFloor(bargain=bargain.id, variant=variant.id),
        )
        for variant in product.offered
    ]
    rows = tuple(
        tuple(buttons[start : start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW)
    )
    return Screen(text=words("deals-bargain-which", floor=bargain.floor), rows=rows)


def terms(words: Words, bargain: Bargain, variant: int) -> Screen:
    accept = BuyAtFloor(bargain=bargain.id, variant=variant, accept=True)
    return Screen(
        text=words("orders-terms"),
        rows=((Button(words.plain("orders-terms-accept-button"), accept),),),
    )


def invoice(words: Words, to_pay: ToPay, bargain: Bargain, provider_token: str) -> Invoice:
    order = to_pay.order
    (line,) = order.lines
    name = line.title_in(words.language)
    return Invoice(
        title=name,
        description=words.plain("deals-bargain-invoice", merchant=to_pay.merchant.name, what=name),
        payload=str(Payload.of(to_pay.payment)),
        lines=((f"{name} × {line.quantity}", order.goods),),
        provider_token=provider_token,
        needs_name=order.needs_shipping,
        needs_address=order.needs_shipping,
        flexible=order.needs_shipping,
        screen=Screen(
            text=words("deals-bargain-pay-now", total=order.goods, span=to_pay.time_left)
        ),
        pay_label=words.plain("orders-pay-button", total=order.goods, more=to_pay.delivery_on_top),
        subject=invoice_of(bargain.id),
        start=f"bargain_{bargain.id}",
    )


def buy_button(words: Words, bargain: Bargain) -> Button:
    label = words.plain("deals-bargain-buy-button", floor=bargain.floor)
    return Button(label, BuyAtFloor(bargain=bargain.id))


def invoice_of(bargain_id: BargainId) -> Subject:
    return Subject(FEATURE, bargain_id, "bargain-invoice")
