from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.deals.closing import ClosingService
from bot.deals.errors import DealClosed, UnknownDeal
from bot.deals.events import DealEndsSoon, DealFailed, DealSettled, DealSucceeded, SeatGivenBack
from bot.deals.models import Deal, DealKind, DealStatus, SeatStatus, Unit
from bot.deals.proof import ProofLog
from bot.deals.settler import SEATS_IN_A_TURN
from bot.orders.buying import ToPay
from bot.orders.events import OrderPaid, OrderReleased
from bot.orders.models import OrderLine, OrderStatus
from bot.orders.repository import OrderRepository
from bot.payments.models import AccountKind, Charge
from bot.people.models import Person
from tests.deals.shop import OWNER, DealShop

LADDER = ({"count": 3, "minor": 2700}, {"count": 4, "minor": 2333})


class TestSuccess:
    async def test_turns_every_seat_into_an_order(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        orders = [(await shop.joins(deal, await shop.buyer(n))).order.id for n in (1, 2)]
        clock.wait(hours=24)

        await shop.closes_due()

        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED
        assert [(await shop.order(number)).status for number in orders] == [OrderStatus.PAID] * 2
        assert len(shop.told.of(OrderPaid)) == 2
        assert len(shop.told.of(DealSucceeded)) == len(shop.told.of(DealSettled)) == 1
        assert await shop.left(shoe) == 48

    async def test_settles_once_however_often_it_is_asked(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", kind=DealKind.LADDER, goal=2, steps=LADDER)
        for number in (1, 2, 3):
            await shop.joins(deal, await shop.buyer(number))
        clock.wait(hours=24)

        for _ in range(3):
            await shop.closes_due()
            await shop.settler.settle_due()

        assert len(shop.gateway.refunds) == 3
        assert len(shop.told.of(OrderPaid)) == 3

    async def test_people_who_only_held_a_seat_are_let_go(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.joins(deal, await shop.buyer(number))
        cyd = await shop.buyer(3)
        clock.wait(hours=23, minutes=59)
        await shop.taps_join(deal, cyd)
        clock.wait(minutes=1)

        await shop.closes_due()

        assert (await shop.seat(deal, cyd)).status is SeatStatus.RELEASED
        assert (await shop.now(deal)).is_settled


class TestLadder:
    async def test_everybody_pays_the_final_price_to_the_cent(self, shop, shoe, clock):
        deal = await shop.deal(
            shoe, "30.00 EUR", kind=DealKind.LADDER, goal=2, steps=LADDER, per_person=3
        )
        ana = await shop.joins(deal, await shop.buyer(1), pieces=3)
        for number in (2, 3, 4):
            await shop.joins(deal, await shop.buyer(number))
        clock.wait(hours=24)

        await shop.closes_due()
        await shop.settler.settle_due()

        order = await shop.order(ana.order.id)
        assert (order.goods.minor, order.lines[0].price.minor) == (3 * 2333, 2333)
        assert sorted(money.minor for _, money in shop.gateway.refunds.values()) == [
            667,
            667,
            667,
            3 * 667,
        ]
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 6 * 2333

    async def test_a_goal_of_pieces_counts_pieces(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", unit=Unit.PIECES, goal=3, per_person=3)
        await shop.joins(deal, await shop.buyer(1), pieces=3)
        clock.wait(hours=24)

        await shop.closes_due()

        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED


class TestFailure:
    async def test_gives_everything_back(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        orders = [(await shop.joins(deal, await shop.buyer(n))).order.id for n in (1, 2)]
        clock.wait(hours=24)

        await shop.closes_due()
        await shop.settler.settle_due()

        assert (await shop.now(deal)).status is DealStatus.FAILED
        assert [(await shop.order(n)).status for n in orders] == [OrderStatus.RELEASED] * 2
        assert [event.cancelled for event in shop.told.of(DealFailed)] == [False]
        assert len(shop.gateway.refunds) == 2
        assert await shop.balances() == {}
        assert await shop.left(shoe) == 50
        assert await shop.movements(deal) == 0

    async def test_of_a_deal_that_its_merchant_cancels(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        await shop.joins(deal, await shop.buyer(1))

        async with shop.ask(ClosingService) as closing:
            await closing.cancel(deal.id, by=OWNER)
        await shop.closes_due()
        await shop.settler.settle_due()

        assert (await shop.now(deal)).status is DealStatus.CANCELLED
        assert await shop.balances() == {}

    async def test_a_reached_deal_cannot_be_cancelled_any_more(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.joins(deal, await shop.buyer(number))

        with pytest.raises(DealClosed):
            async with shop.ask(ClosingService) as closing:
                await closing.cancel(deal.id, by=OWNER)

    async def test_strangers_cannot_end_it(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")

        with pytest.raises(UnknownDeal):
            async with shop.ask(ClosingService) as closing:
                await closing.cancel(deal.id, by=1)


class TestCase:
    async def test_whole_cases_are_filled_with_what_people_would_take(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", kind=DealKind.CASE, goal=12, per_person=12)
        ana = await shop.joins(deal, await shop.buyer(1), pieces=8, wanted=5)
        ben = await shop.joins(deal, await shop.buyer(2), pieces=6, wanted=5)
        clock.wait(hours=24)

        await shop.closes_due()
        await shop.settler.settle_due()

        got = [(await shop.order(pay.order.id)).lines[0].quantity for pay in (ana, ben)]
        assert got == [6, 6]
        assert [money.minor for _, money in shop.gateway.refunds.values()] == [6000]
        assert await shop.left(shoe) == 38


async def test_people_are_reminded_once(shop, shoe, clock):
    await shop.deal(shoe, "30.00 EUR", lasts=timedelta(hours=24))
    for hours in (20, 1, 1, 1):
        clock.wait(hours=hours)
        async with shop.ask(ClosingService) as closing:
            await closing.remind()

    assert len(shop.told.of(DealEndsSoon)) == 1


async def test_short_deals_not_due_yet_hide_none_that_is(shop, shoe, clock, monkeypatch):
    monkeypatch.setattr("bot.deals.closing.AT_ONCE", 2)
    long = await shop.deal(shoe, "30.00 EUR", lasts=timedelta(hours=24))
    clock.wait(hours=21, minutes=30)
    for _ in range(3):
        await shop.deal(shoe, "30.00 EUR", lasts=timedelta(hours=2))
    async with shop.ask(ClosingService) as closing:
        await closing.remind()
    assert [event.deal_id for event in shop.told.of(DealEndsSoon)] == [long.id]

    clock.wait(minutes=89, seconds=58)
    async with shop.ask(ClosingService) as closing:
        await closing.remind()
    assert len(shop.told.of(DealEndsSoon)) == 1
    for _ in range(2):
        clock.wait(seconds=3)
        async with shop.ask(ClosingService) as closing:
            await closing.remind()
    assert len({event.deal_id for event in shop.told.of(DealEndsSoon)}) == 4


async def test_a_deal_that_cannot_be_settled_keeps_no_other_waiting(shop, shoe, clock):
    poisoned = await shop.deal(shoe, "30.00 EUR", goal=2)
    healthy = await shop.deal(shoe, "29.00 EUR", goal=2)
    broken = await shop.joins(poisoned, await shop.buyer(1))
    for deal, number in ((poisoned, 2), (healthy, 3), (healthy, 4)):
        await shop.joins(deal, await shop.buyer(number))
    async with shop.ask(OrderRepository) as orders:
        order = await orders.get(broken.order.id)
        order.lines.append(copied(order.lines[0]))  # a seat's order has one line, always
    clock.wait(hours=24)

    await shop.closes_due()

    assert not (await shop.now(poisoned)).is_settled
    assert (await shop.now(healthy)).is_settled


class TestAPoisonedSeat:
    """It is settled once it is mended, and keeps nobody else of its deal waiting."""

    @staticmethod
    async def seats(shop: DealShop, deal: Deal, people: Sequence[Person]) -> list[SeatStatus]:
        seats = [await shop.seat(deal, person) for person in people]
        return [seat.status for seat in seats if seat is not None]

    async def test_of_a_deal_that_failed(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=9)
        people = [await shop.buyer(number) for number in range(1, 6)]
        paid = [await shop.joins(deal, person) for person in people]
        await self.keep(shop, paid[2], is_kept=False)  # nobody knows what is to be given back
        clock.wait(hours=24)

        await shop.closes_due()

        back, stuck = SeatStatus.RELEASED, SeatStatus.PAID
        assert await self.seats(shop, deal, people) == [back, back, stuck, back, back]
        assert not (await shop.now(deal)).is_settled
        assert (await shop.now(deal)).paid_people == 1
        assert len(shop.told.of(OrderReleased)) == 4
        await self.keep(shop, paid[2], is_kept=True)
        await shop.deal_settler.settle_due()
        await shop.settler.settle_due()
        assert await self.seats(shop, deal, people) == [back] * 5
        assert (await shop.now(deal)).is_settled
        assert len(shop.gateway.refunds) == 5
        assert not await shop.balances()
        async with shop.ask(ProofLog) as log:
            assert (await log.read(deal.id)).is_whole

    async def test_of_a_deal_that_came_true(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        people = [await shop.buyer(number) for number in range(1, 6)]
        paid = [await shop.joins(deal, person) for person in people]
        async with shop.ask(OrderRepository) as orders:
            order = await orders.get(paid[0].order.id)
            order.lines.append(copied(order.lines[0]))
        clock.wait(hours=24)

        await shop.closes_due()

        sold = SeatStatus.HONOURED
        assert await self.seats(shop, deal, people) == [SeatStatus.PAID, sold, sold, sold, sold]
        assert not (await shop.now(deal)).is_settled

    @staticmethod
    async def keep(shop: DealShop, paid: ToPay, *, is_kept: bool) -> None:
        async with shop.ask(AsyncSession) as session:
            await session.execute(
                update(Charge).where(Charge.payment_id == paid.payment.id).values(is_kept=is_kept)
            )


async def test_more_seats_than_fit_into_one_transaction(shop, shoe, clock):
    deal = await shop.deal(shoe, "30.00 EUR", goal=99)
    people = [await shop.buyer(number) for number in range(1, SEATS_IN_A_TURN + 3)]
    for person in people:
        await shop.joins(deal, person)
    clock.wait(hours=24)

    await shop.closes_due()
    await shop.settler.settle_due()
    await shop.settler.settle_due()

    now = await shop.now(deal)
    assert (now.is_settled, now.taken, now.paid_people, now.paid_pieces) == (True, 0, 0, 0)
    assert await shop.movements(deal) == 0
    assert len(shop.gateway.refunds) == len(people)
    assert not await shop.balances()
    assert len(shop.told.of(SeatGivenBack)) == len(people)
    async with shop.ask(ProofLog) as log:
        proof = await log.read(deal.id)
    assert proof.is_whole
    assert len(proof.entries) == 2 * len(people)


def copied(line: OrderLine) -> OrderLine:
    return OrderLine(
        product_id=line.product_id,
        variant_id=line.variant_id,
        title=line.title,
        label=line.label,
        price=line.price,
        quantity=1,
        titles={},
        option_values={},
    )
