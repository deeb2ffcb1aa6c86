"""A first understanding: words and patterns in three languages, in well under a millisecond.

A later one learns from examples; both keep the promise of ``Understanding``.
"""

import re

from bot.catalog.search.concepts import names_goods
from bot.catalog.search.ordering import Order
from bot.catalog.search.terms import is_chinese, runs
from bot.dialogue import phrases
from bot.dialogue.preferences import read_order, without_browsing
from bot.dialogue.prices import Prices, read_prices
from bot.dialogue.wishes import Wishes, lone_size, read_wishes
from bot.questions.topics import topics_in
from bot.questions.understanding import (
    AskAttribute,
    AskDelivery,
    AskOfNoProduct,
    AskOwnOrder,
    AskPrice,
    AskReturns,
    AskStock,
    AskVariant,
    Context,
    Greeting,
    Meaning,
    Remark,
    Search,
    Thanks,
    Unclear,
)

LONGEST_TEXT = 1000  # what stands behind is not read: people paste whole pages


class PatternUnderstanding:
    def read(self, text: str, language: str, context: Context) -> Meaning:  # noqa: ARG002 -- reads all three at once
        said = " ".join(text[:LONGEST_TEXT].split())
        polite = _politeness(said)
        if polite is not None:
            return polite
        if context.about_product:
            return _about_product(said, context)
        return _search(said, context)


def _politeness(said: str) -> Meaning | None:
    bare = said.strip(" .!?,…~。！？，").casefold()
    if phrases.GREETING.fullmatch(bare):
        return Greeting()
    if phrases.THANKS.fullmatch(bare):
        return Thanks()
    return None


def _about_product(said: str, context: Context) -> Meaning:
    """The first that fits wins: "how much is shipping" is about delivery, not about the price."""
    wishes = read_wishes(said)
    prices = read_prices(said, context.currency)
    meaning: Meaning
    if phrases.SEARCHING.match(said) or prices.least or prices.most:
        meaning = _search(said, context)
    elif phrases.DELIVERY.search(said):
        meaning = AskDelivery()
    elif phrases.RETURNS.search(said):
        meaning = AskReturns(text=said)
    elif size := wishes.size or lone_size(said):
        meaning = AskVariant(size=size, colour=wishes.colour)
    else:
        meaning = _about_its_facts(said, wishes)
    return meaning


def _about_its_facts(said: str, wishes: Wishes) -> Meaning:
    names, is_question = topics_in(said), _is_question(said)
    meaning: Meaning
    if listed := _listed(said):
        meaning = listed
    elif names and is_question:
        meaning = AskAttribute(names=names, text=said)
    elif phrases.PRICE.search(said):
        meaning = AskPrice()
    elif wishes.colour and (is_question or len(said.split()) <= phrases.FEW_WORDS):
        meaning = AskVariant(colour=wishes.colour)
    elif phrases.STOCK.search(said):
        meaning = AskStock()
    elif is_question or not _is_remark(said):
        meaning = AskAttribute(text=said)
    else:
        meaning = Remark()
    return meaning


def _listed(said: str) -> AskStock | None:
    if phrases.ALL_COLOURS.search(said):
        return AskStock(option="colour")
    return AskStock(option="size") if phrases.ALL_SIZES.search(said) else None


def _search(said: str, context: Context) -> Meaning:
    if phrases.OWN_ORDER.search(said):
        return AskOwnOrder()
    if (phrases.DELIVERY.search(said) or phrases.RETURNS.search(said)) and _is_question(said):
        return AskOfNoProduct()
    aside = without_browsing(said)
    if aside is not None and not _only_wanted_words(aside):
        return Search(order=Order.POPULAR)
    prices = read_prices(said, context.currency)
    order, rest = read_order(prices.rest)
    wishes = read_wishes(rest)
    words = _only_wanted_words(wishes.rest)
    if words or wishes.size or wishes.without or prices.least or prices.most:
        return _found(words, wishes, prices, order)
    return Unclear() if order is Order.BEST_MATCH else Search(order=order)


def _found(words: str, wishes: Wishes, prices: Prices, order: Order) -> Search:
    # A colour stays among the words, because titles and tags name it too.
    return Search(
        words=words,
        without=wishes.without,
        min_price=prices.least,
        max_price=prices.most,
        size=wishes.size,
        colour=wishes.colour,
        order=order,
    )


def _only_wanted_words(text: str) -> str:
    """Take away how the wish is dressed: "do you have", "ich suche", "有没有"."""
    bare = text
    for dressing in phrases.DRESSING:
        bare = dressing.sub(" ", bare)
    bare = re.sub(r"[^\w\s'’.-]+", " ", bare)
    kept = " ".join(word for word in bare.split() if word.strip(".-'’"))
    return kept if names_goods(kept) else ""


def _is_remark(said: str) -> bool:
    """A word or two, or what people say among themselves, wants no answer."""
    is_chinese_word = any(map(is_chinese, runs(said))) and len(said) <= phrases.FEW_SIGNS
    is_short = len(runs(said)) < phrases.FEW_WORDS and not any(map(is_chinese, runs(said)))
    return is_short or is_chinese_word or phrases.REMARK.search(said) is not None


def _is_question(said: str) -> bool:
    return phrases.QUESTION.search(said) is not None
