"""Usual names and values of options in the reader's language; anything else stays as it is."""

import re
from functools import cache

from bot.kit.texts import LANGUAGES, Words

NAMES = (
    "size",
    "colour",
    "material",
    "style",
    "length",
    "diameter",
    "capacity",
    "volume",
    "back",
)
VALUES = (
    "beige",
    "black",
    "blue",
    "brown",
    "burgundy",
    "cognac",
    "cream",
    "gold",
    "green",
    "grey",
    "indigo",
    "mustard",
    "natural",
    "navy",
    "olive",
    "orange",
    "petrol",
    "pink",
    "purple",
    "red",
    "rust",
    "sage",
    "sand",
    "silver",
    "sky",
    "slate",
    "steel",
    "turquoise",
    "white",
    "yellow",
)
BETWEEN = " / "  # as Variant.label joins values
_SPELT_OTHERWISE = {"color": "colour", "gray": "grey"}
_PERSONS = re.compile(r"(\d{1,3}) persons?", re.IGNORECASE)


def option_kind(name: str) -> str:
    """Tell which usual option a name means, in whatever language, or ``other``."""
    return _known("catalog-option", NAMES).get(name.casefold(), "other")


def option_name(words: Words, name: str) -> str:
    """Name an option; plain text."""
    kind = option_kind(name)
    return name if kind == "other" else words.plain(f"catalog-option-{kind}")


def value_name(words: Words, value: str) -> str:
    """Name a value such as a colour; plain text."""
    if people := _PERSONS.fullmatch(value):
        return words.plain("catalog-value-persons", count=int(people[1]))
    known = _known("catalog-value", VALUES).get(value.casefold())
    if known is None:
        return value
    named = words.plain(f"catalog-value-{known}")
    return value if named.casefold() == value.casefold() else named


def label_name(words: Words, label: str) -> str:
    """Name a variant among its siblings: its values, one after the other."""
    return BETWEEN.join(value_name(words, value) for value in label.split(BETWEEN))


@cache
def _known(prefix: str, kinds: tuple[str, ...]) -> dict[str, str]:
    spelt = {other: kind for other, kind in _SPELT_OTHERWISE.items() if kind in kinds}
    return spelt | {
        Words(language).plain(f"{prefix}-{kind}").casefold(): kind
        for language in LANGUAGES
        for kind in kinds
    }
