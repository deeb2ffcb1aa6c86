"""What learning of any page's fate has in common."""

from dataclasses import replace

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.payments.events import CheckoutConfirmed, HoldUnfit
from bot.payments.gateways.holding import PageState
from bot.payments.hold_models import Hold, HoldStatus, PageKind
from bot.payments.holds.pages import drop, page_of
from bot.payments.models import Payment, PaymentStatus

INCLUDED = "included"  # delivery that is part of the price, as orders call it
WELCOME = (PaymentStatus.PENDING, PaymentStatus.EXPIRED)


def end(hold: Hold, there: HoldStatus, clock: Clock) -> None:
    hold.move(there)
    hold.ended_at = hold.ended_at or clock.now()
    hold.url = None  # nobody shall be led there any more


async def turn_away(payment: Payment, hold: Hold, events: Events, clock: Clock) -> None:
    """Let go of what does not fit what is owed."""
    drop(hold, clock)
    if payment.is_waiting:
        payment.move(PaymentStatus.FAILED)
    await events.publish(
        HoldUnfit(payment_id=payment.id, purpose=payment.purpose, payer_id=payment.payer_id)
    )


def confirmed(payment: Payment, hold: Hold, state: PageState) -> CheckoutConfirmed:
    page = page_of(hold)
    # A page that saves a card has one way on it: she chose before.
    chosen = 0 if page.kind is PageKind.CARD else state.way
    code = page.ways[chosen].code if chosen is not None and chosen < len(page.ways) else None
    contact = state.contact if page.needs_address else replace(state.contact, address=None)
    return CheckoutConfirmed(
        payment_id=payment.id,
        purpose=payment.purpose,
        total=hold.held,
        shipping_code=code or (INCLUDED if not page.ways else None),
        contact=contact,
        is_paid=True,
    )
