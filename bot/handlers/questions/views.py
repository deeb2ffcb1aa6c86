"""Answers as people see them."""

from collections.abc import Sequence
from html import escape

from bot.catalog.media import MediaStore
from bot.catalog.models import Product, ShippingOption
from bot.catalog.repository import Rating
from bot.catalog.search.ordering import Order
from bot.handlers.questions.callbacks import (
    AskMerchant,
    Decline,
    Leaf,
    ShowPopular,
    WriteAnswer,
)
from bot.kit.money import Currency
from bot.kit.texts import Html, Words
from bot.questions.conversation import (
    FactAnswer,
    ProductsFound,
    Quote,
    SmallTalk,
    StockAnswer,
    VariantAnswer,
)
from bot.questions.models import Question, QuestionId
from bot.questions.topics import TOPICS
from bot.telegram.buy_button import buy_button
from bot.telegram.option_words import value_name
from bot.telegram.product_card import cut, price_line, product_card, stock_line
from bot.telegram.replies import Button, Disabled, Rows, Screen

_QUOTE = 250
_STATES = {
    "in_stock": "yes",
    "sold_out": "sold-out",
    "not_offered": "none",
    "not_made_so": "one-kind",
}


def card(
    words: Words,
    product: Product,
    *,
    currency: Currency,
    media: MediaStore,
    rating: Rating | None,
    note: str = "",
    more: Rows = (),
) -> Screen:
    rows = ((buy_button(words, product),), *more)
    return product_card(
        words,
        product,
        currency=currency,
        media=media,
        rating=rating,
        note=note,
        rows=rows,
        seller=product.merchant.name,
    )


def leaves(words: Words, found: ProductsFound) -> Rows:
    """The row that turns pages, where there is more than one."""
    if found.total < len("◀▶"):
        return ()
    at = words.plain("questions-page", at=found.at + 1, total=found.total)
    back, on = (Leaf(search=found.search_id, at=(found.at + n) % found.total) for n in (-1, 1))
    return ((Button("◀", back), Button(at, Disabled()), Button("▶", on)),)


def about(
    words: Words, product: Product, note: str, currency: Currency, question_id: QuestionId | None
) -> Screen:
    """An answer in words: the card it is about stands above it already."""
    buttons = [buy_button(words, product)]
    if question_id:
        buttons.append(_ask_merchant(words, question_id, quoted=True))
    title = escape(cut(product.title(words.language), _QUOTE))
    price = price_line(words, product, currency)
    return Screen(text=f"{note}\n\n<i>{title}</i> · {price}", rows=(tuple(buttons),))


def price_note(words: Words, product: Product, currency: Currency) -> str:
    price = Html(price_line(words, product, currency))
    return words("questions-price", price=price)


def stock_note(words: Words, product: Product, answer: StockAnswer) -> str:
    said = stock_line(words, product.offered) or words("questions-stock-always")
    return f"{said}\n{_others(words, answer.others, answer.gone)}".strip()


def found_note(words: Words, found: ProductsFound, product: Product, currency: Currency) -> str:
    lines = []
    if found.corrected:
        lines.append(words("questions-corrected", words=cut(found.corrected, _QUOTE)))
    match found.missed:
        case "stock":
            lines.append(words("questions-missed-stock"))
        case "words":
            lines.append(words("questions-missed-words"))
        case "price":
            lines.append(_missed_price(words, found))
        case "currency":
            lines.append(_missed_currency(words, found, currency))
        case None if found.order is not Order.BEST_MATCH and found.total > 1:
            lines.append(words(f"questions-order-{found.order.value}"))
        case None:
            pass
    return "\n".join((*lines, *_price_she_named(words, found, product, currency)))


def _price_she_named(
    words: Words, found: ProductsFound, product: Product, currency: Currency
) -> tuple[str, ...]:
    """Name the price in the money she compares with, where the card shows another."""
    bound = found.max_price or found.min_price
    if bound is None or bound.currency is product.paid_in(currency):
        return ()
    prices = product.price_range(bound.currency)
    return (words("questions-price-in", price=prices[0]),) if prices else ()


def _missed_currency(words: Words, found: ProductsFound, currency: Currency) -> str:
    bound = found.max_price or found.min_price
    if bound is None:
        return words("questions-missed-words")
    return words("questions-missed-currency", price=bound, currency=currency.value)


def _missed_price(words: Words, found: ProductsFound) -> str:
    match found.min_price, found.max_price:
        case None, None:
            return words("questions-missed-words")
        case None, most:
            return words("questions-missed-under", price=most)
        case least, None:
            return words("questions-missed-over", price=least)
        case least, most:
            return words("questions-missed-between", least=least, most=most)


def variant_note(words: Words, answer: VariantAnswer, wanted: str) -> str:
    said = words(f"questions-variant-{_STATES[answer.state]}", wanted=wanted)
    if answer.state == "in_stock" and answer.left is not None:
        said = words("questions-variant-left", wanted=wanted, left=answer.left)
    return f"{said} {_others(words, answer.others, answer.gone)}".strip()


def _others(words: Words, others: Sequence[str], gone: Sequence[str]) -> str:
    """List what can be had, and what could be had before."""
    comma = words.plain("catalog-card-comma")
    named = (
        (key, cut(comma.join(value_name(words, value) for value in values), _QUOTE))
        for key, values in (("others", others), ("gone", gone))
        if values
    )
    return " ".join(words(f"questions-variant-{key}", values=listed) for key, listed in named)


