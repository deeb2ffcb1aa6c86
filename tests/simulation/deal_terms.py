"""Deals of every kind, small enough that people get in each other's way."""

import random
from datetime import timedelta
from enum import StrEnum
from typing import Any

from bot.deals.bargains.offers import BargainTerms
from bot.deals.models import DealKind, Unit
from bot.deals.sale_days.offers import SaleDayTerms
from bot.kit.money import Currency, Money


class Way(StrEnum):
    """How the money of a day is taken."""

    INVOICES = "invoices"
    STARS = "stars"
    HOLDS = "holds"
    CARDS = "cards"  # saved, and charged later

    @property
    def needs_stripe(self) -> bool:
        return self in {Way.HOLDS, Way.CARDS}


class OtherKind(StrEnum):
    BARGAIN = "bargain"
    SALE_DAY = "sale day"


Kind = DealKind | OtherKind
WITH_DIFFERENCES = (DealKind.LADDER, DealKind.CASE)  # Stars go back whole or not at all


def any_kinds(rng: random.Random, way: Way) -> list[Kind]:
    kinds: list[Kind] = [DealKind.GOAL, DealKind.TEAM, *OtherKind]
    if way is not Way.STARS:
        kinds += WITH_DIFFERENCES
    return rng.choices(kinds, k=rng.choices((1, 2, 3), (4, 4, 2))[0])


def deal_terms(rng: random.Random, kind: DealKind, way: Way) -> dict[str, Any]:
    """What ``DealShop.deal`` is told; its price stands apart."""
    lasts = timedelta(minutes=rng.choice((30, 60, 120, 300)))
    if way is Way.CARDS:
        lasts += timedelta(days=7)  # no bank holds money so long
    terms: dict[str, Any] = {"kind": kind, "lasts": lasts}
    match kind:
        case DealKind.GOAL:
            terms |= _limits(rng, goal=rng.randint(2, 5), is_download=way is Way.STARS)
            terms["unit"] = rng.choice(list(Unit))
        case DealKind.LADDER:
            terms |= _limits(rng, goal=2)
            counts = sorted(rng.sample(range(3, 8), rng.randint(1, 3)))
            terms["steps"] = [
                {"count": count, "minor": 2900 - 250 * nth} for nth, count in enumerate(counts)
            ]
            if terms["cap"] is not None:
                terms["cap"] = max(terms["cap"], counts[-1])
        case DealKind.CASE:
            terms |= {"goal": rng.randint(3, 6), "per_person": 6, "unit": Unit.PIECES}
            terms["cap"] = rng.choice((None, terms["goal"] * 2))
        case DealKind.TEAM:
            terms |= {"goal": rng.randint(2, 3), "leader_discount": rng.choice((0, 3))}
    return terms


def bargain_terms(rng: random.Random, currency: Currency) -> BargainTerms:
    return BargainTerms(
        floor=_price(currency),
        helpers=rng.choice((2, 2, 3)),
        helps_each=rng.choice((1, 3)),
        lasts=timedelta(minutes=rng.choice((60, 300))),
    )


def sale_day_terms(rng: random.Random, currency: Currency) -> SaleDayTerms:
    each = rng.choice((1, 2))
    return SaleDayTerms(
        floor=_price(currency),
        percent=rng.choice((3, 7, 20)),
        cap_per_group=rng.choice((2, 40)),
        per_person=1 if currency is Currency.XTR else each,
        lasts=timedelta(minutes=rng.choice((10, 30))),  # so that there is a day left for buying
    )


def _price(currency: Currency) -> Money:
    return Money.of("30" if currency is Currency.XTR else "30.00", currency)


def _limits(rng: random.Random, goal: int, *, is_download: bool = False) -> dict[str, Any]:
    each = rng.choice((1, 3))
    if is_download:
        each = 1  # nobody wants the same file twice
    least = goal * each  # with fewer pieces it could sell out before its goal, and is refused
    cap = rng.choice((None, least, least + 2, least + 4))
    return {"goal": goal, "per_person": each, "cap": cap}
