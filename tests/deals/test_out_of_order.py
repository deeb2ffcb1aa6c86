"""Money, leaders and workers in an order nobody planned; each was found by tests/simulation."""

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.catalog.models import VariantId
from bot.catalog.stock import StockService
from bot.catalog.stock.shelf import StockShelf
from bot.deals.closing import ClosingService
from bot.deals.errors import DealClosed, SeatLost
from bot.deals.events import DealSettled
from bot.deals.joining import JoiningService
from bot.deals.models import Deal, DealKind, SeatStatus, Unit
from bot.deals.repository import DealRepository
from bot.deals.teaming import TeamService
from bot.kit.db import open_engine
from bot.kit.money import Currency, Money
from bot.orders.buying import ToPay
from bot.orders.models import OrderStatus
from bot.orders.repository import OrderRepository
from bot.payments.events import PaymentExpired
from bot.payments.models import Payment, PaymentStatus
from bot.people.models import Person
from tests.deals.shop import OWNER, DealShop
from tests.fakes import FakeClock


@pytest.fixture
async def other_shop(database_url, clock):
    """As another process has one."""
    engine: AsyncEngine = open_engine(database_url)
    shop = DealShop(async_sessionmaker(engine, expire_on_commit=False), engine, clock)
    yield shop
    await shop.close()
    await engine.dispose()


@pytest.fixture
def only_postgres(database_url) -> None:
    if not database_url.startswith("postgres"):
        pytest.skip("SQLite has one writer: everybody waits for everybody.")


async def team_of(
    shop: DealShop, parent: Deal, leader: Person, group_id: int | None = None
) -> Deal:
    key = f"start-{leader.id}"
    async with shop.ask(TeamService) as teams:
        return await teams.start(parent.id, leader.id, key=key, group_id=group_id)


