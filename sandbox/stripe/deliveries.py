"""Bringing events to endpoints, signed, again and again until somebody says 2xx."""

import asyncio
import hashlib
import hmac
import json
import logging
import random
import time
from collections.abc import Sequence
from typing import Final

import aiohttp

from sandbox.background import Background
from sandbox.stripe.endpoints import Endpoints
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json, Store

log = logging.getLogger(__name__)

TABLE: Final = """
CREATE TABLE IF NOT EXISTS stripe_deliveries (
    event TEXT NOT NULL, endpoint TEXT NOT NULL, PRIMARY KEY (event, endpoint)) WITHOUT ROWID;
"""
# The real one goes on for three days; a test bench tells its findings sooner.
RETRY_DELAYS: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
PATIENCE_SECONDS: Final = 20.0


class Deliveries:
    """What is still to be brought is written down, so that a restart forgets nothing."""

    def __init__(
        self,
        store: Store,
        objects: Objects,
        endpoints: Endpoints,
        background: Background,
        retry_delays: Sequence[float] = RETRY_DELAYS,
    ) -> None:
        self._store = store
        self._objects = objects
        self._endpoints = endpoints
        self._background = background
        self._retry_delays = retry_delays
        self._is_held = False
        self._held: list[tuple[str, str]] = []
        store.connection.executescript(TABLE)

    def begin(self, event: str, endpoint: str) -> None:
        self._store.write("INSERT OR IGNORE INTO stripe_deliveries VALUES (?, ?)", event, endpoint)
        if self._is_held:
            self._held.append((event, endpoint))
        else:
            self._background.start(self._deliver(event, endpoint))

    def resume(self) -> None:
        for event, endpoint in self._store.all("SELECT event, endpoint FROM stripe_deliveries"):
            self._background.start(self._deliver(event, endpoint))

    def again(self, event_id: str) -> Json:
        """Bring an event once more to all who listen, as Stripe at times does by itself."""
        event = self._objects.get("event", event_id)
        for endpoint in self._endpoints.listening(event["type"]):
            self.begin(event_id, endpoint["id"])
        return event

    def hold(self) -> None:
        """Keep what comes from now on back, until ``release``."""
        self._is_held = True

    def release(self, *, times: int = 1, shuffle: int | None = None) -> None:
        """Let go of what was held; ``shuffle`` is the seed of another order."""
        self._is_held = False
        going = [one for one in self._held for _ in range(times)]
        self._held.clear()
        if shuffle is not None:
            random.Random(shuffle).shuffle(going)  # noqa: S311 - an order to try, not a secret
        self._background.start(self._one_by_one(going))

    def waiting(self) -> int:
        return len(self._held)

    async def _one_by_one(self, going: list[tuple[str, str]]) -> None:
        for event, endpoint in going:
            await self._deliver(event, endpoint)

    async def _deliver(self, event_id: str, endpoint_id: str) -> None:
        for delay in (0.0, *self._retry_delays):
            await asyncio.sleep(delay)
            endpoint = self._listening(endpoint_id)
            event = self._objects.find("event", event_id)
            if endpoint is None or event is None:
                break
            if await _taken(endpoint, json.dumps(event, indent=2).encode()):
                self._mark(event_id)
                break
        else:
            log.warning("Stripe's event %s was given up", event_id)
        self._store.write(
            "DELETE FROM stripe_deliveries WHERE event = ? AND endpoint = ?", event_id, endpoint_id
        )

    def _listening(self, endpoint_id: str) -> Json | None:
        enabled = (one for one in self._endpoints.all() if one["status"] == "enabled")
        return next((one for one in enabled if one["id"] == endpoint_id), None)

    def _mark(self, event_id: str) -> None:
        event = self._objects.find("event", event_id)
        if event is not None and event["pending_webhooks"] > 0:
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
    patience = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
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
