"""Giving money back, in whole or in part, never more than was taken."""

from collections.abc import Callable
from typing import Final, TypeAlias

from stripe.params import RefundCreateParams, RefundListParams, RefundUpdateParams

from sandbox.stripe.amounts import money
from sandbox.stripe.cards import Fate
from sandbox.stripe.connect import Connect
from sandbox.stripe.errors import StripeError
from sandbox.stripe.events import Announce
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.metadata import changed
from sandbox.stripe.movements import add_movement
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import NOTHING, Parameters
from sandbox.stripe.routing import PAGING, Route, lister, route
from sandbox.world.store import Json

Refunded: TypeAlias = Callable[[Json], None]

CREATE: Final = Parameters.of(
    RefundCreateParams,
    "charge payment_intent amount currency reason metadata refund_application_fee reverse_transfer",
)
UPDATE: Final = Parameters.of(RefundUpdateParams, "metadata")
LIST: Final = Parameters.of(RefundListParams, f"{PAGING} charge payment_intent")
# The real one needs days; a bench that moves its clock, a minute.
SECONDS_UNTIL_SURE: Final = 60
FAILURE: Final = "expired_or_canceled_card"


class Refunds:
    def __init__(
        self, objects: Objects, announce: Announce, connect: Connect, expiring: Expiring
    ) -> None:
        self._objects = objects
        self._announce = announce
        self._connect = connect
        self._expiring = expiring
        self.on_refund: list[Refunded] = []
        expiring.on_end("re", self._become_sure)

    def routes(self) -> list[Route]:
        listed = lister(self._objects, "refunds", "refund", ("charge", "payment_intent"))
        return [
            route("POST", "refunds", CREATE, lambda _, asked: self.create(asked)),
            route("GET", "refunds", LIST, listed),
            route("GET", "refunds/:id", NOTHING, lambda n, _: self._objects.get("refund", n)),
            route("POST", "refunds/:id", UPDATE, self.update),
            route("POST", "refunds/:id/cancel", NOTHING, lambda number, _: self.cancel(number)),
        ]

    def create(self, asked: Json) -> Json:
        charge = self._charge(asked)
        amount = self._amount(charge, asked.get("amount"))
        refund = self._write(charge, amount, asked)
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]
        self._objects.save(charge)
        for tell in self.on_refund:
            tell(refund)
        self._announce("refund.created", refund)
        self._announce("charge.refunded", charge)
        return refund

    def update(self, number: str, asked: Json) -> Json:
        refund = self._objects.get("refund", number)
        refund["metadata"] = changed(refund["metadata"], asked.get("metadata"))
        self._objects.save(refund)
        self._announce("refund.updated", refund)
        return refund

    def cancel(self, number: str) -> Json:
        refund = self._objects.get("refund", number)
        raise StripeError(
            400,
            f"Refund {refund['id']} cannot be canceled because it has status {refund['status']}.",
            executed=True,
        )

    def succeed(self, number: str) -> Json:
        """Let a pending refund arrive."""
        refund = self._objects.get("refund", number)
        if refund["status"] == "pending":
            refund["status"] = "succeeded"
            self._objects.save(refund)
            self._announce("refund.updated", refund)
        return refund

    def fail(self, number: str, reason: str = FAILURE) -> Json:
        """Let the bank send the money back to the merchant, as docs.stripe.com/refunds tells."""
        refund = self._objects.get("refund", number)
        if refund["status"] == "failed":
            return refund
        objects, currency = self._objects, refund["currency"]
        movement = add_movement(objects, "refund_failure", number, refund["amount"], currency)
        refund |= {
            "status": "failed",
            "failure_reason": reason,
            "failure_balance_transaction": movement["id"],
        }
        objects.save(refund)
        charge = objects.get("charge", refund["charge"])
        charge["amount_refunded"] -= refund["amount"]
        charge["refunded"] = False
        objects.save(charge)
        self._announce("refund.updated", refund)
        self._announce("refund.failed", refund)
        return refund

    def _become_sure(self, number: str) -> None:
        refund = self._objects.get("refund", number)
        if refund["status"] == "pending":
            self.succeed(number)
        else:
            self.fail(number)

    def _charge(self, asked: Json) -> Json:
        if "charge" not in asked and "payment_intent" not in asked:
            raise StripeError(
                400,
                "One of the following params should be provided for this request: "
                "payment_intent or charge.",
                code="parameter_missing",
            )
        number = asked.get("charge")
        if "payment_intent" in asked:
            intent = self._objects.get("payment_intent", asked["payment_intent"], "payment_intent")
            if number not in {None, intent["latest_charge"]}:
                raise StripeError(
                    400,
                    f"The charge {number} does not belong to the payment_intent {intent['id']}.",
                    param="charge",
                    executed=True,
                )
            number = intent["latest_charge"]
            if number is None:
                raise _nothing_to_refund(intent["id"])
        charge = self._objects.get("charge", str(number), "charge")
        if not charge["captured"] and not charge["refunded"]:
            raise _nothing_to_refund(str(charge["payment_intent"]))
        return charge

    def _amount(self, charge: Json, asked: int | None) -> int:
        left: int = charge["amount"] - charge["amount_refunded"]
        if left == 0:
            raise StripeError(
                400,
                f"Charge {charge['id']} has already been refunded.",
                code="charge_already_refunded",
                executed=True,
            )
        if charge["disputed"]:
            raise StripeError(
                400,
                f"Charge {charge['id']} has been charged back; cannot issue a refund.",
                code="charge_disputed",
                executed=True,
            )
        if asked is not None and asked > left:
            currency = charge["currency"]
            raise StripeError(
                400,
                f"Refund amount ({money(asked, currency)}) is greater than "
                f"unrefunded amount on charge ({money(left, currency)})",
                param="amount",
                executed=True,
            )
        return left if asked is None else asked

    def _write(self, charge: Json, amount: int, asked: Json) -> Json:
        objects = self._objects
        number = objects.number("re")
        _refuse_unshared(charge, asked)
        fate = Fate(charge.get("_fate", Fate.PLAIN))
        if fate in {Fate.REFUND_PENDING, Fate.REFUND_FAILS}:
            self._expiring.plan(number, objects.now() + SECONDS_UNTIL_SURE)
        movement = add_movement(objects, "refund", number, -amount, charge["currency"])
        reversal = self._connect.take_back(charge, amount) if asked.get("reverse_transfer") else {}
        if asked.get("refund_application_fee"):
            self._connect.give_back_fee(charge, amount)
        return objects.add(
            {
                "id": number,
                "object": "refund",
                "amount": amount,
                "balance_transaction": movement["id"],
                "charge": charge["id"],
                "created": objects.now(),
                "currency": charge["currency"],
                "destination_details": {
                    "card": {
                        "reference_status": "pending",
                        "reference_type": "acquirer_reference_number",
                        "type": "refund",
                    },
                    "type": "card",
                },
                "metadata": asked.get("metadata") or {},
                "payment_intent": charge["payment_intent"],
                "reason": asked.get("reason"),
                "receipt_number": None,
                "source_transfer_reversal": None,
                "status": "pending" if fate is Fate.REFUND_PENDING else "succeeded",
                "transfer_reversal": (reversal or {}).get("id"),
            }
        )


def _refuse_unshared(charge: Json, asked: Json) -> None:
    """Nothing comes back from where nothing went. Near Stripe's words, not word for word."""
    for wish, share in (
        ("reverse_transfer", "transfer"),
        ("refund_application_fee", "application_fee"),
    ):
        if asked.get(wish) and charge.get(share) is None:
            raise StripeError(
                400,
                f"Charge {charge['id']} has no associated {share.replace('_', ' ')}.",
                param=wish,
                executed=True,
            )


def _nothing_to_refund(intent: str) -> StripeError:
    return StripeError(
        400,
        f"This PaymentIntent ({intent}) does not have a successful charge to refund.",
        param="payment_intent",
        executed=True,
    )
