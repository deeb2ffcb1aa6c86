"""``tuan backup`` and ``tuan restore``: database and pictures as one tar file.

The keys that open personal data are not in it: they are kept apart, or a stolen backup is a leak.
"""

import shutil
import sqlite3
import subprocess
import tarfile
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.stop import Stop
from bot.kit.db import synchronous
from config.settings import Settings

SQLITE, POSTGRES, MEDIA = "database.sqlite", "database.pgdump", "media"


def backup(arguments: Namespace) -> int:
    """Write one file; a shop that is open may stay open."""
    settings = Settings()
    target: Path = arguments.file
    with TemporaryDirectory() as folder:
        dump = _dump(sa.make_url(settings.database_url.get_secret_value()), Path(folder))
        try:
            _pack(dump, settings.media_dir, target)
        except OSError as error:
            raise Stop(f"{target} cannot be written: {error.strerror}.") from error
    print(f"{target}: {target.stat().st_size // 1024} KiB. Keep PII_KEY too, elsewhere.")  # noqa: T201
    return 0


def _pack(dump: Path, media: Path, target: Path) -> None:
    """Write a file that is whole, or none: an older backup of the same name stays until then."""
    unfinished = target.with_name(f"{target.name}.part")
    with tarfile.open(unfinished, "w") as tar:
        tar.add(dump, dump.name)
        if media.is_dir():
            tar.add(media, MEDIA)
    unfinished.replace(target)


def restore(arguments: Namespace) -> int:
    """Fill an empty database; one with tables is left alone unless ``--force`` is said."""
    settings = Settings()
    url = sa.make_url(settings.database_url.get_secret_value())
    if not arguments.force and _has_tables(url):
        raise Stop("The database is not empty. `tuan restore --force` replaces what is there.")
    with TemporaryDirectory() as folder:
        try:
            with tarfile.open(arguments.file) as tar:
                tar.extractall(folder, filter="data")
        except OSError as error:
            raise Stop(f"{arguments.file} cannot be read: {error.strerror}.") from error
        except tarfile.TarError as error:
            raise Stop(f"{arguments.file} is not a backup of Tuan.") from error
        _load(url, Path(folder))
        if (Path(folder) / MEDIA).is_dir():
            shutil.copytree(Path(folder) / MEDIA, settings.media_dir, dirs_exist_ok=True)
    print("Restored. Run `tuan migrate` if the backup is of an older version.")  # noqa: T201
    return 0


def _dump(url: sa.URL, folder: Path) -> Path:
    if url.get_backend_name() == "sqlite":
        target = folder / SQLITE
        try:
            _copy(f"file:{url.database}?mode=ro", target)
        except sqlite3.Error as error:
            raise Stop(f"{url.database} cannot be read: {error}.") from error
        return target
    target = folder / POSTGRES
    _run_tool("pg_dump", "--format=custom", "--no-owner", f"--file={target}", _plain(url))
    return target


def _load(url: sa.URL, folder: Path) -> None:
    kind = SQLITE if url.get_backend_name() == "sqlite" else POSTGRES
    dump = folder / kind
    if not dump.exists():
        raise Stop("The backup is of another kind of database than DATABASE_URL names.")
    if kind == SQLITE:
        _copy(f"file:{dump}?mode=ro", Path(str(url.database)))
        return
    _run_tool(
        "pg_restore", "--clean", "--if-exists", "--no-owner", f"--dbname={_plain(url)}", str(dump)
    )


def _copy(source: str, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, uri=True)) as here,
        closing(sqlite3.connect(target)) as there,
    ):
        here.backup(there)


def _has_tables(url: sa.URL) -> bool:
    engine = sa.create_engine(synchronous(url.render_as_string(hide_password=False)))
    try:
        return bool(sa.inspect(engine).get_table_names())
    except SQLAlchemyError as error:
        raise Stop(f"The database cannot be opened: {type(error).__name__}.") from error
    finally:
        engine.dispose()


def _plain(url: sa.URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _run_tool(*words: str) -> None:
    try:
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603 -- our own words
    except FileNotFoundError as error:
        raise Stop(f"{words[0]} is missing: install PostgreSQL's client programs.") from error
    except subprocess.CalledProcessError as error:
        # The last word is an address, perhaps with a password: only the tool's own words are shown.
        raise Stop(f"{words[0]} failed: {error.stderr.decode().strip()[-300:]}") from error
