"""Disputes: a payer asks her bank to take the money back."""

from typing import Final

from stripe.params import DisputeListParams

from sandbox.stripe.cards import Fate
from sandbox.stripe.errors import StripeError
from sandbox.stripe.events import Announce
from sandbox.stripe.movements import add_movement
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import NOTHING, Parameters
from sandbox.stripe.routing import PAGING, Route, lister, route
from sandbox.world.store import Json

REASON: Final = "fraudulent"
DISPUTE_FEE: Final = 1500
DAYS_TO_ANSWER: Final = 7 * 24 * 60 * 60
BY_FATE: Final = {
    Fate.DISPUTED: ("fraudulent", False),
    Fate.NOT_RECEIVED: ("product_not_received", False),
    Fate.INQUIRY: ("fraudulent", True),
}
OPEN: Final = frozenset({"needs_response", "under_review", "warning_needs_response"})


class Disputes:
    def __init__(self, objects: Objects, announce: Announce) -> None:
        self._objects = objects
        self._announce = announce

    def routes(self) -> list[Route]:
        listing = Parameters.of(DisputeListParams, f"{PAGING} charge payment_intent")
        listed = lister(self._objects, "disputes", "dispute", ("charge", "payment_intent"))
        one = "disputes/:id"
        return [
            route("GET", "disputes", listing, listed),
            route("GET", one, NOTHING, lambda number, _: self._objects.get("dispute", number)),
            route("POST", f"{one}/close", NOTHING, lambda n, _: self.close(n, won=False)),
        ]

    def open_by_fate(self, charge: Json) -> None:
        """Some test cards are disputed as soon as they have paid."""
        found = BY_FATE.get(Fate(charge.get("_fate", Fate.PLAIN)))
        if found is not None:
            reason, is_inquiry = found
            self.open(charge["id"], reason, is_inquiry=is_inquiry)

    def open(self, number: str, reason: str = REASON, *, is_inquiry: bool = False) -> Json:
        """An inquiry takes no money yet."""
        objects = self._objects
        charge = objects.get("charge", number)
        if charge["disputed"] or not charge["captured"]:
            raise StripeError(400, f"Charge {number} cannot be disputed.", executed=True)
        charge["disputed"] = True
        objects.save(charge)
        dispute = objects.add(
            {
                "id": objects.number("dp"),
                "object": "dispute",
                "amount": charge["amount_captured"],
                "balance_transactions": [],
                "charge": number,
                "created": objects.now(),
                "currency": charge["currency"],
                "evidence_details": {"due_by": objects.now() + DAYS_TO_ANSWER},
                "is_charge_refundable": is_inquiry,
                "livemode": False,
                "metadata": {},
                "payment_intent": charge["payment_intent"],
                "reason": reason,
                "status": "warning_needs_response" if is_inquiry else "needs_response",
            }
        )
        self._announce("charge.dispute.created", dispute)
        if not is_inquiry:
            self._move(dispute, -dispute["amount"], DISPUTE_FEE)
            self._announce("charge.dispute.funds_withdrawn", dispute)
        return dispute

    def close(self, number: str, *, won: bool) -> Json:
        dispute = self._objects.get("dispute", number)
        if dispute["status"] not in OPEN:
            raise StripeError(400, "This dispute is already closed.", executed=True)
        was_inquiry = dispute["status"] == "warning_needs_response"
        if won and not was_inquiry:
            self._move(dispute, dispute["amount"], 0)
            self._announce("charge.dispute.funds_reinstated", dispute)
        dispute["status"] = "warning_closed" if was_inquiry else "won" if won else "lost"
        self._objects.save(dispute)
        self._announce("charge.dispute.closed", dispute)
        return dispute

    def _move(self, dispute: Json, amount: int, fee: int) -> None:
        movement = add_movement(
            self._objects, "adjustment", dispute["id"], amount, dispute["currency"], fee=fee
        )
        dispute["balance_transactions"].append(movement)
        self._objects.save(dispute)
