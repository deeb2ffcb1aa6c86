"""Reading sizes, colours and what somebody does not want out of a text."""

import re
from dataclasses import dataclass
from functools import cache

from bot.catalog.search.shopwords import COLOURS, colour_of
from bot.catalog.search.terms import is_chinese, runs, stems

_LETTERS = r"xxs|xs|s|m|l|xl|xxl|xxxl|[2-5]xl"
_NUMBERS = r"\d{2}(?:[.,]5)?"
_SPOKEN_SIZES = "small|medium|large"
_NO_UNIT = (
    r"(?!\s*(?:%|€|\$|£|cm|mm|l\b|ml|g\b|kg|元|块|天|\d|days?|weeks?|minutes?|tagen?|wochen?))"
)
_PLACE = r"(?:in|auf|mit|about)\s+(?:an?\s+)?"
_NAME = r"(?:in\s+)?(?:an?\s+)?(?:size|sz|größe|groesse|gr\.|nummer|nr\.)(?:\s+|(?=\d))"
_SIZE = re.compile(
    rf"\b{_NAME}(?P<named>{_LETTERS}|{_NUMBERS}|{_SPOKEN_SIZES})\b"
    rf"|\b{_PLACE}(?P<placed>{_LETTERS}|{_NUMBERS}|{_SPOKEN_SIZES})\b{_NO_UNIT}"
    rf"|(?P<before_sign>{_NUMBERS}|{_LETTERS})\s*[码号]"
    rf"|(?:尺码|尺寸|码数)\s*(?P<after_sign>{_NUMBERS}|{_LETTERS})"
    r"|(?P<chinese>特大|加大|大|中|小)[码号]",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*(?P<size>{_LETTERS}|{_NUMBERS})\s*[?？!]*\s*", re.IGNORECASE)
_SPOKEN = {
    "small": "S",
    "medium": "M",
    "large": "L",
    "小": "S",
    "中": "M",
    "大": "L",
    "加大": "XL",
    "特大": "XXL",
}
_WITHOUT = re.compile(
    r"(?:\b(?:without(?: any)?|nothing (?:with|in)|no|not|non|but not"
    r"|nichts (?:mit|in|aus)|ohne|nicht|kein(?:e[nrms]?)?|außer)\s+"
    r"(?:made of |made from |in |aus |of )?(?P<latin>[^\W\d_]{3,})"
    r"|(?:不要|不含|(?<!有)没有|除了|非)(?P<chinese>[\u4e00-\u9fff]{1,3}))",
    re.IGNORECASE,
)
# "not expensive" and "no idea" name nothing that a product could lack.
_NO_THINGS = (
    "more less over too very sure idea one expensive teuer zu mehr so the any sehr nur yet only "
    "problem that this what just really auch"
)
_NO_THING = frozenset(_NO_THINGS.split())


@dataclass(frozen=True, slots=True)
class Wishes:
    size: str | None
    colour: str | None
    without: str
    rest: str  # the text without size and without what is not wanted; a colour stays


def read_wishes(text: str) -> Wishes:
    size, rest = _read_size(text)
    without, rest = _read_without(rest)
    return Wishes(size, read_colour(rest), without, rest)


def read_colour(text: str) -> str | None:
    """Name the first colour in a text, in English."""
    for run in runs(text):
        found = _colour_in_chinese(run) if is_chinese(run) else _colour_of(run)
        if found:
            return found
    return None


def lone_size(text: str) -> str | None:
    """Read a text that is nothing but a size, such as "42?"."""
    found = _ALONE.fullmatch(text)
    return found.group("size").upper().replace(",", ".") if found else None


def _read_size(text: str) -> tuple[str | None, str]:
    found = _SIZE.search(text)
    if found is None:
        return None, text
    size = next(part for part in found.groups() if part)
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return _SPOKEN.get(size.casefold(), size.upper().replace(",", ".")), rest


def _read_without(text: str) -> tuple[str, str]:
    unwanted = []
    rest = text
    for found in _WITHOUT.finditer(text):
        word = found.group("latin") or found.group("chinese")
        if word.casefold() in _NO_THING:
            continue
        unwanted.append(word.removesuffix("的"))
        rest = rest.replace(found.group(), " ", 1)
    return " ".join(unwanted), rest


def _colour_of(word: str) -> str | None:
    exact = colour_of(word)
    if exact:
        return exact
    # "roten", "schwarzes": German colours bend with what they describe.
    bent = stems(word)
    return next((name for stem, name in _stemmed_colours().items() if stem in bent), None)


@cache
def _stemmed_colours() -> dict[str, str]:
    return {
        stem: name
        for name, words in COLOURS.items()
        for word in words
        if not is_chinese(word)
        for stem in stems(word)
    }


def _colour_in_chinese(run: str) -> str | None:
    named = [
        (run.index(word), -len(word), name)
        for name, words in COLOURS.items()
        for word in words
        if is_chinese(word) and word in run
    ]
    return min(named)[2] if named else None
