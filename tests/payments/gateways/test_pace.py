"""The line to Stripe keeps to the pace of each account."""

import asyncio
from collections import Counter

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.payments.gateways.stripe.connection import StripeLine

REQUESTS = 12


async def test_requests_of_one_key_wait_for_their_turn_and_others_do_not():
    came: list[tuple[str, float]] = []
    loop = asyncio.get_running_loop()

    async def answer(request: web.Request) -> web.Response:
        came.append((request.headers["Authorization"], loop.time()))
        return web.json_response({"id": "cus_1", "object": "customer"})

    app = web.Application()
    app.router.add_get("/v1/customers/cus_1", answer)
    async with TestServer(app) as server:
        line = StripeLine(str(server.make_url("")).rstrip("/"), per_second=20)
        busy, calm = line.client("sk_test_busy"), line.client("sk_test_calm")
        await asyncio.gather(
            *(busy.v1.customers.retrieve_async("cus_1") for _ in range(REQUESTS)),
            calm.v1.customers.retrieve_async("cus_1"),
        )
        await line.close()

    assert Counter(key for key, _ in came) == {
        "Bearer sk_test_busy": REQUESTS,
        "Bearer sk_test_calm": 1,
    }
    times = sorted(at for key, at in came if key == "Bearer sk_test_busy")
    # The first 0.4 seconds' worth may go at once; the last has waited for those after them.
    assert times[-1] - times[0] > (REQUESTS - 1) / 20 - 0.4 - 0.05
    (calm_at,) = [at for key, at in came if key == "Bearer sk_test_calm"]
    assert calm_at < times[-1]
