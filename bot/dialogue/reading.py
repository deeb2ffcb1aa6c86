"""A first understanding: words and patterns in three languages, in well under a millisecond.

A later one learns from examples; both keep the promise of ``Understanding``.
"""

import re

from bot.catalog.search.concepts import concepts
from bot.dialogue import phrases
from bot.dialogue.prices import Prices, read_prices
from bot.dialogue.wishes import Wishes, lone_size, read_wishes
from bot.questions.topics import topics_in
from bot.questions.understanding import (
    AskAttribute,
    AskDelivery,
    AskPrice,
    AskReturns,
    AskStock,
    AskVariant,
    Context,
    Greeting,
    Meaning,
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
    names = topics_in(said)
    meaning: Meaning
    if phrases.SEARCHING.match(said) or prices.least or prices.most:
        meaning = _search(said, context)
    elif phrases.DELIVERY.search(said):
        meaning = AskDelivery()
    elif phrases.RETURNS.search(said):
        meaning = AskReturns(text=said)
    elif size := wishes.size or lone_size(said):
        meaning = AskVariant(size=size, colour=wishes.colour)
    elif names and _is_question(said):
        meaning = AskAttribute(names=names, text=said)
    elif phrases.PRICE.search(said):
        meaning = AskPrice()
    elif wishes.colour and (_is_question(said) or len(said.split()) <= phrases.FEW_WORDS):
        meaning = AskVariant(colour=wishes.colour)
    elif phrases.STOCK.search(said):
        meaning = AskStock()
    elif _is_question(said):
        meaning = AskAttribute(text=said)
    else:
        meaning = Unclear()
    return meaning


def _search(said: str, context: Context) -> Meaning:
    prices = read_prices(said, context.currency)
    wishes = read_wishes(prices.rest)
    words = _only_wanted_words(wishes.rest)
    if not (words or wishes.size or wishes.without or prices.least or prices.most):
        return Unclear()
    return _found(words, wishes, prices)


def _found(words: str, wishes: Wishes, prices: Prices) -> Search:
    # A colour stays among the words, because titles and tags name it too.
    return Search(
        words=words,
        without=wishes.without,
        min_price=prices.least,
        max_price=prices.most,
        size=wishes.size,
        colour=wishes.colour,
    )


def _only_wanted_words(text: str) -> str:
    """Take away how the wish is dressed: "do you have", "ich suche", "有没有"."""
    bare = text
    for dressing in phrases.DRESSING:
        bare = dressing.sub(" ", bare)
    bare = re.sub(r"[^\w\s'’.-]+", " ", bare)
    kept = " ".join(word for word in bare.split() if word.strip(".-'’"))
    return kept if concepts(kept) else ""


def _is_question(said: str) -> bool:
    return phrases.QUESTION.search(said) is not None
