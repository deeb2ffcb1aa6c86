"""Reading "under 50", "zwischen 20 und 40 Euro" and "50元以下" out of a text."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.dialogue.numerals import with_digits
from bot.kit.money import Currency, Money

_SIGNS: dict[str, Currency] = {
    "€": Currency.EUR,
    "eur": Currency.EUR,
    "euro": Currency.EUR,
    "euros": Currency.EUR,
    "欧元": Currency.EUR,
    "欧": Currency.EUR,
    "$": Currency.USD,
    "usd": Currency.USD,
    "dollar": Currency.USD,
    "dollars": Currency.USD,
    "bucks": Currency.USD,
    "美元": Currency.USD,
    "美金": Currency.USD,
    "£": Currency.GBP,
    "gbp": Currency.GBP,
    "pound": Currency.GBP,
    "pounds": Currency.GBP,
    "quid": Currency.GBP,
    "英镑": Currency.GBP,
    "¥": Currency.CNY,
    "cny": Currency.CNY,
    "rmb": Currency.CNY,
    "yuan": Currency.CNY,
    "元": Currency.CNY,
    "块": Currency.CNY,
    "块钱": Currency.CNY,
    "人民币": Currency.CNY,
    "jpy": Currency.JPY,
    "yen": Currency.JPY,
    "日元": Currency.JPY,
    "chf": Currency.CHF,
    "franken": Currency.CHF,
    "stars": Currency.XTR,
    "⭐": Currency.XTR,
}
# Signs that several countries use mean the money of this chat where that is one of them.
_SHARED: dict[str, frozenset[Currency]] = {
    sign: frozenset(
        Currency(code) for code in ("AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "USD")
    )
    for sign in ("$", "dollar", "dollars", "bucks")
} | {sign: frozenset({Currency.CNY, Currency.JPY}) for sign in ("¥", "元", "块", "块钱")}

_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
# A number before a unit is no price: "up to 40 l", "under 2 kg".
_UNITS = (
    "l|ml|cl|cm|mm|m|km|kg|g|lb|oz|inch|zoll|w|watt|v|lm|gb|tb|years?|jahre|persons?|personen|"
    "people|pieces|stück"
)
_NO_UNIT = rf"(?!\s*(?:(?:{_UNITS})\b|[%°码号升厘公克人件双]))"
_NUMBER = r"\d{1,3}(?:[.,'\u2019 ]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"


def _amount(name: str) -> str:
    return (
        rf"(?:(?P<before_{name}>{_SIGN})\s*)?(?P<number_{name}>{_NUMBER})(?![\d.,]*\d){_NO_UNIT}"
        rf"(?:\s*(?P<after_{name}>{_SIGN})(?![a-zäöü]))?(?:\s*,?[-–]{{1,2}}(?=\s|$))?"
    )


_A, _B = _amount("a"), _amount("b")
_LESS = (
    r"(?:for |costs? |is |für )?"
    r"(?:under|below|less than|cheaper than|up to|at most|no more than|not more than|not over|"
    r"max(?:imum)?\.?(?: of)?|within|"
    r"unter|bis zu|bis|weniger als|billiger als|günstiger als|nicht mehr als|nicht über|maximal|"
    r"höchstens|<=?|"
    r"不超过|低于|少于|不到|最多|小于|便宜于|比)\s*"
)
_MORE = (
    r"(?:over|above|more than|at least|starting at|starting from|from|min(?:imum)?\.?(?: of)?|"
    r"über|ab|mindestens|mehr als|teurer als|>=?|"
    r"超过|高于|至少|大于)\s*"
)
_ABOUT = (
    r"(?:around|about|roughly|approximately|~|"
    r"circa|ca\.?|etwa|ungefähr|so um die|um die|大约|大概|差不多)\s*"
)
_JOINED = r"\s*(?:and|to|und|bis|-|–|到|至|和)\s*"
_OR_LESS = (
    r"\s*(?:or less|or under|max(?:imum)?\b|oder weniger|maximal|höchstens|以下|以内|之内|内的?)"
)
_OR_MORE = r"\s*(?:or more|and up|oder mehr|aufwärts|以上|起)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("between", rf"(?:between|from|zwischen|von|介于|从)\s*{_A}{_JOINED}{_B}(?:之间)?"),
    ("between", rf"{_A}\s*(?:到|至|[-–~])\s*{_B}(?:\s*之间|的)?"),
    ("less", rf"{_A}{_OR_LESS}"),
    ("more", rf"{_A}{_OR_MORE}"),
    ("about", rf"{_A}\s*(?:左右|上下)"),
    ("less", rf"{_LESS}{_A}"),
    ("more", rf"{_MORE}{_A}"),
    ("about", rf"{_ABOUT}{_A}"),
)
# "from 36" is a size and "5-10" may be anything, unless money is named.
_NEEDS_SIGN = re.compile(r"(?:from|ab|von|within|bis|about|比)\s|\d\s*[-–~到至]", re.IGNORECASE)
_NEAR = Decimal("0.2")
_DIGITS = re.compile(r"[\d.,]{16,}")


@dataclass(frozen=True, slots=True)
class Prices:
    least: Money | None
    most: Money | None
    rest: str  # the text without them


def read_prices(text: str, currency: Currency) -> Prices:
    """Find the bounds a text puts on a price; ``currency`` is that of numbers without a sign."""
    text = with_digits(text)
    # No price is that long, and a wall of digits would take long to try.
    readable = _DIGITS.sub(lambda wall: "x" * len(wall.group()), text)
    for kind, pattern in _compiled():
        found = pattern.search(readable)
        if found is None or not _is_money(found):
            continue
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        bounds = _bounds(kind, found, currency)
        if bounds:
            return Prices(*bounds, rest)
    return Prices(None, None, text)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<![^\W\d_]){pattern}", re.IGNORECASE)) for kind, pattern in _PATTERNS
    )


def _is_money(found: re.Match[str]) -> bool:
    if any(sign for name, sign in found.groupdict().items() if not name.startswith("number")):
        return True
    return _NEEDS_SIGN.match(found.group()) is None and not (
        "number_b" in found.groupdict() and found.group()[0].isdigit()
    )


def _bounds(
    kind: str, found: re.Match[str], currency: Currency
) -> tuple[Money | None, Money | None] | None:
    groups = found.groupdict()
    sign = next((s for name, s in groups.items() if s and not name.startswith("number")), None)
    meant = _currency(sign, currency)
    first = _money(groups["number_a"], meant)
    second = _money(groups.get("number_b"), meant)
    match kind, first, second:
        case "between", Money(), Money():
            least, most = sorted((first, second), key=lambda money: money.minor)
            return least, most
        case "less", Money(), _:
            return None, first
        case "more", Money(), _:
            return first, None
        case "about", Money(), _:
            span = int(first.minor * _NEAR)
            return Money(first.minor - span, meant), Money(first.minor + span, meant)
        case _:
            return None


def _currency(sign: str | None, usual: Currency) -> Currency:
    if sign is None or usual in _SHARED.get(sign.casefold(), ()):
        return usual
    return _SIGNS[sign.casefold()]


def _money(number: str | None, currency: Currency) -> Money | None:
    if number is None:
        return None
    amount = Decimal(_plain(number)).scaleb(currency.exponent)
    return Money(int(amount), currency)


def _plain(number: str) -> str:
    """A point or comma before three digits parts thousands; before one or two it is decimal."""
    whole, _, end = re.sub(r"['\u2019 ]", "", number).replace(",", ".").rpartition(".")
    is_cents = bool(whole) and len(end) < len("000")
    return f"{whole.replace('.', '')}.{end}" if is_cents else f"{whole}{end}".replace(".", "")
