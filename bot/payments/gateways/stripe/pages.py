"""Checkout pages that hold money (``capture_method=manual``), and what becomes of the hold.

https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
"""

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_type_hints

import stripe

from bot.kit.money import Money
from bot.payments.events import Address, Contact
from bot.payments.gateways.holding import (
    OpenedPage,
    Page,
    PageOrder,
    PageState,
    Progress,
    Standing,
    Way,
)
from bot.payments.gateways.stripe.connection import StripeLine, in_our_words, money
from bot.payments.gateways.stripe.costs import as_captured
from bot.payments.sharing import Share, part_of

if TYPE_CHECKING:
    from stripe.checkout import Session
    from stripe.params import PaymentIntentCaptureParams
    from stripe.params.checkout import (
        SessionCreateParams,
        SessionCreateParamsPaymentIntentData,
        SessionCreateParamsShippingOption,
    )

OURS = "tuan_hold"
LOCALES: dict[str, Literal["en", "de", "zh"]] = {"en": "en", "de": "de", "zh": "zh"}
_PROGRESS = {"requires_capture": Progress.HELD, "succeeded": Progress.TAKEN}


class StripePages:
    def __init__(self, line: StripeLine) -> None:
        self._line = line

    async def open(self, order: PageOrder) -> OpenedPage:
        sessions = self._line.client(order.secret).v1.checkout.sessions
        try:
            session = await sessions.create_async(_asked(order), {"idempotency_key": order.key})
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return OpenedPage(session.id, session.url or "")

    async def look(self, secret: str, number: str) -> PageState:
        sessions = self._line.client(secret).v1.checkout.sessions
        try:
            session = await sessions.retrieve_async(
                number, {"expand": ["payment_intent.latest_charge.balance_transaction"]}
            )
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return _state(session)

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
        return [_standing(intent) for intent in listed if _is_ours(intent)]

    async def cancel(self, secret: str, intent: str) -> None:
        # Without a key: an intent ends once, and a refusal must not be remembered for a day.
        try:
            await self._line.client(secret).v1.payment_intents.cancel_async(intent)
        except stripe.StripeError as error:
            raise in_our_words(error) from None


def _asked(order: PageOrder) -> "SessionCreateParams":
    page = order.page
    asked: SessionCreateParams = {
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
        "payment_intent_data": {
            "capture_method": "manual",
            "metadata": {OURS: order.reference},
        },
        "client_reference_id": order.reference,
        "success_url": order.back,
        "cancel_url": order.back,
        "expires_at": int(page.closes_at.timestamp()),
    }
    if order.share is not None:
        _share(asked["payment_intent_data"], order.share, page.unit * page.quantity)
    if (locale := LOCALES.get(page.language)) is not None:
        asked["locale"] = locale
    if page.needs_phone:
        asked["phone_number_collection"] = {"enabled": True}
    if page.needs_address:
        countries: Any = _countries(page)  # Stripe's type lists each country by name
        asked["shipping_address_collection"] = {"allowed_countries": countries}
        if page.ways:
            asked["shipping_options"] = [_option(way) for way in page.ways]
    return asked


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


def _state(session: "Session") -> PageState:
    intent: Any = session.payment_intent
    charge: Any = intent.latest_charge if intent else None
    progress = _progress(session, intent)
    currency = session.currency or ""
    held = intent is not None and progress is not Progress.OPEN
    return PageState(
        number=session.id,
        reference=session.client_reference_id or "",
        progress=progress,
        url=session.url or "",
        intent=intent.id if intent else "",
        charge=charge.id if charge else "",
        held=money(intent.amount, currency) if held else None,
        taken=money(intent.amount_received, currency) if progress is Progress.TAKEN else None,
        held_until=_held_until(charge),
        way=_way(session),
        contact=_contact(session),
        costs=as_captured(charge) if progress is Progress.TAKEN else None,
    )


def _progress(session: "Session", intent: Any) -> Progress:  # noqa: ANN401 -- expanded, which types do not say
    if session.status == "open":
        return Progress.OPEN
    if session.status == "expired" or intent is None:
        return Progress.GONE
    # What a bank is still working on is as good as open.
    fallback = Progress.RELEASED if intent.status == "canceled" else Progress.OPEN
    return _PROGRESS.get(intent.status, fallback)


def _is_ours(intent: stripe.PaymentIntent) -> bool:
    return OURS in (intent.metadata or {})


def _standing(intent: stripe.PaymentIntent) -> Standing:
    progress = _PROGRESS.get(intent.status, Progress.RELEASED)
    minor = intent.amount_received if progress is Progress.TAKEN else intent.amount
    return Standing(str(intent.metadata[OURS]), progress, money(minor, intent.currency))


def _held_until(charge: Any) -> datetime | None:  # noqa: ANN401
    card = charge.payment_method_details.card if charge else None
    until = getattr(card, "capture_before", None)
    return datetime.fromtimestamp(until, UTC) if until else None


def _way(session: "Session") -> int | None:
    cost = session.shipping_cost
    rates = [option.shipping_rate for option in session.shipping_options or []]
    return rates.index(cost.shipping_rate) if cost and cost.shipping_rate in rates else None


def _contact(session: "Session") -> Contact:
    # Both are missing or empty until somebody has filled the page in.
    who: Any = getattr(session, "customer_details", None)
    collected: Any = getattr(session, "collected_information", None)
    delivery = collected.shipping_details if collected else None
    where = delivery.address if delivery else None
    return Contact(
        name=str((delivery and delivery.name) or (who and who.name) or ""),
        phone=str((who and who.phone) or ""),
        email=str((who and who.email) or ""),
        address=_address(where) if where else None,
    )


def _address(where: Any) -> Address:  # noqa: ANN401
    def part(name: str) -> str:
        return str(getattr(where, name, None) or "")

    return Address(
        country=part("country"),
        state=part("state"),
        city=part("city"),
        street=part("line1"),
        street2=part("line2"),
        post_code=part("postal_code"),
    )
