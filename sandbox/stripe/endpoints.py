"""Where a merchant wants to hear of events."""

import json
import secrets
from typing import Final
from urllib.parse import urlsplit

from stripe.params import (
    WebhookEndpointCreateParams,
    WebhookEndpointListParams,
    WebhookEndpointUpdateParams,
)

from sandbox.stripe.errors import StripeError, missing
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import NOTHING, Parameters
from sandbox.stripe.routing import Route, route
from sandbox.world.store import Json, Store

SETTING: Final = "stripe_webhook_endpoints"
FACTS: Final = "url enabled_events description metadata"
CREATE: Final = Parameters.of(WebhookEndpointCreateParams, f"{FACTS} api_version")
UPDATE: Final = Parameters.of(WebhookEndpointUpdateParams, f"{FACTS} disabled")
LIST: Final = Parameters.of(WebhookEndpointListParams, "limit starting_after ending_before")


class Endpoints:
    """Settings rather than happenings: a reset of the world leaves them."""

    def __init__(self, store: Store, objects: Objects) -> None:
        self._store = store
        self._objects = objects

    def routes(self) -> list[Route]:
        one = "webhook_endpoints/:id"
        return [
            route("POST", "webhook_endpoints", CREATE, lambda _id, asked: self.create(asked)),
            route("GET", "webhook_endpoints", LIST, self._listed),
            route("GET", one, NOTHING, lambda number, _: _without_secret(self.get(number))),
            route("POST", one, UPDATE, lambda n, asked: _without_secret(self.update(n, asked))),
            route("DELETE", one, NOTHING, lambda number, _: self.delete(number)),
        ]

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
        endpoint.update({name: asked[name] for name in asked if name != "expand"})
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

    def _listed(self, _id: str, asked: Json) -> Json:
        data = [_without_secret(one) for one in reversed(self.all())]
        size = asked.get("limit", 10)
        url = "/v1/webhook_endpoints"
        return {"object": "list", "url": url, "has_more": len(data) > size, "data": data[:size]}

    def _keep(self, endpoints: list[Json]) -> None:
        self._store.set_setting(SETTING, json.dumps(endpoints))


def _without_secret(endpoint: Json) -> Json:
    return {name: value for name, value in endpoint.items() if name != "secret"}


def _check_url(url: str) -> None:
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise StripeError(
            400,
            "Invalid URL: An explicit scheme (such as https) must be provided.",
            code="url_invalid",
            param="url",
        )
