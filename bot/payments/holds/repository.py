from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payments.errors import UnknownPayment
from bot.payments.hold_models import Hold, HoldId, HoldStatus, PageKind
from bot.payments.models import Payment, PaymentId

# OPENING waits for its payer: it is opened by her tap, or dropped with her seat.
WATCHED = (
    HoldStatus.OPEN,
    HoldStatus.HELD,
    HoldStatus.CAPTURING,
    HoldStatus.FORGETTING,
    HoldStatus.CANCELLING,
)


class HoldRepository:
    """Every SELECT about holds. ``lock`` comes after the payment's own lock."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, hold_id: HoldId) -> Hold:
        found = await self._session.get(Hold, hold_id)
        if found is None:
            raise UnknownPayment
        return found

    async def lock(self, hold_id: HoldId) -> Hold:
        found = await self._session.scalar(
            sa.select(Hold)
            .where(Hold.id == hold_id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        if found is None:
            raise UnknownPayment
        return found

    async def latest(self, payment_id: PaymentId) -> Hold | None:
        """The newest page of a payment, with fresh values."""
        return await self._session.scalar(
            sa.select(Hold)
            .where(Hold.payment_id == payment_id)
            .order_by(Hold.id.desc())
            .limit(1)
            .execution_options(populate_existing=True)
        )

    async def of_payment(self, payment_id: PaymentId) -> Sequence[Hold]:
        found = await self._session.scalars(
            sa.select(Hold)
            .where(Hold.payment_id == payment_id)
            .order_by(Hold.id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def find_by_gateway(self, numbers: Collection[str]) -> Hold | None:
        """By the number of its page or of its payment intent."""
        return await self._session.scalar(
            sa.select(Hold)
            .where(sa.or_(Hold.session.in_(numbers), Hold.intent.in_(numbers)))
            .limit(1)
        )

    async def find(self, hold_id: HoldId) -> Hold | None:
        return await self._session.get(Hold, hold_id)

    async def due(self, at: datetime, limit: int) -> Sequence[HoldId]:
        """One of each merchant and each kind of work, then a second of each, and so on.

        So that a deal of ten thousand keeps no other merchant's captures waiting, nor its own
        merchant's behind what is only to be let go.
        """
        turn = sa.func.row_number().over(
            partition_by=(Payment.payee_id, Hold.status),
            order_by=(Hold.next_attempt_at, Hold.id),
        )
        found = await self._session.scalars(
            sa.select(Hold.id)
            .join(Payment, Payment.id == Hold.payment_id)
            .where(_is_due(at))
            .order_by(turn, Hold.next_attempt_at, Hold.id)
            .limit(limit)
        )
        return found.all()

    async def lock_due(self, at: datetime, among: Collection[HoldId]) -> Sequence[Hold]:
        found = await self._session.scalars(
            sa.select(Hold)
            .where(Hold.id.in_(among), _is_due(at))
            .order_by(Hold.next_attempt_at, Hold.id)
            .with_for_update(key_share=True, skip_locked=True)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def since(self, moment: datetime) -> Sequence[Hold]:
        """Those whose page was opened after a moment, and cards that were charged after it.

        What a bank holds is listed by its page's day, however late it is captured.
        """
        found = await self._session.scalars(
            sa.select(Hold)
            .where(
                sa.or_(Hold.created_at >= moment, Hold.ended_at >= moment),
                Hold.session.is_not(None),
            )
            .order_by(Hold.id)
        )
        return [hold for hold in found if hold.created_at >= moment or hold.kind is PageKind.CARD]

    async def add(self, hold: Hold) -> None:
        self._session.add(hold)
        await self._session.flush()


def _is_due(at: datetime) -> sa.ColumnElement[bool]:
    return Hold.status.in_(WATCHED) & (Hold.next_attempt_at <= at)
