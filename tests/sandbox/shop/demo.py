"""``tuan demo`` as a person starts it: a process of its own, on a free port."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from typing import Final

ROOT: Final = Path(__file__).parents[3]
PATIENCE: Final = 300  # seconds; importing the shop takes long on a busy machine
READY: Final = "ready: "


class RunningDemo:
    """One folder of state, and the demo that runs on it or does not."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.address = ""
        self.said: list[str] = []
        self._process: subprocess.Popen[str] | None = None

    def start(self, *words: str) -> None:
        self.said = []
        self.address = ""
        self._process = launch("--port", "0", "--state", str(self.state), *words)
        Thread(target=self._listen, args=(self._process,), daemon=True).start()
        deadline = time.monotonic() + PATIENCE
        while not self.address:
            assert self._process.poll() is None, self._story()
            assert time.monotonic() < deadline, self._story()
            time.sleep(0.1)

    def interrupt(self) -> int:
        """Press Ctrl-C; gives the exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def kill_the_shop(self) -> int:
        """End the shop's process as the kernel would; gives the demo's exit code."""
        assert self._process is not None
        os.kill(self._child("bot run"), signal.SIGKILL)
        return self._process.wait(PATIENCE)

    def end(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self.interrupt()

    def troubles(self) -> str:
        """What the parts wrote into their logs: nothing, on a good day."""
        logs = [self.state / f"{part}.log" for part in ("sandbox", "shop")]
        return "".join(log.read_text("utf-8") for log in logs if log.exists())

    def _child(self, words: str) -> int:
        assert self._process is not None
        me = Path(f"/proc/{self._process.pid}/task")
        for children in me.glob("*/children"):
            for number in children.read_text("ascii").split():
                line = Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ")
                if words in line.decode():
                    return int(number)
        raise AssertionError(f"no child runs {words}")

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                self.said.append(line.rstrip())
                if line.startswith(READY):
                    self.address = line.removeprefix(READY).strip()

    def _story(self) -> str:
        return "\n".join([*self.said, self.troubles()])


def launch(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 -- our own words
        [sys.executable, "-m", "bot", "demo", "--no-browser", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
