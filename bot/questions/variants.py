"""Which variants are meant by "42" or "the blue one"."""

import re
from collections.abc import Sequence

from bot.catalog.models import Product, Variant
from bot.catalog.search.concepts import concepts
from bot.catalog.search.shopwords import COLOURS, colour_of

_SIZE_OPTIONS = frozenset({"size", "größe", "groesse", "尺码", "shoe size", "taille"})
_COLOUR_OPTIONS = frozenset({"colour", "color", "farbe", "颜色"})
_RANGE = re.compile(r"(\d+)\s*[-–/]\s*(\d+)")


def with_size(product: Product, size: str) -> list[Variant]:
    return [
        v for v in product.offered if any(_is_size(value, size) for value in _sizes(product, v))
    ]


def with_colour(variants: Sequence[Variant], colour: str) -> list[Variant]:
    return [
        v for v in variants if any(_is_colour(value, colour) for value in v.option_values.values())
    ]


def has_sizes(product: Product) -> bool:
    return any(option.casefold() in _SIZE_OPTIONS for option in product.options)


def has_colours(product: Product) -> bool:
    return any(option.casefold() in _COLOUR_OPTIONS for option in product.options)


def measure_in(product: Product, text: str) -> str | None:
    """Name the value of several words that stands in a text, such as "750 ml" or "2 persons"."""
    asked = frozenset().union(*(concept.stems for concept in concepts(text)))
    measures = dict.fromkeys(v for one in product.offered for v in one.option_values.values())
    for value in measures:
        parts = concepts(value)
        if len(parts) > 1 and all(part.stems & asked for part in parts):
            return value
    return None


def siblings(among: Sequence[Variant], product: Product, value: str) -> tuple[str, ...]:
    """List the values of the option that this is a value of."""
    option = next(
        name for one in product.offered for name, own in one.option_values.items() if own == value
    )
    return tuple(dict.fromkeys(v.option_values[option] for v in among if option in v.option_values))


def values(variants: Sequence[Variant], product: Product, *, sizes: bool) -> tuple[str, ...]:
    """List the sizes, or the colours, in the order of the shelf."""
    names = _SIZE_OPTIONS if sizes else _COLOUR_OPTIONS
    options = [option for option in product.options if option.casefold() in names]
    found = (v.option_values.get(option, "") for v in variants for option in options)
    return tuple(dict.fromkeys(value for value in found if value))


def _sizes(product: Product, variant: Variant) -> list[str]:
    named = [o for o in product.options if o.casefold() in _SIZE_OPTIONS]
    # A bottle of "500 ml" has its size under another name.
    return [variant.option_values.get(o, "") for o in named or product.options]


def _is_size(value: str, size: str) -> bool:
    low, wanted = value.casefold().strip(), size.casefold().strip()
    if low == wanted or re.match(rf"{re.escape(wanted)}(?![\w.])", low):
        return True
    span = _RANGE.fullmatch(low)
    return bool(
        span and wanted.isdigit() and int(span.group(1)) <= int(wanted) <= int(span.group(2))
    )


def _is_colour(value: str, colour: str) -> bool:
    words = [value, *re.split(r"[\s/,-]+", value)]
    return any(colour_of(word) == colour or word.casefold() == colour for word in words) or any(
        sign in value for sign in COLOURS.get(colour, ()) if not sign.isascii() and len(sign) > 1
    )
