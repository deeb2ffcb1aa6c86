"""What the owner of a bargain sees when she buys at its floor."""

from bot.catalog.models import Product
from bot.deals.bargains.models import Bargain, BargainId
from bot.deals.bargains.service import OfferSheet
from bot.handlers.deals import buying_views
from bot.handlers.deals.bargains.callbacks import BuyAtFloor
from bot.handlers.deals.filters import FEATURE
from bot.kit.texts import Words
from bot.orders.buying import ToPay
from bot.telegram.replies import Button, Invoice, Screen, Subject

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


def completed_here(words: Words, sheet: OfferSheet, bargain: Bargain) -> Screen:
    """Said where she asked, when she cannot be written to: she never started the bot."""
    text = words(
        "deals-bargain-complete-here",
        title=sheet.product.title(words.language),
        floor=bargain.floor,
        when=bargain.ends_at,
    )
    return Screen(text=text, rows=((buy_button(words, bargain),),))


def over(words: Words, sheet: OfferSheet, bargain: Bargain) -> Screen:
    text = words(
        "deals-bargain-over-yours",
        title=sheet.product.title(words.language),
        missing=bargain.missing,
        calledoff=sheet.offer.called_off_at is not None,
    )
    return Screen(text=text)


def paid_twice(words: Words) -> Screen:
    return Screen(text=words("deals-bargain-paid-twice"))


def which_variant(words: Words, product: Product, bargain: Bargain) -> Screen:
    rows = buying_views.variants(
        words, product, lambda variant: BuyAtFloor(bargain=bargain.id, variant=variant.id)
    )
    return Screen(text=words("deals-bargain-which", floor=bargain.floor), rows=rows)


def terms(words: Words, bargain: Bargain, variant: int) -> Screen:
    return buying_views.terms(words, BuyAtFloor(bargain=bargain.id, variant=variant, accept=True))


def invoice(words: Words, to_pay: ToPay, bargain: Bargain, provider_token: str) -> Invoice:
    what = buying_views.ordered(words, to_pay)
    return buying_views.form(
        words,
        to_pay,
        provider_token,
        description=words.plain("deals-bargain-invoice", merchant=to_pay.merchant.name, what=what),
        screen=buying_views.pay_now(words, to_pay),
        subject=invoice_of(bargain.id),
        start=f"bargain_{bargain.id}",
    )


def buy_button(words: Words, bargain: Bargain) -> Button:
    label = words.plain("deals-bargain-buy-button", floor=bargain.floor)
    return Button(label, BuyAtFloor(bargain=bargain.id))


def completion_of(bargain_id: BargainId) -> Subject:
    """The news of its completion in the group where she asked."""
    return Subject(FEATURE, bargain_id, "bargain-complete")


def invoice_of(bargain_id: BargainId) -> Subject:
    return Subject(FEATURE, bargain_id, "bargain-invoice")
