"""The test bench, files and live events over HTTP."""

import asyncio
import json
import re
from typing import Final

from aiohttp import web

from sandbox.sim.errors import SimError, wrong
from sandbox.sim.reading import Verb, answering, given, number, person_of, text
from sandbox.sim.sim import Sim
from sandbox.world.store import Json

HEARTBEAT_SECONDS: Final = 15.0
UNSAFE_IN_NAME: Final = re.compile(r"[^A-Za-z0-9._-]")
SHOWN_IN_PAGE: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


class BenchFace:
    def __init__(self, sim: Sim) -> None:
        self._sim = sim
        self._open_streams: set[asyncio.Task[None]] = set()

    def routes(self) -> list[web.RouteDef]:
        table: list[tuple[str, str, Verb]] = [
            ("GET", "/sim/calls", self.calls),
            ("POST", "/sim/faults", self.plan_fault),
            ("DELETE", "/sim/faults", self.clear_faults),
            ("GET", "/sim/clock", self.clock),
            ("POST", "/sim/clock", self.move_clock),
            ("POST", "/sim/flood", self.flood),
            ("POST", "/sim/reset", self.reset),
            ("POST", "/sim/seed", self.seed),
        ]
        return [
            *(web.route(method, path, answering(verb)) for method, path, verb in table),
            web.get("/sim/files/{file}", self.file),
            web.get("/sim/people/{p}/events", self.events),
        ]

    async def calls(self, request: web.Request, body: Json) -> object:
        del body
        after = number({"after": request.query.get("after", 0)}, "after")
        return self._sim.calls(after, request.query.get("method"))

    async def plan_fault(self, request: web.Request, body: Json) -> None:
        del request
        more = {name: value for name, value in body.items() if name != "kind"}
        self._sim.plan_fault(text(body, "kind"), **more)

    async def clear_faults(self, request: web.Request, body: Json) -> None:
        del request, body
        self._sim.clear_faults()

    async def clock(self, request: web.Request, body: Json) -> object:
        del request, body
        return {"now": self._sim.now()}

    async def move_clock(self, request: web.Request, body: Json) -> object:
        del request
        wanted = given(body, ("advance", "now"))
        if len(wanted) != 1 or not all(isinstance(one, int | float) for one in wanted.values()):
            raise wrong("give either advance or now, in seconds")
        if "advance" in wanted:
            return {"now": self._sim.advance(wanted["advance"])}
        return {"now": self._sim.set_clock(wanted["now"])}

    async def flood(self, request: web.Request, body: Json) -> None:
        del request
        self._sim.flood(on=bool(body.get("on", True)))

    async def reset(self, request: web.Request, body: Json) -> None:
        del request, body
        self._sim.reset()

    async def seed(self, request: web.Request, body: Json) -> object:
        del request
        return self._sim.seed(body)

    async def file(self, request: web.Request) -> web.StreamResponse:
        try:
            content, mime_type, name = self._sim.file(request.match_info["file"])
        except SimError as error:
            return web.json_response({"error": error.text}, status=error.status)
        # Anything but a picture could be a page with a script in it: only for download.
        shown = mime_type in SHOWN_IN_PAGE
        ascii_name = UNSAFE_IN_NAME.sub("", name)
        headers = {"Cache-Control": "max-age=31536000, immutable"}
        if not shown:
            headers["Content-Disposition"] = f'attachment; filename="{ascii_name or "file"}"'
        headers["X-Content-Type-Options"] = "nosniff"
        kind = mime_type if shown else "application/octet-stream"
        return web.Response(body=content, content_type=kind, headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        try:
            person = person_of(request)
            self._sim.person(person)
        except SimError as error:
            return web.json_response({"error": error.text}, status=error.status)
        feed = self._sim.live.feed(person)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        after = request.headers.get("Last-Event-ID") or request.query.get("after")
        position = int(after) if after and after.isdecimal() else feed.last
        if after is None:
            await _send(response, position, {"type": "hello", "n": position})
        await self._stream(response, person, position)
        return response

    async def _stream(self, response: web.StreamResponse, person: int, position: int) -> None:
        """Until the page goes away or the server closes."""
        feed = self._sim.live.feed(person)
        task = asyncio.current_task()
        if task is not None:
            self._open_streams.add(task)
        try:
            while True:
                missed = feed.after(position)
                if missed is None:
                    position = feed.last
                    await _send(response, position, {"type": "reset"})
                    continue
                for position, event in missed:
                    await _send(response, position, event)
                if not missed:
                    await feed.wait(HEARTBEAT_SECONDS)
                    if not feed.after(position):
                        await response.write(b": still here\n\n")
        except (ConnectionError, asyncio.CancelledError):
            return
        finally:
            if task is not None:
                self._open_streams.discard(task)

    async def close(self, app: web.Application) -> None:
        """Let go of open pages, or the server would wait for them for a minute."""
        del app
        for task in list(self._open_streams):
            task.cancel()


async def _send(response: web.StreamResponse, number_of_event: int, event: Json) -> None:
    data = json.dumps(event, ensure_ascii=False)
    await response.write(f"id: {number_of_event}\ndata: {data}\n\n".encode())
