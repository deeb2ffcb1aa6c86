"""The ground a benchmark runs on: fresh databases as a shop would have them."""

import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlalchemy.ext.asyncio import AsyncEngine

from benchmarks.watched import HAS_PROC, Watched
from config.settings import Settings
from tests import databases


@dataclass(frozen=True, slots=True)
class Ground:
    name: str
    url: str
    folder: Path

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    def settings(self, telegram: str = "http://127.0.0.1:9") -> Settings:
        """Make settings of a shop on this ground that speaks to ``telegram``."""
        return Settings.model_validate(
            {
                "bot_token": "42:BENCHMARK",
                "telegram_api_url": telegram,
                "database_url": self.url,
                "pii_key": Fernet.generate_key().decode(),
                "media_dir": self.folder / "media",
                "log_level": "WARNING",
            }
        )


@contextmanager
def grounds() -> Iterator[list[Ground]]:
    """SQLite in a file, and PostgreSQL where one is named or installed; each an empty shop."""
    # Told to end, we still take the server down.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory(prefix="tuan-bench-") as temporary,
        databases.postgres_server(durable=True) as server,
    ):
        folder = Path(temporary)
        found = [_sqlite(folder)]
        if server is None:
            print("PostgreSQL: skipped; set TEST_POSTGRES_URL or install Debian's postgresql.")
            yield found
            return
        name, url = databases.postgres_copy(server, "template1")
        databases.create_tables(databases.with_driver(server, "psycopg", name))
        try:
            yield [*found, Ground("PostgreSQL", url, folder)]
        finally:
            databases.run_sql(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _sqlite(folder: Path) -> Ground:
    file = folder / "shop.db"
    databases.create_tables(f"sqlite:///{file}")
    return Ground("SQLite", f"sqlite+aiosqlite:///{file}", folder)


async def server_cpu(engine: AsyncEngine) -> float:
    """CPU seconds of the database's processes until now; SQLite works in ours."""
    if engine.dialect.name == "sqlite" or not HAS_PROC:
        return 0.0
    async with engine.connect() as connection:
        pids = await connection.scalars(sa.text("SELECT pid FROM pg_stat_activity"))
        return sum(Watched(pid, "").cpu() for pid in pids)
