"""Ways to send a parcel, among which a person chooses on a Checkout page."""

from typing import Final

from sandbox.stripe.errors import StripeError
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

DATA: Final = "shipping_options.shipping_rate_data"
UNDERSTOOD: Final = (
    f"{DATA}.type {DATA}.display_name {DATA}.fixed_amount.amount {DATA}.fixed_amount.currency "
    f"{DATA}.metadata"
)
MOST: Final = 5


def offered(objects: Objects, asked: list[Json], currency: str) -> Json:
    """What of a session tells about delivery; the first way is chosen until she takes another."""
    if len(asked) > MOST:
        raise StripeError(
            400, f"You can only specify up to {MOST} shipping options.", param="shipping_options"
        )
    options = [_option(objects, one, currency, number) for number, one in enumerate(asked)]
    return {
        "shipping_options": options,
        "shipping_cost": _cost(options[0]) if options else None,
    }


def choose(session: Json, rate: str | None) -> None:
    """Take one of the ways a session offers: the one with this number, or stay with the first."""
    options = session["shipping_options"]
    if rate is None or not options:
        return
    chosen = next((one for one in options if one["shipping_rate"] == rate), None)
    if chosen is None:
        raise StripeError(400, f"No such shipping rate: '{rate}'", param="shipping_rate")
    session["shipping_cost"] = _cost(chosen)
    session["amount_total"] = session["amount_subtotal"] + chosen["shipping_amount"]


def _option(objects: Objects, asked: Json, currency: str, number: int) -> Json:
    rate = asked.get("shipping_rate_data") or {}
    amount = rate.get("fixed_amount") or {}
    for name, value in (("display_name", rate.get("display_name")), ("fixed_amount", amount)):
        if not value:
            param = f"shipping_options[{number}][shipping_rate_data][{name}]"
            raise StripeError(
                400, f"Missing required param: {param}.", code="parameter_missing", param=param
            )
    if amount["currency"].lower() != currency:
        raise StripeError(
            400,
            "The currency of the shipping rate must be that of the line items.",
            param=f"shipping_options[{number}][shipping_rate_data][fixed_amount][currency]",
        )
    return {
        "shipping_amount": amount["amount"],
        "shipping_rate": objects.number("shr"),
        "_name": rate["display_name"],
    }


def _cost(option: Json) -> Json:
    amount = option["shipping_amount"]
    return {
        "amount_subtotal": amount,
        "amount_tax": 0,
        "amount_total": amount,
        "shipping_rate": option["shipping_rate"],
    }
