"""The sandbox is well when its neighbours are: the demo waits for one address."""

import socket
from http import HTTPStatus
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox.app import create_app
from sandbox.sandbox import Sandbox


def neighbour(status: int) -> web.Application:
    async def tell(_: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.router.add_get("/healthz", tell)
    return app


async def health(tmp_path: Path, **also: str) -> tuple[int, dict[str, bool]]:
    app = create_app(Sandbox(tmp_path), also)
    async with TestServer(app) as server, aiohttp.ClientSession() as http:
        answer = await http.get(server.make_url("/healthz"))
        return answer.status, await answer.json()


async def test_alone(tmp_path: Path) -> None:
    assert await health(tmp_path) == (HTTPStatus.OK, {"ok": True, "sandbox": True})


@pytest.mark.parametrize(("status", "is_well"), [(200, True), (503, False)])
async def test_beside_a_shop(tmp_path: Path, status: int, *, is_well: bool) -> None:
    async with TestServer(neighbour(status)) as shop:
        found = await health(tmp_path, shop=str(shop.make_url("/healthz")))

    expected = {"ok": is_well, "sandbox": True, "shop": is_well}
    assert found == (HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE, expected)


async def test_beside_a_shop_that_is_away(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{probe.getsockname()[1]}/healthz"

        status, parts = await health(tmp_path, shop=nobody)

    assert status == HTTPStatus.SERVICE_UNAVAILABLE
    assert parts == {"ok": False, "sandbox": True, "shop": False}
