"""What happened, written down and sent to whoever listens."""

from collections.abc import Callable
from typing import Final, TypeAlias

from sandbox.stripe.deliveries import Deliveries
from sandbox.stripe.endpoints import Endpoints
from sandbox.stripe.objects import Objects
from sandbox.stripe.showing import shown
from sandbox.world.store import Json

Announce: TypeAlias = Callable[[str, Json], None]

API_VERSION: Final = "2026-10-28.endive"


class Events:
    def __init__(self, objects: Objects, endpoints: Endpoints, deliveries: Deliveries) -> None:
        self._objects = objects
        self._endpoints = endpoints
        self._deliveries = deliveries

    def announce(self, event_type: str, subject: Json) -> None:
        listening = self._endpoints.listening(event_type)
        event = self._objects.add(
            {
                "id": self._objects.number("evt"),
                "object": "event",
                "api_version": API_VERSION,
                "created": self._objects.now(),
                "data": {"object": shown(subject)},
                "livemode": False,
                "pending_webhooks": len(listening),
                "request": {"id": None, "idempotency_key": None},
                "type": event_type,
            }
        )
        for endpoint in listening:
            self._deliveries.begin(event["id"], endpoint["id"])
