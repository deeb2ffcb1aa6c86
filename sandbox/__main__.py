"""``python -m sandbox --port 8081 --state DIR``."""

import argparse
import logging
from pathlib import Path

from aiohttp import web

from sandbox.app import create_app
from sandbox.sandbox import Sandbox


def main() -> None:
    parser = argparse.ArgumentParser(prog="sandbox", description="A Telegram for your laptop.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--state", type=Path, help="folder to keep everything in; else in memory")
    parser.add_argument(
        "--bot", action="append", default=[], metavar="TOKEN=USERNAME", help="a bot to know"
    )
    options = parser.parse_args()
    # No access log: the bots' tokens stand in the paths.
    logging.basicConfig(level=logging.INFO)
    web.run_app(_app(options), host=options.host, port=options.port, access_log=None)


async def _app(options: argparse.Namespace) -> web.Application:
    sandbox = Sandbox(options.state)
    for bot in options.bot:
        token, _, username = bot.partition("=")
        sandbox.add_bot(token, username or "my_bot", username or "Bot")
    return create_app(sandbox)


if __name__ == "__main__":
    main()
