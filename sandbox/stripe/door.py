"""Stripe's HTTP: keys, form bodies, idempotency, and the troubles a test has ordered."""

import asyncio
import base64
import binascii
import json
import re
import secrets
from collections.abc import Callable
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qsl

from aiohttp import web

from sandbox.botapi.faults import DEFAULT_DELAY, DEFAULT_RETRY_AFTER, DEFAULT_TIMEOUT, Fault
from sandbox.stripe.address import Address
from sandbox.stripe.api import StripeApi
from sandbox.stripe.errors import StripeError
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.forms import read_form
from sandbox.stripe.idempotency import Answer, Idempotency

TakeFault: TypeAlias = Callable[[str], Fault | None]

KEY: Final = re.compile(r"(?:sk|rk)_test_\w+")
FORM: Final = ("application/x-www-form-urlencoded", "application/octet-stream")


class StripeDoor:
    def __init__(
        self,
        api: StripeApi,
        *,
        idempotency: Idempotency,
        take_fault: TakeFault,
        address: Address,
        expiring: Expiring,
        commit: Callable[[], None],
    ) -> None:
        self._api = api
        self._idempotency = idempotency
        self._take_fault = take_fault
        self._address = address
        self._expiring = expiring
        self._commit = commit

    def table(self) -> list[web.RouteDef]:
        return [web.route("*", "/stripe/v1/{path:.*}", self.handle)]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        fault = self._take_fault(request.match_info["path"].strip("/"))
        self._address.origin = str(request.url.origin())
        try:
            answer = await self._answer(request, fault)
        except StripeError as refused:
            answer = Answer(refused.status, refused.body)
        if fault is not None and fault.kind in ("lost_answer", "timeout"):
            return _break_off(request)
        if request.method != "GET":
            self._commit()  # what Stripe has answered it never forgets, whatever happens to it
        return _response(answer, fault)

    async def _answer(self, request: web.Request, fault: Fault | None) -> Answer:
        account = _account(request.headers.get("Authorization", ""))
        given = await _parameters(request)
        key = request.headers.get("Idempotency-Key", "") if request.method == "POST" else ""
        path = request.match_info["path"].strip("/")
        if not key:
            await _suffer(fault)
            return self._perform(request.method, path, given)[0]

        fingerprint = json.dumps([request.method, path, given], sort_keys=True)
        known = self._idempotency.begin(account, key, fingerprint)
        if known is not None:
            return known
        try:
            await _suffer(fault)
            answer, executed = self._perform(request.method, path, given)
            if executed:
                self._idempotency.keep(account, key, fingerprint, answer)
            return answer
        finally:
            self._idempotency.end(account, key)

    def _perform(self, verb: str, path: str, given: dict[str, Any]) -> tuple[Answer, bool]:
        """The answer, and whether it stands for this key from now on."""
        self._expiring.catch_up()
        try:
            return Answer(200, self._api.perform(verb, path, given)), True
        except StripeError as refused:
            return Answer(refused.status, refused.body), refused.executed


async def _suffer(fault: Fault | None) -> None:
    """Refuse, or hold up, before anything is done."""
    if fault is None:
        return
    match fault.kind:
        case "429":
            raise StripeError(429, "Request rate limit exceeded.", code="rate_limit")
        case "403":
            raise StripeError(403, "The provided key does not have the required permissions.")
        case "5xx":
            raise StripeError(500, "An unknown error occurred.", type="api_error")
        case "timeout":
            await asyncio.sleep(DEFAULT_TIMEOUT if fault.seconds is None else fault.seconds)
            raise StripeError(500, "The request timed out.", type="api_error")
        case "delay":
            await asyncio.sleep(DEFAULT_DELAY if fault.seconds is None else fault.seconds)
        case _:
            pass


def _account(authorization: str) -> str:
    """The secret key, from ``Bearer`` or, as curl writes it, from ``Basic``."""
    scheme, _, written = authorization.partition(" ")
    if scheme.lower() == "basic":
        try:
            written = base64.b64decode(written, validate=True).decode().partition(":")[0]
        except (binascii.Error, UnicodeDecodeError):
            written = ""
    if not written:
        raise StripeError(
            401,
            "You did not provide an API key. You need to provide your API key in the Authorization "
            "header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
        )
    if KEY.fullmatch(written) is None:
        hidden = f"{written[:7]}{'*' * 8}{written[-4:]}" if len(written) > 12 else "*" * 8  # noqa: PLR2004 - too short to show a part
        raise StripeError(401, f"Invalid API Key provided: {hidden}")
    return written


async def _parameters(request: web.Request) -> dict[str, Any]:
    pairs = parse_qsl(request.query_string, keep_blank_values=True)
    body = await request.read()
    if body and request.content_type not in FORM:
        raise StripeError(
            400, "Invalid request: the body must be application/x-www-form-urlencoded."
        )
    try:
        pairs += parse_qsl(body.decode(), keep_blank_values=True)
    except UnicodeDecodeError:
        raise StripeError(400, "Invalid request: the body is not UTF-8.") from None
    return read_form(pairs)


def _response(answer: Answer, fault: Fault | None) -> web.Response:
    headers = {"Request-Id": f"req_{secrets.token_hex(7)}", "Stripe-Version": "2026-10-28.endive"}
    if answer.replayed:
        headers["Idempotent-Replayed"] = "true"
    if fault is not None and fault.kind == "429":
        headers["Retry-After"] = str(fault.retry_after or DEFAULT_RETRY_AFTER)
    return web.json_response(answer.body, status=answer.status, headers=headers)


def _break_off(request: web.Request) -> web.Response:
    """The caller does not learn whether the work was done."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
