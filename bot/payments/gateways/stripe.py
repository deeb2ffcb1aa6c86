"""Stripe: the only module that imports it."""

from typing import TYPE_CHECKING

import stripe

from bot.kit.money import Currency, Money
from bot.payments.gateways import (
    Claim,
    Dispute,
    GatewayBusy,
    GatewayRefused,
    GivenBack,
    Heard,
    Outcome,
)
from bot.payments.models import RefundId

if TYPE_CHECKING:
    from stripe.params import RefundCreateParams, RefundListParams

RETRIES = 2
TIMEOUT = 20.0
SERVER_ERROR = 500
# Another try with the same key is still being worked on: docs.stripe.com/error-low-level
KEY_IN_USE = 409
API = "https://api.stripe.com"
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

    def __init__(self, api_url: str = API) -> None:
        self._api_url = api_url
        self._http = stripe.AIOHTTPClient(timeout=TIMEOUT)
        self._clients: dict[str, stripe.StripeClient] = {}

    async def refund(self, claim: Claim) -> str:
        if not claim.secret:
            raise GatewayRefused("no-stripe-key")
        try:
            refund = await self.client(claim.secret).v1.refunds.create_async(
                _asked(claim), {"idempotency_key": claim.key}
            )
        except stripe.StripeError as error:
            raise _in_our_words(error) from None
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
            page = await self.client(secret).v1.refunds.list_async(found)
            return [_given_back(refund) async for refund in page.auto_paging_iter()][::-1]
        except stripe.StripeError as error:
            raise _in_our_words(error) from None

    async def dispute(self, secret: str, number: str) -> Dispute:
        try:
            found = await self.client(secret).v1.disputes.retrieve_async(number)
        except stripe.StripeError as error:
            raise _in_our_words(error) from None
        return Dispute(_money(found.amount, found.currency), found.reason)

    async def close(self) -> None:
        await self._http.close_async()  # type: ignore[no-untyped-call]

    def client(self, key: str) -> stripe.StripeClient:
        if key not in self._clients:
            self._clients[key] = stripe.StripeClient(
                key,
                base_addresses={"api": self._api_url},
                http_client=self._http,
                max_network_retries=RETRIES,
            )
        return self._clients[key]


class StripeTrouble(Exception):
    """Stripe did not accept a key, or did not answer; its code says why."""


async def whose_key(key: str, api_url: str = API) -> str:
    """Ask Stripe whose a key is: for the doctor. Raises StripeTrouble."""
    gateway = StripeGateway(api_url)
    try:
        account = await gateway.client(key).v1.accounts.retrieve_current_async()
    except stripe.StripeError as error:
        raise StripeTrouble(error.code or type(error).__name__) from None
    finally:
        await gateway.close()
    return account.id


class BadSignature(Exception):
    """These words are not Stripe's."""


def read_event(body: bytes, signature: str, secret: str) -> Heard:
    """Check who speaks, and tell what about. Raises BadSignature."""
    try:
        event = stripe.Webhook.construct_event(body, signature, secret)
    except (ValueError, stripe.SignatureVerificationError):
        raise BadSignature from None
    about = event.to_dict()["data"]["object"]
    subject = str(about.get("id", ""))
    charges = (subject, about.get("charge"), about.get("payment_intent"))
    return Heard(
        event.id, event.type, subject, tuple(one for one in charges if isinstance(one, str) and one)
    )


def _given_back(refund: stripe.Refund) -> GivenBack:
    ours = str(refund.metadata[OURS]) if refund.metadata and OURS in refund.metadata else ""
    return GivenBack(
        number=refund.id,
        money=_money(refund.amount, refund.currency),
        outcome=_OUTCOMES.get(refund.status or "", Outcome.WAITING),
        refund_id=RefundId(int(ours)) if ours.isdecimal() else None,
        trouble=_why(refund),
    )


def _why(refund: stripe.Refund) -> str:
    # Stripe leaves the reason out where nothing has failed.
    return str(getattr(refund, "failure_reason", None) or refund.status or "")


def _money(minor: int, currency: str) -> Money:
    return Money(minor, Currency(currency.upper()))


def _asked(claim: Claim) -> "RefundCreateParams":
    asked: RefundCreateParams = {
        "amount": claim.money.minor,
        "metadata": {OURS: str(claim.refund_id)},  # so that its event is known as our own
    }
    if claim.provider_charge.startswith("pi_"):
        asked["payment_intent"] = claim.provider_charge
    else:
        asked["charge"] = claim.provider_charge
    return asked


def _in_our_words(error: stripe.StripeError) -> GatewayBusy | GatewayRefused:
    """Tell what may work later from what never will, without sentences that may name people."""
    code = error.code or type(error).__name__
    not_reached = isinstance(error, stripe.APIConnectionError | stripe.RateLimitError)
    status = error.http_status or 0
    if not_reached or status == KEY_IN_USE or status >= SERVER_ERROR:
        return GatewayBusy(code)
    return GatewayRefused(code)
