"""Deals of every kind, small enough that people get in each other's way."""

import random
from datetime import timedelta
from typing import Any

from bot.deals.models import DealKind, Unit


def any_terms(rng: random.Random, stars: bool) -> dict[str, Any]:
    """What ``DealShop.deal`` is told; its price stands apart."""
    kinds = [DealKind.GOAL, DealKind.TEAM] + ([] if stars else [DealKind.LADDER, DealKind.CASE])
    kind = rng.choice(kinds)
    terms: dict[str, Any] = {
        "kind": kind,
        "lasts": timedelta(minutes=rng.choice((30, 60, 120, 300))),
    }
    match kind:
        case DealKind.GOAL:
            terms |= _limits(rng, goal=rng.randint(2, 5))
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


def _limits(rng: random.Random, goal: int) -> dict[str, Any]:
    each = rng.choice((1, 3))
    least = goal * each  # with fewer pieces it could sell out before its goal, and is refused
    cap = rng.choice((None, least, least + 2, least + 4))
    return {"goal": goal, "per_person": each, "cap": cap}
