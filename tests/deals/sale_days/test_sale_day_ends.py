"""How a sale day comes to its end: early, late, sold out, called off, or without anybody."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import ProductGone, SoldOut
from bot.catalog.service import CatalogService
from bot.deals.errors import AlreadyExtended, BadDeadline
from bot.deals.offering.errors import OfferEnded
from bot.deals.sale_days.errors import CountingOver, NobodyJoined, SaleNotOpen, SaleSoldOut
from bot.deals.sale_days.events import (
    SaleDayEndsSoon,
    SaleDayFrozen,
    SaleDayOver,
    SaleDayPaidTooOften,
    SaleDaySettled,
)
from bot.deals.sale_days.models import SaleDayJoin, SaleDayStatus
from bot.deals.sale_days.offers import SaleDayOffers
from bot.groups.errors import NotSoldHere
from bot.groups.models import Group
from bot.kit.money import Currency, Money
from bot.orders.models import OrderStatus
from tests.deals.sale_days.shop import OWNER, eur


class TestFreezingEarly:
    async def test_opens_the_sale_and_is_written_down(self, shop, shoe, group):
        sale = await shop.frozen_with(await shop.opens(shoe, group), group, 2, 3)

        assert (sale.status, sale.price) == (SaleDayStatus.SELLING, eur("36.00"))
        assert sale.frozen_early
        assert (await shop.freezes(sale)).until == sale.until  # a second tap
        assert len(shop.told.of(SaleDayFrozen)) == 1

    async def test_needs_somebody_who_joined(self, shop, shoe, group):
        sale = await shop.opens(shoe, group)

        with pytest.raises(NobodyJoined):
            await shop.freezes(sale)

    async def test_is_not_for_what_is_over(self, shop, shoe, group, clock):
        sale = await shop.frozen_with(await shop.opens(shoe, group), group, 2)
        clock.wait(hours=24)
        await shop.ends_due()

        with pytest.raises(OfferEnded):
            await shop.freezes(sale)

    async def test_counts_whoever_was_before_it_and_nobody_after(self, shop, shoe, group):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, await shop.buyer(1), group)
        await shop.counted(link, await shop.buyer(2))
        people = [await shop.buyer(number) for number in range(3, 8)]

        counting = (shop.counted(link, person) for person in people)
        frozen, told = await asyncio.gather(
            shop.freezes(sale), asyncio.gather(*counting, return_exceptions=True)
        )

        refused = sum(isinstance(answer, CountingOver) for answer in told)
        after = await shop.now(sale)
        assert after.joins == 1 + len(told) - refused
        assert after.price == frozen.price
        assert after.price == max(eur("30.00"), eur("45.00") - eur("4.50") * after.joins)


async def test_nobody_who_joined_is_no_sale(shop, shoe, group, clock):
    sale = await shop.opens(shoe, group)
    clock.wait(hours=48)

    await shop.ends_due()

    assert (await shop.now(sale)).status is SaleDayStatus.OVER
    assert shop.told.of(SaleDayFrozen) == []
    assert len(shop.told.of(SaleDayOver)) == len(shop.told.of(SaleDaySettled)) == 1


class TestPiecesInAll:
    @pytest.fixture
    async def sale(self, shop, shoe, group):
        return await shop.frozen_with(await shop.opens(shoe, group, most=2), group, 2)

    async def test_are_never_sold_beyond_however_many_come_at_once(self, shop, sale):
        people = [await shop.buyer(number) for number in range(10, 15)]

        told = await asyncio.gather(
            *(shop.asks_to_pay(sale, person) for person in people), return_exceptions=True
        )

        assert sum(isinstance(answer, SaleSoldOut) for answer in told) == 3
        assert [answer for answer in told if isinstance(answer, Exception)][3:] == []

    async def test_come_back_from_whoever_does_not_pay(self, shop, sale, clock):
        for number in (10, 11):
            await shop.asks_to_pay(sale, await shop.buyer(number))
        clock.wait(hours=2)
        await shop.expire()

        await shop.buys(sale, await shop.buyer(12))

        assert (await shop.now(sale)).sold == 1

    async def test_are_not_for_money_that_comes_too_late(self, shop, shoe, sale, clock):
        late = await shop.asks_to_pay(sale, await shop.buyer(10))
        await shop.checks(late)
        clock.wait(hours=2)
        await shop.expire()
        for number in (11, 12):
            await shop.buys(sale, await shop.buyer(number))

        await shop.charged(late, charge="tg-late")

        assert (await shop.order(late.order.id)).status is OrderStatus.RELEASED
        assert len(shop.told.of(SaleDayPaidTooOften)) == 1
        assert await shop.left(shoe) == 3


class TestMoreTime:
    async def test_goes_once(self, shop, shoe, group, clock):
        sale = await shop.opens(shoe, group)
        announced = sale.until

        longer = await shop.gives_more_time(sale, hours=6)

        assert longer.until == announced + timedelta(hours=6)
        with pytest.raises(AlreadyExtended):
            await shop.gives_more_time(sale, hours=6)
        clock.wait(hours=49)
        await shop.ends_due()
        assert (await shop.now(sale)).status is SaleDayStatus.COUNTING

    async def test_has_a_limit(self, shop, shoe, group):
        sale = await shop.opens(shoe, group)

        with pytest.raises(BadDeadline):
            await shop.gives_more_time(sale, days=8)

    async def test_is_refused_after_the_end(self, shop, shoe, group, clock):
        sale = await shop.opens(shoe, group)
        clock.wait(hours=48)

        with pytest.raises(OfferEnded):
            await shop.gives_more_time(sale, hours=6)

    async def test_lets_the_reminder_come_once_more(self, shop, shoe, group, clock):
        sale = await shop.opens(shoe, group)
        clock.wait(hours=46)
        await shop.reminds()
        await shop.reminds()
        assert len(shop.told.of(SaleDayEndsSoon)) == 1

        await shop.gives_more_time(sale, hours=6)
        await shop.reminds()
        assert len(shop.told.of(SaleDayEndsSoon)) == 1
        clock.wait(hours=6)
        await shop.reminds()
        assert len(shop.told.of(SaleDayEndsSoon)) == 2


class TestMeanwhile:
    async def test_the_product_left_the_shelf_and_it_is_called_off(self, shop, shoe, group):
        sale = await shop.frozen_with(await shop.opens(shoe, group), group, 2)
        async with shop.ask(CatalogService) as catalog:
            await catalog.archive(shoe.id, by=OWNER)

        after = await shop.now(sale)
        assert after.status is SaleDayStatus.OVER
        assert after.called_off_at is not None
        with pytest.raises((ProductGone, SaleNotOpen)):
            await shop.asks_to_pay(sale, await shop.buyer(9))

    async def test_the_shelf_became_cheaper_and_nobody_pays_more(self, shop, shoe, group):
        sale = await shop.frozen_with(await shop.opens(shoe, group), group, 2)
        async with shop.ask(CatalogService) as catalog:
            await catalog.change_price(shoe.id, eur("35.00"), by=OWNER)

        paid = await shop.buys(sale, await shop.buyer(9))

        assert (await shop.order(paid.order.id)).goods == eur("35.00")

    async def test_the_stock_ran_out(self, shop, shoe, group):
        sale = await shop.frozen_with(await shop.opens(shoe, group), group, 2)
        for number in range(10, 15):
            await shop.buys(sale, await shop.buyer(number))

        with pytest.raises(SoldOut):
            await shop.asks_to_pay(sale, await shop.buyer(20))

    async def test_its_merchant_may_not_sell_there_any_more(self, shop, shoe, group):
        sale = await shop.opens(shoe, group)
        async with shop.ask(AsyncSession) as session:
            (await session.get_one(Group, group.id)).sells_everything = False

        with pytest.raises(NotSoldHere):
            await shop.takes_link(sale, await shop.buyer(1), group)


async def test_prices_without_small_coins_are_rounded_down(shop, group):
    await shop.buyer(OWNER)
    merchant = await shop.merchant(owner=OWNER)
    tea = await shop.product(of=merchant, price="999 JPY", stock=5)
    sale = await shop.opens(tea, group, floor="500 JPY", percent=7)

    sale = await shop.frozen_with(sale, group, 2)

    assert sale.price == Money(929, Currency.JPY)  # 999 × 93 ÷ 100 = 929.07


class TestTheLog:
    async def test_has_a_line_for_everybody_who_counts(self, shop, shoe, group):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, await shop.buyer(1), group)
        people = [await shop.buyer(number) for number in range(2, 8)]

        counted = await asyncio.gather(*(shop.counts(link, person) for person in people))

        log = await shop.log(sale)
        assert log.is_whole
        assert [join.nth for join in log.joins] == [1, 2, 3, 4, 5, 6]
        assert {one.join.code for one in counted} == {join.code for join in log.joins}

    @pytest.mark.parametrize(
        "change",
        [
            sa.update(SaleDayJoin).where(SaleDayJoin.nth == 2).values(code="0badc0de"),
            sa.delete(SaleDayJoin).where(SaleDayJoin.nth == 3),
            sa.delete(SaleDayJoin).where(SaleDayJoin.nth == 1),
        ],
        ids=["a line changed", "the last one gone", "the first one gone"],
    )
    async def test_shows_what_was_done_to_it(self, shop, shoe, group, change):
        sale = await shop.opens(shoe, group)
        link = await shop.takes_link(sale, await shop.buyer(1), group)
        for number in (2, 3, 4):
            await shop.counted(link, await shop.buyer(number))
        async with shop.ask(AsyncSession) as session:
            await session.execute(change)

        assert not (await shop.log(sale)).is_whole


async def test_it_is_settled_when_nobody_is_paying_any_more(shop, shoe, group, clock):
    sale = await shop.frozen_with(await shop.opens(shoe, group), group, 2)
    last = await shop.asks_to_pay(sale, await shop.buyer(9))
    async with shop.ask(SaleDayOffers) as offers:
        await offers.close(sale.id, by=OWNER)
        await offers.close(sale.id, by=OWNER)
    await shop.ends_due()
    assert shop.told.of(SaleDaySettled) == []

    await shop.checks(last)
    await shop.charged(last)
    await shop.ends_due()
    await shop.ends_due()

    assert (await shop.order(last.order.id)).status is OrderStatus.PAID
    assert len(shop.told.of(SaleDaySettled)) == 1
    assert len(shop.told.of(SaleDayOver)) == 1
