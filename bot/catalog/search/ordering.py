"""In which order hits are wanted, where it is not the likeliest that comes first."""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from bot.catalog.models import Product, Review, Variant, VariantPrice
from bot.kit.money import Currency

_NEITHER_GOOD_NOR_BAD = 3  # stars


class Order(StrEnum):
    BEST_MATCH = "best_match"
    CHEAPEST = "cheapest"
    DEAREST = "dearest"
    POPULAR = "popular"


def order_by(order: Order, prices_in: Currency | None) -> list[ColumnElement[Any]]:
    """Sort products; what is the best match is for the ranker to say."""
    newest_first: ColumnElement[Any] = Product.id.desc()
    match order:
        case Order.CHEAPEST:
            return [sa.nulls_last(_lowest_price(prices_in).asc()), newest_first]
        case Order.DEAREST:
            return [sa.nulls_last(_lowest_price(prices_in).desc()), newest_first]
        case Order.POPULAR:
            return [_liking().desc(), newest_first]
        case Order.BEST_MATCH:
            return [newest_first]


def _lowest_price(currency: Currency | None) -> sa.ScalarSelect[int]:
    lowest = (
        sa.select(sa.func.min(VariantPrice.minor))
        .join(Variant, Variant.id == VariantPrice.variant_id)
        .where(Variant.product_id == Product.id, Variant.is_offered.is_(True))
    )
    if currency is not None:
        lowest = lowest.where(VariantPrice.currency == currency)
    return lowest.correlate(Product).scalar_subquery()


def _liking() -> sa.ScalarSelect[int]:
    """Many good reviews count more than one, and bad ones count against it."""
    stars = sa.func.sum(Review.rating - _NEITHER_GOOD_NOR_BAD)
    return (
        sa.select(sa.func.coalesce(stars, 0))
        .where(Review.product_id == Product.id)
        .correlate(Product)
        .scalar_subquery()
    )
