"""Stripe: the only module that imports it."""

from typing import TYPE_CHECKING

import stripe

from bot.payments.gateways import Claim, GatewayBusy, GatewayRefused

if TYPE_CHECKING:
    from stripe.params import RefundCreateParams

RETRIES = 2
TIMEOUT = 20.0
SERVER_ERROR = 500
# Another try with the same key is still being worked on: docs.stripe.com/error-low-level
KEY_IN_USE = 409
API = "https://api.stripe.com"


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
            raise GatewayRefused(refund.failure_reason or refund.status)
        return refund.id

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


def _asked(claim: Claim) -> "RefundCreateParams":
    asked: RefundCreateParams = {"amount": claim.money.minor}
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
