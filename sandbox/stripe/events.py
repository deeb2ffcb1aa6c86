"""Events, and the endpoints they are sent to, signed, until somebody says 2xx."""

import asyncio
import hashlib
import hmac
import json
import logging
import secrets
import time
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from sandbox.background import Background
from sandbox.stripe.errors import StripeError, missing
from sandbox.stripe.fields import Field, Fields, flag, metadata, optional_text, text, texts
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json, Store

log = logging.getLogger(__name__)

API_VERSION: Final = "2026-10-28.endive"
SETTING: Final = "stripe_webhook_endpoints"
# The real one goes on for three days; a test bench tells its findings sooner.
RETRY_DELAYS: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
DELIVERY_SECONDS: Final = 20.0
ENDPOINT: Final[Fields] = {
    "url": Field(text, required=True),
    "enabled_events": Field(texts, required=True),
    "api_version": Field(text),
    "description": Field(optional_text),
    "metadata": Field(metadata),
    "expand": Field(texts),
}
ENDPOINT_CHANGES: Final[Fields] = {
    "url": Field(text),
    "enabled_events": Field(texts),
    "disabled": Field(flag),
    "description": Field(optional_text),
    "metadata": Field(metadata),
    "expand": Field(texts),
}


class Endpoints:
    """Settings rather than happenings: a reset of the world leaves them."""

    def __init__(self, store: Store, objects: Objects) -> None:
        self._store = store
        self._objects = objects

    def all(self) -> list[Json]:
        written = self._store.setting(SETTING)
        endpoints: list[Json] = json.loads(written) if written else []
        return endpoints

    def get(self, number: str) -> Json:
        found = next((one for one in self.all() if one["id"] == number), None)
        if found is None:
            missing("webhook endpoint", number, "webhook_endpoint")
        return found

    def create(self, asked: Json, *, secret: str | None = None) -> Json:
        """``secret`` is for a start-up that knows it already. Only this answer shows it."""
        _check_url(asked["url"])
        endpoint: Json = {
            "id": self._objects.number("we"),
            "object": "webhook_endpoint",
            "api_version": asked.get("api_version"),
            "application": None,
            "created": self._objects.now(),
            "description": asked.get("description"),
            "enabled_events": asked["enabled_events"],
            "livemode": False,
            "metadata": asked.get("metadata", {}),
            "status": "enabled",
            "url": asked["url"],
            "secret": secret or f"whsec_{secrets.token_urlsafe(24)}",
        }
        self._keep([*self.all(), endpoint])
        return endpoint

    def update(self, number: str, asked: Json) -> Json:
        endpoint = self.get(number)
        if "url" in asked:
            _check_url(asked["url"])
        if "disabled" in asked:
            endpoint["status"] = "disabled" if asked.pop("disabled") else "enabled"
        endpoint.update(asked)
        self._keep([endpoint if one["id"] == number else one for one in self.all()])
        return endpoint

    def delete(self, number: str) -> Json:
        self.get(number)
        self._keep([one for one in self.all() if one["id"] != number])
        return {"id": number, "object": "webhook_endpoint", "deleted": True}

    def listening(self, event_type: str) -> list[Json]:
        return [
            endpoint
            for endpoint in self.all()
            if endpoint["status"] == "enabled"
            and {"*", event_type} & set(endpoint["enabled_events"])
        ]

    def _keep(self, endpoints: list[Json]) -> None:
        self._store.set_setting(SETTING, json.dumps(endpoints))


class Events:
    def __init__(
        self,
        objects: Objects,
        endpoints: Endpoints,
        background: Background,
        *,
        retry_delays: Sequence[float] = RETRY_DELAYS,
    ) -> None:
        self._objects = objects
        self._endpoints = endpoints
        self._background = background
        self._retry_delays = retry_delays

    def announce(self, event_type: str, subject: Json) -> None:
        """Write an event down and send it to whoever listens."""
        listening = self._endpoints.listening(event_type)
        event = self._objects.add(
            {
                "id": self._objects.number("evt"),
                "object": "event",
                "api_version": API_VERSION,
                "created": self._objects.now(),
                "data": {"object": subject},
                "livemode": False,
                "pending_webhooks": len(listening),
                "request": {"id": None, "idempotency_key": None},
                "type": event_type,
            }
        )
        for endpoint in listening:
            self._background.start(self._deliver(endpoint["id"], event))

    async def _deliver(self, endpoint_id: str, event: Json) -> None:
        body = json.dumps(event, indent=2).encode()
        for delay in (0.0, *self._retry_delays):
            await asyncio.sleep(delay)
            current = next((one for one in self._endpoints.all() if one["id"] == endpoint_id), None)
            if current is None or current["status"] != "enabled":
                return
            if await _taken(current, body):
                self._delivered(event["id"])
                return
        log.warning("webhook given up", extra={"event": event["id"]})

    def _delivered(self, event_id: str) -> None:
        event = self._objects.find("event", event_id)
        if event is not None:
            event["pending_webhooks"] -= 1
            self._objects.save(event)


def signature(secret: str, body: bytes, at: int) -> str:
    """The ``Stripe-Signature`` header: HMAC-SHA256 of the time, a dot and the body."""
    signed = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={signed}"


async def _taken(endpoint: Json, body: bytes) -> bool:
    # Signed with the real time: the receiver holds it against its own clock.
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signature(endpoint["secret"], body, int(time.time())),
        "User-Agent": "Stripe/1.0 (+sandbox)",
    }
    patience = aiohttp.ClientTimeout(total=DELIVERY_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=patience) as session,
            session.post(
                endpoint["url"], data=body, headers=headers, allow_redirects=False
            ) as answer,
        ):
            return answer.status // 100 == 2  # noqa: PLR2004 - any 2xx
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False


def _check_url(url: str) -> None:
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise StripeError(
            400,
            "Invalid URL: An explicit scheme (such as https) must be provided.",
            code="url_invalid",
            param="url",
        )
