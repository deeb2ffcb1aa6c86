from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from bot.kit.clock import Clock
from bot.payments.accounts import GatewayAccountService
from bot.payments.errors import PageNotOpened, PaymentTooLate
from bot.payments.gateways.holding import OpenedPage, Page, PageOrder
from bot.payments.hold_models import Hold, HoldId, HoldStatus, PageKind
from bot.payments.holds.repository import HoldRepository
from bot.payments.models import Payment, PaymentId
from bot.payments.repository import PaymentRepository

FIRST_LOOK = timedelta(seconds=5)  # where no webhook tells us; later ones take twice as long
_PAGE: TypeAdapter[Page] = TypeAdapter(Page)


class HoldPages:
    """Pages on which money can be held: asked for, opened, dropped."""

    def __init__(
        self,
        *,
        holds: HoldRepository,
        payments: PaymentRepository,
        accounts: GatewayAccountService,
        clock: Clock,
    ) -> None:
        self._holds = holds
        self._payments = payments
        self._accounts = accounts
        self._clock = clock

    async def ask(self, payment: Payment, page: Page) -> Hold:
        """Give the page of a payment: the same one, while it asks for the same and stands open."""
        now = self._clock.now()
        known = await self._holds.latest(payment.id)
        if known is not None and known.has_page:
            if _is_current(page_of(known), page, now):
                return known
            drop(known, self._clock)
        hold = Hold(
            payment_id=payment.id,
            status=HoldStatus.OPENING,
            page=_PAGE.dump_python(page, mode="json"),
            currency=payment.currency,
            created_at=now,
            next_attempt_at=now,
        )
        await self._holds.add(hold)
        return hold

    async def of(self, payment_id: PaymentId) -> HoldId:
        """Raises PaymentTooLate where there is no page any more."""
        hold = await self._holds.latest(payment_id)
        if hold is None or not hold.has_page:
            raise PaymentTooLate
        return hold.id

    async def begin(self, hold_id: HoldId, back: str) -> tuple[PageOrder, str]:
        """Prepare the call that opens a page; with its address where it is open already.

        Raises PaymentTooLate, PageNotOpened.
        """
        hold = await self._holds.lock(hold_id)
        if not hold.has_page:
            raise PaymentTooLate
        hold.back = hold.back or back
        order = await self.order(hold)
        if not order.secret:
            raise PageNotOpened
        return order, hold.url or ""

    async def order(self, hold: Hold) -> PageOrder:
        """The same words every time, or its key would be refused."""
        payment = await self._payments.get(hold.payment_id)
        keys = await self._accounts.keys(payment)
        return PageOrder(
            page=page_of(hold),
            key=f"page-{hold.id}",
            reference=hold.reference,
            back=hold.back or "",
            share=payment.share,
            secret=keys.stripe_key,
        )

    async def keep_share(self, hold: Hold) -> None:
        """What is not charged yet is not shared any more: the house owes it to the merchant."""
        payment = await self._payments.lock(hold.payment_id)
        if not payment.is_paid:
            payment.destination = payment.fee_basis = None

    async def opened(self, hold_id: HoldId, opened: OpenedPage) -> None:
        hold = await self._holds.lock(hold_id)
        hold.session = hold.session or opened.number
        hold.url = hold.url or opened.url
        if hold.status is HoldStatus.OPENING:
            hold.move(HoldStatus.OPEN)
            hold.next_attempt_at = self._clock.now() + FIRST_LOOK

    async def refused(self, hold_id: HoldId, trouble: str) -> None:
        """The gateway opened none and never will for this key: the next tap asks with another."""
        hold = await self._holds.lock(hold_id)
        hold.trouble = trouble
        if hold.session is None and not hold.is_over:
            hold.move(HoldStatus.CANCELLED)
            hold.ended_at = self._clock.now()

    async def drop(self, payment: Payment) -> None:
        """Nobody shall pay on its pages any more; the gateway is told by the job."""
        for hold in await self._holds.of_payment(payment.id):
            if hold.has_page:
                drop(hold, self._clock)


def page_of(hold: Hold) -> Page:
    return _PAGE.validate_python(hold.page)


def _is_current(known: Page, wanted: Page, now: datetime) -> bool:
    is_same = replace(known, closes_at=wanted.closes_at) == wanted
    return now < known.closes_at and (is_same or known.kind is PageKind.HOLD)


def drop(hold: Hold, clock: Clock) -> None:
    """Let a hold go: at once where the gateway never heard of it, else by the job."""
    now = clock.now()
    if hold.session is None and hold.back is None:
        hold.move(HoldStatus.CANCELLED)
        hold.ended_at = now
        return
    if hold.status is not HoldStatus.CANCELLING:
        hold.move(HoldStatus.CANCELLING)
    hold.attempts, hold.next_attempt_at = 0, now
