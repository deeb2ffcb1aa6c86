from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments import books
from bot.payments.claiming import MOST_ATTEMPTS
from bot.payments.costs.service import SILENT, CostBook
from bot.payments.errors import NothingToRefund, OnlyWholeRefunds, RefundTooLarge
from bot.payments.events import RefundFailed, RefundMadeOutside, RefundRequested, RefundSucceeded
from bot.payments.ledger import Ledger, Line
from bot.payments.models import (
    Charge,
    Payment,
    PaymentId,
    PaymentStatus,
    Rail,
    Refund,
    RefundId,
    RefundStatus,
)
from bot.payments.repository import PaymentRepository, RefundRepository


@dataclass(frozen=True, slots=True)
class Wish:
    """Money to be promised back. One ``key`` is one refund, however often."""

    payment: Payment
    money: Money
    key: str


class RefundService:
    def __init__(
        self,
        *,
        session: AsyncSession,
        payments: PaymentRepository,
        refunds: RefundRepository,
        ledger: Ledger,
        costs: CostBook,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._payments = payments
        self._refunds = refunds
        self._ledger = ledger
        self._costs = costs
        self._events = events
        self._clock = clock

    async def refund(
        self, payment_id: PaymentId, money: Money | None = None, *, key: str, reason: str
    ) -> Refund:
        """Promise ``money`` back, or all that is left. One ``key`` is one refund, however often.

        Raises NothingToRefund, RefundTooLarge and OnlyWholeRefunds (Stars).
        """
        payment = await self._payments.lock(payment_id)
        return await self.refund_locked(payment, money, key=key, reason=reason)

    async def refund_locked(
        self, payment: Payment, money: Money | None = None, *, key: str, reason: str
    ) -> Refund:
        """Do the same for whoever holds the payment's lock already."""
        wish = Wish(payment, payment.refundable if money is None else money, key)
        return (await self.refund_all([wish], reason=reason))[key]

    async def refund_all(self, wishes: Sequence[Wish], *, reason: str) -> Mapping[str, Refund]:
        """Promise many sums back, all or none, for whoever holds the locks of their payments.

        One wish of each payment, for what they came to when the locks were taken.
        """
        if not wishes:
            return {}
        known = await self._refunds.with_keys([wish.key for wish in wishes])
        new = [wish for wish in wishes if wish.key not in known]
        for wish in new:
            _refuse(wish.payment, wish.money)
        charges = await self._payments.kept_charges([wish.payment.id for wish in new])
        promised = {
            wish.key: self._promise(
                charges[wish.payment.id], wish.money, key=wish.key, reason=reason
            )
            for wish in new
        }
        for wish in new:
            wish.payment.refunded_minor += wish.money.minor
            _mark(wish.payment)
        await self._session.flush()  # which numbers the refunds
        await self._ledger.post_all(
            {
                f"refund-{promised[wish.key].id}": books.refund_promised(wish.payment, wish.money)
                for wish in new
            }
        )
        for wish in new:
            await self._events.publish(_requested(wish, promised[wish.key]))
        return {**known, **promised}

    async def return_surplus(self, charge: Charge) -> Refund:
        """Give back a charge that nobody owed; it never belonged to the merchant."""
        refund = self._promise(charge, charge.money, key=f"surplus-{charge.id}", reason="surplus")
        await self._session.flush()
        return refund

    async def settle(self, refund_id: RefundId, gateway_refund: str) -> None:
        """Write down that the gateway has given the money back; repeating it changes nothing."""
        await self.settle_all({refund_id: gateway_refund})

    async def settle_all(self, given_back: Mapping[RefundId, str]) -> None:
        """Do so of many, all or none: each with the gateway's number of what it gave back."""
        locked = await self._refunds.lock_all(given_back)
        refunds = [each for each in locked if each.status is not RefundStatus.SUCCEEDED]
        paid = await self._payments.of_refunds(refunds)
        now = self._clock.now()
        postings: dict[str, Sequence[Line]] = {}
        for refund in refunds:
            if refund.status is RefundStatus.FAILED:
                refund.move(RefundStatus.REQUESTED)  # it worked after all
            refund.move(RefundStatus.SUCCEEDED)
            refund.gateway_refund, refund.settled_at = given_back[refund.id], now
            key = f"refund-settled-{refund.id}-{refund.gateway_refund}"
            postings[key] = books.refund_settled(*paid[refund.id], refund.money)
        await self._ledger.post_all(postings)
        await self._look_at_costs(paid.values())
        for refund in refunds:
            payment, charge = paid[refund.id]
            await self._events.publish(
                RefundSucceeded(
                    refund_id=refund.id,
                    payment_id=payment.id,
                    purpose=payment.purpose,
                    payer_id=charge.payer_id,
                    money=refund.money,
                )
            )

    async def stumble(self, refund_id: RefundId, trouble: str) -> None:
        """The gateway was not to be reached: try again later, but not for ever."""
        refund = await self._refunds.lock(refund_id)
        refund.trouble = trouble
        if refund.attempts >= MOST_ATTEMPTS:
            await self.fail(refund_id, trouble)

    async def fail(self, refund_id: RefundId, trouble: str) -> None:
        """The gateway will not. The buyer is still owed the money, and the ledger says so."""
        refund = await self._refunds.lock(refund_id)
        if refund.status is not RefundStatus.REQUESTED:
            return
        payment = await self._payments.get(refund.payment_id)

        await self._give_up(refund, payment, trouble)

    async def bounce(self, refund_id: RefundId, gateway_refund: str, trouble: str) -> None:
        """It had worked, and then the buyer's bank sent it back: the buyer is owed it again.

        ``gateway_refund`` is the gateway's number of what came back: meanwhile another try may have
        worked, and that one stands.
        """
        refund = await self._refunds.lock(refund_id)
        is_this_one = refund.gateway_refund == gateway_refund
        if refund.status is not RefundStatus.SUCCEEDED or not is_this_one:
            return
        payment, charge = (await self._payments.of_refunds([refund]))[refund.id]

        await self._ledger.post(
            f"refund-bounced-{refund.id}-{refund.gateway_refund}",
            books.refund_bounced(payment, charge, refund.money),
        )
        await self._look_at_costs([(payment, charge)])
        await self._give_up(refund, payment, trouble)

    async def retry(self, refund_id: RefundId) -> None:
        """Try a failed refund again, now; a tap too many changes nothing."""
        refund = await self._refunds.lock(refund_id)
        if refund.status is not RefundStatus.FAILED:
            return
        refund.move(RefundStatus.REQUESTED)
        refund.attempts = 0
        refund.next_attempt_at = self._clock.now()

    async def learn(self, gateway_charge: str) -> None:
        """The gateway says that a whole charge went back, by our wish or by its own."""
        charge = await self._payments.find_charge(gateway_charge)
        if charge is None:
            return
        payment = await self._payments.lock(charge.payment_id)
        outside: Refund | None = None
        if charge.is_kept and payment.refundable:
            outside = await self.refund(payment.id, key=f"outside-{charge.id}", reason="outside")
        for refund in await self._refunds.of_payment(payment.id):
            if refund.charge_id == charge.id:
                await self.settle(refund.id, gateway_charge)
        if outside is not None:
            await self._events.publish(
                RefundMadeOutside(
                    refund_id=outside.id,
                    payment_id=payment.id,
                    purpose=payment.purpose,
                    payer_id=payment.payer_id,
                    money=outside.money,
                )
            )

    async def _look_at_costs(self, paid: Iterable[tuple[Payment, Charge]]) -> None:
        """What went back may have cost something, and took its part of every share along."""
        await self._costs.look_soon(
            [charge.id for payment, charge in paid if payment.rail not in SILENT]
        )

    async def _give_up(self, refund: Refund, payment: Payment, trouble: str) -> None:
        refund.move(RefundStatus.FAILED)
        refund.trouble = trouble
        await self._events.publish(
            RefundFailed(
                refund_id=refund.id,
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                money=refund.money,
                trouble=trouble,
            )
        )

    def _promise(self, charge: Charge, money: Money, *, key: str, reason: str) -> Refund:
        now = self._clock.now()
        refund = Refund(
            payment_id=charge.payment_id,
            charge_id=charge.id,
            money=money,
            key=key,
            reason=reason,
            next_attempt_at=now,
            created_at=now,
        )
        self._session.add(refund)
        return refund


def _requested(wish: Wish, refund: Refund) -> RefundRequested:
    payment = wish.payment
    return RefundRequested(
        refund_id=refund.id,
        payment_id=payment.id,
        purpose=payment.purpose,
        payer_id=payment.payer_id,
        money=wish.money,
        whole=not payment.refundable,
    )


def _refuse(payment: Payment, money: Money) -> None:
    if not payment.is_paid or money.minor <= 0:
        raise NothingToRefund
    if not money <= payment.refundable:
        raise RefundTooLarge(left=payment.refundable)
    if payment.rail is Rail.STARS and money != payment.price:
        raise OnlyWholeRefunds(price=payment.price)


def _mark(payment: Payment) -> None:
    if not payment.refundable:
        payment.move(PaymentStatus.REFUNDED)
    elif payment.status is PaymentStatus.SUCCEEDED:
        payment.move(PaymentStatus.PARTLY_REFUNDED)
