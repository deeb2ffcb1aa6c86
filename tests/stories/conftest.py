from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox.sandbox import Sandbox


@pytest.fixture
async def stripe(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Stripe's door of the sandbox: the bot goes there by HTTP, as it does in life."""
    app = web.Application()
    app.add_routes(sandbox.hooks.routes)
    async with TestServer(app) as server:
        monkeypatch.setenv("STRIPE_API_URL", str(server.make_url("/stripe")))
        yield
