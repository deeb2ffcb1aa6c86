"""What becomes of held money: captured, let go, or run out."""

from typing import Final

from sandbox.stripe.charges import Charges
from sandbox.stripe.connect import check_shares
from sandbox.stripe.disputes import Disputes
from sandbox.stripe.errors import StripeError, unexpected_state
from sandbox.stripe.events import Announce
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.metadata import changed
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

CANCELABLE: Final = (
    "requires_payment_method", "requires_capture", "requires_confirmation", "requires_action",
    "processing",
)  # fmt: skip


class Settling:
    def __init__(
        self,
        objects: Objects,
        announce: Announce,
        charges: Charges,
        disputes: Disputes,
        expiring: Expiring,
    ) -> None:
        self._objects = objects
        self._announce = announce
        self._charges = charges
        self._disputes = disputes
        self._expiring = expiring
        expiring.on_end("pi", self._run_out)

    def capture(self, number: str, asked: Json) -> Json:
        intent = self._objects.get("payment_intent", number, "intent")
        if intent["status"] != "requires_capture":
            raise unexpected_state(
                "payment_intent",
                intent,
                "be captured",
                "Only a PaymentIntent with one of the following statuses may be captured: "
                "requires_capture.",
            )
        amount: int = asked.get("amount_to_capture") or intent["amount_capturable"]
        self._check(intent, amount, asked)
        charge = self._objects.get("charge", intent["latest_charge"])
        captured = self._charges.capture(
            charge, amount, asked.get("application_fee_amount", charge["application_fee_amount"])
        )
        intent |= {
            "amount_capturable": 0,
            "amount_received": amount,
            "metadata": changed(intent["metadata"], asked.get("metadata")),
            "status": "succeeded",
        }
        self._objects.save(intent)
        self._expiring.forget(number)
        self._mark_page_paid(intent)
        self._announce("payment_intent.succeeded", intent)
        self._disputes.open_by_fate(captured)
        return intent

    def cancel(self, number: str, asked: Json) -> Json:
        intent = self._objects.get("payment_intent", number, "intent")
        if intent["status"] not in CANCELABLE:
            raise unexpected_state(
                "payment_intent",
                intent,
                "be canceled",
                "Only a PaymentIntent with one of the following statuses may be canceled: "
                + ", ".join(CANCELABLE),
            )
        if intent.get("_session_is_open"):
            raise StripeError(
                400,
                "You cannot cancel this PaymentIntent because it was created by a Checkout "
                "Session that is still open. Expire the Session instead.",
                code="payment_intent_unexpected_state",
                executed=True,
            )
        return self._end(intent, asked.get("cancellation_reason"), expired=False)

    def _mark_page_paid(self, intent: Json) -> None:
        session = self._objects.find("checkout.session", intent.get("_session", ""))
        if session is not None:
            session["payment_status"] = "paid"
            self._objects.save(session)

    def _run_out(self, number: str) -> None:
        intent = self._objects.get("payment_intent", number)
        if intent["status"] == "requires_capture":
            self._end(intent, "automatic", expired=True)

    def _end(self, intent: Json, reason: str | None, *, expired: bool) -> Json:
        was_held = intent["status"] == "requires_capture"
        intent |= {
            "amount_capturable": 0,
            "canceled_at": self._objects.now(),
            "cancellation_reason": reason,
            "next_action": None,
            "status": "canceled",
        }
        self._objects.save(intent)
        self._expiring.forget(intent["id"])
        if was_held:
            charge = self._objects.get("charge", intent["latest_charge"])
            self._charges.release(charge, expired=expired)
        self._announce("payment_intent.canceled", intent)
        return intent

    def _check(self, intent: Json, amount: int, asked: Json) -> None:
        if amount > intent["amount_capturable"]:
            raise StripeError(
                400,
                f"The amount_to_capture {amount} is greater than the amount_capturable "
                f"{intent['amount_capturable']} of this PaymentIntent.",
                code="amount_too_large",
                param="amount_to_capture",
                executed=True,
            )
        if asked.get("final_capture") is False:
            raise StripeError(
                400,
                "The PaymentIntent does not support multicapture.",
                param="final_capture",
                executed=True,
            )
        check_shares(self._objects, {**intent, **asked}, amount)
