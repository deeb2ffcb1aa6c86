"""``python -m sandbox`` as a process: starts, stops cleanly, survives being killed."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from tests.sandbox.core.town import TOKEN

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def running(state: Path) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", str(port), "--state", str(state),
        "--bot", f"{TOKEN}=tuan_bot",
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    try:
        await answers(base)
        yield process, base
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def answers(base: str) -> None:
    async with asyncio.timeout(60), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(f"{base}/healthz") as answer:
                    assert answer.status == 200
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)


async def make_person(session: aiohttp.ClientSession, base: str, name: str) -> int:
    async with session.post(f"{base}/sim/people", json={"first_name": name}) as answer:
        return int((await answer.json())["id"])


async def names(session: aiohttp.ClientSession, base: str) -> list[str]:
    async with session.get(f"{base}/sim/people") as answer:
        return [one["first_name"] for one in await answer.json()]


async def test_it_stops_at_once_though_a_page_is_open(tmp_path):
    async with running(tmp_path) as (process, base), aiohttp.ClientSession() as session:
        ana = await make_person(session, base, "Ana")
        async with session.get(f"{base}/sim/people/{ana}/events") as stream:
            await stream.content.readline()
            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                assert await process.wait() == 0

    async with running(tmp_path) as (_, base), aiohttp.ClientSession() as session:
        assert await names(session, base) == ["Ana"]


async def test_killed_it_remembers_all_but_the_last_moment(tmp_path):
    async with running(tmp_path) as (process, base), aiohttp.ClientSession() as session:
        await make_person(session, base, "Ana")
        await asyncio.sleep(1)
        process.send_signal(signal.SIGKILL)
        await process.wait()

    async with running(tmp_path) as (_, base), aiohttp.ClientSession() as session:
        assert await names(session, base) == ["Ana"]
        assert await make_person(session, base, "Ben") == 1002
