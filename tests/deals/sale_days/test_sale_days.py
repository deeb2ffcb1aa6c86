import asyncio

import pytest

from bot.deals.sale_days.errors import (
    BadSaleFloor,
    BadSaleTerms,
    BoughtEnough,
    CountedAlready,
    CountingOver,
    GroupIsFull,
    OwnLink,
    SaleNotOpen,
    UnknownSaleDay,
)
from bot.deals.sale_days.events import (
    SaleDayFrozen,
    SaleDayOver,
    SaleDayPaidTooOften,
)
from bot.deals.sale_days.models import SaleDayStatus
from bot.deals.sale_days.offers import SaleDayOffers
from bot.deals.sale_days.personal_data import SaleDaysOfPerson
from bot.orders.events import OrderPaid
from bot.orders.models import OrderStatus
from bot.payments.models import AccountKind
from tests.deals.sale_days.shop import OWNER, eur


@pytest.fixture
async def ana(shop):
    return await shop.buyer(1)


class TestCounting:
    async def test_makes_it_cheaper_down_to_the_floor(self, shop, shoe, group, ana):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, ana, group)
        people = [await shop.buyer(number) for number in range(2, 7)]

        prices = [sale.price, *[(await shop.counted(link, person)).price for person in people]]

        cheaper = ("45.00", "40.50", "36.00", "31.50", "30.00", "30.00")
        assert prices == [eur(amount) for amount in cheaper]

    async def test_goes_once_for_each_and_never_by_her_own_link(self, shop, shoe, group, ana):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, ana, group)
        ben = await shop.buyer(2)
        other = await shop.takes_link(sale, await shop.buyer(3), group)
        await shop.counted(link, ben)

        with pytest.raises(CountedAlready):
            await shop.counted(other, ben)
        with pytest.raises(OwnLink):
            await shop.counted(link, ana)
        assert (await shop.now(sale)).joins == 1

    async def test_by_one_person_at_once_counts_once(self, shop, shoe, group, ana):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, ana, group)
        ben = await shop.buyer(2)

        told = await asyncio.gather(
            *(shop.counted(link, ben) for _ in range(4)), return_exceptions=True
        )

        assert sum(isinstance(answer, CountedAlready) for answer in told) == 3
        assert (await shop.now(sale)).joins == 1

    async def test_by_many_at_once_stops_at_the_cap_of_the_group(self, shop, shoe, group, ana):
        sale = await shop.opens(shoe, group, percent=1, cap_per_group=3)
        link = await shop.takes_link(sale, ana, group)
        people = [await shop.buyer(number) for number in range(2, 9)]

        told = await asyncio.gather(
            *(shop.counted(link, person) for person in people), return_exceptions=True
        )

        assert sum(isinstance(answer, GroupIsFull) for answer in told) == 4
        assert (await shop.now(sale)).joins == 3

    async def test_of_one_group_leaves_room_for_another(self, shop, shoe, group, ana):
        other = await shop.group(-200)
        sale = await shop.opens(shoe, group, other, cap_per_group=1)
        here = await shop.takes_link(sale, ana, group)
        there = await shop.takes_link(sale, await shop.buyer(2), other)
        await shop.counted(here, await shop.buyer(3))
        dan = await shop.buyer(4)

        with pytest.raises(GroupIsFull):
            await shop.counted(here, dan)
        assert (await shop.counted(there, dan)).joins == 2

    async def test_gives_everybody_one_link(self, shop, shoe, group, ana):
        sale = await shop.opens(shoe, group)

        links = await asyncio.gather(*(shop.takes_link(sale, ana, group) for _ in range(3)))

        assert len({link.code for link in links}) == 1
        with pytest.raises(UnknownSaleDay):
            await shop.takes_link(sale, await shop.buyer(2), await shop.group(-300))

    async def test_ends_at_the_announced_time_even_before_the_job_comes(
        self, shop, shoe, group, ana, clock
    ):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, ana, group)
        clock.wait(hours=48)

        with pytest.raises(CountingOver):
            await shop.counted(link, await shop.buyer(2))


