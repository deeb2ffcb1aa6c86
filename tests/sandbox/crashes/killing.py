"""The shop as real processes that are killed at moments drawn from a seed."""

import asyncio
import json
import os
import random
import signal
import socket
import sys
from asyncio.subprocess import PIPE
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.stories.town import TOKEN

ROOT = Path(__file__).parents[3]
SECRET = "crash-test"
# What a process says while it starts tells nothing about people's money.
OVERTURE = ("getupdates", "getme", "setmy", "getmy", "deletemy", "setwebhook", "deletewebhook")
BEFORE, AFTER = "before", "after"
FEWEST, MOST = 1, 9  # calls a shop lives for


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class House:
    """One version of the shop: where its code lies, and the port of its web door."""

    name: str = "shop"
    root: Path = ROOT
    port: int = field(default_factory=free_port)


@dataclass(frozen=True, slots=True)
class Role:
    house: House
    command: str

    def __str__(self) -> str:
        return f"{self.house.name}'s {self.command}"


class Shop:
    """Starts the shop's processes again whenever they were killed, until it is told to stop.

    ``houses``: several versions may stand side by side; ``public_url`` is then what is before them.
    """

    def __init__(
        self,
        database_url: str,
        folder: Path,
        *,
        webhook: bool,
        seed: int,
        houses: Sequence[House] | None = None,
        public_url: str = "",
    ) -> None:
        self._houses = houses or [House()]
        commands = ("web", "work") if webhook else ("run",)
        self._roles = [Role(house, command) for house in self._houses for command in commands]
        own = public_url or f"http://127.0.0.1:{self._houses[0].port}"
        self.environment = {
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": database_url,
            "PUBLIC_URL": own if webhook else "",
            "WEBHOOK_SECRET": SECRET if webhook else "",
            "MEDIA_DIR": str(folder / "media"),
        }
        self._folder = folder
        self._alive: dict[int, Role] = {}
        self._random = random.Random(seed)  # noqa: S311 -- a test's dice
        self._until_death: int | None = None
        self._moment = BEFORE
        self._has_died = asyncio.Event()
        self.deaths: list[str] = []
        self.own_ends: list[int] = []
        self._closed: set[House] = set()
        self._gone = asyncio.Condition()

    def speaks_to(self, sandbox_url: str) -> None:
        self.environment["TELEGRAM_API_URL"] = sandbox_url
        self.environment["STRIPE_API_URL"] = f"{sandbox_url}/stripe"

    @asynccontextmanager
    async def is_open(self) -> AsyncIterator[None]:
        """Keep it open as systemd would: a process that is gone is started again."""
        nurseries = [await self._nursery(house) for house in self._houses]
        keeping = [
            asyncio.ensure_future(self._keep(nursery, house))
            for nursery, house in zip(nurseries, self._houses, strict=True)
        ]
        try:
            yield
        finally:
            for one in keeping:
                one.cancel()
            await asyncio.wait(keeping)
            for pid in self._alive:
                os.kill(pid, signal.SIGKILL)
            for nursery in nurseries:
                nursery.kill()
                await nursery.communicate()

    async def closes(self, house: House) -> None:
        """A version is not started again, and its processes end as a deployment ends them."""
        self._closed.add(house)
        for pid, role in list(self._alive.items()):
            if role.house == house:
                os.kill(pid, signal.SIGTERM)
        async with self._gone:
            await self._gone.wait_for(
                lambda: all(role.house != house for role in self._alive.values())
            )

    async def _nursery(self, house: House) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.sandbox.crashes.nursery",
            cwd=house.root, stdin=PIPE, stdout=PIPE, env={**os.environ, "TUAN_ENV": "testing"},
        )  # fmt: skip

    async def _keep(self, nursery: asyncio.subprocess.Process, house: House) -> None:
        assert nursery.stdin
        assert nursery.stdout
        roles = [role for role in self._roles if role.house == house]
        wanted = deque[Role](roles)
        async for line in nursery.stdout:
            match line.decode().split():
                case ["ready"]:
                    self._order(nursery.stdin, *roles)
                case ["born", pid]:
                    self._alive[int(pid)] = wanted.popleft()
                case ["gone", pid, code]:
                    role = self._alive.pop(int(pid))
                    async with self._gone:
                        self._gone.notify_all()
                    if house in self._closed:
                        continue
                    if int(code) != -signal.SIGKILL:
                        self.own_ends.append(int(code))
                    wanted.append(role)
                    self._order(nursery.stdin, role)
                case words:
                    raise AssertionError(f"The nursery says {words}")

    def _order(self, to: asyncio.StreamWriter, *roles: Role) -> None:
        for role in roles:
            order = {
                "command": role.command,
                "environment": self.environment | {"PORT": str(role.house.port)},
                "log": str(self._folder / f"{role.house.name}-{role.command}.log"),
            }
            to.write(f"{json.dumps(order)}\n".encode())

    async def dies(self) -> None:
        """Choose a moment, so many calls from now, before or after one is done; and wait for it."""
        self._moment = self._random.choice((BEFORE, AFTER))
        self._has_died.clear()
        self._until_death = self._random.randint(FEWEST, MOST)
        await self._has_died.wait()

    def lives(self) -> None:
        self._until_death = None

    @web.middleware
    async def watch(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Stand between the shop and the sandbox, and strike when the chosen call comes."""
        if not self._counts(request) or self._until_death is None:
            return await handler(request)
        self._until_death -= 1
        if self._until_death > 0:
            return await handler(request)
        self._until_death = None
        if self._moment == BEFORE:
            self._kill(request)
            return web.Response(status=500)
        answer = await handler(request)
        self._kill(request)
        return answer

    def _counts(self, request: web.Request) -> bool:
        if request.path.startswith("/stripe/"):
            return True
        method = request.match_info.get("method", "")
        return bool(method) and not method.lower().startswith(OVERTURE)

    def _kill(self, request: web.Request) -> None:
        called = request.match_info.get("method", request.path)
        roles = [role for role in self._roles if role.house not in self._closed]
        victims = self._random.sample(roles, self._random.randint(1, len(roles)))
        for pid, role in self._alive.items():
            if role in victims:
                os.kill(pid, signal.SIGKILL)
        self.deaths.append(f"{' and '.join(map(str, victims))} {self._moment} {called}")
        self._has_died.set()
