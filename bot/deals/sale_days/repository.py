from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId, ProductId
from bot.deals.reminding import ends_soon
from bot.deals.sale_days.errors import UnknownSaleDay
from bot.deals.sale_days.models import (
    SALE_DAY,
    SaleDay,
    SaleDayGroup,
    SaleDayId,
    SaleDayJoin,
    SaleDayLink,
    SaleDayOrder,
    SaleDayStatus,
)
from bot.groups.models import GroupId
from bot.orders.models import Order, OrderId, OrderStatus
from bot.people.models import PersonId

_RUNS = (SaleDayStatus.COUNTING, SaleDayStatus.SELLING)
_NOT_HERS = (
    OrderStatus.CANCELLED,
    OrderStatus.EXPIRED,
    OrderStatus.REFUNDED,
    OrderStatus.RELEASED,
)
_SOLD = (OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.REFUNDED)


class SaleDayRepository:
    """Every SELECT about sale days. Locks are taken in the order: person or order, sale day."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, sale_id: SaleDayId) -> SaleDay:
        return _known(await self._session.get(SaleDay, sale_id))

    async def lock(self, sale_id: SaleDayId) -> SaleDay:
        return _known(
            await self._session.get(SaleDay, sale_id, with_for_update=True, populate_existing=True)
        )

    async def lock_due(self, at: datetime, limit: int) -> Sequence[SaleDay]:
        found = await self._session.scalars(
            sa.select(SaleDay)
            .where(SaleDay.status.in_(_RUNS), SaleDay.until <= at)
            .order_by(SaleDay.until, SaleDay.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return found.all()

    async def lock_running_of(self, product_id: ProductId) -> Sequence[SaleDay]:
        found = await self._session.scalars(
            sa.select(SaleDay)
            .where(SaleDay.status.in_(_RUNS), SaleDay.product_id == product_id)
            .order_by(SaleDay.id)
            .with_for_update()
        )
        return found.all()

    async def lock_unsettled(self, limit: int) -> Sequence[SaleDay]:
        """Those that are over, where nobody is paying any more and nobody was told so."""
        paying = (
            sa.select(SaleDayOrder.order_id)
            .join(Order, Order.id == SaleDayOrder.order_id)
            .where(SaleDayOrder.sale_id == SaleDay.id, Order.status == OrderStatus.RESERVED)
        )
        found = await self._session.scalars(
            sa.select(SaleDay)
            .where(
                SaleDay.status == SaleDayStatus.OVER,
                SaleDay.settled_at.is_(None),
                ~paying.exists(),
            )
            .order_by(SaleDay.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=SaleDay)
        )
        return found.all()

    async def lock_to_remind(
        self, now: datetime, before: timedelta, limit: int
    ) -> Sequence[SaleDay]:
        opened_at = sa.func.coalesce(SaleDay.opened_at, SaleDay.made_at)
        found = await self._session.scalars(
            sa.select(SaleDay)
            .where(
                SaleDay.status == SaleDayStatus.COUNTING,
                SaleDay.until >= now,
                ends_soon(opened_at, SaleDay.until, now, before),
                SaleDay.reminded_at.is_(None),
            )
            .order_by(SaleDay.until, SaleDay.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return found.all()

    async def selling(self, product_id: ProductId) -> Sequence[SaleDayId]:
        found = await self._session.scalars(
            sa.select(SaleDay.id).where(
                SaleDay.status == SaleDayStatus.SELLING, SaleDay.product_id == product_id
            )
        )
        return found.all()

    async def groups(self, sale_id: SaleDayId) -> Sequence[SaleDayGroup]:
        found = await self._session.scalars(
            sa.select(SaleDayGroup)
            .where(SaleDayGroup.sale_id == sale_id)
            .order_by(SaleDayGroup.group_id)
        )
        return found.all()

    async def find_group(self, sale_id: SaleDayId, group_id: GroupId) -> SaleDayGroup | None:
        return await self._session.get(SaleDayGroup, (sale_id, group_id), populate_existing=True)

    async def find_link(self, sale_id: SaleDayId, person_id: PersonId) -> SaleDayLink | None:
        found: SaleDayLink | None = await self._session.scalar(
            sa.select(SaleDayLink).where(
                SaleDayLink.sale_id == sale_id, SaleDayLink.person_id == person_id
            )
        )
        return found

    async def link(self, code: int) -> SaleDayLink:
        """Raises UnknownSaleDay."""
        found: SaleDayLink | None = await self._session.scalar(
            sa.select(SaleDayLink).where(SaleDayLink.code == code)
        )
        if found is None:
            raise UnknownSaleDay
        return found

    async def lock_link(self, link: SaleDayLink) -> None:
        """Whoever holds the sale day's lock needs this for fresh values only."""
        await self._session.refresh(link)

    async def find_join(self, sale_id: SaleDayId, person_id: PersonId) -> SaleDayJoin | None:
        return await self._session.get(SaleDayJoin, (sale_id, person_id))

    async def joins(self, sale_id: SaleDayId) -> Sequence[SaleDayJoin]:
        found = await self._session.scalars(
            sa.select(SaleDayJoin).where(SaleDayJoin.sale_id == sale_id).order_by(SaleDayJoin.nth)
        )
        return found.all()

    async def last_join(self, sale_id: SaleDayId) -> SaleDayJoin | None:
        found: SaleDayJoin | None = await self._session.scalar(
            sa.select(SaleDayJoin)
            .where(SaleDayJoin.sale_id == sale_id)
            .order_by(SaleDayJoin.nth.desc())
            .limit(1)
        )
        return found

    async def people(self, sale_id: SaleDayId) -> Sequence[PersonId]:
        """Everybody who took a link, or was counted."""
        found = await self._session.scalars(
            sa.union(
                sa.select(SaleDayLink.person_id).where(SaleDayLink.sale_id == sale_id),
                sa.select(SaleDayJoin.person_id).where(SaleDayJoin.sale_id == sale_id),
            )
        )
        return sorted(found.all())

    async def orders_of(self, sale_id: SaleDayId, buyer_id: PersonId) -> Sequence[OrderId]:
        """Her orders of this sale that are paid, or may still be."""
        found = await self._session.scalars(
            sa.select(Order.id)
            .where(
                Order.buyer_id == buyer_id,
                Order.awaits_kind == SALE_DAY,
                Order.awaits_id == sale_id,
                Order.status.not_in(_NOT_HERS),
            )
            .order_by(Order.id)
        )
        return found.all()

    async def taken(self, sale_id: SaleDayId, *, but: OrderId | None = None) -> int:
        """Pieces that are paid, or may still be; ``but`` is not counted."""
        pieces = await self._session.scalar(
            sa.select(sa.func.sum(SaleDayOrder.pieces))
            .join(Order, Order.id == SaleDayOrder.order_id)
            .where(
                SaleDayOrder.sale_id == sale_id,
                SaleDayOrder.order_id != (but or 0),
                Order.status.not_in(_NOT_HERS),
            )
        )
        return int(pieces or 0)

    async def orders(self, sale_id: SaleDayId) -> Sequence[OrderId]:
        """What was sold, the first first."""
        found = await self._session.scalars(
            sa.select(Order.id)
            .join(SaleDayOrder, SaleDayOrder.order_id == Order.id)
            .where(SaleDayOrder.sale_id == sale_id, Order.status.in_(_SOLD))
            .order_by(Order.id)
        )
        return found.all()

    async def running_in(self, group_id: GroupId) -> Sequence[SaleDay]:
        found = await self._session.scalars(
            sa.select(SaleDay)
            .join(SaleDayGroup, SaleDayGroup.sale_id == SaleDay.id)
            .where(SaleDayGroup.group_id == group_id, SaleDay.status.in_(_RUNS))
            .order_by(SaleDay.until, SaleDay.id)
        )
        return found.all()

    async def of_merchants(self, merchants: Collection[MerchantId]) -> Sequence[SaleDay]:
        """What runs, the newest first, then what is not posted yet."""
        found = await self._session.scalars(
            sa.select(SaleDay)
            .where(
                SaleDay.merchant_id.in_(merchants),
                SaleDay.status.in_((*_RUNS, SaleDayStatus.DRAFT)),
            )
            .order_by(SaleDay.status == SaleDayStatus.DRAFT, SaleDay.id.desc())
            .limit(20)
        )
        return found.all()

    async def links_of(self, person_id: PersonId) -> Sequence[SaleDayLink]:
        found = await self._session.scalars(
            sa.select(SaleDayLink)
            .where(SaleDayLink.person_id == person_id)
            .order_by(SaleDayLink.id)
        )
        return found.all()

    async def joins_of(self, person_id: PersonId) -> Sequence[SaleDayJoin]:
        found = await self._session.scalars(
            sa.select(SaleDayJoin)
            .where(SaleDayJoin.person_id == person_id)
            .order_by(SaleDayJoin.sale_id)
        )
        return found.all()

    def add(self, row: SaleDay | SaleDayGroup | SaleDayLink | SaleDayJoin | SaleDayOrder) -> None:
        self._session.add(row)

    async def remove_group(self, sale_id: SaleDayId, group_id: GroupId) -> None:
        await self._session.execute(
            sa.delete(SaleDayGroup).where(
                SaleDayGroup.sale_id == sale_id, SaleDayGroup.group_id == group_id
            )
        )

    async def flush(self) -> None:
        await self._session.flush()


def _known(sale: SaleDay | None) -> SaleDay:
    if sale is None:
        raise UnknownSaleDay
    return sale
