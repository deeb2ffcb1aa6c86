"""How bargains come to their end: reminded, extended, called off, or with nothing left to buy."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import SoldOut
from bot.catalog.service import CatalogService
from bot.deals.bargains.errors import BargainIsOver, NothingLeft, UnknownBargain
from bot.deals.bargains.events import (
    BargainEnded,
    BargainEndsSoon,
    BargainNamed,
    BargainOfferEndsSoon,
    BargainOfferSettled,
    BargainStarted,
)
from bot.deals.bargains.models import BargainOffer, BargainStatus
from bot.deals.bargains.offers import BargainOffers
from bot.deals.bargains.personal_data import BargainsOfPerson
from bot.deals.bargains.service import BargainService
from bot.deals.errors import AlreadyExtended
from bot.groups.errors import NotSoldHere
from bot.groups.models import Group
from bot.groups.service import GroupService
from bot.kit.money import Currency, Money
from bot.orders.models import OrderStatus
from tests.deals.bargains.shop import OWNER, BargainShop


@pytest.fixture
async def shoe(shop):
    await shop.buyer(OWNER)
    return await shop.product(of=await shop.merchant(owner=OWNER), price="45.00 EUR", stock=2)


@pytest.fixture
async def offer(shop, shoe):
    return await shop.offers(shoe, "30.00 EUR", helpers=2)


@pytest.fixture
async def bargain(shop, offer):
    return await shop.asks_for_help(offer, await shop.buyer(1))


async def _called_off(shop: BargainShop, offer: BargainOffer) -> BargainOffer:
    async with shop.ask(BargainOffers) as offers:
        return await offers.close(offer.id, by=OWNER)


class TestMoreTime:
    async def test_is_also_everybodys_who_bargains(self, shop, offer, bargain, clock):
        await shop.helped_by(bargain, 2)
        await shop.gives_more_time(offer, hours=6)
        clock.wait(hours=25)
        await shop.ends_due()

        await shop.helped_by(bargain, 3)

        assert (await shop.now(bargain)).status is BargainStatus.COMPLETE
        with pytest.raises(AlreadyExtended):
            await shop.gives_more_time(offer, hours=6)

    async def test_leaves_the_time_to_buy_alone(self, shop, offer, bargain):
        await shop.helped_by(bargain, 2, 3)
        before = (await shop.now(bargain)).ends_at

        await shop.gives_more_time(offer, hours=6)

        assert (await shop.now(bargain)).ends_at == before


class TestReminding:
    async def test_goes_once_to_groups_and_to_her(self, shop, bargain, clock):
        clock.wait(hours=22)

        await shop.reminds()
        await shop.reminds()

        assert len(shop.told.of(BargainOfferEndsSoon)) == 1
        assert [event.bargain_id for event in shop.told.of(BargainEndsSoon)] == [bargain.id]

    async def test_comes_again_before_the_time_to_buy_is_over(self, shop, bargain, clock):
        clock.wait(hours=22)
        await shop.reminds()
        await shop.helped_by(bargain, 2, 3)
        await shop.reminds()
        assert len(shop.told.of(BargainEndsSoon)) == 1

        clock.wait(hours=22)
        await shop.reminds()
        assert len(shop.told.of(BargainEndsSoon)) == 2

    async def test_is_not_for_what_is_bought(self, shop, bargain, clock):
        await shop.helped_by(bargain, 2, 3)
        await shop.buys(bargain, await shop.buyer(1))
        clock.wait(hours=23)

        await shop.reminds()

        assert shop.told.of(BargainEndsSoon) == []


class TestCallingOff:
    async def test_ends_what_runs_and_keeps_what_was_promised(self, shop, offer, bargain):
        ben = await shop.buyer(5)
        complete = await shop.asks_for_help(offer, ben)
        await shop.helped_by(complete, 2, 3)

        assert (await _called_off(shop, offer)).called_off_at is not None

        assert (await shop.now(bargain)).status is BargainStatus.OVER
        await shop.buys(complete, ben)
        assert (await shop.now(complete)).status is BargainStatus.BOUGHT

    async def test_at_the_same_moment_leaves_no_bargain_running(self, shop, offer):
        people = [await shop.buyer(number) for number in range(10, 15)]

        told = await asyncio.gather(
            _called_off(shop, offer),
            *(shop.asks_for_help(offer, person) for person in people),
            return_exceptions=True,
        )

        started = [one for one in told[1:] if not isinstance(one, BargainIsOver)]
        assert len(started) == len(shop.told.of(BargainStarted)) == len(shop.told.of(BargainEnded))
        for bargain in started:
            assert (await shop.now(bargain)).status is BargainStatus.OVER

    async def test_is_settled_when_nobody_may_buy_any_more(self, shop, offer, bargain, clock):
        await shop.helped_by(bargain, 2, 3)
        await _called_off(shop, offer)
        await shop.ends_due()
        assert shop.told.of(BargainOfferSettled) == []

        await shop.buys(bargain, await shop.buyer(1))
        await shop.ends_due()
        await shop.ends_due()
        assert len(shop.told.of(BargainOfferSettled)) == 1


class TestMeanwhile:
    async def test_the_product_left_the_shelf(self, shop, shoe, bargain):
        async with shop.ask(CatalogService) as catalog:
            await catalog.archive(shoe.id, by=OWNER)

        assert (await shop.now(bargain)).status is BargainStatus.OVER
        with pytest.raises(BargainIsOver):
            await shop.helped_by(bargain, 2)

    async def test_the_shelf_became_cheaper_than_the_floor(self, shop, shoe, bargain):
        await shop.helped_by(bargain, 2, 3)
        async with shop.ask(CatalogService) as catalog:
            await catalog.change_price(shoe.id, Money.of("25.00", Currency.EUR), by=OWNER)

        paid = await shop.buys(bargain, await shop.buyer(1))

        order = await shop.order(paid.order.id)
        assert (order.status, order.goods) == (OrderStatus.PAID, Money.of("25.00", Currency.EUR))

    async def test_everything_was_sold(self, shop, shoe, offer, bargain):
        await shop.helped_by(bargain, 2, 3)
        await shop.bought(await shop.buyer(8), shoe, 2)

        with pytest.raises(SoldOut):
            await shop.asks_to_pay(bargain, await shop.buyer(1))
        with pytest.raises(NothingLeft):
            await shop.asks_for_help(offer, await shop.buyer(9))

    async def test_its_merchant_may_not_sell_there_any_more(self, shop, offer):
        async with shop.ask(GroupService) as groups:
            group = await groups.welcome(-100, title="Kiln Street")
        async with shop.ask(AsyncSession) as session:
            (await session.get_one(Group, group.id)).sells_everything = False
        ana = await shop.buyer(1)

        async with shop.ask(BargainService) as bargaining:
            with pytest.raises(NotSoldHere):
                await bargaining.ask_for_help(offer.id, ana, group_id=group.id)


class TestHerName:
    async def test_is_not_said_before_she_lets_it(self, shop, bargain):
        assert not bargain.is_named

        async with shop.ask(BargainService) as bargaining:
            with pytest.raises(UnknownBargain):
                await bargaining.name(bargain.id, by=OWNER)
            await bargaining.name(bargain.id, by=bargain.owner_id)

        assert (await shop.now(bargain)).is_named

    async def test_is_said_where_she_lets_all_cards_say_it(self, shop, offer):
        open_handed = await shop.buyer(7, shows_name=True)

        assert (await shop.asks_for_help(offer, open_handed)).is_named

    async def test_is_gone_from_all_cards_when_she_is(self, shop, bargain):
        await shop.helped_by(bargain, 2, 3)
        ana = await shop.buyer(1)
        await shop.buys(bargain, ana)
        async with shop.ask(BargainService) as bargaining:
            await bargaining.name(bargain.id, by=ana.id)

        async with shop.ask(BargainsOfPerson) as kept:
            await kept.erase(ana.id)

        assert not (await shop.now(bargain)).is_named
        assert len(shop.told.of(BargainNamed)) == 2


async def test_a_price_without_small_coins_is_cut_to_the_last_one(shop):
    await shop.buyer(OWNER)
    merchant = await shop.merchant(owner=OWNER)
    tea = await shop.product(of=merchant, price="503 JPY", stock=5)
    offer = await shop.offers(tea, "500 JPY", helpers=3)
    bargain = await shop.asks_for_help(offer, await shop.buyer(1))

    await shop.helped_by(bargain, 2, 3, 4)

    assert await shop.cuts(bargain) == [1, 1, 1]
    assert (await shop.now(bargain)).price == Money(500, Currency.JPY)
