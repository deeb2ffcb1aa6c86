from collections.abc import AsyncIterator

import pytest

from bot.catalog.models import Product
from tests.deals.bargains.shop import OWNER, BargainShop


@pytest.fixture
async def shop(sessions, clock) -> AsyncIterator[BargainShop]:
    shop = BargainShop(sessions, clock)
    yield shop
    await shop.close()


@pytest.fixture
async def shoe(shop: BargainShop) -> Product:
    await shop.buyer(OWNER)
    return await shop.product(of=await shop.merchant(owner=OWNER), price="45.00 EUR", stock=5)
