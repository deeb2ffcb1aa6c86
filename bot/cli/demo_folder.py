"""What the demo needs before anything starts: a folder, a port, a key."""

import base64
import os
import shutil
import socket
from pathlib import Path

from bot.cli.stop import Stop

MARK = ".tuan-demo"  # only a folder with this mark is ever emptied
LAST_PORT = 65535
KEY_BYTES = 32


def prepare(state: Path, *, reset: bool) -> Path:
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


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Stop(
                f"Port {port} cannot be used (is another demo running?). "
                f"Take another one: make demo PORT={port + 1 if 0 < port < LAST_PORT else 8000}"
            ) from error


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def own_key(file: Path) -> str:
    """Keep the demo's key beside its database: this is a toy's data. A shop keeps it apart."""
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode(), "utf-8")
    return file.read_text("utf-8")
