"""What is only looked at: charges, movements, events, transfers, fees, the account."""

from typing import Final

from stripe.params import (
    ApplicationFeeListParams,
    BalanceTransactionListParams,
    ChargeListParams,
    ChargeUpdateParams,
    EventListParams,
    TransferListParams,
)

from sandbox.stripe.metadata import changed
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import NOTHING, Parameters
from sandbox.stripe.routing import PAGING, Deed, Route, lister, route
from sandbox.world.store import Json

READABLE: Final = (
    ("charges", "charge", ChargeListParams, ("payment_intent", "customer", "transfer_group")),
    (
        "balance_transactions",
        "balance_transaction",
        BalanceTransactionListParams,
        ("source", "type", "currency"),
    ),
    ("transfers", "transfer", TransferListParams, ("destination", "transfer_group")),
    ("application_fees", "application_fee", ApplicationFeeListParams, ("charge",)),
)
EVENTS: Final = Parameters.of(EventListParams, f"{PAGING} type types")
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


class Reading:
    def __init__(self, objects: Objects) -> None:
        self._objects = objects

    def routes(self) -> list[Route]:
        changing = Parameters.of(ChargeUpdateParams, "metadata description receipt_email")
        return [
            *self._readable(),
            route("POST", "charges/:id", changing, self._change_charge),
            route("GET", "events", EVENTS, self._events),
            route("GET", "events/:id", NOTHING, self._getter("event")),
            route("GET", "account", NOTHING, lambda _id, _asked: dict(ACCOUNT)),
            route("GET", "balance", NOTHING, lambda _id, _asked: self._balance()),
        ]

    def _readable(self) -> list[Route]:
        routes: list[Route] = []
        for plural, kind, typed, filters in READABLE:
            parameters = Parameters.of(typed, " ".join((PAGING, *filters)))
            listed = lister(self._objects, plural, kind, filters)
            routes.append(route("GET", plural, parameters, listed))
            routes.append(route("GET", f"{plural}/:id", NOTHING, self._getter(kind)))
        return routes

    def _getter(self, kind: str) -> Deed:
        return lambda number, _asked: self._objects.get(kind, number)

    def _change_charge(self, number: str, asked: Json) -> Json:
        charge = self._objects.get("charge", number)
        metadata = changed(charge["metadata"], asked.pop("metadata", None))
        charge |= {name: value for name, value in asked.items() if name != "expand"}
        charge["metadata"] = metadata
        self._objects.save(charge)
        return charge

    def _events(self, _id: str, asked: Json) -> Json:
        types = [*asked.get("types", []), *([asked["type"]] if "type" in asked else [])]
        return self._objects.page("event", "/v1/events", asked, {}, one_of=("type", types))

    def _balance(self) -> Json:
        sums = self._objects.net_by_currency()
        available = [
            {"amount": amount, "currency": currency, "source_types": {"card": amount}}
            for currency, amount in sums.items()
        ]
        return {"object": "balance", "available": available, "livemode": False, "pending": []}
