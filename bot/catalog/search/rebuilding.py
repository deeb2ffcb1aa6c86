"""Indexing again what was indexed by older rules, while the shop is open."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId, Product, ProductId
from bot.catalog.repository import MerchantRepository
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.vocabulary import Vocabulary

BATCH = 200  # one transaction: short enough for those who wait for SQLite's one writer


class IndexRebuilding:
    """Goes through the products; whoever calls commits after each batch."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._merchants = MerchantRepository(session)
        self._index = SearchIndex(session, Vocabulary(session))

    async def merchants(self) -> list[tuple[MerchantId, int]]:
        """Name those who have products, and how many each."""
        found = await self._session.execute(
            select(Product.merchant_id, func.count(Product.id))
            .group_by(Product.merchant_id)
            .order_by(Product.merchant_id)
        )
        return [(merchant_id, count) for merchant_id, count in found]

    async def next_batch(self, merchant_id: MerchantId, after: ProductId | None) -> list[ProductId]:
        """Index a merchant's next products; gives their numbers, none at the end.

        In the same order as an import: first the shelf, then its products, then the index. What
        somebody is changing meanwhile is read after them, so nothing old is written over it.
        """
        await self._merchants.lock(merchant_id)
        rest = select(Product.id).where(Product.merchant_id == merchant_id)
        if after is not None:
            rest = rest.where(Product.id > after)
        in_order = rest.order_by(Product.id).limit(BATCH).with_for_update(key_share=True)
        numbers = list(await self._session.scalars(in_order))
        await self._index.put_all(numbers)
        return numbers
