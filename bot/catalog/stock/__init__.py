"""Stock: promised with a time limit, taken when paid, never below nothing."""

from bot.catalog.stock.models import (
    MovementReason,
    Reservation,
    ReservationId,
    ReservationLine,
    ReservationStatus,
    StockMovement,
)
from bot.catalog.stock.service import MAX_QUANTITY, StockService

__all__ = (
    "MAX_QUANTITY",
    "MovementReason",
    "Reservation",
    "ReservationId",
    "ReservationLine",
    "ReservationStatus",
    "StockMovement",
    "StockService",
)
