"""Money that is only held: whatever is told twice, late, or never, nobody is charged wrongly."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.deals import rails
from bot.deals.closing import ClosingService
from bot.deals.errors import HoldTooLong
from bot.deals.events import HoldTooShort, PaidTooLate, SeatGivenBack, SeatPaid
from bot.deals.models import DealKind, DealStatus, SeatStatus, Unit
from bot.deals.opening import OpeningService
from bot.deals.rails import Means
from bot.kit.money import Currency, Money
from bot.orders.events import HoldReturned, OrderPaid
from bot.orders.models import OrderStatus
from bot.orders.pledging import Honour, PledgingService
from bot.payments.errors import NoGatewayAccount, PageNotOpened, PaymentTooLate
from bot.payments.events import HoldDiffers
from bot.payments.hold_models import HoldStatus
from bot.payments.holds.settler import HoldDesk
from bot.payments.models import AccountKind, Rail
from tests.deals.hold_shop import BACK, HoldShop, open_hold_shop
from tests.deals.shop import OWNER

LADDER = ({"count": 3, "minor": 2700}, {"count": 4, "minor": 2333})
COMPLETED = "checkout.session.completed"
DAY = timedelta(days=1)


@pytest.fixture
async def shop(sessions, engine, clock) -> AsyncIterator[HoldShop]:
    async with open_hold_shop(HoldShop, sessions, engine, clock) as shop:
        yield shop


class TestRail:
    def test_is_chosen_by_what_is_sold_how_long_and_what_there_is(self):
        day, both = timedelta(days=1), Means(invoices=True, holds=True)

        assert rails.choose(Currency.XTR, day, both) is Rail.STARS
        assert rails.choose(Currency.EUR, 6 * day, both) is Rail.STRIPE_HOLD
        assert rails.choose(Currency.EUR, 7 * day, both) is Rail.STRIPE_LATER
        assert rails.choose(Currency.EUR, day, Means(invoices=True, holds=False)) is Rail.TELEGRAM
        with pytest.raises(NoGatewayAccount):
            rails.choose(Currency.EUR, day, Means(invoices=False, holds=False))

    async def test_is_kept_and_bounds_the_extension(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", lasts=timedelta(days=5))
        assert deal.rail is Rail.STRIPE_HOLD

        with pytest.raises(HoldTooLong):
            async with shop.ask(OpeningService) as opening:
                await opening.extend(deal.id, deal.closes_at + timedelta(days=2), by=OWNER)
        async with shop.ask(OpeningService) as opening:
            longer = await opening.extend(deal.id, deal.closes_at + timedelta(days=1), by=OWNER)
        assert longer.extended_at is not None


class TestOpening:
    async def test_a_lost_answer_leads_to_the_same_page(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        shop.trouble("lost_answer", "checkout/sessions")
        with pytest.raises(PageNotOpened):
            await shop.page(to_pay)

        page = await shop.page(await shop.asks_to_pay(deal, ana))

        assert [one["id"] for one in shop.bank.objects.all("checkout.session")] == [page]

    async def test_a_page_that_was_refused_is_asked_for_anew(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        shop.trouble("403", "checkout/sessions")
        with pytest.raises(PageNotOpened):
            await shop.page(to_pay)
        shop.sandbox.api.faults.clear()

        await shop.page(await shop.asks_to_pay(deal, ana))

        statuses = [hold.status for hold in await shop.all_holds()]
        assert statuses == [HoldStatus.CANCELLED, HoldStatus.OPEN]

    async def test_a_page_whose_answer_was_lost_is_shut_with_its_seat(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        shop.trouble("lost_answer", "checkout/sessions")
        with pytest.raises(PageNotOpened):
            await shop.page(to_pay)
        await shop.leaves(deal, ana)

        await shop.looks()

        [session] = shop.bank.objects.all("checkout.session")
        assert session["status"] == "expired"
        assert [hold.status for hold in await shop.all_holds()] == [HoldStatus.CANCELLED]

    async def test_nobody_is_led_to_a_dropped_page(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.asks_for_page(deal, ana)
        [hold] = await shop.all_holds()
        await shop.leaves(deal, ana)

        with pytest.raises(PaymentTooLate):
            await shop.opener.open(hold.id, BACK)


class TestHolding:
    async def test_counts_once_however_often_and_by_whomever_it_is_told(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)

        for event in ("evt_1", "evt_1", "evt_2"):
            await shop.hears(COMPLETED, page, event)
        await shop.looks()

        assert (await shop.now(deal)).paid_people == 1
        assert len(shop.told.of(SeatPaid)) == 1
        assert await shop.held_in_the_books() == 3000 == shop.sums()["held"]

    async def test_told_by_several_at_once_counts_once(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)

        await asyncio.gather(*[shop.hears(COMPLETED, page, f"evt_{n}") for n in range(4)])

        assert (await shop.now(deal)).paid_people == 1
        assert await shop.held_in_the_books() == 3000

    async def test_is_found_by_looking_where_no_webhook_comes(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)

        await shop.looks()

        assert (await shop.seat(deal, ana)).status is SeatStatus.PAID
        order = await shop.order((await shop.seat(deal, ana)).order_id)
        assert order.status is OrderStatus.PLEDGED
        assert order.contact is not None

    async def test_is_known_by_our_own_name_before_its_page_is_written_down(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        shop.trouble("lost_answer", "checkout/sessions")
        with pytest.raises(PageNotOpened):
            await shop.page(to_pay)
        [session] = shop.bank.objects.all("checkout.session")
        shop.fills_in(session["id"])

        await shop.hears(COMPLETED, session["id"])

        assert (await shop.seat(deal, ana)).status is SeatStatus.PAID

    async def test_of_a_way_that_does_not_go_there_is_let_go(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        session = shop.bank.sessions.get(page)
        session["amount_total"] += 100  # as if she had chosen a way that costs more
        shop.bank.objects.save(session)
        shop.fills_in(page)

        await shop.hears(COMPLETED, page)
        await shop.looks()

        assert [event.sold_out for event in shop.told.of(HoldReturned)] == [False]
        assert shop.sums() == {"released": 3100}
        assert await shop.balances() == {}
        assert await shop.page(await shop.asks_to_pay(deal, ana)) != page

    async def test_for_too_short_a_time_is_let_go_and_said(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)
        [charge] = shop.bank.objects.all("charge")
        charge["payment_method_details"]["card"]["capture_before"] = shop.bank.objects.now() + 3600
        shop.bank.objects.save(charge)

        await shop.hears(COMPLETED, page)
        await shop.looks()

        assert len(shop.told.of(HoldTooShort)) == 1
        assert (await shop.seat(deal, ana)).status is SeatStatus.RELEASED
        assert shop.sums() == {"released": 3000}
        assert await shop.movements(deal) == 0
        assert await shop.left(shoe) == 50

    async def test_two_who_pay_for_the_last_seat_are_seated_and_let_go(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=1, unit=Unit.PIECES, cap=1)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        first = await shop.asks_for_page(deal, ana)
        shop.fills_in(first)
        clock.wait(minutes=31)  # nobody has told us yet, and her seat has run out
        await shop.expire()
        await shop.deal_settler.free_expired()
        second = await shop.asks_for_page(deal, ben)
        shop.fills_in(second)

        await asyncio.gather(
            shop.hears(COMPLETED, first, "evt_1"), shop.hears(COMPLETED, second, "evt_2")
        )
        await shop.looks()

        deal = await shop.now(deal)
        assert (deal.taken, deal.paid_pieces) == (1, 1)
        assert shop.sums()["released"] == 3000
        assert len(shop.told.of(PaidTooLate)) == 1

    async def test_that_comes_after_the_end_is_let_go_at_once(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana = await shop.buyer(1)
        clock.wait(hours=23, minutes=50)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)
        clock.wait(minutes=10)
        await shop.closes_due()

        await shop.hears(COMPLETED, page)
        await shop.looks()

        assert (await shop.now(deal)).status is DealStatus.FAILED
        assert shop.sums() == {"released": 3000}
        assert await shop.balances() == {}
        assert await shop.left(shoe) == 50

    async def test_that_her_bank_lets_go_of_frees_the_seat(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.holds_seat(deal, ana)
        await shop.lets_go_by_hand(page)

        await shop.hears("payment_intent.canceled", page, "evt_canceled")

        assert [event.is_lost for event in shop.told.of(SeatGivenBack)] == [True]
        assert (await shop.now(deal)).paid_people == 0
        assert await shop.balances() == {}
        assert await shop.left(shoe) == 50

    async def test_that_runs_out_is_found_out_by_the_clock(self, shop, shoe, clock):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.holds_seat(deal, ana)
        clock.wait(days=8)  # nobody worked all that time
        shop.bank.expiring.catch_up()

        await shop.looks()

        assert (await shop.seat(deal, ana)).status is SeatStatus.RELEASED
        assert await shop.balances() == {}


class TestSuccess:
    async def test_is_captured_once_though_the_answer_is_lost(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.holds_seat(deal, await shop.buyer(number))
        clock.wait(hours=24)
        await shop.closes_due()
        assert shop.told.of(OrderPaid) == []
        shop.trouble("lost_answer", "payment_intents/*/capture", times=6)

        await shop.looks()
        await shop.looks()

        assert shop.sums() == {"captured": 6000}
        assert len(shop.told.of(OrderPaid)) == 2
        await shop.closes_due()
        deal = await shop.now(deal)
        assert (deal.status, deal.is_settled) == (DealStatus.SUCCEEDED, True)
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 6000 - 2 * 117
        assert await shop.held_in_the_books() == 0

    async def test_waits_while_stripe_is_away(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.holds_seat(deal, await shop.buyer(number))
        clock.wait(hours=24)
        await shop.closes_due()
        shop.trouble("5xx", "payment_intents/*/capture", times=6)
        await shop.looks()
        assert shop.sums() == {"held": 6000}
        assert not (await shop.now(deal)).is_settled

        await shop.looks()

        assert shop.sums() == {"captured": 6000}

    async def test_that_was_refused_once_is_asked_for_anew(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.holds_seat(deal, await shop.buyer(number))
        clock.wait(hours=24)
        await shop.closes_due()
        shop.trouble("403", "payment_intents/*/capture", times=2)
        await shop.looks()
        assert shop.sums() == {"held": 6000}

        await shop.looks()

        assert shop.sums() == {"captured": 6000}
        assert len(shop.told.of(OrderPaid)) == 2

    async def test_of_a_ladder_captures_the_final_price_to_the_cent(self, shop, shoe, clock):
        deal = await shop.deal(
            shoe, "30.00 EUR", kind=DealKind.LADDER, goal=2, steps=LADDER, per_person=3
        )
        await shop.holds_seat(deal, await shop.buyer(1), pieces=3)
        for number in (2, 3, 4):
            await shop.holds_seat(deal, await shop.buyer(number))
        assert shop.sums() == {"held": 18_000}
        clock.wait(hours=24)

        for _ in range(2):
            await shop.closes_due()
            await shop.looks()

        assert shop.sums() == {"captured": 6 * 2333, "released": 18_000 - 6 * 2333}
        assert (await shop.balances())[AccountKind.MERCHANT_PAYABLE, shoe.merchant_id] == -6 * 2333

    async def test_promised_twice_keeps_the_price_of_the_first_time(self, shop, shoe, clock):
        """A second worker has read the seat before the promise, and the order's price after it."""
        deal = await shop.deal(shoe, "30.00 EUR", kind=DealKind.LADDER, goal=2, steps=LADDER)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.holds_seat(deal, ana)
        await shop.holds_seat(deal, ben)
        clock.wait(hours=24)
        await shop.closes_due()
        seat = await shop.seat(deal, ana)
        promised = await shop.order(seat.order_id)

        async with shop.ask(PledgingService) as pledging:
            wish = Honour(promised.id, 1, lambda _: Money.of("1.00", Currency.EUR))
            again = await pledging.honour_all([wish])

        assert again[promised.id].total == promised.total
        await shop.looks()
        assert (await shop.order(promised.id)).total == promised.total

    async def test_of_a_case_charges_what_is_got(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", kind=DealKind.CASE, goal=12, per_person=12)
        await shop.holds_seat(deal, await shop.buyer(1), pieces=8, wanted=5)
        await shop.holds_seat(deal, await shop.buyer(2), pieces=6, wanted=5)
        clock.wait(hours=24)

        await shop.closes_due()
        await shop.looks()

        assert shop.sums() == {"captured": 36_000, "released": 6000}
        assert await shop.left(shoe) == 38

    async def test_a_hold_lost_at_the_last_moment_costs_its_seat_alone(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        page = await shop.holds_seat(deal, ana)
        await shop.holds_seat(deal, ben)
        clock.wait(hours=24)
        await shop.closes_due()
        await shop.lets_go_by_hand(page)

        await shop.looks()
        await shop.closes_due()

        assert (await shop.seat(deal, ana)).status is SeatStatus.RELEASED
        assert (await shop.seat(deal, ben)).status is SeatStatus.HONOURED
        assert (await shop.now(deal)).is_settled
        assert shop.sums() == {"captured": 3000, "released": 3000}
        assert await shop.left(shoe) == 49


class TestManyAtOnce:
    async def test_one_large_deal_delays_no_other_merchants_money(self, shop, shoe, clock):
        lamp = await shop.product("Lamp", of=await shop.merchant("Other", owner=OWNER), stock=5)
        large = await shop.deal(shoe, "30.00 EUR", goal=2, lasts=timedelta(hours=20))
        small = await shop.deal(lamp, "20.00 EUR", goal=2, lasts=timedelta(hours=24))
        for number in range(1, 5):
            await shop.holds_seat(large, await shop.buyer(number))
        for number in (8, 9):
            await shop.holds_seat(small, await shop.buyer(number))
        for hours in (20, 4):
            clock.wait(hours=hours)
            await shop.closes_due()
        holds = await shop.all_holds()

        async with shop.ask(HoldDesk) as desk:
            first = await desk.due(2)

        assert list(first) == [holds[0].id, holds[-2].id]
        await shop.looks()
        assert shop.sums() == {"captured": 4 * 3000 + 2 * 2000}


class TestFailure:
    async def test_charges_nobody_though_answers_are_lost(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        for number in (1, 2):
            await shop.holds_seat(deal, await shop.buyer(number))
        clock.wait(hours=24)
        shop.trouble("lost_answer", "payment_intents/*/cancel", times=6)

        await shop.closes_due()
        await shop.looks()
        await shop.looks()

        assert shop.sums() == {"released": 6000}
        assert await shop.balances() == {}
        assert [hold.status for hold in await shop.all_holds()] == [HoldStatus.CANCELLED] * 2

    async def test_of_a_deal_its_merchant_cancels(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        await shop.holds_seat(deal, await shop.buyer(1))
        async with shop.ask(ClosingService) as closing:
            await closing.cancel(deal.id, by=OWNER)

        await shop.closes_due()
        await shop.looks()

        assert shop.sums() == {"released": 3000}

    async def test_gives_back_what_was_captured_by_hand(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        page = await shop.holds_seat(deal, await shop.buyer(1))
        await shop.captures_by_hand(page)
        await shop.hears("payment_intent.succeeded", page, "evt_taken")
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 3000 - 117
        clock.wait(hours=24)

        await shop.closes_due()
        await shop.settler.settle_due()

        assert [money.minor for _, money in shop.gateway.refunds.values()] == [3000]
        assert await shop.balances() == {
            (AccountKind.GATEWAY_CLEARING, 0): -117,  # what Stripe keeps, it keeps
            (AccountKind.GATEWAY_FEES, 1): 117,
        }


class TestCosts:
    async def test_sell_the_order_though_the_fee_is_in_a_currency_of_its_own(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=1, unit=Unit.PIECES)
        await shop.holds_seat(deal, await shop.buyer(1))
        async with shop.ask(ClosingService) as closing:
            await closing.close_now(deal.id, by=OWNER)
        await shop.deal_settler.settle_due()
        shop.trouble("5xx", "checkout/sessions/*", times=60)
        await shop.looks()
        assert shop.sums() == {"captured": 3000}
        for one in shop.bank.objects.all("balance_transaction"):
            shop.bank.objects.save(one | {"currency": "isk"})
        shop.sandbox.api.faults.clear()

        await shop.looks()

        assert len(shop.told.of(OrderPaid)) == 1
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 3000


class TestReconciling:
    async def test_finds_nothing_where_both_remember_the_same(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.holds_seat(deal, await shop.buyer(number))
        assert await shop.reconciler.compare() == []
        clock.wait(hours=24)
        await shop.closes_due()
        await shop.looks()

        assert await shop.reconciler.compare() == []

    async def test_is_not_alarmed_by_what_was_held_long_before_it_was_captured(
        self, shop, shoe, clock
    ):
        deal = await shop.deal(shoe, "30.00 EUR", goal=1, unit=Unit.PIECES, lasts=5 * DAY)
        await shop.holds_seat(deal, await shop.buyer(1))
        clock.wait(hours=5 * 24)
        await shop.closes_due()
        await shop.looks()
        assert shop.sums()["captured"] == 3000

        clock.wait(hours=6 * 24)

        assert await shop.reconciler.compare() == []
        assert shop.told.of(HoldDiffers) == []

    async def test_mends_what_was_never_heard(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)

        assert await shop.reconciler.compare() == []

        assert (await shop.now(deal)).paid_people == 1

    async def test_reports_once_what_nobody_can_mend(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")
        page = await shop.holds_seat(deal, await shop.buyer(1))
        intent = shop.bank.objects.get("payment_intent", shop.intent(page))
        shop.bank.objects.save(intent | {"amount": 2900})

        [difference] = await shop.reconciler.compare()
        assert await shop.reconciler.compare() == [difference]

        assert (difference.ours, difference.theirs) == ("held 30.00 EUR", "held 29.00 EUR")
        assert len(shop.told.of(HoldDiffers)) == 1
