"""What owners type, read and checked. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalog.errors import TextMissing, TextTooLong
from bot.catalog.imports.values import BadCell, named_currency, price_of
from bot.catalog.texts import clean_line, clean_text
from bot.kit.money import Currency
from bot.merchants.errors import CurrencyUnknown, DaysUnreadable, PriceUnreadable

NAME_LIMIT = 60
ABOUT_LIMIT = 800
SUPPORT_LIMIT = 120
LONGEST_WAY = 90  # days
_SHOWN = 20
_DAYS = re.compile(r"(\d{1,2})(?:\s*[-\u2013\u2014~]\s*(\d{1,2}))?(?:\s*\D{0,12})?")
_NONE = frozenset({"-", "\u2013", "\u2014", "none", "keine", "无", "没有"})


@dataclass(frozen=True, slots=True)
class Days:
    least: int | None = None
    most: int | None = None


def name_of(written: str) -> str:
    return _line(written, NAME_LIMIT)


def about_of(written: str) -> str:
    """Read a text of some lines; a dash alone takes the text away."""
    if is_none(written):
        return ""
    about = clean_text(written)
    if not about:
        raise TextMissing
    if len(about) > ABOUT_LIMIT:
        raise TextTooLong(max=ABOUT_LIMIT)
    return about


def support_of(written: str) -> str | None:
    return None if is_none(written) else _line(written, SUPPORT_LIMIT)


def is_none(written: str) -> bool:
    return written.strip().casefold() in _NONE


def currencies_of(written: str) -> list[str]:
    """Read ``EUR, USD``: the first is the usual one. Raises CurrencyUnknown."""
    parts = re.findall(r"[^\s,;、，]+", written)
    unknown = next((part for part in parts if part.upper() not in set(Currency)), None)
    if unknown is not None or not parts:
        known = ", ".join(one.value for one in Currency if one is not Currency.XTR)
        raise CurrencyUnknown(written=(unknown or "")[:_SHOWN], known=known)
    return list(dict.fromkeys(part.upper() for part in parts))


def currency_of(written: str) -> Currency:
    """Read one currency to price parcels in. Raises CurrencyUnknown."""
    found = currencies_of(written)
    if len(found) > 1 or found[0] == Currency.XTR:
        known = ", ".join(one.value for one in Currency if one is not Currency.XTR)
        raise CurrencyUnknown(written=written[:_SHOWN], known=known)
    return Currency(found[0])


def prices_of(written: str, currencies: Sequence[str]) -> dict[str, int]:
    """Read ``4.90 EUR; 5.50 USD``; a bare number is in the usual currency, and nought is free.

    Raises PriceUnreadable.
    """
    taken = [Currency(code) for code in currencies if code != Currency.XTR]
    prices: dict[str, int] = {}
    for part in re.split(r"[;\n]|,\s+|，", written):
        if part.strip():
            named = named_currency(part)
            currency = Currency(named) if named else next(iter(taken), None)
            if currency is None or currency not in taken or currency.value in prices:
                raise PriceUnreadable(taken=", ".join(taken))
            prices[currency.value] = _minor(part, currency, taken)
    if not prices:
        raise PriceUnreadable(taken=", ".join(taken))
    return prices


def days_of(written: str) -> Days:
    """Read ``2-4``, ``3`` or a dash for "unknown". Raises DaysUnreadable."""
    if is_none(written):
        return Days()
    found = _DAYS.fullmatch(written.strip())
    if found is None:
        raise DaysUnreadable(max=LONGEST_WAY)
    least = int(found[1])
    most = int(found[2] or found[1])
    if not 0 <= least <= most <= LONGEST_WAY:
        raise DaysUnreadable(max=LONGEST_WAY)
    return Days(least, most)


def _minor(part: str, currency: Currency, taken: Sequence[Currency]) -> int:
    try:
        minor = price_of(part, currency)
    except BadCell as bad:
        raise PriceUnreadable(taken=", ".join(taken)) from bad
    if minor is None:
        raise PriceUnreadable(taken=", ".join(taken))
    return minor


def _line(written: str, limit: int) -> str:
    line = clean_line(written)
    if not line:
        raise TextMissing
    if len(line) > limit:
        raise TextTooLong(max=limit)
    return line
