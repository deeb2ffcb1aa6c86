"""Starts the grammY shop in a Node process, installing grammY into a cache when it is not there."""

import asyncio
import hashlib
import os
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("grammy")
CACHE = Path(__file__).parents[3] / ".cache" / "foreign"
INSTALL_SECONDS = 100
READY_SECONDS = 20


@asynccontextmanager
async def grammy_shop(address: str, token: str, photo: Path) -> AsyncIterator[str]:
    """Poll until the block ends; gives the username that ``getMe`` told."""
    node, folder = installed()
    given = {"API_ROOT": address, "BOT_TOKEN": token, "PHOTO": str(photo)}
    process = await asyncio.create_subprocess_exec(
        node,
        "shop.mjs",
        cwd=folder,
        env=os.environ | given,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), READY_SECONDS)
        word, _, username = line.decode().strip().partition(" ")
        assert word == "ready"
        yield username
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(process.communicate(), 5)
        except TimeoutError:
            process.kill()
            await process.communicate()


def installed() -> tuple[str, Path]:
    """The path of node, and a folder with grammY in it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("grammY needs node and npm")
    lock = (SOURCE / "package-lock.json").read_bytes()
    folder = CACHE / f"grammy-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not folder.is_dir():
        _install(npm, folder)
    shutil.copy(SOURCE / "shop.mjs", folder)
    return node, folder


def _install(npm: str, folder: Path) -> None:
    """Into a folder of its own first: what was broken off must not look whole."""
    making = folder.with_name(f"{folder.name}-{os.getpid()}")
    making.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(SOURCE / name, making)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = (
            subprocess.run(  # noqa: S603 - our own command and lock file
                command, cwd=making, capture_output=True, timeout=INSTALL_SECONDS, check=False
            ).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        done = False
    if done and not folder.exists():
        making.rename(folder)
    shutil.rmtree(making, ignore_errors=True)
    if not folder.exists():
        pytest.skip("npm could not install grammY: is the registry to be reached?")
