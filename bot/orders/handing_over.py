"""Giving buyers the digital goods they paid for, once and as often as they ask."""

from collections.abc import Sequence

from bot.catalog.models import Product
from bot.catalog.repository import CatalogRepository
from bot.orders.models import Order


class HandingOver:
    def __init__(self, catalog: CatalogRepository) -> None:
        self._catalog = catalog

    async def goods_of(self, order: Order) -> Sequence[Product]:
        """Find the downloads of an order that is paid and was not given back, each once."""
        if not order.is_download or not order.can_be_refunded:
            return ()
        kept = dict.fromkeys(line.product_id for line in order.lines if line.kept)
        return [p for p in await self._catalog.get_many(list(kept)) if not p.needs_shipping]
