"""A Telegram that says yes to everything, in a process of its own: it must cost us nothing.

with telegram() as address: ...
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

TOKEN = "42:BENCHMARK"  # noqa: S105 -- it opens nothing
USER = {"id": 42, "is_bot": True, "first_name": "Tuan", "username": "tuan_bot"}
MESSAGE = {
    "message_id": 7,
    "date": 1_750_000_000,
    "chat": {"id": 1, "type": "private", "first_name": "Ana"},
    "from": USER,
    "text": "Your time zone: Europe/Berlin.",
}
ANSWERS = {
    "getme": USER,
    "getmycommands": [],
    "getupdates": [],
    "sendmessage": MESSAGE,
    "editmessagetext": MESSAGE,
}


@contextmanager
def telegram() -> Iterator[str]:
    """Run it; gives its address."""
    with subprocess.Popen(  # noqa: S603 -- ourselves
        [sys.executable, "-m", __name__], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            if process.stdout is None:
                raise RuntimeError("It has nowhere to say its port")
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


async def serve() -> None:
    bodies = {
        method: json.dumps({"ok": True, "result": result}).encode()
        for method, result in ANSWERS.items()
    }
    yes = b'{"ok": true, "result": true}'

    async def answer(request: web.BaseRequest) -> web.Response:
        await request.read()
        method = request.path.rpartition("/")[2].lower()
        return web.Response(body=bodies.get(method, yes), content_type="application/json")

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
