import asyncio
from datetime import timedelta

import pytest

from bot.deals.bargains import rules as bargain_rules
from bot.deals.bargains.errors import (
    BargainIsComplete,
    BargainIsOver,
    BargainNotComplete,
    BoughtAlready,
    HelpedAlready,
    HelpedEnough,
    NoSelfHelp,
    UnknownBargain,
)
from bot.deals.bargains.events import (
    BargainBought,
    BargainCompleted,
    BargainEnded,
    BargainHelped,
    BargainOfferClosed,
)
from bot.deals.bargains.models import BargainStatus
from bot.deals.bargains.offers import BargainOffers
from bot.deals.bargains.personal_data import BargainsOfPerson
from bot.kit.money import Currency, Money
from bot.orders.events import OrderPaid
from bot.orders.models import OrderStatus
from bot.payments.models import AccountKind
from tests.deals.bargains.shop import OWNER


@pytest.fixture
async def offer(shop, shoe):
    return await shop.offers(shoe, "30.00 EUR")


@pytest.fixture
async def ana(shop):
    return await shop.buyer(1)


class TestAsking:
    async def test_twice_gives_the_same_bargain(self, shop, offer, ana):
        first = await shop.asks_for_help(offer, ana)
        again = await shop.asks_for_help(offer, ana)

        assert first.id == again.id
        assert (first.price, first.floor, first.missing) == (
            Money(4500, Currency.EUR),
            Money(3000, Currency.EUR),
            3,
        )

    async def test_at_the_same_moment_gives_one(self, shop, offer, ana):
        both = await asyncio.gather(*(shop.asks_for_help(offer, ana) for _ in range(4)))

        assert len({bargain.id for bargain in both}) == 1

    async def test_after_the_deadline_is_refused(self, shop, offer, ana, clock):
        clock.wait(hours=24)

        with pytest.raises(BargainIsOver):
            await shop.asks_for_help(offer, ana)


