from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments import books
from bot.payments.accounts import GatewayAccountService
from bot.payments.costs.service import SILENT, CostBook
from bot.payments.errors import NothingToRefund, OnlyWholeRefunds, RefundTooLarge
from bot.payments.events import RefundFailed, RefundMadeOutside, RefundRequested, RefundSucceeded
from bot.payments.gateways import Claim
from bot.payments.ledger import Ledger
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
from bot.payments.sharing import part_of

MOST_ATTEMPTS = 20  # about three days with the delays below
LONGEST_DELAY = timedelta(hours=6)


class RefundService:
    def __init__(
        self,
        *,
        session: AsyncSession,
        payments: PaymentRepository,
        refunds: RefundRepository,
        accounts: GatewayAccountService,
        ledger: Ledger,
        costs: CostBook,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._payments = payments
        self._refunds = refunds
        self._accounts = accounts
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
        if (known := await self._refunds.find_by_key(key)) is not None:
            return known
        money = payment.refundable if money is None else money
        _refuse(payment, money)

        charge = await self._payments.kept_charge(payment.id)
        refund = await self._promise(charge, money, key=key, reason=reason)
        payment.refunded_minor += money.minor
        whole = not payment.refundable
        _mark(payment, whole=whole)
        await self._ledger.post(f"refund-{refund.id}", books.refund_promised(payment, money))
        await self._events.publish(
            RefundRequested(
                refund_id=refund.id,
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                money=money,
                whole=whole,
            )
        )
        return refund

    async def return_surplus(self, charge: Charge) -> Refund:
        """Give back a charge that nobody owed; it never belonged to the merchant."""
        return await self._promise(
            charge, charge.money, key=f"surplus-{charge.id}", reason="surplus"
        )

    async def claim_due(self, limit: int) -> Sequence[Claim]:
        """Take the refunds whose turn it is; nobody else gets them until their next attempt."""
        now = self._clock.now()
        claims = []
        for refund in await self._refunds.lock_due(now, limit):
            refund.attempts += 1
            refund.next_attempt_at = now + delay(refund.attempts)
            claims.append(await self._claim(refund))
        return claims

    async def settle(self, refund_id: RefundId, gateway_refund: str) -> None:
        """Write down that the gateway has given the money back; repeating it changes nothing."""
        refund = await self._refunds.lock(refund_id)
        if refund.status is RefundStatus.SUCCEEDED:
            return
        if refund.status is RefundStatus.FAILED:
            refund.move(RefundStatus.REQUESTED)  # it worked after all
        payment = await self._payments.get(refund.payment_id)
        charge = await self._payments.charge_of(refund)

        refund.move(RefundStatus.SUCCEEDED)
        refund.gateway_refund = gateway_refund
        refund.settled_at = self._clock.now()
        await self._ledger.post(
            f"refund-settled-{refund.id}-{gateway_refund}",
            books.refund_settled(payment, charge, refund.money),
        )
        await self._look_at_costs(payment, charge)
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
        payment = await self._payments.get(refund.payment_id)
        charge = await self._payments.charge_of(refund)

        await self._ledger.post(
            f"refund-bounced-{refund.id}-{refund.gateway_refund}",
            books.refund_bounced(payment, charge, refund.money),
        )
        await self._look_at_costs(payment, charge)
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

    async def _look_at_costs(self, payment: Payment, charge: Charge) -> None:
        """What went back may have cost something, and took its part of every share along."""
        if payment.rail not in SILENT:
            await self._costs.look_soon(charge.id)

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

    async def _promise(self, charge: Charge, money: Money, *, key: str, reason: str) -> Refund:
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
        await self._session.flush()
        return refund

    async def _claim(self, refund: Refund) -> Claim:
        payment = await self._payments.get(refund.payment_id)
        charge = await self._payments.charge_of(refund)
        keys = await self._accounts.keys(payment)
        share = payment.share
        return Claim(
            refund_id=refund.id,
            rail=payment.rail,
            key=refund.gateway_key,
            money=refund.money,
            payer_id=charge.payer_id,
            gateway_charge=charge.gateway_charge,
            provider_charge=charge.provider_charge,
            reverses_transfer=share is not None,
            returns_fee=bool(share and part_of(charge.money, share.fee_basis)),
            secret=keys.stripe_key,
        )


def delay(attempts: int) -> timedelta:
    """Wait one minute after the first attempt, twice as long after each further one."""
    return min(timedelta(minutes=2 ** min(attempts - 1, 16)), LONGEST_DELAY)


def _refuse(payment: Payment, money: Money) -> None:
    if not payment.is_paid or money.minor <= 0:
        raise NothingToRefund
    if not money <= payment.refundable:
        raise RefundTooLarge(left=payment.refundable)
    if payment.rail is Rail.STARS and money != payment.price:
        raise OnlyWholeRefunds(price=payment.price)


def _mark(payment: Payment, *, whole: bool) -> None:
    if whole:
        payment.move(PaymentStatus.REFUNDED)
    elif payment.status is PaymentStatus.SUCCEEDED:
        payment.move(PaymentStatus.PARTLY_REFUNDED)
