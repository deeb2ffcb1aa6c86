from collections.abc import AsyncIterator

import pytest

from bot.catalog.models import Product
from tests.deals.shop import OWNER, DealShop


@pytest.fixture
async def shop(sessions, engine, clock) -> AsyncIterator[DealShop]:
    shop = DealShop(sessions, engine, clock)
    yield shop
    await shop.close()


@pytest.fixture
async def shoe(shop: DealShop) -> Product:
    await shop.buyer(OWNER)
    return await shop.product(of=await shop.merchant(owner=OWNER), price="45.00 EUR", stock=50)
