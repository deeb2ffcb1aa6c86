from datetime import timedelta

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments.events import HoldLost, PaymentAuthorised, PaymentDeclined
from bot.payments.gateways.holding import PageState, Progress
from bot.payments.hold_models import Hold, HoldStatus, PageKind
from bot.payments.holds.learning import WELCOME, confirmed, end, turn_away
from bot.payments.holds.pages import drop, page_of
from bot.payments.models import Payment, PaymentStatus
from bot.payments.takings import Takings

A_DAY = timedelta(days=1)  # until somebody looks whether a saved card is still there
NO_CARD = "card-gone"


class SavedCards:
    """What is learned of cards that are saved and charged later, and of pages that make up for it.

    Whoever calls holds the payment's lock, and then the page's.
    """

    def __init__(self, *, takings: Takings, events: Events, clock: Clock) -> None:
        self._takings = takings
        self._events = events
        self._clock = clock

    async def learn(self, payment: Payment, hold: Hold, state: PageState) -> None:
        match state.progress:
            case Progress.HELD:
                await self._learn_saved(payment, hold, state)
            case Progress.DECLINED:
                await self._learn_declined(payment, hold, state)
            case Progress.RELEASED:
                await self._learn_forgotten(payment, hold)
            case Progress.TAKEN:
                await self._learn_taken(payment, hold, state)
            case Progress.OPEN | Progress.GONE:
                pass  # of any page alike

    async def _learn_saved(self, payment: Payment, hold: Hold, state: PageState) -> None:
        if hold.method is not None:
            self._look_tomorrow(hold)
            return
        page = page_of(hold)
        hold.customer, hold.method, hold.held_at = state.customer, state.method, self._clock.now()
        hold.held_minor = page.total.minor
        if payment.status not in WELCOME:
            drop(hold, self._clock)  # she gave it up, or asked for something else
            return
        was_late = payment.status is PaymentStatus.EXPIRED
        country = state.contact.address.country if state.contact.address else ""
        if page.needs_address and not page.delivers_to(country):
            await turn_away(payment, hold, self._events, self._clock)
            return
        await self._events.publish(confirmed(payment, hold, state))
        if payment.price != hold.held:
            await turn_away(payment, hold, self._events, self._clock)
            return
        hold.move(HoldStatus.HELD)
        self._look_tomorrow(hold)
        payment.move(PaymentStatus.AUTHORISED)
        await self._events.publish(
            PaymentAuthorised(
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                price=payment.price,
                held_until=None,
                was_late=was_late,
            )
        )

    async def _learn_declined(self, payment: Payment, hold: Hold, state: PageState) -> None:
        if hold.status is not HoldStatus.CAPTURING:
            return
        hold.intent = state.intent
        await self.decline(payment, hold, state.trouble)

    async def decline(self, payment: Payment, hold: Hold, trouble: str) -> None:
        """It is of no more use: she is asked to pay by another."""
        await self._say_declined(payment, hold, trouble)
        drop(hold, self._clock)

    async def _learn_forgotten(self, payment: Payment, hold: Hold) -> None:
        """Because we wished so; else somebody did it at the gateway."""
        was_asked_for = hold.status is HoldStatus.CAPTURING
        if hold.has_page:
            hold.move(HoldStatus.CANCELLING)
        end(hold, HoldStatus.CANCELLED, self._clock)
        hold.customer = hold.method = None
        if was_asked_for:
            await self._say_declined(payment, hold, NO_CARD)
        elif payment.is_held:
            payment.move(PaymentStatus.RELEASED)
            await self._events.publish(
                HoldLost(payment_id=payment.id, purpose=payment.purpose, payer_id=payment.payer_id)
            )

    async def _say_declined(self, payment: Payment, hold: Hold, trouble: str) -> None:
        if not payment.is_held:
            return
        payment.move(PaymentStatus.DECLINED)
        payment.price = hold.capture
        await self._events.publish(
            PaymentDeclined(
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                money=payment.price,
                trouble=trouble,
            )
        )

    async def _learn_taken(self, payment: Payment, hold: Hold, state: PageState) -> None:
        if hold.status is HoldStatus.FORGETTING:
            if not state.method:
                end(hold, HoldStatus.CAPTURED, self._clock)
                hold.customer = hold.method = None
            return
        hold.intent = state.intent
        taken = state.taken or Money.zero(payment.currency)
        hold.capture_minor = taken.minor
        self._close(hold, state)
        charge = await self._takings.record(
            payment,
            taken,
            payer_id=payment.payer_id,
            gateway_charge=state.charge,
            provider_charge=state.charge,
            is_kept=not payment.is_paid,
            costs=state.costs,
        )
        if not charge.is_kept:
            await self._takings.give_back(payment, charge)
            return
        was_late = not (payment.is_held or payment.is_declined)
        payment.price = charge.money
        await self._takings.keep(payment, charge)
        await self._takings.tell(payment, was_late=was_late)

    def _close(self, hold: Hold, state: PageState) -> None:
        if hold.has_page or hold.status is HoldStatus.HELD:
            hold.move(HoldStatus.CANCELLING)
        if hold.kind is PageKind.CARD and state.method:
            end(hold, HoldStatus.FORGETTING, self._clock)
            hold.attempts, hold.next_attempt_at = 0, self._clock.now()
        else:
            end(hold, HoldStatus.CAPTURED, self._clock)
            hold.customer = hold.method = None

    def _look_tomorrow(self, hold: Hold) -> None:
        if hold.status is HoldStatus.HELD:
            hold.next_attempt_at = self._clock.now() + A_DAY
