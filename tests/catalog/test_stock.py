import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import (
    QuantityTooLarge,
    QuantityTooSmall,
    SoldOut,
    StockPromised,
    VariantGone,
)
from bot.catalog.events import StockChanged
from bot.catalog.models import Variant, VariantId
from bot.catalog.stock import ReservationStatus, StockMovement, StockService
from bot.catalog.stock.shelf import StockShelf
from tests.catalog import make
from tests.fakes import NOON, RecordedEvents

SOON = NOON + timedelta(minutes=15)


async def numbers(session: AsyncSession, variant_id: VariantId) -> tuple[int, int, int]:
    """On hand, reserved, and what the ledger says is on hand."""
    row = await session.execute(
        sa.select(Variant.on_hand, Variant.reserved).where(Variant.id == variant_id)
    )
    ledger = await session.scalar(
        sa.select(sa.func.coalesce(sa.func.sum(StockMovement.quantity), 0)).where(
            StockMovement.variant_id == variant_id
        )
    )
    on_hand, reserved = row.one()
    return on_hand, reserved, ledger or 0


@pytest.fixture
async def variant(session):
    product = await make.product(session, stock=5)
    await session.commit()
    return product.variants[0]


class TestReserve:
    async def test_promises_without_taking(self, session, stock, variant, events):
        reservation = await stock.reserve({variant.id: 2}, key="a", until=SOON)

        assert reservation.status is ReservationStatus.HELD
        assert reservation.quantities == {variant.id: 2}
        assert await numbers(session, variant.id) == (5, 2, 5)
        assert variant.left == 3
        assert events.published == [
            StockChanged(product_id=variant.product_id, variant_id=variant.id, left=3)
        ]

    async def test_the_same_key_promises_once(self, session, stock, variant):
        first = await stock.reserve({variant.id: 2}, key="a", until=SOON)
        second = await stock.reserve({variant.id: 2}, key="a", until=SOON)

        assert first is second
        assert await numbers(session, variant.id) == (5, 2, 5)

    async def test_says_what_is_left_and_keeps_nothing(self, session, stock, variant):
        other = (await make.product(session, "Blue Cap", stock=9)).variants[0]

        with pytest.raises(SoldOut) as refused:
            await stock.reserve({other.id: 1, variant.id: 6}, key="a", until=SOON)

        assert refused.value.facts == {"title": "Red Sneaker", "left": 5}
        assert await numbers(session, other.id) == (9, 0, 9)
        assert await numbers(session, variant.id) == (5, 0, 5)

    @pytest.mark.parametrize(
        ("quantity", "error"),
        [(0, QuantityTooSmall), (-3, QuantityTooSmall), (1000, QuantityTooLarge)],
    )
    async def test_refuses_a_quantity_nobody_means(self, stock, variant, quantity, error):
        with pytest.raises(error):
            await stock.reserve({variant.id: quantity}, key="a", until=SOON)

    async def test_refuses_what_does_not_exist(self, stock, variant):
        with pytest.raises(VariantGone):
            await stock.reserve({VariantId(999): 1}, key="a", until=SOON)

    async def test_never_runs_out_of_what_is_not_counted(self, session, stock):
        endless = (await make.product(session, stock=0, unlimited=True)).variants[0]

        await stock.reserve({endless.id: 900}, key="a", until=SOON)
        await stock.take("a")

        assert await numbers(session, endless.id) == (0, 0, 0)

    async def test_a_released_key_may_be_used_again(self, session, stock, variant):
        await stock.reserve({variant.id: 2}, key="a", until=SOON)
        await stock.release("a")
        again = await stock.reserve({variant.id: 3}, key="a", until=SOON)

        assert again.quantities == {variant.id: 3}
        assert await numbers(session, variant.id) == (5, 3, 5)


class TestRelease:
    async def test_gives_back_once(self, session, stock, variant):
        await stock.reserve({variant.id: 2}, key="a", until=SOON)
        await stock.release("a")
        await stock.release("a")

        assert await numbers(session, variant.id) == (5, 0, 5)

    async def test_leaves_what_is_sold_and_what_is_unknown(self, session, stock, variant):
        await stock.reserve({variant.id: 2}, key="a", until=SOON)
        await stock.take("a")
        await stock.release("a")
        await stock.release("never heard of it")

        assert await numbers(session, variant.id) == (3, 0, 3)

    async def test_happens_by_itself_when_time_is_up(self, session, stock, variant, clock):
        await stock.reserve({variant.id: 2}, key="a", until=NOON + timedelta(minutes=5))
        await stock.reserve({variant.id: 1}, key="b", until=NOON + timedelta(minutes=60))
        clock.wait(minutes=5)

        assert await stock.release_expired() == 1
        assert await stock.release_expired() == 0
        assert await numbers(session, variant.id) == (5, 1, 5)


