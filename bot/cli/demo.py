"""``tuan demo``: the sandbox and the whole shop on one computer, without keys or accounts.

This process only watches over the two others, so it imports nothing heavy.
"""

import asyncio
import os
import signal
import sys
import webbrowser
from argparse import Namespace
from collections.abc import Coroutine, Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot.cli.demo_folder import check_port, free_port, own_key, prepare
from bot.cli.places import ROOT, TOWN
from bot.cli.stop import Stop

TOKEN = "424242:SANDBOX-demo-token-that-opens-nothing"  # noqa: S105 -- of the sandbox alone
PROVIDER = "424242:TEST:demo"
STRIPE_KEY = "sk_test_sandbox"
OPERATOR = "1004"  # Olivia, in the town's file
PATIENCE = 300.0  # seconds for a part to answer, on a slow and busy computer
SIGN_OF_LIFE = 15.0
LOOK = 0.2
GRACE = 20.0
OK = 200
T = TypeVar("T")


def run(arguments: Namespace) -> int:
    state = prepare(arguments.state, reset=arguments.reset)
    port = arguments.port or free_port()
    check_port(port)
    return asyncio.run(Demo(state, port, browser=not arguments.no_browser).run())


class Demo:
    def __init__(self, state: Path, port: int, *, browser: bool) -> None:
        self._state = state
        self._port = port
        self._door = free_port()
        self._browser = browser
        self._children: dict[str, asyncio.subprocess.Process] = {}
        self._stop = asyncio.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def run(self) -> int:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop.set)
        try:
            await self._open()
            return await self._watch()
        except Interrupted:
            return 0
        finally:
            await self._close()

    async def _open(self) -> None:
        _say("Starting the sandbox: a Telegram for this computer ...")
        await self._start("sandbox", "-m", "sandbox", *self._sandbox_arguments())
        await self._answers(f"{self.address}/sim/people", "sandbox")
        _say("Opening the shop: database, products, bot ...")
        await self._start("shop", "-m", "bot", "run", "--demo")
        await self._answers(f"{self.address}/healthz", "shop")
        print(f"ready: {self.address}", flush=True)  # noqa: T201 -- what scripts wait for
        _say("Ana, Ben and the others are in the chat page. Ctrl-C ends the demo; it is kept.")
        if self._browser and _has_desktop():
            webbrowser.open(self.address)

    def _sandbox_arguments(self) -> tuple[str, ...]:
        door = f"http://127.0.0.1:{self._door}/healthz"
        return (
            *("--port", str(self._port), "--state", str(self._state / "sandbox")),
            *("--seed", str(TOWN), "--bot", f"{TOKEN}=tuan_bot=Tuan", "--also", f"shop={door}"),
        )

    def _environment(self) -> Mapping[str, str]:
        return {
            **os.environ,
            "TUAN_ENV": "production",
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.address,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self._state / 'tuan.db'}",
            "REDIS_URL": "",
            "PUBLIC_URL": "",
            "WEBHOOK_SECRET": "",
            "PAYMENT_PROVIDER_TOKEN": PROVIDER,
            "STRIPE_API_KEY": STRIPE_KEY,
            "STRIPE_API_URL": f"{self.address}/stripe",
            "STRIPE_WEBHOOK_SECRET": "",
            "PII_KEY": own_key(self._state / "pii.key"),
            "OPERATOR_IDS": OPERATOR,
            "MEDIA_DIR": str(self._state / "media"),
            "HOST": "127.0.0.1",
            "PORT": str(self._door),
            "LOG_LEVEL": "WARNING",
        }

    async def _start(self, name: str, *arguments: str) -> None:
        with (self._state / f"{name}.log").open("ab") as log:
            self._children[name] = await asyncio.create_subprocess_exec(
                sys.executable,
                *arguments,
                cwd=ROOT,
                env=self._environment(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=sys.stderr,  # its progress; this process alone says "ready"
                stderr=log,
                # Ctrl-C reaches this process alone, which then ends the others in order.
                start_new_session=True,
            )

    async def _answers(self, address: str, part: str) -> None:
        for look in range(int(PATIENCE / LOOK)):
            if self._children[part].returncode is not None:
                raise Stop(self._last_words(part))
            if await self._unless_stopped(asyncio.to_thread(_is_well, address)):
                return
            if look and look % int(SIGN_OF_LIFE / LOOK) == 0:
                _say(f"... the {part} is still on its way")
            await self._unless_stopped(asyncio.sleep(LOOK))
        raise Stop(f"The {part} did not answer within {PATIENCE:.0f} seconds. {self._log(part)}")

    async def _watch(self) -> int:
        """Wait for Ctrl-C, or for a part that ends although nobody asked it to."""
        waiting = {
            asyncio.ensure_future(child.wait()): name for name, child in self._children.items()
        }
        stopped = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({*waiting, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        ended = [name for task, name in waiting.items() if task.done()]
        for task in waiting:
            task.cancel()
        if ended and not self._stop.is_set():
            raise Stop(self._last_words(ended[0]))
        return 0

    async def _close(self) -> None:
        """The shop first, so that it can still say its last word to the sandbox."""
        if self._children:
            _say("Closing ...")
        for child in reversed(self._children.values()):
            if child.returncode is None:
                child.terminate()
                try:
                    await asyncio.wait_for(child.wait(), GRACE)
                except TimeoutError:
                    child.kill()
                    await child.wait()

    async def _unless_stopped(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for something, but not longer than until Ctrl-C."""
        task = asyncio.ensure_future(work)
        stopped = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not task.done():
            task.cancel()
            raise Interrupted
        return task.result()

    def _last_words(self, part: str) -> str:
        lines = (self._state / f"{part}.log").read_text("utf-8", "replace").splitlines()
        return "\n".join([f"The {part} has ended by itself. {self._log(part)}", *lines[-5:]])

    def _log(self, part: str) -> str:
        return f"Its log: {self._state / f'{part}.log'}"


class Interrupted(Exception):
    """Ctrl-C while the demo was still starting."""


def _is_well(address: str) -> bool:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=5)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status == OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _has_desktop() -> bool:
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201
