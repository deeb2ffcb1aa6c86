"""The first hundred products that may be meant: all that the database itself has to find."""

import operator
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import (
    Merchant,
    MerchantId,
    Product,
    ProductId,
    ProductStatus,
    Variant,
    VariantPrice,
)
from bot.catalog.search.concepts import Concept
from bot.catalog.search.ddl import FIELDS
from bot.catalog.search.fulltext import FullText, full_text
from bot.catalog.search.models import SearchDocument
from bot.catalog.search.ordering import Order, order_by
from bot.catalog.search.ranking import Candidate
from bot.kit.money import Currency, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    without: tuple[Concept, ...] = ()
    min_price: Money | None = None
    max_price: Money | None = None
    currency: Currency | None = None
    merchants: frozenset[MerchantId] | None = None
    in_stock: bool = False
    order: Order = Order.BEST_MATCH
    prices_in: Currency | None = None  # what "cheapest" compares


_CLOSED = select(Merchant.id).where(Merchant.closed_at.is_not(None))
# Where more have the words, the newest of them are weighed: a word that stands everywhere tells
# little, and to weigh ten thousand for it takes longer than anybody waits.
_WEIGHED = 2000
_WORDS = tuple(getattr(SearchDocument, name) for name in FIELDS)


class Candidates:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def all(self, conditions: Conditions, limit: int) -> list[Candidate]:
        return list((await self._read(self._in_order(conditions).limit(limit))).values())

    async def places(
        self, product_ids: Sequence[ProductId], conditions: Conditions
    ) -> dict[ProductId, int]:
        """Tell which of these products comes first in the order that is wanted, and so on."""
        in_order = select(Product.id).where(Product.id.in_(product_ids))
        found = await self._session.scalars(in_order.order_by(*_order(conditions)))
        return {product_id: place for place, product_id in enumerate(found)}

    async def having(
        self, asked: Sequence[Concept], conditions: Conditions, limit: int, rarest: int
    ) -> list[Candidate]:
        """Products with all of these concepts; if they are few, also those with any.

        ``asked`` comes rarest first, and only the ``rarest`` few are looked for one by one:
        a list of every product with "the" in it would cost more than the answer is worth.
        """
        if not asked:
            return []
        found = await self._read(self._likeliest(self._text.all_of(asked), conditions, limit))
        if len(asked) > 1 and len(found) < limit:
            some = replace(conditions, order=Order.BEST_MATCH)
            found |= await self._read(
                self._likeliest(self._text.any_of(asked[:rarest]), some, limit)
            )
        return list(found.values())

    def _likeliest(self, match: str, conditions: Conditions, limit: int) -> Select[ProductId]:
        if conditions.order is not Order.BEST_MATCH:
            wanted = self._text.matching(self._in_order(conditions), match)
            return wanted.limit(limit)
        rows = self._text.matching(_numbers(conditions, self._text), match)
        weighed = (
            rows.add_columns(self._text.unlikeliness(match).label("unlikeliness"))
            .order_by(self._text.newest_first)
            .limit(_WEIGHED)
            .subquery()
        )
        return select(weighed.c.product_id).order_by(weighed.c.unlikeliness).limit(limit)

    def _in_order(self, conditions: Conditions) -> Select[ProductId]:
        rows = _numbers(conditions, self._text)
        with_product = rows.join(Product, Product.id == SearchDocument.product_id)
        return with_product.order_by(*_order(conditions))

    async def _read(self, chosen: Select[ProductId]) -> dict[ProductId, Candidate]:
        """Read the words of the few that were chosen: sorting them all along would be slow."""
        rows = await self._session.execute(
            select(SearchDocument.product_id, SearchDocument.merchant_id, *_WORDS)
            .join(Product, Product.id == SearchDocument.product_id)
            .where(SearchDocument.product_id.in_(chosen), Product.status == ProductStatus.ACTIVE)
        )
        return {
            product_id: Candidate(
                product_id,
                merchant_id,
                {name: words.split() for name, words in zip(FIELDS, texts, strict=True)},
            )
            for product_id, merchant_id, *texts in rows
        }

    @property
    def _text(self) -> FullText:
        return full_text(self._session.get_bind().dialect.name)


def _order(conditions: Conditions) -> list[ColumnElement[Any]]:
    return order_by(conditions.order, conditions.prices_in)


def _numbers(conditions: Conditions, search: FullText) -> Select[ProductId]:
    rows = select(SearchDocument.product_id).where(SearchDocument.merchant_id.not_in(_CLOSED))
    if conditions.merchants is not None:
        rows = rows.where(SearchDocument.merchant_id.in_(conditions.merchants))
    if conditions.without:
        rows = search.lacking(rows, search.any_of(conditions.without))
    sold = _sold(conditions)
    return rows if sold is None else rows.where(sold)


def _sold(conditions: Conditions) -> ColumnElement[bool] | None:
    """One and the same variant has to meet all: a price in reach, and a piece in stock."""
    variant: list[ColumnElement[bool]] = []
    if conditions.in_stock:
        variant.append(Variant.unlimited.is_(True) | (Variant.on_hand > Variant.reserved))
    if price := _priced(conditions):
        variant.append(Variant.prices.any(and_(*price)))
    if not variant:
        return None
    own = Variant.product_id == SearchDocument.product_id
    return exists().where(own, Variant.is_offered.is_(True), *variant)


def _priced(conditions: Conditions) -> list[ColumnElement[bool]]:
    price: list[ColumnElement[bool]] = []
    if conditions.currency:
        price.append(VariantPrice.currency == conditions.currency)
    for bound, beyond in ((conditions.min_price, operator.ge), (conditions.max_price, operator.le)):
        if bound is not None:
            price += [
                VariantPrice.currency == bound.currency,
                beyond(VariantPrice.minor, bound.minor),
            ]
    return price
