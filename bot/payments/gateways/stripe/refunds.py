"""Giving back, and what Stripe says was given back."""

from typing import TYPE_CHECKING

import stripe

from bot.payments.gateways import Claim, Dispute, GatewayRefused, GivenBack, Outcome
from bot.payments.gateways.stripe.connection import StripeLine, in_our_words, money
from bot.payments.models import RefundId

if TYPE_CHECKING:
    from stripe.params import RefundCreateParams, RefundListParams

OURS = "tuan_refund"
_OUTCOMES = {
    "succeeded": Outcome.DONE,
    "failed": Outcome.FAILED,
    "canceled": Outcome.FAILED,
}


class StripeGateway:
    """Gives back what Telegram's invoices took through merchants' Stripe accounts.

    Telegram has no refund for provider payments; ``provider_payment_charge_id`` is Stripe's own
    number for the charge: https://core.telegram.org/bots/payments
    """

    def __init__(self, line: StripeLine) -> None:
        self._line = line

    async def refund(self, claim: Claim) -> str:
        if not claim.secret:
            raise GatewayRefused("no-stripe-key")
        try:
            refund = await self._line.client(claim.secret).v1.refunds.create_async(
                _asked(claim), {"idempotency_key": claim.key}
            )
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        if refund.status in {"failed", "canceled"}:
            raise GatewayRefused(_why(refund))
        return refund.id

    async def given_back(self, secret: str, provider_charge: str) -> list[GivenBack]:
        """List all that went back of a charge, the oldest first.

        Raises GatewayBusy and GatewayRefused.
        """
        found: RefundListParams = {"limit": 100}
        if provider_charge.startswith("pi_"):
            found["payment_intent"] = provider_charge
        else:
            found["charge"] = provider_charge
        try:
            page = await self._line.client(secret).v1.refunds.list_async(found)
            return [given_back(refund) async for refund in page.auto_paging_iter()][::-1]
        except stripe.StripeError as error:
            raise in_our_words(error) from None

    async def dispute(self, secret: str, number: str) -> Dispute:
        try:
            found = await self._line.client(secret).v1.disputes.retrieve_async(number)
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return Dispute(money(found.amount, found.currency), found.reason)


def given_back(refund: stripe.Refund) -> GivenBack:
    ours = str(refund.metadata[OURS]) if refund.metadata and OURS in refund.metadata else ""
    return GivenBack(
        number=refund.id,
        money=money(refund.amount, refund.currency),
        outcome=_OUTCOMES.get(refund.status or "", Outcome.WAITING),
        refund_id=RefundId(int(ours)) if ours.isdecimal() else None,
        trouble=_why(refund),
    )


def _why(refund: stripe.Refund) -> str:
    # Stripe leaves the reason out where nothing has failed.
    return str(getattr(refund, "failure_reason", None) or refund.status or "")


def _asked(claim: Claim) -> "RefundCreateParams":
    asked: RefundCreateParams = {
        "amount": claim.money.minor,
        "metadata": {OURS: str(claim.refund_id)},  # so that its event is known as our own
    }
    if claim.reverses_transfer:
        asked["reverse_transfer"] = True
    if claim.returns_fee:
        asked["refund_application_fee"] = True
    if claim.provider_charge.startswith("pi_"):
        asked["payment_intent"] = claim.provider_charge
    else:
        asked["charge"] = claim.provider_charge
    return asked
