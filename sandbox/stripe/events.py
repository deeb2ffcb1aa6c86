"""What happened, written down and sent to whoever listens."""

from typing import Final

from sandbox.stripe.deliveries import Deliveries
from sandbox.stripe.endpoints import Endpoints
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

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
                "data": {"object": subject},
                "livemode": False,
                "pending_webhooks": len(listening),
                "request": {"id": None, "idempotency_key": None},
                "type": event_type,
            }
        )
        for endpoint in listening:
            self._deliveries.begin(event["id"], endpoint["id"])
