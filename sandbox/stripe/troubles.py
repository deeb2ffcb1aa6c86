"""What happens at Stripe without anybody asking for it there: refunds that fail, disputes."""

from collections.abc import Callable
from typing import Final

from aiohttp import web

from sandbox.stripe.charges import Announce, add_movement
from sandbox.stripe.errors import StripeError
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

REASON: Final = {"refund": "expired_or_canceled_card", "dispute": "fraudulent"}
DAYS_TO_ANSWER: Final = 7 * 24 * 60 * 60


class Troubles:
    def __init__(self, objects: Objects, announce: Announce) -> None:
        self._objects = objects
        self._announce = announce

    def fail_refund(self, number: str, reason: str = REASON["refund"]) -> Json:
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

    def dispute(self, number: str, reason: str = REASON["dispute"]) -> Json:
        """The payer asks her bank to take the money back."""
        objects = self._objects
        charge = objects.get("charge", number)
        charge["disputed"] = True
        objects.save(charge)
        dispute = objects.add(
            {
                "id": objects.number("dp"),
                "object": "dispute",
                "amount": charge["amount"],
                "charge": number,
                "created": objects.now(),
                "currency": charge["currency"],
                "evidence_details": {"due_by": objects.now() + DAYS_TO_ANSWER},
                "is_charge_refundable": False,
                "livemode": False,
                "metadata": {},
                "payment_intent": charge["payment_intent"],
                "reason": reason,
                "status": "needs_response",
            }
        )
        self._announce("charge.dispute.created", dispute)
        return dispute

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/sim/stripe/refunds/{id}/fail", self._answer_failing),
            web.post("/sim/stripe/charges/{id}/dispute", self._answer_dispute),
        ]

    async def _answer_failing(self, request: web.Request) -> web.Response:
        return _answered(lambda: self.fail_refund(request.match_info["id"]))

    async def _answer_dispute(self, request: web.Request) -> web.Response:
        return _answered(lambda: self.dispute(request.match_info["id"]))


def _answered(deed: Callable[[], Json]) -> web.Response:
    try:
        return web.json_response(deed())
    except StripeError as refused:
        return web.json_response(refused.body, status=refused.status)
