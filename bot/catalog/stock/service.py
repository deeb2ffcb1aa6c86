from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import (
    BadStock,
    QuantityTooLarge,
    QuantityTooSmall,
    SoldOut,
    StockPromised,
    VariantGone,
)
from bot.catalog.events import StockChanged
from bot.catalog.models import VariantId
from bot.catalog.stock.models import (
    MovementReason,
    Reservation,
    ReservationLine,
    ReservationStatus,
)
from bot.catalog.stock.shelf import OnShelf, StockShelf
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.texts import FALLBACK

MAX_QUANTITY = 999  # of one thing in one order: more is a typing error
MAX_ON_HAND = 10_000_000
_EXPIRING_AT_ONCE = 200


class StockService:
    """Promises stock, takes it, and gives it back.

    Every verb with a ``key`` may be repeated with the same key and changes the stock once.
    """

    def __init__(
        self, session: AsyncSession, shelf: StockShelf, events: Events, clock: Clock
    ) -> None:
        self._session = session
        self._shelf = shelf
        self._events = events
        self._clock = clock

    async def reserve(
        self,
        lines: Mapping[VariantId, int],
        *,
        key: str,
        until: datetime,
        language: str = FALLBACK,
    ) -> Reservation:
        """Promise all of ``lines`` until a moment, or nothing.

        A key that was released may be reserved anew. Raises SoldOut (its title in ``language``),
        VariantGone, QuantityTooSmall, QuantityTooLarge.
        """
        check_quantities(lines)
        async with self._session.begin_nested():
            reservation, is_ours = await self._open(key, until)
            if not is_ours:
                return reservation
            await self._fill(reservation, lines, language)
        return reservation

    async def release(self, key: str, *, instead: Collection[VariantId] = ()) -> None:
        """Give a promise up. Nothing happens if it is unknown, given up or paid already.

        ``instead``: what the same transaction will reserve next, locked here with what is given
        back, so that two people who swap their variants never wait for each other.
        """
        reservation = await self._shelf.lock_reservation(key)
        if reservation is None or reservation.status is not ReservationStatus.HELD:
            return
        if instead:
            await self._shelf.lock_many({*reservation.quantities, *instead})
        await self._give_back([reservation])

    async def release_expired(self) -> int:
        """Give up promises whose time ran out; tells how many, so that a job may go on."""
        due = await self._shelf.lock_due(self._clock.now(), _EXPIRING_AT_ONCE)
        await self._give_back(due)
        return len(due)

    async def take(self, key: str) -> None:
        """Turn a promise into a sale. Raises SoldOut if it ran out and nothing is left."""
        if not await self.take_late(key):
            reservation = await self._found(key)
            raise await self._sold_out(min(reservation.quantities), FALLBACK)

    async def take_late(self, key: str) -> bool:
        """Turn a promise into a sale even if its time ran out; False if too little is left."""
        reservation = await self._found(key)
        if reservation.status is ReservationStatus.TAKEN:
            return True

        if reservation.status is ReservationStatus.RELEASED and not await self._promise_again(
            reservation
        ):
            return False

        for line in _by_variant(reservation):
            if line.counted:
                await self._sell(line, key)
        reservation.move(ReservationStatus.TAKEN)
        await self._session.flush()
        return True

    async def put_back(
        self,
        lines: Mapping[VariantId, int],
        *,
        key: str,
        reason: MovementReason = MovementReason.RETURNED,
    ) -> None:
        """Put returned pieces back on the shelf, once per ``key``."""
        await self.put_back_all({key: lines}, reason=reason)

    async def put_back_all(
        self,
        returned: Mapping[str, Mapping[VariantId, int]],
        *,
        reason: MovementReason = MovementReason.RETURNED,
    ) -> None:
        """Put back what came back from many, once per key of each."""
        for lines in returned.values():
            check_quantities(lines)
        unlimited = await self._shelf.unlimited(
            {each for lines in returned.values() for each in lines}
        )
        counted = [variant_id for variant_id, is_unlimited in unlimited.items() if not is_unlimited]
        if not counted:
            return
        await self._shelf.lock_many(counted)
        moves: dict[str | None, tuple[VariantId, int]] = {
            f"back:{key}:{variant_id}": (variant_id, quantity)
            for key, lines in returned.items()
            for variant_id, quantity in lines.items()
            if variant_id in counted
        }
        for known in await self._shelf.moved_already(moves):
            del moves[known]
        await self._move_many(moves, reason)

    async def receive(
        self, variant_id: VariantId, quantity: int, *, key: str | None = None
    ) -> None:
        if not 0 < quantity <= MAX_ON_HAND:
            raise BadStock(max=MAX_ON_HAND)
        await self._shelf.lock(variant_id)
        outside_id = key and f"received:{key}:{variant_id}"
        if outside_id and await self._shelf.moved_already([outside_id]):
            return
        await self._move(variant_id, quantity, MovementReason.RECEIVED, outside_id)

    async def count(
        self,
        variant_id: VariantId,
        on_hand: int,
        *,
        reason: MovementReason = MovementReason.COUNTED,
    ) -> int:
        """Say how many lie on the shelf, promised ones included; tells the difference.

        Raises StockPromised where buyers hold more than that.
        """
        if not 0 <= on_hand <= MAX_ON_HAND:
            raise BadStock(max=MAX_ON_HAND)
        before = await self._shelf.lock(variant_id)
        if before is None:
            raise VariantGone
        if on_hand < before.reserved:
            raise StockPromised(reserved=before.reserved)

        difference = on_hand - before.on_hand
        if difference:
            await self._move(variant_id, difference, reason, None)
        return difference

    async def hold_still(self, variant_ids: Collection[VariantId]) -> None:
        """Let nobody change these until the transaction ends.

        Whoever is about to write several variants in any order locks them so, or a buyer of two
        of them could wait for the writer while the writer waits for the buyer.
        """
        await self._shelf.lock_many(variant_ids)

    async def count_at_least(
        self, counts: Mapping[VariantId, int], *, reason: MovementReason
    ) -> None:
        """Count many like ``count``, but never fewer than buyers hold."""
        shelves = await self._shelf.lock_many(counts.keys())
        wanted = {shelf: max(counts[shelf.variant_id], shelf.reserved) for shelf in shelves}
        if max(wanted.values(), default=0) > MAX_ON_HAND:
            raise BadStock(max=MAX_ON_HAND)
        different = {shelf: number for shelf, number in wanted.items() if number != shelf.on_hand}
        if not different:
            return
        at = self._clock.now()
        for counted in await self._shelf.count_many(different, reason, at):
            await self._tell(counted)

    async def _open(self, key: str, until: datetime) -> tuple[Reservation, bool]:
        """Find or make the reservation; True if its lines are for the caller to fill."""
        # Whoever comes second with the same key waits here for the first to commit.
        is_new = await self._insert(key=key, until=until, status=ReservationStatus.HELD)
        reservation = await self._found(key)
        if is_new:
            return reservation, True
        if reservation.status is not ReservationStatus.RELEASED:
            return reservation, False
        reservation.until = until
        reservation.move(ReservationStatus.HELD)
        reservation.lines.clear()
        await self._session.flush()
        return reservation, True

    async def _insert(self, **values: object) -> bool:
        is_postgres = self._session.get_bind().dialect.name == "postgresql"
        insert = postgresql.insert if is_postgres else sqlite.insert
        statement = (
            insert(Reservation)
            .values(values)
            .on_conflict_do_nothing(index_elements=["key"])
            .returning(Reservation.id)
        )
        return await self._session.scalar(statement) is not None

    async def _fill(
        self, reservation: Reservation, lines: Mapping[VariantId, int], language: str
    ) -> None:
        unlimited = await self._shelf.unlimited(lines)
        if len(unlimited) < len(lines):
            raise VariantGone
        for variant_id in sorted(lines):  # everybody in the same order, so nobody waits in a ring
            counted = not unlimited[variant_id]
            if counted and not await self._promise(variant_id, lines[variant_id]):
                raise await self._sold_out(variant_id, language)
            reservation.lines.append(
                ReservationLine(variant_id=variant_id, quantity=lines[variant_id], counted=counted)
            )
        await self._session.flush()

    async def _promise(self, variant_id: VariantId, quantity: int) -> bool:
        shelf = await self._shelf.shift(variant_id, reserved=quantity)
        if shelf is None:
            return False
        await self._tell(shelf)
        return True

    async def _promise_again(self, reservation: Reservation) -> bool:
        savepoint = await self._session.begin_nested()
        for line in _by_variant(reservation):
            if line.counted and not await self._promise(line.variant_id, line.quantity):
                await savepoint.rollback()
                return False
        await savepoint.commit()
        return True

    async def _sell(self, line: ReservationLine, key: str) -> None:
        quantity = line.quantity
        shelf = await self._shelf.shift(line.variant_id, on_hand=-quantity, reserved=-quantity)
        if shelf is None:
            raise RuntimeError(f"Reservation {key} held stock that is not there")
        self._shelf.record(
            line.variant_id,
            -quantity,
            MovementReason.SOLD,
            outside_id=f"sold:{key}:{line.variant_id}",
            at=self._clock.now(),
        )

    async def _give_back(self, reservations: list[Reservation]) -> None:
        totals: dict[VariantId, int] = {}
        for reservation in reservations:
            for line in reservation.lines:
                if line.counted:
                    totals[line.variant_id] = totals.get(line.variant_id, 0) + line.quantity
            reservation.move(ReservationStatus.RELEASED)
        for variant_id in sorted(totals):
            shelf = await self._shelf.shift(variant_id, reserved=-totals[variant_id])
            if shelf is None:
                raise RuntimeError(f"More of variant {variant_id} released than was reserved")
            await self._tell(shelf)
        await self._session.flush()

    async def _move(
        self, variant_id: VariantId, quantity: int, reason: MovementReason, outside_id: str | None
    ) -> None:
        await self._move_many({outside_id: (variant_id, quantity)}, reason)

    async def _move_many(
        self, moves: Mapping[str | None, tuple[VariantId, int]], reason: MovementReason
    ) -> None:
        """Move pieces of locked variants: a row for each move, and one change of each shelf."""
        totals: dict[VariantId, int] = {}
        for variant_id, quantity in moves.values():
            totals[variant_id] = totals.get(variant_id, 0) + quantity
        for variant_id in sorted(totals):
            shelf = await self._shelf.shift(variant_id, on_hand=totals[variant_id])
            if shelf is None:
                raise VariantGone
            await self._tell(shelf)
        at = self._clock.now()
        for outside_id, (variant_id, quantity) in moves.items():
            self._shelf.record(variant_id, quantity, reason, outside_id=outside_id, at=at)
        await self._session.flush()

    async def _tell(self, shelf: OnShelf) -> None:
        await self._events.publish(
            StockChanged(product_id=shelf.product_id, variant_id=shelf.variant_id, left=shelf.left)
        )

    async def _found(self, key: str) -> Reservation:
        reservation = await self._shelf.lock_reservation(key)
        if reservation is None:
            raise LookupError(f"No stock was reserved for {key}")
        return reservation

    async def _sold_out(self, variant_id: VariantId, language: str) -> SoldOut:
        title, left = await self._shelf.titled(variant_id, language)
        return SoldOut(title=title, left=max(0, left))


def check_quantities(lines: Mapping[VariantId, int]) -> None:
    """Refuse nothing, less than one, and more than anybody means."""
    if not lines or min(lines.values()) < 1:
        raise QuantityTooSmall
    if max(lines.values()) > MAX_QUANTITY:
        raise QuantityTooLarge(max=MAX_QUANTITY)


def _by_variant(reservation: Reservation) -> list[ReservationLine]:
    return sorted(reservation.lines, key=lambda line: line.variant_id)
