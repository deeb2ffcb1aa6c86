"""Holding our books against the gateway's own list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.kit.money import Money
from bot.payments.models import Charge
from bot.payments.repository import PaymentRepository, RefundRepository


class Direction(StrEnum):
    CHARGE = "charge"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Movement:
    """Money that came or went, with the number of the charge it belongs to."""

    direction: Direction
    charge: str
    money: Money


@dataclass(frozen=True, slots=True)
class Difference:
    direction: Direction
    charge: str
    ours: Money | None
    theirs: Money | None


class Reconciliation:
    def __init__(self, payments: PaymentRepository, refunds: RefundRepository) -> None:
        self._payments = payments
        self._refunds = refunds

    async def compare(self, theirs: Iterable[Movement]) -> list[Difference]:
        """List what they and we remember differently; several refunds of a charge add up."""
        ours = _sums(await self._ours())
        listed = _sums(theirs)
        return [
            Difference(
                direction, charge, ours.get((direction, charge)), listed.get((direction, charge))
            )
            for direction, charge in sorted(ours.keys() | listed.keys())
            if ours.get((direction, charge)) != listed.get((direction, charge))
        ]

    async def _ours(self) -> list[Movement]:
        charges: dict[int, Charge] = {c.id: c for c in await self._payments.charges()}
        taken = [Movement(Direction.CHARGE, c.gateway_charge, c.money) for c in charges.values()]
        given = [
            Movement(Direction.REFUND, charges[refund.charge_id].gateway_charge, refund.money)
            for refund in await self._refunds.settled()
        ]
        return taken + given


def _sums(movements: Iterable[Movement]) -> Mapping[tuple[Direction, str], Money]:
    sums: dict[tuple[Direction, str], Money] = {}
    for movement in movements:
        key = movement.direction, movement.charge
        sums[key] = sums[key] + movement.money if key in sums else movement.money
    return sums
