"""The payment sheet over HTTP, for tests and the chat page."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias

from aiohttp import web

from sandbox.payments.audit import Audit
from sandbox.payments.desk import Desk
from sandbox.sim.errors import SimError
from sandbox.world.store import Json

Answer: TypeAlias = Callable[[web.Request], Awaitable[object]]
FindMessage: TypeAlias = Callable[[int, int, int | str], Any]

PAY_FIELDS: Final = {"card": str, "shipping_option": str, "tip": int}


class PaymentRoutes:
    def __init__(self, desk: Desk, audit: Audit, find_message: FindMessage) -> None:
        self._desk = desk
        self._audit = audit
        self._find_message = find_message

    def table(self) -> list[web.RouteDef]:
        return [
            web.post("/sim/people/{person:-?\\d+}/checkouts", _answering(self._open)),
            web.get("/sim/checkouts/{id}", _answering(self._show)),
            web.put("/sim/checkouts/{id}/details", _answering(self._fill_in)),
            web.post("/sim/checkouts/{id}/pay", _answering(self._pay)),
            web.post("/sim/checkouts/{id}/confirm", _answering(self._confirm)),
            web.get("/sim/audit", _answering(self._list_audit)),
        ]

    async def _open(self, request: web.Request) -> Json:
        person, asked = int(request.match_info["person"]), await _body(request)
        if isinstance(asked.get("slug"), str):
            return await self._desk.open_from_slug(person, asked["slug"])
        chat, message = asked.get("chat"), asked.get("message")
        if not isinstance(chat, int) or not isinstance(message, int | str):
            raise SimError(400, "Name a chat and a message, or a slug.")
        return await self._desk.open_from_message(person, self._find_message(person, chat, message))

    async def _show(self, request: web.Request) -> Json:
        return self._desk.show(request.match_info["id"])

    async def _fill_in(self, request: web.Request) -> Json:
        return await self._desk.fill_in(request.match_info["id"], await _body(request))

    async def _pay(self, request: web.Request) -> Json:
        asked = {name: value for name, value in (await _body(request)).items() if value is not None}
        for name, value in asked.items():
            if name not in PAY_FIELDS or type(value) is not PAY_FIELDS[name]:
                raise SimError(400, "To pay, give a card, a shipping_option and a tip, if any.")
        return await self._desk.pay(request.match_info["id"], **asked)

    async def _confirm(self, request: web.Request) -> Json:
        ok = (await _body(request)).get("ok")
        if not isinstance(ok, bool):
            raise SimError(400, "Say whether the payment is ok.")
        return self._desk.confirm(request.match_info["id"], ok=ok)

    async def _list_audit(self, _request: web.Request) -> list[dict[str, object]]:
        return [entry.shown() for entry in self._audit.entries()]


def _answering(answer: Answer) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(await answer(request))
        except SimError as refused:
            return web.json_response({"error": str(refused)}, status=refused.status)

    return handle


async def _body(request: web.Request) -> Json:
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise SimError(400, "The body is not JSON.") from None
    if not isinstance(body, dict):
        raise SimError(400, "The body is not a JSON object.")
    return body
