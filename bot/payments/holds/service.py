from datetime import timedelta

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments import books
from bot.payments.events import (
    HoldLost,
    PaymentAuthorised,
    PaymentExpired,
)
from bot.payments.gateways import Heard
from bot.payments.gateways.holding import PageState, Progress
from bot.payments.heard import HeardEvents
from bot.payments.hold_models import Hold, HoldId, HoldStatus, PageKind
from bot.payments.holds.cards import SavedCards
from bot.payments.holds.learning import WELCOME, confirmed, end, turn_away
from bot.payments.holds.pages import FIRST_LOOK, HoldPages, drop
from bot.payments.holds.repository import HoldRepository
from bot.payments.ledger import Ledger
from bot.payments.models import Payment, PaymentId, PaymentStatus
from bot.payments.repository import PaymentRepository
from bot.payments.takings import Takings

A_LITTLE_LATER = timedelta(minutes=1)
PAYABLE = frozenset({*WELCOME, PaymentStatus.APPROVED, PaymentStatus.DECLINED})


class HoldService:
    """What is known about pages, and what they hold: only what a gateway said when it was asked."""

    def __init__(
        self,
        *,
        holds: HoldRepository,
        pages: HoldPages,
        payments: PaymentRepository,
        cards: SavedCards,
        takings: Takings,
        ledger: Ledger,
        heard: HeardEvents,
        events: Events,
        clock: Clock,
    ) -> None:
        self._holds = holds
        self._pages = pages
        self._payments = payments
        self._cards = cards
        self._takings = takings
        self._ledger = ledger
        self._heard = heard
        self._events = events
        self._clock = clock

    async def capture(self, payment_id: PaymentId, money: Money) -> bool:
        """Promise to take so much of what is held, or charge it.

        False where that is promised already, of whatever sum: asking again changes nothing.
        """
        is_promised_now = False
        await self._payments.lock(payment_id)
        for hold in await self._holds.of_payment(payment_id):
            if hold.status is HoldStatus.HELD:
                hold.move(HoldStatus.CAPTURING)
                hold.capture_minor = money.minor
                hold.attempts, hold.next_attempt_at = 0, self._clock.now()
                is_promised_now = True
        return is_promised_now

    async def let_go(self, payment_id: PaymentId) -> Money | None:
        """Charge nothing: gives what was promised, and None where nothing was any more."""
        payment = await self._payments.lock(payment_id)
        if not (payment.is_held or payment.is_declined):
            return None
        for hold in await self._holds.of_payment(payment_id):
            if hold.status is HoldStatus.HELD or hold.has_page:
                drop(hold, self._clock)
        payment.move(PaymentStatus.RELEASED)
        return payment.price

    async def learn(self, hold_id: HoldId, state: PageState, heard: Heard | None = None) -> None:
        """Bring our books to where the gateway is; what is known already changes nothing."""
        if heard is not None and not await self._heard.is_first(heard.event_id, heard.kind):
            return
        hold = await self._holds.get(hold_id)
        payment = await self._payments.lock(hold.payment_id)  # comes first, as everywhere
        hold = await self._holds.lock(hold_id)
        if state.reference != hold.reference or hold.is_over:
            return
        hold.session = hold.session or state.number
        if state.progress is Progress.OPEN:
            self._learn_open(hold, state)
        elif state.progress is Progress.GONE:
            await self._learn_gone(payment, hold)
        elif hold.kind is PageKind.HOLD:
            await self._learn_money(payment, hold, state)
        else:
            await self._cards.learn(payment, hold, state)
        if payment.status not in PAYABLE:
            await self._drop_other_pages(payment, hold)

    async def _drop_other_pages(self, payment: Payment, hold: Hold) -> None:
        """She paid on an old page at the last moment: nobody is to pay on the newer one."""
        for other in await self._holds.of_payment(payment.id):
            if other is not hold and other.has_page:
                drop(other, self._clock)

    async def _learn_money(self, payment: Payment, hold: Hold, state: PageState) -> None:
        if state.progress is Progress.HELD:
            await self._learn_held(payment, hold, state)
        elif state.progress is Progress.RELEASED:
            await self._learn_released(payment, hold)
        elif state.progress is Progress.TAKEN:
            await self._learn_taken(payment, hold, state)

    async def give_up(self, hold_id: HoldId, trouble: str) -> None:
        """A saved card that cannot be charged, though nobody says that it was refused."""
        hold = await self._holds.get(hold_id)
        payment = await self._payments.lock(hold.payment_id)
        hold = await self._holds.lock(hold_id)
        if hold.status is HoldStatus.CAPTURING and hold.kind is PageKind.CARD:
            await self._cards.decline(payment, hold, trouble)

    def _learn_open(self, hold: Hold, state: PageState) -> None:
        now = self._clock.now()
        hold.url = hold.url or state.url
        if hold.status is HoldStatus.OPENING:
            hold.move(HoldStatus.OPEN)
        if hold.status is HoldStatus.OPEN:
            hold.next_attempt_at = now + max(FIRST_LOOK, now - hold.created_at)

    async def _learn_gone(self, payment: Payment, hold: Hold) -> None:
        end(hold, HoldStatus.CANCELLED, self._clock)
        latest = await self._holds.latest(payment.id)
        if payment.is_waiting and latest is hold:
            payment.move(PaymentStatus.EXPIRED)
            await self._events.publish(
                PaymentExpired(payment_id=payment.id, purpose=payment.purpose)
            )

    async def _learn_held(self, payment: Payment, hold: Hold, state: PageState) -> None:
        if hold.intent is not None:
            return
        await self._write_held(payment, hold, state)
        if payment.status not in WELCOME:
            drop(hold, self._clock)  # she gave it up, or asked for something else
            return
        was_late = payment.status is PaymentStatus.EXPIRED
        await self._events.publish(confirmed(payment, hold, state))
        if payment.price != hold.held:
            await turn_away(payment, hold, self._events, self._clock)
            return
        hold.move(HoldStatus.HELD)
        hold.next_attempt_at = (hold.held_until or self._clock.now()) + A_LITTLE_LATER
        payment.move(PaymentStatus.AUTHORISED)
        await self._events.publish(
            PaymentAuthorised(
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                price=payment.price,
                held_until=hold.held_until,
                was_late=was_late,
            )
        )

    async def _write_held(self, payment: Payment, hold: Hold, state: PageState) -> None:
        now = self._clock.now()
        hold.intent, hold.held_until, hold.held_at = state.intent, state.held_until, now
        hold.held_minor = state.held.minor if state.held else 0
        await self._ledger.post(f"hold-{hold.id}", books.held(payment, hold.held))

    async def _learn_released(self, payment: Payment, hold: Hold) -> None:
        if hold.intent is None:
            await self._learn_gone(payment, hold)
            return
        end(hold, HoldStatus.CANCELLED, self._clock)
        await self._ledger.post(f"hold-{hold.id}-ended", books.hold_ended(payment, hold.held))
        if payment.is_held:
            payment.move(PaymentStatus.RELEASED)
            await self._events.publish(
                HoldLost(payment_id=payment.id, purpose=payment.purpose, payer_id=payment.payer_id)
            )

    async def _learn_taken(self, payment: Payment, hold: Hold, state: PageState) -> None:
        """By our wish, or by hand at the gateway: then it is kept, or given back if unwanted."""
        if hold.intent is None:
            await self._write_held(payment, hold, state)
        if hold.has_page:
            hold.move(HoldStatus.CANCELLING)
        was_asked = hold.status is HoldStatus.CAPTURING
        end(hold, HoldStatus.CAPTURED, self._clock)
        await self._ledger.post(f"hold-{hold.id}-ended", books.hold_ended(payment, hold.held))
        hold.capture_minor = state.taken.minor if state.taken else 0
        charge = await self._takings.record(
            payment,
            state.taken or Money.zero(payment.currency),
            payer_id=payment.payer_id,
            gateway_charge=state.charge,
            provider_charge=state.charge,
            is_kept=payment.is_held,
            costs=state.costs,
        )
        if not charge.is_kept:
            await self._takings.give_back(payment, charge)
            return
        payment.price = charge.money
        await self._takings.keep(payment, charge)
        if was_asked:
            await self._takings.tell(payment, was_late=False)
