from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main

Tuan = Callable[..., list[str]]


@pytest.fixture
def settings(empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of a shop that was just installed: a database without tables."""
    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    monkeypatch.setenv("MEDIA_DIR", str(tmp_path / "media"))


@pytest.fixture
def tuan(settings: None, capfd: pytest.CaptureFixture[str]) -> Tuan:
    """Run a command; gives what it said, and what it complained of."""

    def run(*words: str, expect: int = 0) -> list[str]:
        code = main(words)
        said = capfd.readouterr()
        assert code == expect, said
        return [*said.out.splitlines(), *said.err.splitlines()]

    return run


@pytest.fixture
def shop(tuan: Tuan) -> Tuan:
    """The same, with tables."""
    tuan("migrate")
    return tuan