class TestHelping:
    async def test_cuts_what_the_sealed_seed_says(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        sealed = bargain_rules.seal(bargain.seed)

        await shop.helped_by(bargain, 2, 3, 4)

        bargain = await shop.now(bargain)
        assert bargain_rules.seal(bargain.seed) == sealed
        assert await shop.cuts(bargain) == bargain_rules.all_cuts(bargain.seed, 1500, 3)
        assert (bargain.status, bargain.price) == (BargainStatus.COMPLETE, bargain.floor)
        assert len(shop.told.of(BargainHelped)) == 2
        assert len(shop.told.of(BargainCompleted)) == 1

    async def test_goes_once_in_a_bargain_and_never_in_her_own(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2)

        with pytest.raises(HelpedAlready):
            await shop.helped_by(bargain, 2)
        with pytest.raises(NoSelfHelp):
            await shop.helps(bargain, ana)
        assert (await shop.now(bargain)).cuts == 1

    async def test_has_a_limit_over_all_bargains_of_an_offer(self, shop, shoe):
        offer = await shop.offers(shoe, "30.00 EUR", helps_each=2)
        bargains = [
            await shop.asks_for_help(offer, await shop.buyer(number)) for number in (1, 2, 3)
        ]
        helper = await shop.buyer(9)

        told = await asyncio.gather(
            *(shop.helps(bargain, helper) for bargain in bargains), return_exceptions=True
        )

        assert sum(isinstance(answer, HelpedEnough) for answer in told) == 1
        assert sum([(await shop.now(bargain)).cuts for bargain in bargains]) == 2

    async def test_by_two_last_helpers_at_once_seats_one_and_tells_the_other(
        self, shop, offer, ana
    ):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2, 3)
        last = [await shop.buyer(number) for number in (4, 5, 6, 7)]

        told = await asyncio.gather(
            *(shop.helps(bargain, helper) for helper in last), return_exceptions=True
        )

        assert sum(isinstance(answer, BargainIsComplete) for answer in told) == 3
        bargain = await shop.now(bargain)
        assert (bargain.cuts, bargain.price) == (3, bargain.floor)
        assert sum(await shop.cuts(bargain)) == 1500

    async def test_by_one_person_twice_at_once_counts_once(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        ben = await shop.buyer(2)

        told = await asyncio.gather(
            *(shop.helps(bargain, ben) for _ in range(4)), return_exceptions=True
        )

        assert sum(isinstance(answer, HelpedAlready) for answer in told) == 3
        assert (await shop.now(bargain)).cuts == 1

    async def test_comes_too_late_after_the_deadline(self, shop, offer, ana, clock):
        bargain = await shop.asks_for_help(offer, ana)
        clock.wait(hours=24)

        with pytest.raises(BargainIsOver):
            await shop.helped_by(bargain, 2)


class TestBuying:
    async def test_waits_until_all_have_helped(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2, 3)

        with pytest.raises(BargainNotComplete) as told:
            await shop.asks_to_pay(bargain, ana)

        assert told.value.facts == {"missing": 1}

    async def test_is_an_order_at_the_floor(self, shop, shoe, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2, 3, 4)

        to_pay = await shop.buys(bargain, ana)

        order = await shop.order(to_pay.order.id)
        assert (order.status, order.goods) == (OrderStatus.PAID, Money(3000, Currency.EUR))
        assert (await shop.now(bargain)).status is BargainStatus.BOUGHT
        assert len(shop.told.of(OrderPaid)) == 1
        assert len(shop.told.of(BargainBought)) == 1
        assert await shop.left(shoe) == 4
        assert (await shop.balances())[AccountKind.MERCHANT_PAYABLE, shoe.merchant_id] == -3000

    async def test_goes_once(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2, 3, 4)
        await shop.buys(bargain, ana)

        with pytest.raises(BoughtAlready):
            await shop.asks_to_pay(bargain, ana)
        assert (await shop.asks_for_help(offer, ana)).id == bargain.id

    async def test_is_for_its_owner_alone(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2, 3, 4)

        with pytest.raises(UnknownBargain):
            await shop.asks_to_pay(bargain, await shop.buyer(2))

    async def test_asked_twice_is_one_payment(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2, 3, 4)

        first = await shop.asks_to_pay(bargain, ana)
        again = await shop.asks_to_pay(bargain, ana)

        assert first.payment.id == again.payment.id

    async def test_ends_a_day_after_the_last_cut(self, shop, offer, ana, clock):
        bargain = await shop.asks_for_help(offer, ana)
        clock.wait(hours=23)
        await shop.helped_by(bargain, 2, 3, 4)
        clock.wait(hours=23)
        await shop.ends_due()
        assert (await shop.now(bargain)).status is BargainStatus.COMPLETE
        clock.wait(hours=1)

        with pytest.raises(BargainIsOver):
            await shop.asks_to_pay(bargain, ana)
        await shop.ends_due()

        assert (await shop.now(bargain)).status is BargainStatus.OVER

    async def test_that_was_paid_in_the_last_minute_is_kept(self, shop, offer, ana, clock):
        bargain = await shop.asks_for_help(offer, ana)
        await shop.helped_by(bargain, 2, 3, 4)
        clock.wait(hours=24, minutes=-1)
        to_pay = await shop.asks_to_pay(bargain, ana)
        await shop.checks(to_pay)
        clock.wait(minutes=2)
        await shop.ends_due()

        await shop.charged(to_pay)

        assert (await shop.now(bargain)).status is BargainStatus.BOUGHT
        assert (await shop.order(to_pay.order.id)).status is OrderStatus.PAID


class TestEnding:
    async def test_reveals_the_seed_and_lets_her_begin_anew_elsewhere(
        self, shop, shoe, offer, ana, clock
    ):
        bargain = await shop.asks_for_help(offer, ana)
        assert not bargain.is_revealed
        clock.wait(hours=24)

        await shop.ends_due()
        await shop.ends_due()

        assert (await shop.now(bargain)).is_revealed
        assert len(shop.told.of(BargainEnded)) == 1
        assert len(shop.told.of(BargainOfferClosed)) == 1
        another = await shop.offers(shoe, "28.00 EUR")
        assert (await shop.asks_for_help(another, ana)).id != bargain.id

    async def test_by_the_merchant_keeps_what_was_promised(self, shop, offer, ana):
        done = await shop.asks_for_help(offer, ana)
        await shop.helped_by(done, 2, 3, 4)
        running = await shop.asks_for_help(offer, await shop.buyer(2))

        async with shop.ask(BargainOffers) as offers:
            with pytest.raises(UnknownBargain):
                await offers.close(offer.id, by=ana.id)
            await offers.close(offer.id, by=OWNER)

        assert (await shop.now(running)).status is BargainStatus.OVER
        await shop.buys(done, ana)
        assert (await shop.now(done)).status is BargainStatus.BOUGHT

    async def test_comes_with_erasing_its_owner(self, shop, offer, ana):
        bargain = await shop.asks_for_help(offer, ana)
        ben = await shop.buyer(2)
        await shop.helps(bargain, ben)

        async with shop.ask(BargainsOfPerson) as kept:
            helped = await kept.export(ben.id)
            await kept.erase(ana.id)

        assert (await shop.now(bargain)).status is BargainStatus.OVER
        assert [help_["bargain"] for help_ in helped["helped"]] == [bargain.id]


async def test_a_draft_may_be_changed_until_it_stands(shop, shoe):
    async with shop.ask(BargainOffers) as offers:
        draft = await offers.draft(shoe.id, by=OWNER)
        changed = await offers.change(draft.id, by=OWNER, helpers=8, lasts=timedelta(hours=6))

    assert changed.floor == Money(3150, Currency.EUR)
    assert (changed.helpers, changed.closes_at - changed.made_at) == (8, timedelta(hours=6))
