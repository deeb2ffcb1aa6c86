from collections.abc import AsyncIterator

import pytest

from tests.sandbox.core.town import Town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    town = Town()
    yield town
    await town.sandbox.close()
