"""``python -m sandbox --port 8081 --state DIR --bot TOKEN=USERNAME=Name --seed TOWN.json``."""

import argparse
import json
import logging
import sys
from pathlib import Path
from typing import Final

from aiohttp import web

from sandbox.app import create_app
from sandbox.sandbox import Sandbox
from sandbox.sim.errors import SimError

GRACE: Final = 1.0  # seconds for requests under way: a bot's long poll would wait half a minute


def main() -> int:
    options = _parser().parse_args()
    # No access log: the bots' tokens stand in the paths.
    logging.basicConfig(level=logging.INFO)
    try:
        web.run_app(
            _app(options),
            host=options.host,
            port=options.port,
            access_log=None,
            shutdown_timeout=GRACE,
            print=None,
        )
    except OSError as error:
        return _complain(f"The sandbox cannot open {options.host}:{options.port}: {error}.")
    except (SimError, ValueError, KeyError) as error:
        return _complain(f"The sandbox cannot read {options.seed}: {error}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sandbox", description="A Telegram for your laptop.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="another name or address to answer to, besides localhost and --host",
    )
    parser.add_argument("--state", type=Path, help="folder to keep everything in; else in memory")
    parser.add_argument(
        "--bot",
        action="append",
        default=[],
        metavar="TOKEN=USERNAME=NAME",
        type=_bot,
        help="a bot to know",
    )
    parser.add_argument("--seed", type=Path, metavar="TOWN.json", help="who lives in a new town")
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="NAME=URL",
        type=_part,
        help="what must answer 200 as well before /healthz does",
    )
    return parser


def _bot(text: str) -> tuple[str, str, str]:
    token, _, names = text.partition("=")
    username, _, name = names.partition("=")
    return token, username or "my_bot", name or username or "Bot"


def _part(text: str) -> tuple[str, str]:
    name, _, url = text.partition("=")
    if not url:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=URL")
    return name, url


async def _app(options: argparse.Namespace) -> web.Application:
    sandbox = Sandbox(options.state)
    for token, username, name in options.bot:
        sandbox.add_bot(token, username, name)
    if options.seed and not sandbox.sim.people():
        sandbox.sim.seed(json.loads(options.seed.read_text("utf-8")))
    return create_app(sandbox, dict(options.also), {options.host, *options.allow_host})


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201 -- the command line speaks to a person
    return 1


if __name__ == "__main__":
    sys.exit(main())
