"""What stands before several web doors, as a load balancer does in a deployment."""

import random
from collections.abc import Sequence

import aiohttp
from aiohttp import web

DROPPED = ("Host", "Content-Length", "Transfer-Encoding")
TWICE = 0.1  # of all requests are told to two doors at once: what came of the first is not known


class Front:
    def __init__(self, ports: Sequence[int], chance: random.Random) -> None:
        self._ports = list(ports)
        self._chance = chance
        self.told: dict[int, int] = dict.fromkeys(ports, 0)

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._pass_on)
        return app

    def forget(self, port: int) -> None:
        self._ports.remove(port)

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        ports = self._chance.sample(self._ports, len(self._ports))
        if len(ports) > 1 and self._chance.random() < TWICE:
            await self._ask(ports.pop(), request, body)
        for port in ports:
            status = await self._ask(port, request, body)
            if status is not None:
                return web.Response(status=status)
        return web.Response(status=502)

    async def _ask(self, port: int, request: web.Request, body: bytes) -> int | None:
        """The door's answer; None where nobody is there, or died over it."""
        headers = {name: said for name, said in request.headers.items() if name not in DROPPED}
        address = f"http://127.0.0.1:{port}{request.path_qs}"
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.post(address, data=body, headers=headers) as answer,
            ):
                await answer.read()
                self.told[port] += 1
                return answer.status
        except aiohttp.ClientError:
            return None
