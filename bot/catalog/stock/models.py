"""Stock as a ledger: what is promised to whom, and every piece that came or went."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.catalog.models import VariantId
from bot.kit.db import ID, Model
from bot.kit.states import Arrows, move

ReservationId = NewType("ReservationId", int)


class ReservationStatus(StrEnum):
    HELD = "held"
    TAKEN = "taken"
    RELEASED = "released"


ARROWS: Arrows[ReservationStatus] = {
    ReservationStatus.HELD: frozenset({ReservationStatus.TAKEN, ReservationStatus.RELEASED}),
    # A buyer may come back after her time ran out, or pay late while there is some left.
    ReservationStatus.RELEASED: frozenset({ReservationStatus.HELD, ReservationStatus.TAKEN}),
    ReservationStatus.TAKEN: frozenset(),
}


class Reservation(Model):
    __tablename__ = "stock_reservations"
    __table_args__ = (Index("ix_stock_reservations_due", "status", "until"),)

    id: Mapped[ReservationId] = mapped_column(ID, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    until: Mapped[datetime]
    status: Mapped[ReservationStatus] = mapped_column(default=ReservationStatus.HELD)

    lines: Mapped[list["ReservationLine"]] = relationship(
        back_populates="reservation", lazy="raise", cascade="all, delete-orphan"
    )

    @property
    def quantities(self) -> dict[VariantId, int]:
        return {line.variant_id: line.quantity for line in self.lines}

    def move(self, there: ReservationStatus) -> None:
        self.status = move(ARROWS, self.status, there)


class ReservationLine(Model):
    __tablename__ = "stock_reservation_lines"
    __table_args__ = (UniqueConstraint("reservation_id", "variant_id"),)

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    reservation_id: Mapped[ReservationId] = mapped_column(ForeignKey("stock_reservations.id"))
    variant_id: Mapped[VariantId] = mapped_column(ForeignKey("variants.id"))
    quantity: Mapped[int]
    # Remembered, because a variant may become unlimited while it is promised.
    counted: Mapped[bool] = mapped_column(default=True)

    reservation: Mapped[Reservation] = relationship(back_populates="lines", lazy="raise")


class MovementReason(StrEnum):
    RECEIVED = "received"  # new goods, or the first count
    COUNTED = "counted"  # the merchant corrected the number
    IMPORTED = "imported"
    SOLD = "sold"
    RETURNED = "returned"


class StockMovement(Model):
    """One change of ``Variant.on_hand``. Their sum is the stock on hand, always."""

    __tablename__ = "stock_movements"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    variant_id: Mapped[VariantId] = mapped_column(ForeignKey("variants.id"), index=True)
    quantity: Mapped[int]
    reason: Mapped[MovementReason]
    outside_id: Mapped[str | None] = mapped_column(unique=True)  # makes a repetition harmless
    at: Mapped[datetime]
