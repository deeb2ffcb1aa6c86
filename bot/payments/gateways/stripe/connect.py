"""Connected accounts (Express), and the pages on which their owners tell Stripe who they are.

https://docs.stripe.com/connect/express-accounts
"""

import stripe

from bot.payments.gateways import GatewayRefused
from bot.payments.gateways.connecting import NewAccount
from bot.payments.gateways.stripe.connection import StripeLine, in_our_words
from bot.payments.settings import PaymentSettings

OURS = "tuan_merchant"


class StripeConnect:
    def __init__(self, line: StripeLine, settings: PaymentSettings) -> None:
        self._line = line
        self._key = settings.stripe_key

    async def open(self, account: NewAccount) -> str:
        try:
            opened = await self._client().v1.accounts.create_async(
                {
                    "type": "express",
                    "country": account.country,
                    "capabilities": {
                        "card_payments": {"requested": True},
                        "transfers": {"requested": True},
                    },
                    "metadata": {OURS: account.reference},
                },
                {"idempotency_key": account.key},
            )
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return opened.id

    async def takes_charges(self, number: str) -> bool:
        try:
            found = await self._client().v1.accounts.retrieve_async(number)
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        can = found.capabilities
        return bool(found.charges_enabled and can and can.transfers == "active")

    async def link(self, number: str, back: str) -> str:
        try:
            made = await self._client().v1.account_links.create_async(
                {
                    "account": number,
                    "type": "account_onboarding",
                    "refresh_url": back,
                    "return_url": back,
                }
            )
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return made.url

    def _client(self) -> stripe.StripeClient:
        if not self._key:
            raise GatewayRefused("no-stripe-key")
        return self._line.client(self._key)
