"""What a Checkout session may be asked for."""

from sandbox.stripe.errors import StripeError
from sandbox.world.store import Json


def check_page(asked: Json) -> None:
    if asked.get("mode") not in {"payment", "setup"}:
        raise StripeError(
            400,
            "The sandbox's Stripe knows the modes payment and setup.",
            param="mode",
        )
    if asked.get("ui_mode", "hosted") not in {"hosted", "hosted_page"}:
        raise StripeError(400, "The sandbox's Stripe knows the hosted page only.", param="ui_mode")
    if "success_url" not in asked:
        raise StripeError(
            400,
            "Missing required param: success_url.",
            code="parameter_missing",
            param="success_url",
        )
    for name in ("success_url", "cancel_url"):
        if name in asked and "://" not in asked[name]:
            raise StripeError(
                400,
                "Not a valid URL: an explicit scheme (such as https) must be provided.",
                code="url_invalid",
                param=name,
            )
    if "card" not in asked.get("allowed_payment_method_types", ["card"]):
        raise StripeError(
            400, "The sandbox's Stripe knows cards only.", param="allowed_payment_method_types"
        )
    if "customer" in asked and "customer_email" in asked:
        raise StripeError(
            400,
            "You may only specify one of these parameters: customer, customer_email.",
            param="customer",
        )
