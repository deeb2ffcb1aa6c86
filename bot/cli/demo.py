"""``tuan demo``: the sandbox and the whole shop on one computer, without keys or accounts."""

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import sys
import webbrowser
from argparse import Namespace
from collections.abc import Coroutine, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from bot.cli.database import ROOT
from bot.cli.stop import Stop
from bot.kit.secrets import Vault

TOKEN = "424242:SANDBOX-demo-token-that-opens-nothing"  # noqa: S105 -- of the sandbox alone
PROVIDER = "sandbox:TEST:provider"
STRIPE_KEY = "sk_test_sandbox"
TOWN = ROOT / "config" / "demo" / "town.json"
SHOP = ROOT / "config" / "demo"
PATIENCE = 60.0  # seconds for a part to answer
GRACE = 15.0
LAST_PORT = 65535
MARK = ".tuan-demo"  # only a folder with this mark is ever emptied
T = TypeVar("T")


def run(arguments: Namespace) -> int:
    state = _prepare(arguments.state, reset=arguments.reset)
    _check_port(arguments.port)
    return asyncio.run(Demo(state, arguments.port, browser=not arguments.no_browser).run())


class Demo:
    def __init__(self, state: Path, port: int, *, browser: bool) -> None:
        self._state = state
        self._port = port
        self._door = _free_port()
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
        _say("Preparing the database ...")
        await self._finish("-m", "bot", "migrate")
        await self._finish("-m", "bot", "seed", "--town", str(TOWN), str(SHOP))
        _say("Opening the shop ...")
        await self._start("shop", "-m", "bot", "run")
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
            "PAYMENT_PROVIDER_TOKEN": PROVIDER,
            "STRIPE_API_KEY": STRIPE_KEY,
            "STRIPE_API_URL": f"{self.address}/stripe",
            "PII_KEY": _own_key(self._state / "pii.key"),
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
                stdout=log,
                stderr=log,
                # Ctrl-C reaches this process alone, which then ends the others in order.
                start_new_session=True,
            )

    async def _finish(self, *arguments: str) -> None:
        """Run a command to its end, with its progress on the screen."""
        command = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, cwd=ROOT, env=self._environment(), start_new_session=True
        )
        self._children["command"] = command
        ended = await self._unless_stopped(command.wait())
        del self._children["command"]
        if ended:
            raise Stop(f"The demo could not start: `{' '.join(arguments[1:])}` failed (see above).")

    async def _answers(self, address: str, part: str) -> None:
        async with aiohttp.ClientSession() as session:
            for _ in range(int(PATIENCE / 0.2)):
                if self._children[part].returncode is not None:
                    raise Stop(self._last_words(part))
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    async with session.get(address, timeout=aiohttp.ClientTimeout(2)) as answer:
                        if answer.status == HTTPStatus.OK:
                            return
                await self._unless_stopped(asyncio.sleep(0.2))
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


def _prepare(state: Path, *, reset: bool) -> Path:
    """Make the folder the demo keeps its state in; empty it if that is wished."""
    try:
        if reset and (state / MARK).exists():
            shutil.rmtree(state)
        if state.exists() and any(state.iterdir()) and not (state / MARK).exists():
            raise Stop(f"{state} holds other things. Name an empty folder: --state FOLDER.")
        state.mkdir(parents=True, exist_ok=True)
        (state / MARK).touch()
    except OSError as error:
        raise Stop(f"The demo cannot write to {state}: {error.strerror}.") from error
    return state.resolve()


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Stop(
                f"Port {port} cannot be used (is another demo running?). "
                f"Take another one: make demo PORT={port + 1 if port < LAST_PORT else 8000}"
            ) from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _own_key(file: Path) -> str:
    """Keep the demo's key beside its database: this is a toy's data. A shop keeps it apart."""
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(Vault.new_key(), "utf-8")
    return file.read_text("utf-8")


def _has_desktop() -> bool:
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201
