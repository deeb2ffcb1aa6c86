"""Keeping the index true, in the transaction that changes the product."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.catalog.models import Product, ProductId
from bot.catalog.search.documents import Description, describe, document
from bot.catalog.search.models import SearchDocument
from bot.catalog.search.vocabulary import ALL_DOCUMENTS, Vocabulary

_BATCH = 500
_TABLE = SearchDocument.__table__


class SearchIndex:
    def __init__(self, session: AsyncSession, vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary

    async def put(self, product_id: ProductId) -> None:
        """Index a product as it stands now; one that is not for sale is taken out."""
        await self.put_all([product_id])

    async def put_all(self, product_ids: Iterable[ProductId]) -> None:
        """Index many at once: much faster than one by one. Put twice, nothing changes."""
        wanted = list(dict.fromkeys(product_ids))
        for start in range(0, len(wanted), _BATCH):
            await self._put_batch(wanted[start : start + _BATCH])

    async def remove(self, product_id: ProductId) -> None:
        await self.write((), gone=(product_id,))

    async def write(
        self, descriptions: Sequence[Description], gone: Sequence[ProductId] = ()
    ) -> None:
        """Make the index hold these descriptions, and nothing of what is gone."""
        await self._session.flush()
        known = await self._known([*(d.product_id for d in descriptions), *gone])
        made = [document(description) for description in descriptions]
        new = [row for row in made if row["product_id"] not in known]
        changed = [row for row in made if known.get(row["product_id"], row) != row]
        lost = [known[product_id] for product_id in gone if product_id in known]
        if new:
            await self._session.execute(insert(SearchDocument), new)
        if changed:
            await self._rewrite(changed)
        if lost:
            await self._session.execute(
                delete(SearchDocument).where(
                    SearchDocument.product_id.in_([row["product_id"] for row in lost])
                )
            )
        change = Counter(word for row in (*new, *changed) for word in _counted(row))
        before = [known[row["product_id"]] for row in changed]
        change.subtract(word for row in (*before, *lost) for word in _counted(row))
        await self._vocabulary.count(change)

    async def _rewrite(self, rows: Sequence[dict[str, Any]]) -> None:
        connection = await self._session.connection()
        await connection.execute(
            update(SearchDocument).where(SearchDocument.product_id == bindparam("own")),
            [row | {"own": row["product_id"]} for row in rows],
        )

    async def _known(self, product_ids: Sequence[ProductId]) -> dict[ProductId, dict[str, Any]]:
        found = await self._session.execute(
            select(_TABLE).where(_TABLE.c.product_id.in_(product_ids))
        )
        return {row["product_id"]: dict(row) for row in found.mappings()}

    async def _put_batch(self, product_ids: Sequence[ProductId]) -> None:
        await self._session.flush()
        found = await self._session.scalars(
            select(Product)
            .where(Product.id.in_(product_ids))
            .options(selectinload(Product.merchant), selectinload(Product.variants))
        )
        for_sale = [product for product in found if product.is_active]
        kept = {product.id for product in for_sale}
        await self.write(
            [describe(product) for product in for_sale],
            gone=[product_id for product_id in product_ids if product_id not in kept],
        )


def _counted(row: dict[str, Any]) -> list[str]:
    return [ALL_DOCUMENTS, *row["vocabulary"].split()]