def fact_note(words: Words, fact: FactAnswer) -> str:
    name = attribute_name(words, fact.name)
    if fact.yes is not None:
        return words("questions-fact-yes" if fact.yes else "questions-fact-no", name=name)
    value = f"{fact.value} {fact.unit}".strip()
    return words("questions-fact", name=name, value=cut(value, _QUOTE))


def attribute_name(words: Words, name: str) -> str:
    """Name an attribute in the reader's language where it is a usual one; plain text."""
    if name in TOPICS:
        return words.plain(f"questions-attribute-{name.replace('_', '-')}")
    return name.replace("_", " ").capitalize()


def quote_note(words: Words, quote: Quote) -> str:
    said = words(f"questions-quote-{quote.source}", text=cut(quote.text, _QUOTE))
    if not quote.asked:
        return said
    return f"{words('questions-quote-asked', text=cut(quote.asked, _QUOTE))}\n{said}"


def delivery_note(
    words: Words, options: Sequence[ShippingOption], currency: Currency, merchant: str
) -> str:
    if not options:
        return words("questions-delivery-unknown", merchant=merchant)
    return "\n".join(_delivery_line(words, option, currency) for option in options)


def _delivery_line(words: Words, option: ShippingOption, currency: Currency) -> str:
    parts = []
    price = option.price(currency)
    if price is not None:
        parts.append(words.money(price) if price else words.plain("questions-delivery-free"))
    if option.days_max is not None:
        least = option.days_min if option.days_min is not None else option.days_max
        parts.append(_days(words, least, option.days_max))
    if option.countries:
        parts.append(", ".join(option.countries))
    name = f"<b>{escape(option.name(words.language))}</b>"
    return f"{name}: {escape(' · '.join(parts))}" if parts else name


def _days(words: Words, least: int, most: int) -> str:
    if least == most:
        return words.plain("questions-delivery-days", days=most)
    return words.plain("questions-delivery-span", least=least, most=most)


def dont_know(words: Words, product: Product, question_id: QuestionId) -> Screen:
    title = cut(product.title(words.language), _QUOTE)
    text = words("questions-dont-know", title=title, merchant=product.merchant.name)
    return Screen(text=text, rows=((_ask_merchant(words, question_id, quoted=False),),))


def _ask_merchant(words: Words, question_id: QuestionId, *, quoted: bool) -> Button:
    label = words.plain("questions-ask-merchant-button")
    return Button(label, AskMerchant(question=question_id, quoted=quoted))


def merchant_is_asked(words: Words, product: Product, quoted: Html | None) -> Screen:
    """What stands there once the button is pressed; ``quoted`` is what it said before."""
    said = words("questions-merchant-is-asked", merchant=product.merchant.name)
    text = f"{quoted}\n\n{said}" if quoted else said
    return Screen(text=text, rows=((buy_button(words, product),),))


def nothing_found(words: Words, looked_for: str) -> Screen:
    if not looked_for:
        return Screen(text=words("questions-nothing-for-sale"))
    text = words("questions-nothing-found", words=cut(looked_for, _QUOTE))
    return Screen(text=text, rows=_popular_row(words))


def _popular_row(words: Words) -> Rows:
    return ((Button(words.plain("questions-popular-button"), ShowPopular()),),)


def small_talk(words: Words, talk: SmallTalk) -> Screen:
    rows = _popular_row(words) if talk.about in ("help", "unrecognised") else ()
    return Screen(text=words(f"questions-talk-{talk.about.replace('_', '-')}"), rows=rows)


def product_gone(words: Words) -> Screen:
    return Screen(text=words("questions-product-gone"))


def question_for_merchant(
    words: Words, question: Question, product: Product, asker: str | None
) -> Screen:
    text = words(
        "questions-merchant-asked",
        name=asker or words.plain("questions-somebody"),
        title=cut(product.title(words.language), _QUOTE),
        text=cut(question.text, _QUOTE * 4),
    )
    write = words.plain("questions-answer-button")
    decline = words.plain("questions-decline-button")
    return Screen(
        text=text,
        rows=(
            (Button(write, WriteAnswer(question=question.id)),),
            (Button(decline, Decline(question=question.id)),),
        ),
    )


def answer_prompt(words: Words, question: Question) -> Screen:
    return Screen(text=words("questions-answer-prompt", text=cut(question.text, _QUOTE)))


def answer_sent(words: Words) -> Screen:
    return Screen(text=words("questions-answer-sent"))


def merchant_answered(
    words: Words, question: Question, product: Product, mention: Html | None
) -> Screen:
    key = "questions-answered" if question.answer else "questions-declined"
    text = words(
        key,
        name=mention or words.plain("questions-somebody"),
        merchant=product.merchant.name,
        title=cut(product.title(words.language), _QUOTE),
        question=cut(question.text, _QUOTE * 2),
        answer=question.answer or "",
    )
    return Screen(text=text, rows=((buy_button(words, product),),))


def mention(person_id: int, name: str) -> Html:
    return Html(f'<a href="tg://user?id={person_id}">{escape(name)}</a>')
