"""A fresh database for every test: SQLite always, PostgreSQL where one is named or starts here."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import create_engine

import bot
from bot.cli.database import import_models
from bot.kit.db import Model

_numbers = count(1)
# A test's data is thrown away, so nothing has to reach the disk.
UNSAFE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def create_tables(url: str) -> None:
    import_models()
    engine = create_engine(url)
    Model.metadata.create_all(engine)
    engine.dispose()


def model_modules() -> list[str]:
    package = Path(bot.__path__[0])
    files = sorted(package.rglob("*models.py"))
    return [".".join(("bot", *file.relative_to(package).with_suffix("").parts)) for file in files]


@contextmanager
def sqlite_template() -> Iterator[Path]:
    """One empty shop as a file; a test copies it, which is faster than creating the tables."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "template.db")
        create_tables(f"sqlite:///{file}")
        yield file


@contextmanager
def postgres_server(*, durable: bool = False) -> Iterator[str | None]:
    """The address of a server's ``postgres`` database, without the driver's name."""
    named = os.environ.get("TEST_POSTGRES_URL")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if named or not programs:
        yield named
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from _run_postgres(programs[0], Path(folder), "" if durable else UNSAFE)


def _run_postgres(programs: Path, folder: Path, safety: str) -> Iterator[str]:
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    as_user: list[str] = ["runuser", "-u", user, "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, user)
    port = _free_port()
    data = folder / "data"
    subprocess.run(  # noqa: S603
        [*as_user, programs / "initdb", "-D", data, "-A", "trust", "-E", "UTF8", "-U", "postgres"],
        check=True,
        capture_output=True,
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c max_connections=200 {safety}"
    control: list[str | Path] = [*as_user, programs / "pg_ctl", "-D", data, "-w"]
    log = folder / "log"
    subprocess.run([*control, "-l", log, "-o", options, "start"], check=True, capture_output=True)  # noqa: S603
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True)  # noqa: S603


def postgres_template(server: str, name: str) -> None:
    run_sql(server, f'CREATE DATABASE "{name}"')
    create_tables(with_driver(server, "psycopg", name))


def postgres_copy(server: str, template: str) -> tuple[str, str]:
    """Make a database of its own for one test; gives its name and its address."""
    name = f"tuan_{os.getpid()}_{next(_numbers)}"
    run_sql(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name, with_driver(server, "asyncpg", name)


def run_sql(server: str, statement: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement.encode())


def with_driver(server: str, driver: str, name: str) -> str:
    return (
        server.replace("postgresql://", f"postgresql+{driver}://").rpartition("/")[0] + f"/{name}"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
