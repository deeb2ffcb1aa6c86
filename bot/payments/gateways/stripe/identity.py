"""Who Stripe is, and who speaks in its name."""

import stripe

from bot.payments.gateways import Heard
from bot.payments.gateways.stripe.connection import API, StripeLine


class StripeTrouble(Exception):
    """Stripe did not accept a key, or did not answer; its code says why."""


async def whose_key(key: str, api_url: str = API) -> str:
    """Ask Stripe whose a key is: for the doctor. Raises StripeTrouble."""
    line = StripeLine(api_url)
    try:
        account = await line.client(key).v1.accounts.retrieve_current_async()
    except stripe.StripeError as error:
        raise StripeTrouble(error.code or type(error).__name__) from None
    finally:
        await line.close()
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
        event.id,
        event.type,
        subject,
        tuple(one for one in charges if isinstance(one, str) and one),
        reference=str(about.get("client_reference_id") or ""),
    )
