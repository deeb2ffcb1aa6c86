"""Which request does what."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sandbox.stripe.endpoints import ENDPOINT, ENDPOINT_CHANGES, Endpoints
from sandbox.stripe.errors import StripeError
from sandbox.stripe.fields import Field, Fields, paging, read_fields, texts
from sandbox.stripe.objects import Objects
from sandbox.stripe.refunds import CREATE, UPDATE, Refunds
from sandbox.world.store import Json

Deed: TypeAlias = Callable[[str, Json], Json]

ONLY_EXPAND: Final[Fields] = {"expand": Field(texts)}
READABLE: Final = {
    "charges": ("charge", ("payment_intent", "customer")),
    "payment_intents": ("payment_intent", ("customer",)),
    "refunds": ("refund", ("charge", "payment_intent")),
    "disputes": ("dispute", ("charge", "payment_intent")),
    "balance_transactions": ("balance_transaction", ("source", "type", "currency")),
    "events": ("event", ("type",)),
}
ACCOUNT: Final[Json] = {
    "id": "acct_1Sandbox",
    "object": "account",
    "business_profile": {"name": "Sandbox", "url": None},
    "charges_enabled": True,
    "country": "DE",
    "default_currency": "eur",
    "details_submitted": True,
    "email": None,
    "payouts_enabled": True,
    "type": "standard",
}


@dataclass(frozen=True, slots=True)
class Route:
    verb: str
    path: re.Pattern[str]
    fields: Fields
    deed: Deed


class StripeApi:
    """Takes a request that has been let in; knows neither HTTP nor keys."""

    def __init__(self, objects: Objects, refunds: Refunds, endpoints: Endpoints) -> None:
        self._objects = objects
        self._routes = [
            *self._reading(),
            _route("POST", "refunds", CREATE, lambda _, asked: refunds.create(asked)),
            _route("POST", "refunds/:id", UPDATE, refunds.update),
            _route("POST", "refunds/:id/cancel", ONLY_EXPAND, self._cannot_cancel),
            _route("GET", "account", ONLY_EXPAND, lambda _id, _asked: dict(ACCOUNT)),
            _route("GET", "balance", ONLY_EXPAND, lambda _id, _asked: self._balance()),
            *_endpoint_routes(endpoints),
        ]

    def perform(self, verb: str, path: str, given: Mapping[str, Any]) -> Json:
        """``path`` without ``/v1/``. Raises ``StripeError``."""
        for route in self._routes:
            found = route.path.fullmatch(path)
            if found is None or route.verb != verb:
                continue
            asked = read_fields(given, route.fields)
            number = found.groupdict().get("id", "")
            return self._objects.expanded(route.deed(number, asked), asked.get("expand", []))
        raise StripeError(
            404,
            f"Unrecognized request URL ({verb}: /v1/{path}). "
            "The sandbox's Stripe knows charges, refunds, events and a few more.",
        )

    def _reading(self) -> list[Route]:
        routes: list[Route] = []
        for plural, (kind, filters) in READABLE.items():
            routes.append(_route("GET", plural, paging(filters), self._lister(plural, kind)))
            routes.append(_route("GET", f"{plural}/:id", ONLY_EXPAND, self._getter(kind)))
        return routes

    def _lister(self, plural: str, kind: str) -> Deed:
        _, filters = READABLE[plural]

        def listed(_id: str, asked: Json) -> Json:
            chosen = {name: asked[name] for name in filters if name in asked}
            return self._objects.page(kind, f"/v1/{plural}", asked, chosen)

        return listed

    def _getter(self, kind: str) -> Deed:
        return lambda number, _asked: self._objects.get(kind, number)

    def _cannot_cancel(self, number: str, _asked: Json) -> Json:
        refund = self._objects.get("refund", number)
        raise StripeError(
            400,
            f"Refund {refund['id']} cannot be canceled because it has status {refund['status']}.",
            executed=True,
        )

    def _balance(self) -> Json:
        sums = self._objects.net_by_currency()
        available = [
            {"amount": amount, "currency": currency, "source_types": {"card": amount}}
            for currency, amount in sums.items()
        ]
        return {"object": "balance", "available": available, "livemode": False, "pending": []}


def _endpoint_routes(endpoints: Endpoints) -> list[Route]:
    def without_secret(endpoint: Json) -> Json:
        return {name: value for name, value in endpoint.items() if name != "secret"}

    def listed(_id: str, asked: Json) -> Json:
        data = [without_secret(one) for one in reversed(endpoints.all())]
        size = asked.get("limit", 10)
        url = "/v1/webhook_endpoints"
        return {"object": "list", "url": url, "has_more": len(data) > size, "data": data[:size]}

    plural = "webhook_endpoints"
    return [
        _route("POST", plural, ENDPOINT, lambda _id, asked: endpoints.create(asked)),
        _route("GET", plural, paging(), listed),
        _route("GET", f"{plural}/:id", ONLY_EXPAND, lambda n, _: without_secret(endpoints.get(n))),
        _route(
            "POST",
            f"{plural}/:id",
            ENDPOINT_CHANGES,
            lambda number, asked: without_secret(endpoints.update(number, asked)),
        ),
        _route("DELETE", f"{plural}/:id", {}, lambda number, _: endpoints.delete(number)),
    ]


def _route(verb: str, path: str, fields: Fields, deed: Deed) -> Route:
    return Route(verb, re.compile(path.replace(":id", "(?P<id>[A-Za-z0-9_]+)")), fields, deed)