class TestMoneyOutOfOrder:
    async def late_for_a_queued_seat(
        self, shop: DealShop, deal: Deal, clock: FakeClock
    ) -> tuple[Person, ToPay]:
        """Ana's time runs out while her bank is at it; she queues, and then her money comes."""
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.taps_join(deal, ana)
        late = await shop.asks_to_pay(deal, ana)
        clock.wait(minutes=40)
        await shop.expire()
        await shop.deal_settler.free_expired()
        await shop.taps_join(deal, ben, pieces=2)
        await shop.taps_join(deal, ana, pieces=2, may_wait=True)
        seat = await shop.seat(deal, ana)
        assert seat is not None
        assert seat.status is SeatStatus.WAITING
        return ana, late

    async def test_sits_down_where_there_is_room_for_what_she_paid(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", unit=Unit.PIECES, cap=3, per_person=2)
        ana, late = await self.late_for_a_queued_seat(shop, deal, clock)

        await shop.charged(late)

        seat = await shop.seat(deal, ana)
        assert (seat.status, seat.quantity, seat.wanted) == (SeatStatus.PAID, 1, 1)
        deal = await shop.now(deal)
        assert deal.taken == await shop.movements(deal) == 3

    async def test_keeps_her_place_in_the_queue_where_there_is_none(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", unit=Unit.PIECES, cap=2, per_person=2)
        ana, late = await self.late_for_a_queued_seat(shop, deal, clock)

        await shop.charged(late)

        seat = await shop.seat(deal, ana)
        assert (seat.status, seat.quantity) == (SeatStatus.WAITING, 2)
        assert (await shop.order(late.order.id)).status is OrderStatus.RELEASED

    async def test_for_fewer_pieces_than_she_wants_by_now_keeps_those(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", unit=Unit.PIECES, cap=4, per_person=3)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        await shop.checks(to_pay)
        await shop.taps_join(deal, ana, pieces=3)
        await shop.taps_join(deal, ben, pieces=2, may_wait=True)

        await shop.charged(to_pay)

        seat = await shop.seat(deal, ana)
        assert (seat.status, seat.quantity) == (SeatStatus.PAID, 1)
        assert (await shop.seat(deal, ben)).status is SeatStatus.HELD
        deal = await shop.now(deal)
        assert deal.taken == await shop.movements(deal) == 3

    async def test_a_second_invoice_is_refused_once_the_first_is_paid(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=5)
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)
        first = await shop.asks_to_pay(deal, ana)
        clock.wait(minutes=40)
        await shop.expire()
        await shop.taps_join(deal, ana)
        second = await shop.asks_to_pay(deal, ana)
        await shop.charged(first)

        with pytest.raises(SeatLost):
            await shop.checks(second)


class TestLeaders:
    @staticmethod
    async def price(shop: DealShop, team: Deal, person: Person) -> Money:
        seat = await shop.seat(team, person)
        assert seat is not None
        assert seat.order_id is not None
        assert seat.status is SeatStatus.HONOURED
        return (await shop.order(seat.order_id)).lines[0].price

    async def test_who_was_overtaken_keeps_what_she_was_given_off(self, shop, shoe):
        parent = await shop.deal(shoe, "30.00 EUR", kind=DealKind.TEAM, leader_discount=500)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        team = await team_of(shop, parent, ana)
        slow = await shop.asks_to_pay(team, ana)
        await shop.joins(team, ben)
        assert (await shop.now(team)).leader_id == ben.id
        await shop.charged(slow, "tg-slow")

        await shop.deal_settler.settle_due()

        assert await self.price(shop, team, ana) == Money.of("25.00", Currency.EUR)
        assert await self.price(shop, team, ben) == Money.of("30.00", Currency.EUR)
        assert (await shop.now(team)).is_settled

    async def test_stars_of_who_follows_a_leader_stay_whole(self, shop):
        await shop.buyer(OWNER)
        merchant = await shop.merchant(owner=OWNER, currencies=("XTR",))
        badge = await shop.product(of=merchant, price="45 XTR", kind="digital")
        parent = await shop.deal(badge, "30 XTR", kind=DealKind.TEAM, goal=3, leader_discount=5)
        ana, ben, cem, dan = [await shop.buyer(number) for number in range(1, 5)]
        team = await team_of(shop, parent, ana)
        await shop.charged(await shop.asks_to_pay(team, ana), "tg-ana")
        await shop.joins(team, ben)
        await shop.leaves(team, ana)
        assert (await shop.now(team)).leader_id == ben.id
        await shop.joins(team, cem)
        await shop.joins(team, dan)

        await shop.deal_settler.settle_due()

        assert await self.price(shop, team, ben) == Money(30, Currency.XTR)
        assert (await shop.now(team)).is_settled


class TestTwoProcesses:
    async def test_say_once_that_a_deal_is_settled(self, shop, other_shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR")
        clock.wait(hours=25)
        async with shop.ask(ClosingService) as closing:
            await closing.close_due()

        await asyncio.gather(
            *(one.deal_settler.settle_due() for one in (shop, other_shop, shop, other_shop))
        )

        assert len(shop.told.of(DealSettled) + other_shop.told.of(DealSettled)) == 1
        assert (await shop.now(deal)).is_settled

    async def test_start_no_second_team_for_a_tap_that_is_told_again(self, shop, shoe):
        """Its first team is paid for by then, and so no unpaid one is found."""
        parent = await shop.deal(shoe, "30.00 EUR", kind=DealKind.TEAM, goal=3)
        ana = await shop.buyer(1)
        team = await team_of(shop, parent, ana)
        await shop.charged(await shop.asks_to_pay(team, ana), "tg-1")

        with pytest.raises(DealClosed):
            await team_of(shop, parent, ana)

    async def test_count_the_teams_of_a_group_together(self, shop, other_shop, shoe):
        parent = await shop.deal(shoe, "30.00 EUR", kind=DealKind.TEAM, goal=3)
        group = await shop.group()
        people = [await shop.buyer(number) for number in range(1, 7)]
        teams = [await team_of(shop, parent, person, group.id) for person in people]
        to_pay = [
            await shop.asks_to_pay(team, leader) for team, leader in zip(teams, people, strict=True)
        ]

        await asyncio.gather(
            *(
                one.charged(asked, f"tg-{asked.order.id}")
                for one, asked in zip((shop, other_shop) * 3, to_pay, strict=True)
            )
        )

        async with shop.ask(DealRepository) as deals:
            (place,) = await deals.groups(parent.id)
        assert (place.paid_people, place.paid_pieces) == (6, 6)

    @pytest.mark.usefixtures("only_postgres")
    async def test_name_who_is_paying_without_waiting_for_her(self, shop, other_shop, shoe):
        """Or a team that counts its leader, and the leader who taps Pay, wait for each other."""
        parent = await shop.deal(shoe, "30.00 EUR", kind=DealKind.TEAM)
        ana = await shop.buyer(1)

        async with shop.ask(OrderRepository) as orders, asyncio.timeout(20):
            await orders.lock_buyer(ana.id)
            team = await team_of(other_shop, parent, ana)

        assert team.leader_id == ana.id

    @pytest.mark.usefixtures("only_postgres")
    async def test_seat_people_while_the_shelf_is_counted(self, shop, other_shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")
        variant = shoe.variants[0].id

        async with shop.ask(StockShelf) as shelf, asyncio.timeout(20):
            await shelf.lock(variant)
            await other_shop.taps_join(deal, await other_shop.buyer(1), variant_id=variant)

        assert (await shop.now(deal)).taken == 1

    @pytest.mark.usefixtures("only_postgres")
    async def test_end_payments_while_the_shelf_is_cleared(self, shop, other_shop, clock):
        """Many unpaid orders of one variant: the two jobs must not wait in a ring."""
        await shop.buyer(OWNER)
        merchant = await shop.merchant(owner=OWNER)
        shoe = await shop.product(of=merchant, stock=100)
        for number in range(1, 41):
            await shop.reserve(await shop.buyer(number), shoe)
        clock.wait(hours=2)

        async def clears() -> None:
            while not shop.told.of(PaymentExpired):  # noqa: ASYNC110 -- nobody rings when it begins
                await asyncio.sleep(0)
            async with other_shop.ask(StockService) as stock:
                await stock.release_expired()

        await asyncio.gather(shop.expire(), *(clears() for _ in range(4)))

        assert await shop.left(shoe) == 100
        async with shop.ask(AsyncSession) as session:
            left = await session.scalars(
                select(Payment.id).where(Payment.status != PaymentStatus.EXPIRED)
            )
            assert left.all() == []

    @pytest.mark.usefixtures("only_postgres")
    async def test_let_two_people_swap_their_sizes(self, shop, other_shop):
        await shop.buyer(OWNER)
        merchant = await shop.merchant(owner=OWNER)
        shoe = await shop.product(of=merchant, stock=9, sizes=("41", "42"))
        sizes = [variant.id for variant in shoe.variants]
        deal = await shop.deal(shoe, "30.00 EUR")
        people = [await shop.buyer(1), await shop.buyer(2)]

        async def wants(one: DealShop, person: Person, size: VariantId) -> None:
            async with one.ask(JoiningService) as joining:
                await joining.change(deal.id, person.id, variant_id=size)
            await one.asks_to_pay(deal, person)

        for person, size in zip(people, sizes, strict=True):
            await shop.taps_join(deal, person)
            await wants(shop, person, size)
        for _ in range(10):
            sizes.reverse()
            await asyncio.gather(
                wants(shop, people[0], sizes[0]), wants(other_shop, people[1], sizes[1])
            )

        async with shop.ask(StockShelf) as shelf:
            assert [numbers.left for numbers in await shelf.lock_many(sizes)] == [8, 8]
