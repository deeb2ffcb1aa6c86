"""Reading "42", "size M in red" and "two pieces" as a choice of a product's variant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalog.models import Product
from bot.kit.texts import LANGUAGES, Words
from bot.orders.choosing import Choice, choose
from bot.telegram.option_words import value_name

_NUMBERS = (
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    ("ein", "zwo", "一", "二", "两", "三", "四", "五"),
)
_VALUES = {"ein": 1, "zwo": 2, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5} | {
    word: number for words in _NUMBERS[:2] for number, word in enumerate(words, 1)
}
_HOW_MANY = re.compile(
    rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(_VALUES, key=len, reverse=True))})\s*"
    r"(?:pieces?|pcs|pairs?|of (?:them|those|it)|times|x\b"
    r"|stück|paare?|mal\b|davon|件|个|双|条|只|把)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\d{{1,3}}|{'|'.join(_VALUES)}", re.IGNORECASE)
_LIKE_A_SIZE = re.compile(
    r"(?:(?:in |die |bitte )*(?:size|größe|gr\.?|nummer|尺码)\s*)?"
    r"(?:\d{1,3}(?:[.,]5)?|[2-5]?x{0,3}[sl]|m)\s*[码号]?[.!?。]?",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
_LONGEST = 40  # a longer text is no answer to "which size?"


@dataclass(frozen=True, slots=True)
class Spoken:
    """``understood`` is False for what looks like a size that there is not."""

    picks: tuple[int, ...]
    quantity: int
    understood: bool


def read_choice(product: Product, picks: Sequence[int], text: str) -> Spoken | None:
    """Follow what is said from ``picks`` on; None for what is no answer to the question."""
    said = " ".join(text.casefold().split())
    if not said or len(said) > _LONGEST:
        return None
    quantity, rest = _how_many(said)
    before = choose(product, picks)
    if before.variant is not None and quantity is None and _BARE.fullmatch(rest):
        named = _named(before, len(before.options) - 1, rest) if before.options else None
        if named is None:
            return Spoken(before.picks, _value(rest), understood=True)
    found = _picks(product, picks, rest)
    if found is None and quantity is None:
        is_size = _LIKE_A_SIZE.fullmatch(said) is not None
        return Spoken(tuple(picks), 1, understood=False) if is_size else None
    after = choose(product, found or picks)
    has_number = quantity is None or after.variant is not None
    return Spoken(after.picks, quantity or 1, understood=has_number)


def _picks(product: Product, picks: Sequence[int], said: str) -> list[int] | None:
    """Pick option by option what is named; what is not keeps its pick. None if nothing is."""
    made: list[int] = []
    any_named = False
    for number in range(len(product.options)):
        choice = choose(product, made)
        if number >= len(choice.options):
            break
        named = _named(choice, number, said)
        if named is None and number >= len(picks):
            break
        any_named = any_named or named is not None
        made.append(picks[number] if named is None else named)
    return made if any_named else None


def _named(choice: Choice, number: int, said: str) -> int | None:
    """Give the number of the value that a text names, the longest name first."""
    hits = [
        (len(name), -index)
        for index, value in enumerate(choice.options[number].values)
        for name in _names(value.label)
        if _stands(name, said)
    ]
    return -max(hits)[1] if hits else _inside_span(choice, number, said)


def _names(label: str) -> set[str]:
    spoken = {value_name(Words(language), label) for language in LANGUAGES} | {label}
    plain = {name.casefold() for name in spoken}
    # "S 30 x 20 cm" is called "S", and "2 persons" "2".
    return plain | {name.split()[0] for name in plain if name}


def _stands(name: str, said: str) -> bool:
    if not name.isascii() and not any(sign.isascii() for sign in name):
        return name in said or name.removesuffix("色") in said
    tight = re.escape(name).replace("\\ ", r"\s*")
    return re.search(rf"(?<![^\W_]){tight}(?:e[nrsm]?)?(?![^\W_\u4e00-\u9fff])", said) is not None


def _inside_span(choice: Choice, number: int, said: str) -> int | None:
    asked = re.search(r"(?<!\d)\d{1,3}(?!\d)", said)
    for index, value in enumerate(choice.options[number].values):
        span = _SPAN.fullmatch(value.label.strip())
        if asked and span and int(span[1]) <= int(asked[0]) <= int(span[2]):
            return index
    return None


def _how_many(said: str) -> tuple[int | None, str]:
    found = _HOW_MANY.search(said)
    if found is None:
        return None, said
    rest = f"{said[: found.start()]} {said[found.end() :]}".strip()
    return _value(found["number"]), rest


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else _VALUES[number.casefold()]
