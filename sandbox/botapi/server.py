"""Takes a call from its token to its answer: schema, faults, flood limits, method, schema again."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import TypeAlias

from sandbox.botapi import schema
from sandbox.botapi.call import Call, Handler, Methods, Upload
from sandbox.botapi.calls import CallLog
from sandbox.botapi.errors import ApiError
from sandbox.botapi.faults import DEFAULT_DELAY, DEFAULT_TIMEOUT, AnswerLost, Fault, Faults
from sandbox.botapi.flood import Flood
from sandbox.botapi.routing import Routing
from sandbox.botapi.updates import Updates
from sandbox.botapi.webhooks import Webhooks
from sandbox.world.membership import Membership
from sandbox.world.people import Account
from sandbox.world.queries import Query
from sandbox.world.store import Json
from sandbox.world.views import Views
from sandbox.world.world import World

Files: TypeAlias = Mapping[str, bytes | tuple[str, bytes] | Upload]

UNLOGGED = frozenset({"getUpdates"})


class BotApi:
    def __init__(self, world: World) -> None:
        self.world = world
        self.views = Views(world)
        self.updates = Updates(world.store, world.clock)
        self.faults = Faults()
        self.flood = Flood(world.clock)
        self.log = CallLog(world.store)
        self.membership = Membership(world)
        self.webhooks = Webhooks(self)
        self.answered: Callable[[Query], None] = lambda _query: None
        self._methods: dict[str, Handler] = {}
        self.updates.repeat_next = lambda _bot: self.faults.take_redelivery()
        world.listen(Routing(world, self.views, self.updates))

    def offer(self, methods: Methods) -> None:
        """Add methods, named as the schema names them."""
        for name, handler in methods.items():
            if schema.method_name(name) != name:
                raise LookupError(f"the Bot API has no method {name}")
            self._methods[name] = handler

    def offered(self) -> frozenset[str]:
        return frozenset(self._methods)

    async def call(
        self, token: str, raw_method: str, parameters: Json, files: Files | None = None
    ) -> object:
        """Raises ``ApiError``, or ``AnswerLost`` where a fault breaks the connection."""
        bot = self.world.people.by_token(token)
        if bot is None:
            raise ApiError(401, "Unauthorized")
        method = schema.method_name(raw_method)
        if method is None:
            raise ApiError(404, "Not Found")
        started = time.monotonic()
        try:
            result = await self._with_faults(bot, method, parameters, uploads(files or {}))
        except ApiError as refusal:
            self._write_log(bot, method, parameters, refusal, started)
            raise
        self._write_log(bot, method, parameters, result, started)
        return result

    async def _with_faults(
        self, bot: Account, method: str, parameters: Json, files: Mapping[str, Upload]
    ) -> object:
        fault = self.faults.take(method, parameters.get("chat_id"))
        if fault is None:
            return await self._perform(bot, method, parameters, files)
        await self._suffer_before(fault)
        result = await self._perform(bot, method, parameters, files)
        if fault.kind == "lost_answer":
            raise AnswerLost("the answer was lost on its way")
        return result

    async def _suffer_before(self, fault: Fault) -> None:
        if (refusal := fault.refusal()) is not None:
            raise refusal
        if fault.kind == "timeout":
            await asyncio.sleep(DEFAULT_TIMEOUT if fault.seconds is None else fault.seconds)
            raise AnswerLost("the request timed out before anything was done")
        if fault.kind == "delay":
            await asyncio.sleep(DEFAULT_DELAY if fault.seconds is None else fault.seconds)

    async def _perform(
        self, bot: Account, method: str, parameters: Json, files: Mapping[str, Upload]
    ) -> object:
        # A file named like a parameter is that parameter; others are named by attach://.
        named = {name: f"attach://{name}" for name in files if name not in parameters}
        known = {name: value for name, value in named.items() if _is_parameter(method, name)}
        checked = schema.check_request(method, {**parameters, **known})
        handler = self._methods.get(method)
        if handler is None:
            raise ApiError(501, f"Not Implemented: the sandbox does not emulate {method}")
        self.flood.check(bot.id, method, checked.get("chat_id"))
        result = await handler(Call(self, bot, method, checked, files))
        schema.check_result(method, result)
        return result

    def _write_log(
        self, bot: Account, method: str, parameters: Json, outcome: object, started: float
    ) -> None:
        if method in UNLOGGED:
            return
        refused = isinstance(outcome, ApiError)
        self.log.write(
            {
                "at": self.world.clock.now(),
                "bot": bot.username,
                "method": method,
                "parameters": parameters,
                "ok": not refused,
                "answer": refusal_body(outcome) if isinstance(outcome, ApiError) else outcome,
                "seconds": round(time.monotonic() - started, 4),
            }
        )


def refusal_body(refusal: ApiError) -> Json:
    body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return body


def uploads(files: Files) -> dict[str, Upload]:
    return {name: _upload(name, given) for name, given in files.items()}


def _upload(name: str, given: bytes | tuple[str, bytes] | Upload) -> Upload:
    match given:
        case Upload():
            return given
        case bytes():
            return Upload(name, given)
        case (file_name, content):
            return Upload(file_name, content)


def _is_parameter(method: str, name: str) -> bool:
    return name in schema.SCHEMA["methods"][method]["parameters"]
