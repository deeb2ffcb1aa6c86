"""Choosing a variant option by option: first a size, then a colour that exists in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalog.models import Product, Variant


@dataclass(frozen=True, slots=True)
class Value:
    label: str
    is_left: bool  # something with this value can still be bought
    is_picked: bool


@dataclass(frozen=True, slots=True)
class Option:
    name: str
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked so far, and the variant once nothing is left to ask."""

    options: Sequence[Option]
    picks: tuple[int, ...]
    variant: Variant | None


def choose(product: Product, picks: Sequence[int]) -> Choice:
    """Follow ``picks``, one number for each option that has several values. Pure."""
    left = list(product.offered)
    asked: list[Option] = []
    for name in product.options:
        labels = list(dict.fromkeys(_value(variant, name) for variant in left))
        if len(labels) < 2:  # noqa: PLR2004 -- nothing to choose from
            continue
        pick = picks[len(asked)] if len(asked) < len(picks) else None
        if pick is not None and not 0 <= pick < len(labels):
            pick = None  # the merchant has changed the product since the buttons were drawn
        asked.append(_option(name, labels, left, pick))
        if pick is None:
            return Choice(asked, tuple(picks[: len(asked) - 1]), None)
        left = [variant for variant in left if _value(variant, name) == labels[pick]]
    return Choice(asked, tuple(picks[: len(asked)]), _first_left(left))


def picks_of(product: Product, variant: Variant) -> tuple[int, ...]:
    """The numbers that lead to a variant."""
    left = list(product.offered)
    picks: list[int] = []
    for name in product.options:
        labels = list(dict.fromkeys(_value(one, name) for one in left))
        if len(labels) > 1:
            picks.append(labels.index(_value(variant, name)))
        left = [one for one in left if _value(one, name) == _value(variant, name)]
    return tuple(picks)


def _option(name: str, labels: list[str], left: list[Variant], pick: int | None) -> Option:
    return Option(
        name,
        [
            Value(
                label,
                is_left=any(
                    not variant.is_sold_out for variant in left if _value(variant, name) == label
                ),
                is_picked=number == pick,
            )
            for number, label in enumerate(labels)
        ],
    )


def _value(variant: Variant, name: str) -> str:
    return variant.option_values.get(name, "–")


def _first_left(variants: list[Variant]) -> Variant | None:
    """Several variants may look alike in an imported shop; one that is left is as good."""
    return next((v for v in variants if not v.is_sold_out), variants[0] if variants else None)
