"""Payment intents: made, changed, found."""

from typing import Any, Final

from stripe.params import (
    PaymentIntentCancelParams,
    PaymentIntentCaptureParams,
    PaymentIntentConfirmParams,
    PaymentIntentCreateParams,
    PaymentIntentListParams,
    PaymentIntentRetrieveParams,
    PaymentIntentUpdateParams,
)

from sandbox.stripe.amounts import check_amount
from sandbox.stripe.confirming import Confirming
from sandbox.stripe.connect import check_shares
from sandbox.stripe.customers import Customers
from sandbox.stripe.errors import StripeError, unexpected_state
from sandbox.stripe.events import Announce
from sandbox.stripe.metadata import changed
from sandbox.stripe.methods import Methods
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import Parameters
from sandbox.stripe.routing import PAGING, Route, lister, route
from sandbox.stripe.settling import Settling
from sandbox.world.store import Json

FACTS: Final = (
    "amount currency customer payment_method allowed_payment_method_types description metadata "
    "receipt_email setup_future_usage shipping statement_descriptor statement_descriptor_suffix "
    "transfer_data application_fee_amount transfer_group capture_method"
)
CONFIRMS: Final = "off_session return_url error_on_requires_action"
CREATE: Final = Parameters.of(
    PaymentIntentCreateParams,
    f"{FACTS} {CONFIRMS} automatic_payment_methods confirm confirmation_method on_behalf_of",
)
UPDATE: Final = Parameters.of(PaymentIntentUpdateParams, FACTS)
CONFIRM: Final = Parameters.of(
    PaymentIntentConfirmParams,
    f"{CONFIRMS} payment_method receipt_email setup_future_usage shipping capture_method",
)
CAPTURE: Final = Parameters.of(
    PaymentIntentCaptureParams,
    "amount_to_capture application_fee_amount final_capture metadata statement_descriptor "
    "statement_descriptor_suffix",
)
CANCEL: Final = Parameters.of(PaymentIntentCancelParams, "cancellation_reason")
READ: Final = Parameters.of(PaymentIntentRetrieveParams, "client_secret")
LIST: Final = Parameters.of(PaymentIntentListParams, f"{PAGING} customer")
CHANGEABLE: Final = ("requires_payment_method", "requires_confirmation", "requires_action")
ONLY_WHEN_CONFIRMING: Final = ("off_session", "return_url", "error_on_requires_action")
EMPTY: Final[Json] = {
    "allowed_payment_method_types": None,
    "amount_capturable": 0,
    "amount_received": 0,
    "application": None,
    "application_fee_amount": None,
    "automatic_payment_methods": None,
    "canceled_at": None,
    "cancellation_reason": None,
    "capture_method": "automatic",
    "confirmation_method": "automatic",
    "customer": None,
    "description": None,
    "last_payment_error": None,
    "latest_charge": None,
    "livemode": False,
    "next_action": None,
    "on_behalf_of": None,
    "payment_method": None,
    "payment_method_types": ["card"],
    "processing": None,
    "receipt_email": None,
    "setup_future_usage": None,
    "shipping": None,
    "statement_descriptor": None,
    "statement_descriptor_suffix": None,
    "transfer_data": None,
    "transfer_group": None,
}


class PaymentIntents:
    def __init__(
        self,
        objects: Objects,
        announce: Announce,
        *,
        customers: Customers,
        methods: Methods,
        confirming: Confirming,
        settling: Settling,
    ) -> None:
        self._objects = objects
        self._announce = announce
        self._customers = customers
        self._methods = methods
        self._confirming = confirming
        self._settling = settling

    def routes(self) -> list[Route]:
        one = "payment_intents/:id"
        listed = lister(self._objects, "payment_intents", "payment_intent", ("customer",))
        return [
            route("POST", "payment_intents", CREATE, lambda _, asked: self.create(asked)),
            route("GET", "payment_intents", LIST, listed),
            route("GET", one, READ, lambda number, _: self.get(number)),
            route("POST", one, UPDATE, self.update),
            route("POST", f"{one}/confirm", CONFIRM, self.confirm),
            route("POST", f"{one}/capture", CAPTURE, self._settling.capture),
            route("POST", f"{one}/cancel", CANCEL, self._settling.cancel),
        ]

    def get(self, number: str) -> Json:
        return self._objects.get("payment_intent", number, "intent")

    def create(self, asked: Json) -> Json:
        check_amount(asked["amount"], asked["currency"])
        check_shares(self._objects, asked, asked["amount"])
        confirms = bool(asked.pop("confirm", False))
        if not confirms and (early := [one for one in ONLY_WHEN_CONFIRMING if one in asked]):
            raise StripeError(
                400,
                f"You cannot provide `{early[0]}` when `confirm` is not set to `true`.",
                param=early[0],
            )
        how: Json = {name: asked.pop(name) for name in ONLY_WHEN_CONFIRMING if name in asked}
        number = self._objects.number("pi")
        intent = self._objects.add(
            {
                "id": number,
                "object": "payment_intent",
                **EMPTY,
                "client_secret": self._objects.secret_of(number),
                "created": self._objects.now(),
                "metadata": {},
                "status": "requires_payment_method",
                **self._facts(asked),
            }
        )
        self._ready(intent)
        self._announce("payment_intent.created", intent)
        return self._confirming.confirm(intent, how) if confirms else intent

    def update(self, number: str, asked: Json) -> Json:
        intent = self.get(number)
        if intent["status"] not in CHANGEABLE and asked.keys() - {"metadata", "description"}:
            raise unexpected_state("payment_intent", intent, "be updated", "")
        facts = self._facts(asked)
        if "metadata" in asked:
            facts["metadata"] = changed(intent["metadata"], asked["metadata"])
        after = intent | facts
        check_amount(after["amount"], after["currency"])
        check_shares(self._objects, after, after["amount"])
        self._ready(after)
        return after

    def confirm(self, number: str, asked: Json) -> Json:
        intent = self.get(number)
        if intent["status"] not in CHANGEABLE:
            raise unexpected_state(
                "payment_intent",
                intent,
                "be confirmed",
                "You may only confirm a PaymentIntent with one of the following statuses: "
                "requires_payment_method, requires_confirmation, requires_action.",
            )
        how: Json = {name: asked.pop(name) for name in ONLY_WHEN_CONFIRMING if name in asked}
        intent |= self._facts(asked)
        return self._confirming.confirm(intent, how)

    def _ready(self, intent: Json) -> None:
        if intent["status"] in CHANGEABLE:
            ready = intent["payment_method"] is not None
            intent["status"] = "requires_confirmation" if ready else "requires_payment_method"
        self._objects.save(intent)

    def _facts(self, asked: Json) -> dict[str, Any]:
        facts: Json = {name: None if value == "" else value for name, value in asked.items()}
        if facts.get("metadata", {}) is None:
            facts["metadata"] = {}
        if "currency" in facts:
            facts["currency"] = facts["currency"].lower()
        if facts.get("customer"):
            self._customers.living(facts["customer"])
        if facts.get("payment_method"):
            facts["payment_method"] = self._methods.get(facts["payment_method"], "payment_method")[
                "id"
            ]
        if "card" not in (facts.get("allowed_payment_method_types") or ["card"]):
            raise StripeError(
                400, "The sandbox's Stripe knows cards only.", param="allowed_payment_method_types"
            )
        return facts
