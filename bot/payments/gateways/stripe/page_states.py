"""What Stripe's answers about a Checkout page mean."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import stripe

from bot.payments.events import Address, Contact
from bot.payments.gateways.holding import PageState, Progress, Standing
from bot.payments.gateways.stripe.connection import money
from bot.payments.gateways.stripe.costs import as_captured
from bot.payments.gateways.stripe.page_words import OURS

if TYPE_CHECKING:
    from stripe.checkout import Session

_PROGRESS = {"requires_capture": Progress.HELD, "succeeded": Progress.TAKEN}


def paid_state(session: "Session") -> PageState:
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


def saved_state(session: "Session", intents: Sequence[stripe.PaymentIntent]) -> PageState:
    """How a page stands that saves a card; ``intents`` are those that charge it."""
    setup: Any = session.setup_intent
    method: Any = setup.payment_method if setup else None
    intent = next((one for one in intents if one.status == "succeeded"), None)
    if intent is None and intents:
        intent = intents[0]
    currency = session.currency or (intent.currency if intent else "")
    is_saved = method is not None and method.customer is not None
    progress = _saved_progress(session, setup, intent, is_saved=is_saved)
    received = intent.amount_received if intent and progress is Progress.TAKEN else None
    error: Any = intent.last_payment_error if intent else None
    return PageState(
        number=session.id,
        reference=session.client_reference_id or "",
        progress=progress,
        url=session.url or "",
        intent=intent.id if intent else "",
        charge=str(intent.latest_charge or "") if intent else "",
        taken=None if received is None else money(received, currency),
        customer=str(session.customer or ""),
        method=method.id if is_saved else "",
        contact=_billed(method.billing_details) if method else _contact(session),
        trouble=str((error and error.code) or ""),
    )


def _saved_progress(
    session: "Session",
    setup: Any,  # noqa: ANN401
    intent: stripe.PaymentIntent | None,
    *,
    is_saved: bool,
) -> Progress:
    if session.status == "expired" or setup is None or setup.status == "canceled":
        return Progress.GONE
    if setup.status != "succeeded":
        return Progress.OPEN
    if intent is not None and intent.status == "succeeded":
        return Progress.TAKEN
    if intent is not None and intent.status == "processing":
        return Progress.OPEN  # the bank is at it: nobody may ask for it once more
    if not is_saved:
        return Progress.RELEASED
    return Progress.HELD if intent is None else Progress.DECLINED


def _billed(details: Any) -> Contact:  # noqa: ANN401
    """Who typed a card in; of pages that save one this is all that is known of her."""
    where = details.address
    return Contact(
        name=str(details.name or ""),
        phone=str(details.phone or ""),
        email=str(details.email or ""),
        address=_address(where) if where else None,
    )


def is_ours(intent: stripe.PaymentIntent) -> bool:
    return OURS in (intent.metadata or {})


def standing(intent: stripe.PaymentIntent) -> Standing:
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
