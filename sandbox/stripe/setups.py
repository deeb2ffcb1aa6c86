"""Setup intents: a card is saved with its holder's consent, and nothing is charged."""

from typing import Final

from stripe.params import (
    SetupIntentCancelParams,
    SetupIntentConfirmParams,
    SetupIntentCreateParams,
    SetupIntentListParams,
    SetupIntentRetrieveParams,
    SetupIntentUpdateParams,
)

from sandbox.stripe.address import Address
from sandbox.stripe.asking_her import must_ask, next_action
from sandbox.stripe.cards import Refusal
from sandbox.stripe.customers import Customers
from sandbox.stripe.errors import StripeError, unexpected_state
from sandbox.stripe.events import Announce
from sandbox.stripe.metadata import changed
from sandbox.stripe.methods import Methods, refused
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import Parameters
from sandbox.stripe.routing import PAGING, Route, lister, route
from sandbox.stripe.showing import shown
from sandbox.world.store import Json

FACTS: Final = "customer description metadata payment_method allowed_payment_method_types"
CREATE: Final = Parameters.of(
    SetupIntentCreateParams,
    f"{FACTS} automatic_payment_methods confirm on_behalf_of return_url usage",
)
UPDATE: Final = Parameters.of(SetupIntentUpdateParams, FACTS)
CONFIRM: Final = Parameters.of(SetupIntentConfirmParams, "payment_method return_url")
CANCEL: Final = Parameters.of(SetupIntentCancelParams, "cancellation_reason")
LIST: Final = Parameters.of(SetupIntentListParams, f"{PAGING} customer payment_method")
READ: Final = Parameters.of(SetupIntentRetrieveParams, "client_secret")
OPEN: Final = ("requires_payment_method", "requires_confirmation", "requires_action")
NOT_CONFIRMED: Final = Refusal(
    "setup_intent_authentication_failure",
    None,
    "The latest attempt to set up the payment method has failed because authentication failed.",
)