class TestSelling:
    @pytest.fixture
    async def sale(self, shop, shoe, group, ana, clock):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, ana, group)
        await shop.counted(link, await shop.buyer(2))
        clock.wait(hours=48)
        await shop.ends_due()
        return sale

    async def test_opens_at_the_frozen_price_for_everybody(self, shop, shoe, sale):
        to_pay = await shop.buys(sale, await shop.buyer(9))

        order = await shop.order(to_pay.order.id)
        assert (order.status, order.goods) == (OrderStatus.PAID, eur("40.50"))
        assert len(shop.told.of(SaleDayFrozen)) == 1
        assert len(shop.told.of(OrderPaid)) == 1
        assert (await shop.now(sale)).sold == 1
        assert await shop.left(shoe) == 4
        assert (await shop.balances())[AccountKind.MERCHANT_PAYABLE, shoe.merchant_id] == -4050

    async def test_waits_for_the_freezing(self, shop, shoe, group, ana):
        counting = await shop.opens(shoe, group)

        with pytest.raises(SaleNotOpen):
            await shop.asks_to_pay(counting, ana)

    async def test_has_a_limit_for_each(self, shop, sale, ana):
        await shop.buys(sale, ana)

        with pytest.raises(BoughtEnough):
            await shop.asks_to_pay(sale, ana)

    async def test_gives_back_what_was_paid_beyond_the_limit(self, shop, shoe, sale, ana, clock):
        late = await shop.asks_to_pay(sale, ana)
        await shop.checks(late)
        clock.wait(hours=2)
        await shop.expire()
        await shop.buys(sale, ana)

        await shop.charged(late, charge="tg-late")

        assert (await shop.order(late.order.id)).status is OrderStatus.RELEASED
        assert len(shop.told.of(SaleDayPaidTooOften)) == 1
        assert await shop.left(shoe) == 4

    async def test_closes_a_day_later(self, shop, sale, ana, clock):
        clock.wait(hours=24)

        with pytest.raises(SaleNotOpen):
            await shop.asks_to_pay(sale, ana)
        await shop.ends_due()
        await shop.ends_due()

        assert (await shop.now(sale)).status is SaleDayStatus.OVER
        assert len(shop.told.of(SaleDayOver)) == 1

    async def test_keeps_what_was_paid_in_the_last_minute(self, shop, sale, ana, clock):
        clock.wait(hours=24, minutes=-1)
        to_pay = await shop.asks_to_pay(sale, ana)
        await shop.checks(to_pay)
        clock.wait(minutes=2)
        await shop.ends_due()

        await shop.charged(to_pay)

        assert (await shop.order(to_pay.order.id)).status is OrderStatus.PAID


class TestMaking:
    @pytest.mark.parametrize(
        ("facts", "error"),
        [
            ({"percent": 21}, BadSaleTerms),
            ({"cap_per_group": 0}, BadSaleTerms),
            ({"floor": eur("45.00")}, BadSaleFloor),
            ({"floor": eur("0.00")}, BadSaleFloor),
        ],
    )
    async def test_refuses_what_cannot_be_meant(self, shop, shoe, facts, error):
        async with shop.ask(SaleDayOffers) as offers:
            draft = await offers.draft(shoe.id, by=OWNER)
            with pytest.raises(error):
                await offers.change(draft.id, by=OWNER, **facts)

    async def test_is_for_the_merchants_people(self, shop, shoe, group, ana):
        sale = await shop.opens(shoe, group)

        async with shop.ask(SaleDayOffers) as offers:
            with pytest.raises(UnknownSaleDay):
                await offers.close(sale.id, by=ana.id)
            await offers.close(sale.id, by=OWNER)

        assert (await shop.now(sale)).status is SaleDayStatus.OVER


async def test_everybody_may_take_along_what_is_known_of_her(shop, shoe, group, ana):
    sale = await shop.opens(shoe, group)
    link = await shop.takes_link(sale, ana, group)
    ben = await shop.buyer(2)
    code = (await shop.counts(link, ben)).join.code

    async with shop.ask(SaleDaysOfPerson) as kept:
        hers, his = await kept.export(ana.id), await kept.export(ben.id)

    assert hers["links"] == [{"sale": sale.id, "code": link.code, "joined": 1}]
    assert [(one["sale"], one["code"]) for one in his["counted"]] == [(sale.id, code)]
