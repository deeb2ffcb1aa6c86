"""Starts a process of ours as a person would, and looks at it from outside."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.ground import Ground
from benchmarks.watched import Watched
from bot.cli.database import migrate
from bot.cli.demo_folder import free_port

PATIENCE = 120.0  # seconds
OK = 200


@contextmanager
def shop(telegram: str, **settings: str) -> Iterator[Watched]:
    """``python -m bot run`` on a database of its own; here once /healthz is well."""
    with tempfile.TemporaryDirectory(prefix="tuan-bench-") as folder:
        ground = Ground("SQLite", f"sqlite+aiosqlite:///{folder}/shop.db", Path(folder))
        migrate(ground.url)
        given = ground.settings(telegram)
        port = free_port()
        environment = {
            "TUAN_ENV": "production",
            "BOT_TOKEN": given.bot_token.get_secret_value(),
            "TELEGRAM_API_URL": telegram,
            "DATABASE_URL": ground.url,
            "PII_KEY": given.pii_key.get_secret_value(),
            "MEDIA_DIR": str(given.media_dir),
            "LOG_LEVEL": "ERROR",
            "PORT": str(port),
        }
        with running("bot", "run", environment=environment | settings) as pid:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/healthz")
            yield Watched(pid, address)


@contextmanager
def sandbox() -> Iterator[Watched]:
    port = free_port()
    bot = "42:BENCHMARK=tuan_bot=Tuan"
    with running("sandbox", "--port", str(port), "--bot", bot, environment={}) as pid:
        wait_for(f"http://127.0.0.1:{port}/sim/people")
        yield Watched(pid, f"http://127.0.0.1:{port}")


@contextmanager
def running(module: str, *arguments: str, environment: Mapping[str, str]) -> Iterator[int]:
    with subprocess.Popen(  # noqa: S603 -- ourselves
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, **environment},
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process.pid
        finally:
            process.terminate()


def wait_for(address: str) -> None:
    parts = urlsplit(address)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        connection = HTTPConnection(parts.netloc, timeout=5)
        try:
            connection.request("GET", parts.path)
            if connection.getresponse().status == OK:
                return
        except (OSError, HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.02)
    raise TimeoutError(f"{address} did not answer within {PATIENCE:.0f} seconds")
