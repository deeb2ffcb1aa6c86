"""A process that has imported the shop once, and makes processes of it as often as it is told.

They are processes like those of ``python -m bot run``, without the seconds that imports take. It
reads orders as lines of JSON and answers ``born <pid>`` and ``gone <pid> <code>``.
"""

import json
import os
import signal
import sys
from types import FrameType

import bot.cli.processes  # noqa: F401 -- what takes long
from bot.__main__ import main


def work() -> None:
    signal.signal(signal.SIGCHLD, _bury)
    _say("ready")
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            os._exit(_live(order["command"], order["environment"], order["log"]))
        _say(f"born {pid}")


def _live(command: str, environment: dict[str, str], log: str) -> int:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.update(environment)
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for standard in (1, 2):
        os.dup2(file, standard)
    return main([command])


def _bury(_: int, __: FrameType | None) -> None:
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        _say(f"gone {pid} {os.waitstatus_to_exitcode(status)}")


def _say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


if __name__ == "__main__":
    work()
