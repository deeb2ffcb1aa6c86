"""The line to Stripe, and its answers in our own words."""

import stripe

from bot.kit.money import Currency, Money
from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.stripe.paced import PacedHttp

RETRIES = 2
TIMEOUT = 20.0
SERVER_ERROR = 500
# Another try with the same key is still being worked on: docs.stripe.com/error-low-level
KEY_IN_USE = 409
# What an account may do at least (docs.stripe.com/rate-limits).
PER_SECOND = 25
API = "https://api.stripe.com"


class StripeLine:
    """One client for each account's key; all share their connections."""

    def __init__(self, api_url: str = API, per_second: int = PER_SECOND) -> None:
        self._api_url = api_url
        self._http = PacedHttp(per_second, TIMEOUT)
        self._clients: dict[str, stripe.StripeClient] = {}

    def client(self, key: str) -> stripe.StripeClient:
        if key not in self._clients:
            self._clients[key] = stripe.StripeClient(
                key,
                base_addresses={"api": self._api_url},
                http_client=self._http,
                max_network_retries=RETRIES,
            )
        return self._clients[key]

    async def close(self) -> None:
        await self._http.close_async()  # type: ignore[no-untyped-call]


def money(minor: int, currency: str) -> Money:
    return Money(minor, Currency(currency.upper()))


def in_our_words(error: stripe.StripeError) -> GatewayBusy | GatewayRefused:
    """Tell what may work later from what never will, without sentences that may name people."""
    code = error.code or type(error).__name__
    not_reached = isinstance(error, stripe.APIConnectionError | stripe.RateLimitError)
    status = error.http_status or 0
    if not_reached or status == KEY_IN_USE or status >= SERVER_ERROR:
        return GatewayBusy(code)
    return GatewayRefused(code)
