"""The few statements that change numbers on the shelf; each is safe among many writers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import set_committed_value

from bot.catalog.models import Product, ProductId, Variant, VariantId, in_language
from bot.catalog.stock.models import (
    MovementReason,
    Reservation,
    ReservationStatus,
    StockMovement,
)


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A variant's numbers after a change."""

    variant_id: VariantId
    product_id: ProductId
    on_hand: int
    reserved: int

    @property
    def left(self) -> int:
        return self.on_hand - self.reserved


class StockShelf:
    """Every statement about stock. Callers go through variants in the order of their ids.

    Locks leave the key alone (``key_share``), as everywhere: rows that only name a locked one are
    written meanwhile, and nobody has to turn a share of it into more than a share.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def unlimited(self, variant_ids: Iterable[VariantId]) -> dict[VariantId, bool]:
        """Tell which of these variants are not counted; the unknown are missing."""
        rows = await self._session.execute(
            sa.select(Variant.id, Variant.unlimited).where(Variant.id.in_(list(variant_ids)))
        )
        return {VariantId(row.id): row.unlimited for row in rows}

    async def shift(
        self, variant_id: VariantId, *, on_hand: int = 0, reserved: int = 0
    ) -> OnShelf | None:
        """Add to the numbers, or None where that would promise more than there is."""
        return await self._set(
            variant_id, on_hand=Variant.on_hand + on_hand, reserved=Variant.reserved + reserved
        )

    async def count(self, variant_id: VariantId, on_hand: int) -> OnShelf | None:
        return await self._set(variant_id, on_hand=sa.literal(on_hand), reserved=Variant.reserved)

    async def lock(self, variant_id: VariantId) -> OnShelf | None:
        row = await self._session.execute(
            sa.select(Variant.id, Variant.product_id, Variant.on_hand, Variant.reserved)
            .where(Variant.id == variant_id)
            .with_for_update(key_share=True)
        )
        found = row.one_or_none()
        return None if found is None else self._remember(OnShelf(*found))

    async def lock_many(self, variant_ids: Collection[VariantId]) -> list[OnShelf]:
        """Lock several at once, in the order that everybody keeps to; the unknown are missing."""
        rows = await self._session.execute(
            sa.select(Variant.id, Variant.product_id, Variant.on_hand, Variant.reserved)
            .where(Variant.id.in_(variant_ids))
            .order_by(Variant.id)
            .with_for_update(key_share=True)
        )
        return [self._remember(OnShelf(*row)) for row in rows]

    async def count_many(
        self, shelves: Mapping[OnShelf, int], reason: MovementReason, at: datetime
    ) -> list[OnShelf]:
        """Give locked variants other numbers: two statements, however many they are."""
        await self._session.execute(
            sa.update(Variant),
            [{"id": shelf.variant_id, "on_hand": number} for shelf, number in shelves.items()],
        )
        await self._session.execute(
            sa.insert(StockMovement),
            [
                {
                    "variant_id": shelf.variant_id,
                    "quantity": number - shelf.on_hand,
                    "reason": reason,
                    "at": at,
                }
                for shelf, number in shelves.items()
            ],
        )
        return [self._remember(replace(shelf, on_hand=number)) for shelf, number in shelves.items()]

    async def titled(self, variant_id: VariantId, language: str) -> tuple[str, int]:
        """Name a variant with its product, and tell how many of it are left just now."""
        row = await self._session.execute(
            sa.select(Variant.option_values, Variant.on_hand - Variant.reserved, Product.titles)
            .join(Product, Variant.product_id == Product.id)
            .where(Variant.id == variant_id)
        )
        options, left, titles = row.one()
        label = " / ".join(options.values())
        return " – ".join(part for part in (in_language(titles, language), label) if part), left

    async def moved_already(self, outside_ids: Iterable[str | None]) -> Sequence[str | None]:
        """Tell which of these are written down."""
        found = await self._session.scalars(
            sa.select(StockMovement.outside_id).where(StockMovement.outside_id.in_(outside_ids))
        )
        return found.all()

    async def lock_reservation(self, key: str) -> Reservation | None:
        return await self._session.scalar(
            sa.select(Reservation)
            .where(Reservation.key == key)
            .options(sa.orm.selectinload(Reservation.lines))
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )

    async def lock_due(self, at: datetime, limit: int) -> list[Reservation]:
        due = (Reservation.status == ReservationStatus.HELD) & (Reservation.until <= at)
        found = await self._session.scalars(
            sa.select(Reservation)
            .where(due)
            .options(sa.orm.selectinload(Reservation.lines))
            .order_by(Reservation.until, Reservation.id)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
            .execution_options(populate_existing=True)
        )
        return list(found)

    def record(
        self,
        variant_id: VariantId,
        quantity: int,
        reason: MovementReason,
        *,
        outside_id: str | None,
        at: datetime,
    ) -> None:
        movement = StockMovement(
            variant_id=variant_id, quantity=quantity, reason=reason, outside_id=outside_id, at=at
        )
        self._session.add(movement)

    async def _set(
        self,
        variant_id: VariantId,
        *,
        on_hand: sa.SQLColumnExpression[int],
        reserved: sa.SQLColumnExpression[int],
    ) -> OnShelf | None:
        statement = (
            sa.update(Variant)
            .where(Variant.id == variant_id, reserved >= 0, on_hand >= reserved)
            .values(on_hand=on_hand, reserved=reserved)
            .returning(Variant.id, Variant.product_id, Variant.on_hand, Variant.reserved)
            .execution_options(synchronize_session=False)
        )
        found = (await self._session.execute(statement)).one_or_none()
        return None if found is None else self._remember(OnShelf(*found))

    def _remember(self, shelf: OnShelf) -> OnShelf:
        """Keep a variant that this session has already read in step with the database."""
        key = sa.orm.util.identity_key(Variant, shelf.variant_id)
        variant = self._session.identity_map.get(key)
        if variant is not None:
            set_committed_value(variant, "on_hand", shelf.on_hand)
            set_committed_value(variant, "reserved", shelf.reserved)
        return shelf
