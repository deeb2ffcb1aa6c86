"""Customers: whom saved cards belong to."""

from typing import Final

from stripe.params import CustomerCreateParams, CustomerListParams, CustomerUpdateParams

from sandbox.stripe.events import Announce
from sandbox.stripe.metadata import changed
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import NOTHING, Parameters
from sandbox.stripe.routing import PAGING, Route, lister, route
from sandbox.world.store import Json

FACTS: Final = "address description email name phone preferred_locales shipping"
CREATE: Final = Parameters.of(
    CustomerCreateParams,
    f"{FACTS} metadata payment_method invoice_settings.default_payment_method",
)
UPDATE: Final = Parameters.of(
    CustomerUpdateParams, f"{FACTS} metadata invoice_settings.default_payment_method"
)
LIST: Final = Parameters.of(CustomerListParams, f"{PAGING} email")


class Customers:
    def __init__(self, objects: Objects, announce: Announce) -> None:
        self._objects = objects
        self._announce = announce

    def routes(self) -> list[Route]:
        return [
            route("POST", "customers", CREATE, lambda _, asked: self.create(asked)),
            route("POST", "customers/:id", UPDATE, self.update),
            route("DELETE", "customers/:id", NOTHING, lambda number, _: self.delete(number)),
            route(
                "GET", "customers", LIST, lister(self._objects, "customers", "customer", ("email",))
            ),
            route("GET", "customers/:id", NOTHING, lambda number, _: self.read(number)),
        ]

    def create(self, asked: Json) -> Json:
        number = self._objects.number("cus")
        customer = self._objects.add(
            {
                "id": number,
                "object": "customer",
                "address": None,
                "balance": 0,
                "created": self._objects.now(),
                "currency": None,
                "default_source": None,
                "delinquent": False,
                "description": None,
                "email": None,
                "invoice_prefix": number[-8:].upper(),
                "invoice_settings": {"default_payment_method": None},
                "livemode": False,
                "metadata": {},
                "name": None,
                "phone": None,
                "preferred_locales": [],
                "shipping": None,
                "tax_exempt": "none",
                **_facts(asked),
            }
        )
        self._announce("customer.created", customer)
        return customer

    def update(self, number: str, asked: Json) -> Json:
        customer = self.living(number)
        metadata = changed(customer["metadata"], asked.get("metadata"))
        customer |= {**_facts(asked), "metadata": metadata}
        self._objects.save(customer)
        self._announce("customer.updated", customer)
        return customer

    def delete(self, number: str) -> Json:
        customer = self.living(number)
        customer["deleted"] = True
        self._objects.save(customer)
        self._announce("customer.deleted", customer)
        return _grave(customer)

    def read(self, number: str) -> Json:
        customer = self._objects.get("customer", number, "customer")
        return _grave(customer) if customer.get("deleted") else customer

    def living(self, number: str) -> Json:
        customer = self._objects.get("customer", number, "customer")
        if customer.get("deleted"):
            return self._objects.get("customer", f"{number} (deleted)", "customer")
        return customer


def _grave(customer: Json) -> Json:
    return {"id": customer["id"], "object": "customer", "deleted": True}


def _facts(asked: Json) -> Json:
    facts = {name: value or None for name, value in asked.items()}
    for name in ("expand", "payment_method"):
        facts.pop(name, None)
    if "metadata" in facts:
        facts["metadata"] = facts["metadata"] or {}
    if "invoice_settings" in facts:
        facts["invoice_settings"] = {"default_payment_method": None} | (
            facts["invoice_settings"] or {}
        )
    return facts