class TestTake:
    async def test_sells_once(self, session, stock, variant):
        await stock.reserve({variant.id: 2}, key="a", until=SOON)
        await stock.take("a")
        await stock.take("a")

        assert await numbers(session, variant.id) == (3, 0, 3)

    async def test_honours_a_late_payment_while_there_is_some(self, session, stock, variant):
        await stock.reserve({variant.id: 2}, key="a", until=SOON)
        await stock.release("a")

        assert await stock.take_late("a") is True
        assert await numbers(session, variant.id) == (3, 0, 3)

    async def test_tells_when_a_late_payment_finds_nothing(self, session, stock, variant):
        other = (await make.product(session, stock=3)).variants[0]
        await stock.reserve({variant.id: 4, other.id: 1}, key="late", until=SOON)
        await stock.release("late")
        await stock.reserve({variant.id: 2}, key="quick", until=SOON)

        assert await stock.take_late("late") is False
        assert await numbers(session, variant.id) == (5, 2, 5)
        assert await numbers(session, other.id) == (3, 0, 3)
        with pytest.raises(SoldOut):
            await stock.take("late")


class TestPutBack:
    async def test_counts_once(self, session, stock, variant):
        await stock.reserve({variant.id: 2}, key="a", until=SOON)
        await stock.take("a")
        await stock.put_back({variant.id: 1}, key="refund-1")
        await stock.put_back({variant.id: 1}, key="refund-1")

        assert await numbers(session, variant.id) == (4, 0, 4)


class TestCount:
    async def test_writes_the_difference_down(self, session, stock, variant):
        assert await stock.count(variant.id, 12) == 7
        assert await stock.count(variant.id, 12) == 0
        assert await numbers(session, variant.id) == (12, 0, 12)

    async def test_does_not_go_below_what_is_promised(self, session, stock, variant):
        await stock.reserve({variant.id: 2}, key="a", until=SOON)

        with pytest.raises(StockPromised) as refused:
            await stock.count(variant.id, 1)
        assert refused.value.facts == {"reserved": 2}
        assert await stock.count(variant.id, 2) == -3


class TestManyAtOnce:
    PEOPLE = 240
    PIECES = 50

    async def test_exactly_what_there_is_gets_sold(self, session, sessions, clock):
        first, second = (await make.product(session, stock=self.PIECES, sizes=("S", "M"))).variants
        await session.commit()

        async def buy(number: int) -> bool:
            async with sessions() as own:
                service = StockService(own, StockShelf(own), RecordedEvents(), clock)
                # Half of them name the variants in the other order.
                wanted = {first.id: 1, second.id: 1} if number % 2 else {second.id: 1, first.id: 1}
                try:
                    await service.reserve(wanted, key=f"person-{number}", until=SOON)
                except SoldOut:
                    return False
                await own.commit()
                await service.take(f"person-{number}")
                await own.commit()
                return True

        gate = asyncio.Semaphore(24)

        async def come(number: int) -> bool:
            async with gate:
                return await buy(number)

        results = await asyncio.gather(*(come(number) for number in range(self.PEOPLE)))

        assert sum(results) == self.PIECES
        assert await numbers(session, first.id) == (0, 0, 0)
        assert await numbers(session, second.id) == (0, 0, 0)

    async def test_one_key_from_many_hands_counts_once(self, session, sessions, clock, variant):
        async def repeat() -> None:
            async with sessions() as own:
                service = StockService(own, StockShelf(own), RecordedEvents(), clock)
                await service.reserve({variant.id: 2}, key="same", until=SOON)
                await own.commit()
                await service.take("same")
                await own.commit()
                await service.put_back({variant.id: 1}, key="refund")
                await own.commit()

        await asyncio.gather(*(repeat() for _ in range(20)))

        assert await numbers(session, variant.id) == (4, 0, 4)
