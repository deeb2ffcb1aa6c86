"""What Stripe is asked for when a Checkout page is opened."""

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_type_hints

from bot.kit.money import Money
from bot.payments.gateways.holding import Page, PageOrder, Way
from bot.payments.hold_models import PageKind
from bot.payments.sharing import Share, part_of

if TYPE_CHECKING:
    from stripe.params.checkout import (
        SessionCreateParams,
        SessionCreateParamsPaymentIntentData,
        SessionCreateParamsShippingOption,
    )

OURS = "tuan_hold"
LOCALES: dict[str, Literal["en", "de", "zh"]] = {"en": "en", "de": "de", "zh": "zh"}


def asked(order: PageOrder) -> "SessionCreateParams":
    page = order.page
    wanted = _to_save(order) if page.kind is PageKind.CARD else _to_pay(order)
    wanted |= {
        "client_reference_id": order.reference,
        "success_url": order.back,
        "cancel_url": order.back,
        "expires_at": int(page.closes_at.timestamp()),
    }
    if (locale := LOCALES.get(page.language)) is not None:
        wanted["locale"] = locale
    if page.note:
        wanted["custom_text"] = {"submit": {"message": page.note}}
    return wanted


def _to_save(order: PageOrder) -> "SessionCreateParams":
    """A page of the mode setup knows neither parcels nor phones: it asks for the billing address.

    https://docs.stripe.com/payments/save-and-reuse
    """
    wanted: SessionCreateParams = {
        "mode": "setup",
        "currency": order.page.unit.currency.value.lower(),
        "customer_creation": "always",
        "allowed_payment_method_types": ["card"],
        "setup_intent_data": {"metadata": {OURS: order.reference}},
    }
    if order.page.needs_address:
        wanted["billing_address_collection"] = "required"
    return wanted


def _to_pay(order: PageOrder) -> "SessionCreateParams":
    page = order.page
    wanted: SessionCreateParams = {
        "mode": "payment",
        "line_items": [
            {
                "quantity": page.quantity,
                "price_data": {
                    "currency": page.unit.currency.value.lower(),
                    "unit_amount": page.unit.minor,
                    "product_data": {"name": page.title},
                },
            }
        ],
        "payment_intent_data": {"metadata": {OURS: order.reference}},
    }
    if order.share is not None:
        _share(wanted["payment_intent_data"], order.share, page.unit * page.quantity)
    if page.kind is PageKind.HOLD:
        wanted["payment_intent_data"]["capture_method"] = "manual"
    else:
        # What takes days to arrive would come after the seat is gone.
        wanted["allowed_payment_method_types"] = ["card"]
    if page.needs_phone:
        wanted["phone_number_collection"] = {"enabled": True}
    if page.needs_address:
        countries: Any = _countries(page)  # Stripe's type lists each country by name
        wanted["shipping_address_collection"] = {"allowed_countries": countries}
        if page.ways:
            wanted["shipping_options"] = [_option(way) for way in page.ways]
    return wanted


def _share(asked: "SessionCreateParamsPaymentIntentData", share: Share, goods: Money) -> None:
    """The fee counts goods alone, as delivery is chosen on the page; the capture says it anew."""
    asked["transfer_data"] = {"destination": share.destination}
    if fee := part_of(goods, share.fee_basis):
        asked["application_fee_amount"] = fee.minor


def _option(way: Way) -> "SessionCreateParamsShippingOption":
    return {
        "shipping_rate_data": {
            "type": "fixed_amount",
            "display_name": way.title,
            "fixed_amount": {
                "amount": way.price.minor,
                "currency": way.price.currency.value.lower(),
            },
            "metadata": {"code": way.code},
        }
    }


def _countries(page: Page) -> list[str]:
    known = _countries_of_stripe()
    return [one for one in page.countries if one in known] or sorted(known)


@cache
def _countries_of_stripe() -> frozenset[str]:
    """Where a page can send parcels to at all, as stripe-python's own types say."""
    from stripe.params.checkout import (  # noqa: PLC0415 -- needed once, by who delivers everywhere
        SessionCreateParamsShippingAddressCollection,
    )

    kinds: Any = get_type_hints(SessionCreateParamsShippingAddressCollection)
    (choices,) = get_args(kinds["allowed_countries"])
    parts = get_args(choices)
    return frozenset(
        value for part in parts for value in (get_args(part) or (part,)) if isinstance(value, str)
    )
