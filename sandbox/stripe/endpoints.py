"""Where a merchant wants to hear of events."""

import json
import secrets
from typing import Final
from urllib.parse import urlsplit

from sandbox.stripe.errors import StripeError, missing
from sandbox.stripe.fields import Field, Fields, flag, metadata, optional_text, text, texts
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json, Store

SETTING: Final = "stripe_webhook_endpoints"
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


def _check_url(url: str) -> None:
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise StripeError(
            400,
            "Invalid URL: An explicit scheme (such as https) must be provided.",
            code="url_invalid",
            param="url",
        )
