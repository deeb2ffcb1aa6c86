from collections.abc import AsyncIterator

import pytest

from tests.shop import Shop


@pytest.fixture
async def shop(sessions, clock) -> AsyncIterator[Shop]:
    shop = Shop(sessions, clock)
    yield shop
    await shop.close()