class SetupIntents:
    def __init__(
        self,
        objects: Objects,
        announce: Announce,
        customers: Customers,
        methods: Methods,
        address: Address,
    ) -> None:
        self._objects = objects
        self._announce = announce
        self._customers = customers
        self._methods = methods
        self._address = address

    def routes(self) -> list[Route]:
        one = "setup_intents/:id"
        listed = lister(
            self._objects, "setup_intents", "setup_intent", ("customer", "payment_method")
        )
        return [
            route("POST", "setup_intents", CREATE, lambda _, asked: self.create(asked)),
            route("GET", "setup_intents", LIST, listed),
            route("GET", one, READ, lambda number, _: self.get(number)),
            route("POST", one, UPDATE, self.update),
            route("POST", f"{one}/confirm", CONFIRM, self.confirm),
            route("POST", f"{one}/cancel", CANCEL, self.cancel),
        ]

    def get(self, number: str) -> Json:
        return self._objects.get("setup_intent", number, "intent")

    def create(self, asked: Json) -> Json:
        confirms, return_url = asked.pop("confirm", False), asked.pop("return_url", None)
        number = self._objects.number("seti")
        facts = self._facts(asked)
        setup = self._objects.add(
            {
                "id": number,
                "object": "setup_intent",
                "allowed_payment_method_types": None,
                "application": None,
                "automatic_payment_methods": None,
                "cancellation_reason": None,
                "client_secret": self._objects.secret_of(number),
                "created": self._objects.now(),
                "customer": None,
                "description": None,
                "last_setup_error": None,
                "latest_attempt": None,
                "livemode": False,
                "mandate": None,
                "metadata": {},
                "next_action": None,
                "on_behalf_of": None,
                "payment_method": None,
                "payment_method_types": ["card"],
                "status": "requires_confirmation"
                if facts.get("payment_method")
                else "requires_payment_method",
                "usage": "off_session",
                **facts,
            }
        )
        self._announce("setup_intent.created", setup)
        return self._confirm(setup, return_url) if confirms else setup

    def update(self, number: str, asked: Json) -> Json:
        setup = self._open(number, "be updated")
        facts = self._facts(asked)
        if "metadata" in asked:
            facts["metadata"] = changed(setup["metadata"], asked["metadata"])
        setup |= facts
        if setup["payment_method"] is not None:
            setup["status"] = "requires_confirmation"
        self._objects.save(setup)
        return setup

    def confirm(self, number: str, asked: Json) -> Json:
        setup = self._open(number, "be confirmed")
        return_url = asked.pop("return_url", None)
        return self._confirm(setup | self._facts(asked), return_url)

    def cancel(self, number: str, asked: Json) -> Json:
        setup = self._open(number, "be canceled")
        reason = asked.get("cancellation_reason")
        setup |= {"cancellation_reason": reason, "next_action": None, "status": "canceled"}
        self._objects.save(setup)
        self._announce("setup_intent.canceled", setup)
        return setup

    def authenticate(self, number: str, *, ok: bool) -> Json:
        setup = self.get(number)
        if setup["status"] != "requires_action":
            raise unexpected_state("setup_intent", setup, "be authenticated", "")
        method = self._methods.get(setup["payment_method"], "payment_method")
        if ok:
            return self._succeed(setup, method)
        self._note_failure(setup, method, NOT_CONFIRMED)
        return setup

    def _confirm(self, setup: Json, return_url: str | None) -> Json:
        if setup["payment_method"] is None:
            raise StripeError(
                400,
                "You cannot confirm this SetupIntent because it's missing a payment method.",
                code="setup_intent_unexpected_state",
                executed=True,
                about={"setup_intent": setup},
            )
        method = self._methods.get(setup["payment_method"], "payment_method")
        card = self._methods.card_of(method)
        if card.refusal is not None and not card.saves:
            self._note_failure(setup, method, card.refusal)
            raise refused(card.refusal, setup_intent=setup, payment_method=method)
        if must_ask(card, method, off_session=False):
            setup |= {
                "next_action": next_action(self._address, setup, return_url),
                "status": "requires_action",
                "_return_url": return_url,
            }
            self._objects.save(setup)
            self._announce("setup_intent.requires_action", setup)
            return setup
        return self._succeed(setup, method)

    def _succeed(self, setup: Json, method: Json) -> Json:
        if setup["customer"] is not None:
            self._methods.keep_for(method, setup["customer"])
        if setup["usage"] == "off_session":
            self._methods.set_up(method)
        setup |= {"last_setup_error": None, "next_action": None, "status": "succeeded"}
        self._objects.save(setup)
        self._announce("setup_intent.succeeded", setup)
        return setup

    def _note_failure(self, setup: Json, method: Json, refusal: Refusal) -> None:
        error = {"code": refusal.code, "message": refusal.words, "type": "card_error"}
        if refusal.decline_code is not None:
            error["decline_code"] = refusal.decline_code
        setup |= {
            "last_setup_error": error | {"payment_method": shown(method)},
            "next_action": None,
            "payment_method": None,
            "status": "requires_payment_method",
        }
        self._objects.save(setup)
        self._announce("setup_intent.setup_failed", setup)

    def _open(self, number: str, deed: str) -> Json:
        setup = self.get(number)
        if setup["status"] not in OPEN:
            raise unexpected_state("setup_intent", setup, deed, "")
        return setup

    def _facts(self, asked: Json) -> Json:
        facts: Json = {name: value or None for name, value in asked.items()}
        if "metadata" in facts:
            facts["metadata"] = facts["metadata"] or {}
        if facts.get("customer"):
            self._customers.living(facts["customer"])
        if facts.get("payment_method"):
            method = self._methods.get(facts["payment_method"], "payment_method")
            facts["payment_method"] = method["id"]
        return facts
