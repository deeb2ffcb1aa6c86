"""The code of an earlier version, as it may still run while a new one is being deployed.

It is the newest version that does not know the newest migration: whatever it does, it does on
tables it has never heard of. ``TUAN_OLD_VERSION`` names another one.
"""

import io
import os
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.sandbox.crashes.killing import ROOT


def unpack_old_version(folder: Path) -> str:
    """Write its code into a folder; tells which it is. Skips where history is not there."""
    reference = os.environ.get("TUAN_OLD_VERSION") or _before_newest_migration()
    version = _git("rev-parse", "--short", "--verify", f"{reference}^{{commit}}").decode().strip()
    archive = _git("archive", "--format=tar", version)
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")
    return version


def _before_newest_migration() -> str:
    newest = max((ROOT / "migrations/versions").glob("[0-9]*.py"))
    path = newest.relative_to(ROOT).as_posix()
    added = _git("log", "-1", "--diff-filter=A", "--format=%H", "--", path).decode().strip()
    return f"{added}^" if added else "HEAD"


def _git(*words: str) -> bytes:
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True)  # noqa: S603, S607
    except (OSError, subprocess.CalledProcessError) as trouble:
        pytest.skip(f"An old version needs the project's history: git {words[0]}: {trouble}")
    return done.stdout
