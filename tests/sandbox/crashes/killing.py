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
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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


class Shop:
    """Starts the shop's processes again whenever they were killed, until it is told to stop."""

    def __init__(self, database_url: str, folder: Path, *, webhook: bool, seed: int) -> None:
        self._commands = ("web", "work") if webhook else ("run",)
        self._port = free_port()
        self._environment = self._settings(database_url, folder, webhook=webhook)
        self._folder = folder
        self._alive: dict[int, str] = {}  # pid to command
        self._random = random.Random(seed)  # noqa: S311 -- a test's dice
        self._until_death: int | None = None
        self._moment = BEFORE
        self._has_died = asyncio.Event()
        self.deaths: list[str] = []
        self.own_ends: list[int] = []

    def speaks_to(self, sandbox_url: str) -> None:
        self._environment["TELEGRAM_API_URL"] = sandbox_url
        self._environment["STRIPE_API_URL"] = f"{sandbox_url}/stripe"

    @asynccontextmanager
    async def is_open(self) -> AsyncIterator[None]:
        """Keep it open as systemd would: a process that is gone is started again."""
        nursery = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.sandbox.crashes.nursery",
            cwd=ROOT, stdin=PIPE, stdout=PIPE, env={**os.environ, "TUAN_ENV": "testing"},
        )  # fmt: skip
        keeping = asyncio.ensure_future(self._keep(nursery))
        try:
            yield
        finally:
            keeping.cancel()
            await asyncio.wait([keeping])
            for pid in self._alive:
                os.kill(pid, signal.SIGKILL)
            nursery.kill()
            await nursery.communicate()

    async def _keep(self, nursery: asyncio.subprocess.Process) -> None:
        assert nursery.stdin
        assert nursery.stdout
        wanted = deque[str](self._commands)
        async for line in nursery.stdout:
            match line.decode().split():
                case ["ready"]:
                    self._order(nursery.stdin, *self._commands)
                case ["born", pid]:
                    self._alive[int(pid)] = wanted.popleft()
                case ["gone", pid, code]:
                    command = self._alive.pop(int(pid))
                    if int(code) != -signal.SIGKILL:
                        self.own_ends.append(int(code))
                    wanted.append(command)
                    self._order(nursery.stdin, command)
                case words:
                    raise AssertionError(f"The nursery says {words}")

    def _order(self, to: asyncio.StreamWriter, *commands: str) -> None:
        for command in commands:
            order = {
                "command": command,
                "environment": self._environment,
                "log": str(self._folder / f"{command}.log"),
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
        victims = self._random.sample(self._commands, self._random.randint(1, len(self._commands)))
        for pid, command in self._alive.items():
            if command in victims:
                os.kill(pid, signal.SIGKILL)
        self.deaths.append(f"{' and '.join(victims)} {self._moment} {called}")
        self._has_died.set()

    def _settings(self, database_url: str, folder: Path, *, webhook: bool) -> dict[str, str]:
        return {
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": database_url,
            "PUBLIC_URL": f"http://127.0.0.1:{self._port}" if webhook else "",
            "WEBHOOK_SECRET": SECRET if webhook else "",
            "MEDIA_DIR": str(folder / "media"),
            "PORT": str(self._port),
        }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
