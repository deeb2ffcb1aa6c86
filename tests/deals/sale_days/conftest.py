from collections.abc import AsyncIterator

import pytest

from bot.catalog.models import Product
from bot.groups.models import Group
from tests.deals.sale_days.shop import OWNER, SaleDayShop


@pytest.fixture
async def shop(sessions, clock) -> AsyncIterator[SaleDayShop]:
    shop = SaleDayShop(sessions, clock)
    yield shop
    await shop.close()


@pytest.fixture
async def shoe(shop: SaleDayShop) -> Product:
    await shop.buyer(OWNER)
    return await shop.product(of=await shop.merchant(owner=OWNER), price="45.00 EUR", stock=5)


@pytest.fixture
async def group(shop: SaleDayShop) -> Group:
    return await shop.group()
