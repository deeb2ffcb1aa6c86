"""Countries as people write them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale

from bot.kit.texts import LANGUAGES
from bot.merchants.errors import CountriesTooMany, CountryUnknown

MOST = 100
EVERYWHERE = frozenset(
    {"*", "all", "alle", "everywhere", "überall", "全部", "所有", "world", "welt"}
)
# CLDR lists a few codes of two letters that are no places where parcels go.
_NO_PLACES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
_SHOWN = 30


def country_of(written: str) -> str:
    """Read ``DE``, ``Germany``, ``Deutschland`` or ``德国``. Raises CountryUnknown."""
    wanted = written.strip()
    if wanted.upper() in codes():
        return wanted.upper()
    found = _by_name().get(wanted.casefold())
    if found is None:
        raise CountryUnknown(written=wanted[:_SHOWN])
    return found


def countries_of(written: str) -> list[str]:
    """Read a list of countries; an empty one stands for the whole world."""
    if written.strip().casefold() in EVERYWHERE:
        return []
    parts = [part for part in re.split(r"[,;、，\n]", written) if part.strip()]
    if len(parts) == 1 and all(word.upper() in codes() for word in written.split()):
        parts = written.split()
    if not parts:
        raise CountryUnknown(written="")
    if len(parts) > MOST:
        raise CountriesTooMany(max=MOST)
    return list(dict.fromkeys(country_of(part) for part in parts))


@cache
def codes() -> frozenset[str]:
    known: Iterable[str] = Locale.parse("en").territories
    return frozenset(
        code
        for code in known
        if len(code) == len("DE") and code.isalpha() and code not in _NO_PLACES
    )


@cache
def _by_name() -> Mapping[str, str]:
    return {
        name.casefold(): code
        for language in LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if code in codes()
    }
