from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payments.errors import UnknownPayment, UnknownRefund
from bot.payments.models import (
    Charge,
    ChargeId,
    GatewayAccount,
    GatewayAccountId,
    PayeeId,
    Payment,
    PaymentId,
    PaymentStatus,
    Purpose,
    Refund,
    RefundId,
    RefundStatus,
)
from bot.people.models import PersonId

WAITING = Payment.status.in_((PaymentStatus.PENDING, PaymentStatus.APPROVED))


class PaymentRepository:
    """Every SELECT about money. ``get`` reads, ``lock`` reads in order to write."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, payment_id: PaymentId) -> Payment:
        found = await self._session.get(Payment, payment_id)
        if found is None:
            raise UnknownPayment
        return found

    async def lock(self, payment_id: PaymentId) -> Payment:
        return (await self.lock_all([payment_id]))[payment_id]

    async def lock_all(self, payment_ids: Collection[PaymentId]) -> Mapping[PaymentId, Payment]:
        """Lock several in the order that everybody keeps to."""
        found = await self._session.scalars(
            sa.select(Payment)
            .where(Payment.id.in_(payment_ids))
            .order_by(Payment.id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        payments = {payment.id: payment for payment in found}
        if len(payments) < len(set(payment_ids)):
            raise UnknownPayment
        return payments

    async def due(self, at: datetime, limit: int) -> Sequence[PaymentId]:
        found = await self._session.scalars(
            sa.select(Payment.id)
            .where(WAITING, Payment.expires_at <= at)
            .order_by(Payment.expires_at, Payment.id)
            .limit(limit)
        )
        return found.all()

    async def of_purpose(self, purpose: Purpose) -> Sequence[Payment]:
        found = await self._session.scalars(
            sa.select(Payment)
            .where(Payment.purpose_kind == purpose.kind, Payment.purpose_id == purpose.id)
            .order_by(Payment.id)
            # What was read before its purpose was locked may have been paid since then.
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def of_payer(self, payer_id: PersonId) -> Sequence[Payment]:
        found = await self._session.scalars(
            sa.select(Payment).where(Payment.payer_id == payer_id).order_by(Payment.id)
        )
        return found.all()

    async def lock_waiting(self, purpose: Purpose) -> Sequence[Payment]:
        found = await self._session.scalars(
            sa.select(Payment)
            .where(WAITING, Payment.purpose_kind == purpose.kind, Payment.purpose_id == purpose.id)
            .order_by(Payment.id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def find_charge(self, gateway_charge: str) -> Charge | None:
        return await self._session.scalar(
            sa.select(Charge).where(Charge.gateway_charge == gateway_charge)
        )

    async def find_provider_charge(self, numbers: Collection[str]) -> Charge | None:
        return await self._session.scalar(
            sa.select(Charge).where(Charge.provider_charge.in_(numbers)).limit(1)
        )

    async def get_charge(self, charge_id: ChargeId) -> Charge:
        return await self._session.get_one(Charge, charge_id)

    async def kept_charges(self, payment_ids: Collection[PaymentId]) -> Mapping[PaymentId, Charge]:
        found = await self._session.scalars(
            sa.select(Charge).where(Charge.payment_id.in_(payment_ids), Charge.is_kept)
        )
        return {charge.payment_id: charge for charge in found}

    async def of_refunds(
        self, refunds: Collection[Refund]
    ) -> Mapping[RefundId, tuple[Payment, Charge]]:
        """What was paid, and the charge that goes back."""
        charge_ids = {refund.charge_id for refund in refunds}
        found = await self._session.execute(
            sa.select(Payment, Charge)
            .join(Charge, Charge.payment_id == Payment.id)
            .where(Charge.id.in_(charge_ids))
        )
        paid = {charge.id: (payment, charge) for payment, charge in found}
        return {refund.id: paid[refund.charge_id] for refund in refunds}

    async def charges(self) -> Sequence[Charge]:
        return (await self._session.scalars(sa.select(Charge).order_by(Charge.id))).all()


class RefundRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, refund_id: RefundId) -> Refund:
        found = await self._session.get(Refund, refund_id)
        if found is None:
            raise UnknownRefund
        return found

    async def lock(self, refund_id: RefundId) -> Refund:
        (refund,) = await self.lock_all([refund_id])
        return refund

    async def lock_all(self, refund_ids: Collection[RefundId]) -> Sequence[Refund]:
        """Lock several in the order that everybody keeps to."""
        found = await self._session.scalars(
            sa.select(Refund)
            .where(Refund.id.in_(refund_ids))
            .order_by(Refund.id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        refunds = found.all()
        if len(refunds) < len(set(refund_ids)):
            raise UnknownRefund
        return refunds

    async def find(self, refund_id: RefundId) -> Refund | None:
        return await self._session.get(Refund, refund_id)

    async def find_by_gateway(self, number: str) -> Refund | None:
        return await self._session.scalar(
            sa.select(Refund).where(Refund.gateway_refund == number).limit(1)
        )

    async def with_keys(self, keys: Collection[str]) -> Mapping[str, Refund]:
        found = await self._session.scalars(sa.select(Refund).where(Refund.key.in_(keys)))
        return {refund.key: refund for refund in found}

    async def lock_due(self, at: datetime, limit: int) -> Sequence[Refund]:
        found = await self._session.scalars(
            sa.select(Refund)
            .where(Refund.status == RefundStatus.REQUESTED, Refund.next_attempt_at <= at)
            .order_by(Refund.next_attempt_at, Refund.id)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def of_payment(self, payment_id: PaymentId) -> Sequence[Refund]:
        found = await self._session.scalars(
            sa.select(Refund).where(Refund.payment_id == payment_id).order_by(Refund.id)
        )
        return found.all()

    async def settled(self) -> Sequence[Refund]:
        found = await self._session.scalars(
            sa.select(Refund).where(Refund.status == RefundStatus.SUCCEEDED).order_by(Refund.id)
        )
        return found.all()


class GatewayAccountRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def find_current(self, payee_id: PayeeId) -> GatewayAccount | None:
        return await self._session.scalar(
            sa.select(GatewayAccount)
            .where(GatewayAccount.payee_id == payee_id, GatewayAccount.until.is_(None))
            .order_by(GatewayAccount.id.desc())
            .limit(1)
        )

    async def get(self, account_id: GatewayAccountId) -> GatewayAccount:
        found = await self._session.scalars(
            sa.select(GatewayAccount).where(GatewayAccount.id == account_id)
        )
        return found.one()
