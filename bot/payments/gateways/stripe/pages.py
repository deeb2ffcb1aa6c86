"""Checkout pages that hold money (``capture_method=manual``) or save a card (``mode=setup``).

https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
https://docs.stripe.com/payments/save-and-reuse
"""

from datetime import datetime
from typing import TYPE_CHECKING

import stripe

from bot.kit.money import Money
from bot.payments.gateways.holding import (
    OpenedPage,
    PageOrder,
    PageState,
    SavedCharge,
    Standing,
)
from bot.payments.gateways.stripe.connection import StripeLine, in_our_words
from bot.payments.gateways.stripe.page_states import is_ours, paid_state, saved_state, standing
from bot.payments.gateways.stripe.page_words import OURS, asked

if TYPE_CHECKING:
    from stripe.checkout import Session
    from stripe.params import PaymentIntentCaptureParams, PaymentIntentCreateParams

EXPANDED = ["payment_intent.latest_charge.balance_transaction", "setup_intent.payment_method"]


class StripePages:
    def __init__(self, line: StripeLine) -> None:
        self._line = line

    async def open(self, order: PageOrder) -> OpenedPage:
        sessions = self._line.client(order.secret).v1.checkout.sessions
        try:
            session = await sessions.create_async(asked(order), {"idempotency_key": order.key})
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return OpenedPage(session.id, session.url or "")

    async def look(self, secret: str, number: str) -> PageState:
        sessions = self._line.client(secret).v1.checkout.sessions
        try:
            session = await sessions.retrieve_async(number, {"expand": EXPANDED})
            if session.mode != "setup":
                return paid_state(session)
            return saved_state(session, await self._charges(secret, session))
        except stripe.StripeError as error:
            raise in_our_words(error) from None

    async def shut(self, secret: str, number: str) -> None:
        try:
            await self._line.client(secret).v1.checkout.sessions.expire_async(number)
        except stripe.StripeError as error:
            raise in_our_words(error) from None

    async def capture(
        self, secret: str, intent: str, money: Money, *, key: str, fee: Money | None = None
    ) -> None:
        asked: PaymentIntentCaptureParams = {"amount_to_capture": money.minor}
        if fee is not None:
            asked["application_fee_amount"] = fee.minor
        try:
            await self._line.client(secret).v1.payment_intents.capture_async(
                intent, asked, {"idempotency_key": key}
            )
        except stripe.StripeError as error:
            raise in_our_words(error) from None

    async def standings(self, secret: str, since: datetime) -> list[Standing]:
        try:
            page = await self._line.client(secret).v1.payment_intents.list_async(
                {"created": {"gte": int(since.timestamp())}, "limit": 100}
            )
            listed = [intent async for intent in page.auto_paging_iter()]
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return [standing(intent) for intent in listed if is_ours(intent)]

    async def cancel(self, secret: str, intent: str) -> None:
        # Without a key: an intent ends once, and a refusal must not be remembered for a day.
        try:
            await self._line.client(secret).v1.payment_intents.cancel_async(intent)
        except stripe.StripeError as error:
            raise in_our_words(error) from None

    async def charge(self, charge: SavedCharge) -> None:
        wanted: PaymentIntentCreateParams = {
            "amount": charge.money.minor,
            "currency": charge.money.currency.value.lower(),
            "customer": charge.customer,
            "payment_method": charge.method,
            "allowed_payment_method_types": ["card"],
            "confirm": True,
            "off_session": True,
            "metadata": {OURS: charge.reference},
        }
        if charge.share is not None:
            wanted["transfer_data"] = {"destination": charge.share.destination}
            if charge.fee:
                wanted["application_fee_amount"] = charge.fee.minor
        intents = self._line.client(charge.secret).v1.payment_intents
        try:
            await intents.create_async(wanted, {"idempotency_key": charge.key})
        except stripe.StripeError as error:
            raise in_our_words(error) from None

    async def forget(self, secret: str, method: str) -> None:
        try:
            await self._line.client(secret).v1.payment_methods.detach_async(method)
        except stripe.StripeError as error:
            raise in_our_words(error) from None

    async def _charges(self, secret: str, session: "Session") -> list[stripe.PaymentIntent]:
        """Whatever was asked of a saved card, the newest first; its customer has no other."""
        if session.customer is None:
            return []
        page = await self._line.client(secret).v1.payment_intents.list_async(
            {"customer": str(session.customer), "limit": 100}
        )
        return [one async for one in page.auto_paging_iter() if is_ours(one)]
