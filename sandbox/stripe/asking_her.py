"""3-D Secure: whether a bank wants to hear from its customer, and where she can tell it."""

from sandbox.stripe.address import Address
from sandbox.stripe.cards import Asks, Card
from sandbox.world.store import Json


def must_ask(card: Card, method: Json, *, off_session: bool) -> bool:
    match card.asks:
        case Asks.NEVER:
            return False
        case Asks.ALWAYS:
            return True
        case Asks.UNLESS_SET_UP:
            return not method["_is_set_up"]
        case Asks.ON_SESSION:
            return not off_session


def next_action(address: Address, intent: Json, return_url: str | None) -> Json:
    if return_url is None:
        return {"type": "use_stripe_sdk", "use_stripe_sdk": {"type": "three_d_secure_redirect"}}
    where = address.of(f"/pay/confirm/{intent['id']}")
    return {
        "type": "redirect_to_url",
        "redirect_to_url": {"return_url": return_url, "url": where},
    }
