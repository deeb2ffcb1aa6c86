"""Keeping the index true, in the transaction that changes the product."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.catalog.models import Product, ProductId
from bot.catalog.search.ddl import FIELDS
from bot.catalog.search.documents import Description, describe, document
from bot.catalog.search.models import SearchDocument
from bot.catalog.search.vocabulary import ALL_DOCUMENTS, Vocabulary

_BATCH = 500


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
        known = await self._known([*(d.product_id for d in descriptions), *gone])
        change: Counter[str] = Counter()
        for made in map(document, descriptions):
            change.update(self._keep(made, known.get(made.product_id)))
        for product_id in gone:
            if product_id in known:
                change.subtract(_counted(known[product_id]))
                await self._session.delete(known[product_id])
        await self._session.flush()
        await self._vocabulary.count(change)

    def _keep(self, made: SearchDocument, known: SearchDocument | None) -> Counter[str]:
        change = Counter(_counted(made))
        if known is None:
            self._session.add(made)
            return change
        change.subtract(_counted(known))
        for field in (*FIELDS, "merchant_id", "vocabulary"):
            setattr(known, field, getattr(made, field))
        return change

    async def _known(self, product_ids: Sequence[ProductId]) -> dict[ProductId, SearchDocument]:
        found = await self._session.scalars(
            select(SearchDocument).where(SearchDocument.product_id.in_(product_ids))
        )
        return {row.product_id: row for row in found}

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


def _counted(row: SearchDocument) -> list[str]:
    return [ALL_DOCUMENTS, *row.vocabulary.split()]
