"""Stripes to talk to: ours, a foreign one (localstripe), and Stripe's own test mode."""

import asyncio
import importlib.util
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp
import pytest
import stripe
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox.app import create_app
from sandbox.sandbox import Sandbox

KEY: Final = "sk_test_contract"
# Its own command listens to the whole network and leaves a file behind; so it is opened here.
LOCALSTRIPE: Final = """
import sys
from aiohttp import web
from localstripe.resources import Store
from localstripe.server import app
Store.dump_to_disk = lambda self: None
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None)
"""


class Clock:
    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


def client_of(base: str | None, key: str = KEY, retries: int = 0) -> stripe.StripeClient:
    addresses: Any = {} if base is None else {"base_addresses": {"api": base}}
    return stripe.StripeClient(
        key, http_client=stripe.AIOHTTPClient(), max_network_retries=retries, **addresses
    )


async def close(client: stripe.StripeClient) -> None:
    await client._requestor._get_http_client().close_async()  # type: ignore[no-untyped-call]  # noqa: SLF001 - no other way


@dataclass
class Bench:
    """Our stand-in, its clock, and what people and banks do there."""

    sandbox: Sandbox
    clock: Clock
    address: str
    client: stripe.StripeClient
    http: aiohttp.ClientSession

    @property
    def v1(self) -> Any:
        return self.client.v1

    async def post(self, path: str, **body: object) -> Any:
        async with self.http.post(f"{self.address}/sim/stripe/{path}", json=body) as answer:
            return await answer.json()

    async def audit(self, currency: str = "eur") -> Mapping[str, int]:
        async with self.http.get(f"{self.address}/sim/stripe/audit") as answer:
            sums: Mapping[str, Mapping[str, int]] = await answer.json()
        return sums[currency]

    async def event_types(self) -> list[str]:
        """The oldest first."""
        page = await self.v1.events.list_async({"limit": 100})
        return [event.type for event in page.data][::-1]

    def fault(self, kind: str, path: str, **more: Any) -> None:
        self.sandbox.sim.plan_fault(kind, method=f"stripe:/v1/{path}", **more)


@asynccontextmanager
async def bench_on(sandbox: Sandbox, clock: Clock) -> AsyncIterator[Bench]:
    server = TestServer(create_app(sandbox))
    await server.start_server()
    address = str(server.make_url("/")).rstrip("/")
    client = client_of(f"{address}/stripe")
    async with aiohttp.ClientSession() as http:
        yield Bench(sandbox, clock, address, client, http)
    await close(client)
    await server.close()


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    clock = Clock()
    async with bench_on(Sandbox(now=clock), clock) as bench:
        yield bench


@pytest.fixture(scope="session")
def localstripe() -> Iterator[str]:
    """``LOCALSTRIPE`` may name an executable of it, where it is not installed beside us."""
    executable = os.environ.get("LOCALSTRIPE")
    if executable is None and importlib.util.find_spec("localstripe") is None:
        pytest.skip("localstripe is not installed, and LOCALSTRIPE names no executable")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = (
        [sys.executable, "-W", "ignore", "-c", LOCALSTRIPE, port]
        if executable is None
        else [executable, "--from-scratch", "--port", port]
    )
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own command
        _wait_for(int(port), process)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    pytest.fail("localstripe did not start")


@dataclass
class Listener:
    """A merchant's webhook that fails as often as it is told to."""

    failures: int = 0
    url: str = ""
    bodies: list[bytes] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def handle(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.read())
        self.signatures.append(request.headers["Stripe-Signature"])
        async with self.came:
            self.came.notify_all()
        if self.failures > 0:
            self.failures -= 1
            return web.Response(status=500)
        return web.Response()


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.handle)
    server = TestServer(app)
    await server.start_server()
    listener.url = str(server.make_url("/hook"))
    yield listener
    await server.close()
