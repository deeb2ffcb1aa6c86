from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.sql.base import ExecutableOption

from bot.catalog.models import MerchantId
from bot.orders.errors import UnknownOrder
from bot.orders.models import BOUGHT, ORDER, Order, OrderId, OrderRefund, OrderStatus
from bot.payments.models import Payment, PaymentId
from bot.payments.repository import WAITING
from bot.people.models import Person, PersonId


class OrderRepository:
    """Every SELECT about orders. ``get`` reads, ``lock`` reads in order to write."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, order_id: OrderId) -> Order:
        return await self._one(_whole(Order.id == order_id))

    async def lock(self, order_id: OrderId) -> Order:
        return await self._one(
            _whole(Order.id == order_id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )

    async def lock_with_lines(self, order_ids: Collection[OrderId]) -> Sequence[Order]:
        """For selling them or letting them go, which asks neither what was sent nor what came back.

        In the order that everybody keeps to.
        """
        found = await self._session.scalars(
            sa.select(Order)
            .where(Order.id.in_(order_ids))
            .options(selectinload(Order.lines))
            .order_by(Order.id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        orders = found.all()
        if len(orders) < len(set(order_ids)):
            raise UnknownOrder
        return orders

    async def payments_of(self, order_ids: Collection[OrderId]) -> Mapping[OrderId, PaymentId]:
        """What was paid for them; those that nobody paid are missing."""
        found = await self._session.execute(
            sa.select(Order.id, Order.payment_id).where(
                Order.id.in_(order_ids), Order.payment_id.is_not(None)
            )
        )
        return {row.id: row.payment_id for row in found}

    async def lock_buyer(self, buyer_id: PersonId) -> None:
        """Let one person do one thing at a time: her second tap waits for the first.

        Rows that only name her, as a team names its leader, are written meanwhile.
        """
        await self._session.execute(
            sa.select(Person.id).where(Person.id == buyer_id).with_for_update(key_share=True)
        )

    async def find_cart(self, buyer_id: PersonId) -> Order | None:
        return await self._session.scalar(
            _whole((Order.buyer_id == buyer_id) & (Order.status == OrderStatus.DRAFT))
        )

    async def waiting(self, buyer_id: PersonId) -> Sequence[Order]:
        """What she holds on the shelf; what she joined with others is another matter."""
        held = (Order.status == OrderStatus.RESERVED) & Order.awaits_kind.is_(None)
        found = await self._session.scalars(
            _whole((Order.buyer_id == buyer_id) & held).order_by(Order.id)
        )
        return found.all()

    async def overdue(self, at: datetime, limit: int) -> Sequence[OrderId]:
        """Whose time to pay is over, and no payment of theirs waits: the longest overdue first."""
        waits = sa.exists().where(
            WAITING, Payment.purpose_kind == ORDER, Payment.purpose_id == Order.id
        )
        found = await self._session.scalars(
            sa.select(Order.id)
            .where(Order.status == OrderStatus.RESERVED, Order.reserved_until <= at, ~waits)
            .order_by(Order.reserved_until)
            .limit(limit)
        )
        return found.all()

    async def of_buyer(self, buyer_id: PersonId) -> Sequence[Order]:
        """Everything she ever ordered, for the copy of her data."""
        found = await self._session.scalars(_whole(Order.buyer_id == buyer_id).order_by(Order.id))
        return found.all()

    async def page_of_buyer(
        self, buyer_id: PersonId, *, limit: int, offset: int
    ) -> tuple[Sequence[Order], int]:
        seen = (Order.buyer_id == buyer_id) & Order.status.in_(
            (*BOUGHT, OrderStatus.RESERVED, OrderStatus.PLEDGED, OrderStatus.RELEASED)
        )
        return await self._page(seen, limit=limit, offset=offset)

    async def page_of_merchants(
        self,
        merchant_ids: Collection[MerchantId],
        statuses: Collection[OrderStatus],
        *,
        limit: int,
        offset: int,
    ) -> tuple[Sequence[Order], int]:
        sold = Order.merchant_id.in_(merchant_ids) & Order.status.in_(statuses)
        return await self._page(sold, limit=limit, offset=offset)

    async def add(self, order: Order) -> None:
        self._session.add(order)
        await self._session.flush()

    async def flush(self) -> None:
        await self._session.flush()

    async def _one(self, query: sa.Select[Order]) -> Order:
        found = await self._session.scalar(query)
        if found is None:
            raise UnknownOrder
        return found

    async def _page(
        self, condition: sa.ColumnElement[bool], *, limit: int, offset: int
    ) -> tuple[Sequence[Order], int]:
        count = await self._session.scalar(sa.select(sa.func.count(Order.id)).where(condition))
        found = await self._session.scalars(
            _whole(condition).order_by(Order.id.desc()).limit(limit).offset(offset)
        )
        return found.all(), count or 0


def _whole(condition: sa.ColumnElement[bool]) -> sa.Select[Order]:
    return sa.select(Order).where(condition).options(*WHOLE_ORDER)


WHOLE_ORDER: tuple[ExecutableOption, ...] = (
    selectinload(Order.lines),
    selectinload(Order.shipments),
    selectinload(Order.refunds).selectinload(OrderRefund.lines),
)
