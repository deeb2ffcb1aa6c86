"""Payment methods: cards, as they were typed in or as Stripe's test tokens name them."""

import hashlib
from typing import Any, Final

from stripe.params import (
    CustomerListPaymentMethodsParams,
    PaymentMethodAttachParams,
    PaymentMethodCreateParams,
    PaymentMethodListParams,
    PaymentMethodUpdateParams,
)

from sandbox.stripe.cards import BY_NUMBER, BY_TOKEN, NOT_A_TEST_CARD, Card, Refusal, read_number
from sandbox.stripe.customers import Customers
from sandbox.stripe.errors import StripeError, missing
from sandbox.stripe.events import Announce
from sandbox.stripe.metadata import changed
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import NOTHING, Parameters
from sandbox.stripe.routing import Route, route
from sandbox.world.store import Json

CREATE: Final = Parameters.of(
    PaymentMethodCreateParams, "type card billing_details metadata allow_redisplay"
)
PAGES: Final = "limit starting_after ending_before type"
BILLING: Final[Json] = {"address": None, "email": None, "name": None, "phone": None}


class Methods:
    def __init__(self, objects: Objects, announce: Announce, customers: Customers) -> None:
        self._objects = objects
        self._announce = announce
        self._customers = customers

    def routes(self) -> list[Route]:
        listing = Parameters.of(PaymentMethodListParams, f"{PAGES} customer")
        of_customer = Parameters.of(CustomerListPaymentMethodsParams, PAGES)
        attaching = Parameters.of(PaymentMethodAttachParams, "customer")
        updating = Parameters.of(PaymentMethodUpdateParams, "billing_details metadata")
        one = "payment_methods/:id"
        return [
            route("POST", "payment_methods", CREATE, lambda _, asked: self.create(asked)),
            route("GET", "payment_methods", listing, self._of_whom),
            route("GET", one, NOTHING, lambda number, _: self.get(number, "payment_method")),
            route("POST", one, updating, self.update),
            route("POST", f"{one}/attach", attaching, lambda n, a: self.attach(n, a["customer"])),
            route("POST", f"{one}/detach", NOTHING, lambda number, _: self.detach(number)),
            route(
                "GET",
                "customers/:id/payment_methods",
                of_customer,
                lambda number, asked: self._of_whom("", asked | {"customer": number}),
            ),
        ]

    def create(self, asked: Json) -> Json:
        if asked.get("type", "card") != "card" or "card" not in asked:
            raise StripeError(
                400,
                "Missing required param: card. The sandbox's Stripe knows cards only.",
                code="parameter_missing",
                param="card",
            )
        typed = asked["card"]
        if "token" in typed:
            card = _of_token(typed["token"].replace("tok_", "pm_card_", 1), "card[token]")
        else:
            card = self._typed_in(typed)
        billing = {**BILLING, **(asked.get("billing_details") or {})}
        return self.add(card, billing, asked.get("metadata") or {}, typed)

    def add(self, card: Card, billing: Json, metadata: Json, typed: Json) -> Json:
        year = int(typed.get("exp_year", 2034))
        return self._objects.add(
            {
                "id": self._objects.number("pm"),
                "object": "payment_method",
                "billing_details": billing,
                "card": {
                    "brand": card.brand,
                    "country": card.country,
                    "exp_month": int(typed.get("exp_month", 12)),
                    "exp_year": year + 2000 if year < 100 else year,  # noqa: PLR2004 - "34" is 2034
                    "fingerprint": hashlib.sha256(card.number.encode()).hexdigest()[:16],
                    "funding": card.funding,
                    "last4": card.last4,
                    "three_d_secure_usage": {"supported": True},
                },
                "created": self._objects.now(),
                "customer": None,
                "livemode": False,
                "metadata": metadata,
                "type": "card",
                # Below: the sandbox's own memory, never shown.
                "_number": card.number,
                "_is_set_up": False,
            }
        )

    def get(self, number: str, param: str) -> Json:
        """A method by its number, or a new one for each use of a test token."""
        if number.startswith("pm_card_"):
            return self.add(_of_token(number, param), dict(BILLING), {}, {})
        method = self._objects.find("payment_method", number)
        if method is None:
            missing("PaymentMethod", number, param)
        return method

    def card_of(self, method: Json) -> Card:
        number = method["_number"]
        unknown = Card(number, "", refusal=NOT_A_TEST_CARD, saves=False)
        return BY_NUMBER.get(number, unknown)

    def update(self, number: str, asked: Json) -> Json:
        method = self.get(number, "payment_method")
        method["billing_details"] |= asked.get("billing_details") or {}
        method["metadata"] = changed(method["metadata"], asked.get("metadata"))
        self._objects.save(method)
        self._announce("payment_method.updated", method)
        return method

    def attach(self, number: str, customer: str) -> Json:
        self._customers.living(customer)
        method = self.get(number, "payment_method")
        card = self.card_of(method)
        if card.refusal is not None and not card.saves:
            raise refused(card.refusal, payment_method=method)
        if method["customer"] not in {None, customer}:
            raise StripeError(
                400,
                "The payment method you provided has already been attached to a customer.",
                code="payment_method_unexpected_state",
                executed=True,
            )
        return self.keep_for(method, customer)

    def keep_for(self, method: Json, customer: str) -> Json:
        if method["customer"] == customer:
            return method
        method["customer"] = customer
        self._objects.save(method)
        self._announce("payment_method.attached", method)
        return method

    def set_up(self, method: Json) -> None:
        """Its holder agreed to be charged while she is away."""
        method["_is_set_up"] = True
        self._objects.save(method)

    def detach(self, number: str) -> Json:
        method = self.get(number, "payment_method")
        if method["customer"] is None:
            raise StripeError(
                400,
                "The payment method you provided is not attached to a customer so detachment "
                "is impossible.",
                executed=True,
            )
        method |= {"customer": None, "_is_set_up": False}
        self._objects.save(method)
        self._announce("payment_method.detached", method)
        return method

    def _of_whom(self, _id: str, asked: Json) -> Json:
        chosen: Json = {name: asked[name] for name in ("customer", "type") if name in asked}
        if "customer" in chosen:
            self._customers.living(chosen["customer"])
        return self._objects.page("payment_method", "/v1/payment_methods", asked, chosen)

    def _typed_in(self, typed: Json) -> Card:
        for name in ("number", "exp_month", "exp_year"):
            if name not in typed:
                raise StripeError(
                    400,
                    f"Missing required param: card[{name}].",
                    code="parameter_missing",
                    param=f"card[{name}]",
                )
        if not 1 <= typed["exp_month"] <= 12:  # noqa: PLR2004 - months
            raise refused(
                Refusal("invalid_expiry_month", None, "Your card's expiration month is invalid."),
                param="exp_month",
            )
        return read_number(typed["number"], "card[number]")


def refused(refusal: Refusal, **about: Any) -> StripeError:  # noqa: ANN401 - objects of many kinds
    """A card error, with the objects it is about."""
    details = {name: value for name, value in about.items() if value is not None}
    if refusal.decline_code is not None:
        details["decline_code"] = refusal.decline_code
    return StripeError(
        402, refusal.words, type="card_error", code=refusal.code, executed=True, about=details
    )


def _of_token(token: str, param: str) -> Card:
    if token not in BY_TOKEN:
        missing("PaymentMethod", token, param)
    return BY_TOKEN[token]
