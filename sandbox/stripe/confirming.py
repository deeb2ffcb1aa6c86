"""A payment intent meets a card."""

from typing import Any, Final

from sandbox.stripe.address import Address
from sandbox.stripe.asking_her import must_ask, next_action
from sandbox.stripe.cards import AUTHENTICATION, Card, Refusal
from sandbox.stripe.charges import Charges, Wish
from sandbox.stripe.disputes import Disputes
from sandbox.stripe.errors import StripeError, unexpected_state
from sandbox.stripe.events import Announce
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.methods import Methods, refused
from sandbox.stripe.objects import Objects
from sandbox.stripe.showing import shown
from sandbox.world.store import Json

NOT_CONFIRMED: Final = Refusal(
    "payment_intent_authentication_failure",
    None,
    "The provided PaymentMethod has failed authentication. You can provide payment_method_data "
    "or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
)
HANDED_ON: Final = (
    "customer", "description", "metadata", "on_behalf_of", "payment_method", "receipt_email",
    "shipping", "transfer_data", "transfer_group", "application_fee_amount",
)  # fmt: skip


class Confirming:
    def __init__(
        self,
        objects: Objects,
        announce: Announce,
        *,
        methods: Methods,
        charges: Charges,
        disputes: Disputes,
        expiring: Expiring,
        address: Address,
    ) -> None:
        self._objects = objects
        self._announce = announce
        self._methods = methods
        self._charges = charges
        self._disputes = disputes
        self._expiring = expiring
        self._address = address

    def confirm(self, intent: Json, how: Json) -> Json:
        """``how``: ``off_session``, ``return_url``, ``error_on_requires_action``.

        Raises ``StripeError`` where the card is refused; the intent is kept for another card.
        """
        method = self._method_of(intent)
        card = self._methods.card_of(method)
        off_session = bool(how.get("off_session", False))
        if must_ask(card, method, off_session=off_session):
            if off_session:
                raise self._refuse(intent, method, card, AUTHENTICATION, off_session=True)
            if how.get("error_on_requires_action"):
                raise self._refuse(intent, method, card, AUTHENTICATION, off_session=False)
            return self._ask(intent, how.get("return_url"))
        return self._take(intent, method, card, off_session=off_session)

    def authenticate(self, number: str, *, ok: bool) -> Json:
        """The holder of the card has told her bank. Raises ``StripeError`` as ``confirm``."""
        intent = self._objects.get("payment_intent", number, "intent")
        if intent["status"] != "requires_action":
            raise unexpected_state("payment_intent", intent, "be authenticated", "")
        method = self._method_of(intent)
        if ok:
            return self._take(intent, method, self._methods.card_of(method), off_session=False)
        self._note_failure(intent, method, NOT_CONFIRMED)
        return intent

    def _method_of(self, intent: Json) -> Json:
        if intent["payment_method"] is None:
            raise StripeError(
                400,
                "You cannot confirm this PaymentIntent because it's missing a payment method. You "
                "can either update the PaymentIntent with a payment method and then confirm it "
                "again, or confirm it again directly with a payment method.",
                code="payment_intent_unexpected_state",
                executed=True,
                about={"payment_intent": intent},
            )
        method = self._methods.get(intent["payment_method"], "payment_method")
        if method["customer"] not in {None, intent["customer"]}:
            raise StripeError(
                400,
                f"The provided PaymentMethod {method['id']} belongs to the Customer "
                f"{method['customer']}; it cannot be used with this PaymentIntent.",
                code="payment_method_unexpected_state",
                param="payment_method",
                executed=True,
            )
        return method

    def _ask(self, intent: Json, return_url: str | None) -> Json:
        intent |= {
            "next_action": next_action(self._address, intent, return_url),
            "status": "requires_action",
            "_return_url": return_url,
        }
        self._objects.save(intent)
        self._announce("payment_intent.requires_action", intent)
        return intent

    def _take(self, intent: Json, method: Json, card: Card, *, off_session: bool) -> Json:
        if card.refusal is not None:
            raise self._refuse(intent, method, card, card.refusal, off_session=off_session)
        charge = self._charges.authorize(_wish(intent, card, off_session=off_session))
        is_held = not charge["captured"]
        intent |= {
            "amount_capturable": charge["amount"] if is_held else 0,
            "amount_received": charge["amount_captured"],
            "last_payment_error": None,
            "latest_charge": charge["id"],
            "next_action": None,
            "status": "requires_capture" if is_held else "succeeded",
        }
        self._objects.save(intent)
        self._keep_card(intent, method)
        if is_held:
            ends = charge["payment_method_details"]["card"]["capture_before"]
            self._expiring.plan(intent["id"], ends)
            self._announce("payment_intent.amount_capturable_updated", intent)
        else:
            self._announce("payment_intent.succeeded", intent)
            self._disputes.open_by_fate(charge)
        return intent

    def _keep_card(self, intent: Json, method: Json) -> None:
        if intent["setup_future_usage"] is None or intent["customer"] is None:
            return
        self._methods.keep_for(method, intent["customer"])
        if intent["setup_future_usage"] == "off_session":
            self._methods.set_up(method)

    def _refuse(
        self, intent: Json, method: Json, card: Card, refusal: Refusal, *, off_session: bool
    ) -> StripeError:
        charge = self._charges.refuse(_wish(intent, card, off_session=off_session), refusal)
        intent["latest_charge"] = charge["id"]
        self._note_failure(intent, method, refusal, charge=charge["id"])
        return refused(
            refusal,
            charge=charge["id"],
            payment_intent=intent,
            payment_method=method,
        )

    def _note_failure(self, intent: Json, method: Json, refusal: Refusal, **more: Any) -> None:  # noqa: ANN401
        error = {"code": refusal.code, "message": refusal.words, "type": "card_error", **more}
        if refusal.decline_code is not None:
            error["decline_code"] = refusal.decline_code
        intent |= {
            "last_payment_error": error | {"payment_method": shown(method)},
            "next_action": None,
            "payment_method": None,
            "status": "requires_payment_method",
        }
        self._objects.save(intent)
        self._announce("payment_intent.payment_failed", intent)


def _wish(intent: Json, card: Card, *, off_session: bool) -> Wish:
    return Wish(
        amount=intent["amount"],
        currency=intent["currency"],
        card=card,
        is_kept_for_later=intent["capture_method"] == "manual",
        off_session=off_session,
        intent=intent["id"],
        more={name: intent[name] for name in HANDED_ON},
    )
