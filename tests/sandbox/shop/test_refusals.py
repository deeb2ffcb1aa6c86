"""What keeps the demo from starting is said in one sentence, at once."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sandbox.shop.demo import launch

pytestmark = pytest.mark.timeout(300)


def refused(*words: str) -> list[str]:
    process = launch(*words)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 1
    return said.splitlines()


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield int(server.getsockname()[1])


def test_a_port_in_use(tmp_path: Path, taken_port: int) -> None:
    [sentence] = refused("--state", str(tmp_path / "state"), "--port", str(taken_port))

    assert f"Port {taken_port} cannot be used" in sentence
    assert f"make demo PORT={taken_port + 1}" in sentence


def test_a_port_that_cannot_be(tmp_path: Path) -> None:
    [sentence] = refused("--state", str(tmp_path / "state"), "--port", "70000")

    assert "Port 70000 cannot be used" in sentence


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    [sentence] = refused("--state", str(file / "state"), "--port", "0")

    assert sentence == f"The demo cannot write to {file / 'state'}: Not a directory."


def test_a_folder_with_other_things_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("dear diary", "utf-8")

    [sentence] = refused("--state", str(tmp_path), "--port", "0", "--reset")

    assert sentence == f"{tmp_path} holds other things. Name an empty folder: --state FOLDER."
    assert (tmp_path / "diary.txt").read_text("utf-8") == "dear diary"
