"""Cards that are saved and charged later: nobody is charged twice, for nothing, or unheard."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.repository import MerchantRepository
from bot.deals import rails
from bot.deals.errors import TooLateToLeave
from bot.deals.events import (
    DealCollecting,
    DealFailed,
    DealSucceeded,
    PaidTooLate,
    SeatCharging,
    SeatDeclined,
    SeatGivenBack,
    SeatPaid,
)
from bot.deals.models import DealKind, DealStatus, SeatStatus, Unit
from bot.deals.opening import OpeningService
from bot.deals.rails import Means
from bot.kit.money import Currency
from bot.orders.events import HoldReturned, OrderPaid
from bot.orders.models import OrderStatus
from bot.payments.errors import PageNotOpened, PaymentTooLate
from bot.payments.hold_models import HoldStatus
from bot.payments.models import Rail
from bot.people.models import Person
from bot.people.service import PeopleService
from tests.deals.hold_shop import open_hold_shop
from tests.deals.later_shop import (
    ASKS_ALWAYS,
    COMPLETED,
    FAILS_LATER,
    LONG,
    LaterShop,
)
from tests.deals.shop import OWNER

LADDER = ({"count": 3, "minor": 2700}, {"count": 4, "minor": 2333})


@pytest.fixture
async def shop(sessions, engine, clock) -> AsyncIterator[LaterShop]:
    async with open_hold_shop(LaterShop, sessions, engine, clock) as shop:
        yield shop


class TestRail:
    def test_saves_cards_where_no_bank_holds_long_enough(self):
        week = timedelta(days=7)

        assert rails.choose(Currency.EUR, week, Means(invoices=True, holds=True)) is (
            Rail.STRIPE_LATER
        )
        assert rails.choose(Currency.EUR, week, Means(invoices=False, holds=True)) is (
            Rail.STRIPE_LATER
        )
        assert rails.choose(Currency.EUR, week, Means(invoices=True, holds=False)) is Rail.TELEGRAM

    async def test_reaches_any_deadline(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", lasts=timedelta(days=60))
        assert deal.rail is Rail.STRIPE_LATER

        async with shop.ask(OpeningService) as opening:
            longer = await opening.extend(deal.id, deal.closes_at + timedelta(days=7), by=OWNER)

        assert longer.extended_at is not None


class TestSaving:
    async def test_takes_a_seat_and_no_money(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)

        for event in ("evt_1", "evt_1", "evt_2"):
            await shop.hears(COMPLETED, page, event)
        await shop.looks()

        deal = await shop.now(deal)
        assert (deal.paid_people, deal.taken) == (1, 1)
        assert len(shop.told.of(SeatPaid)) == 1
        assert (shop.charges(), await shop.balances()) == ([], {})
        assert shop.saved_cards() == 1
        order = await shop.order((await shop.seat(deal, ana)).order_id)
        assert order.status is OrderStatus.PLEDGED
        assert order.contact is not None

    async def test_told_by_several_at_once_counts_once(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)

        await asyncio.gather(*[shop.hears(COMPLETED, page, f"evt_{n}") for n in range(4)])

        assert (await shop.now(deal)).paid_people == 1

    async def test_is_found_by_looking_where_no_webhook_comes(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)

        await shop.looks()

        assert (await shop.seat(deal, ana)).status is SeatStatus.PAID

    async def test_page_says_what_happens_to_the_card_and_where_the_parcel_goes(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)

        session = shop.bank.sessions.get(page)

        note = session["_asked"]["custom_text"]["submit"]["message"]
        assert "charged €30.00 at most if" in note
        assert "parcel goes to the billing address" in note
        assert session["_asked"]["billing_address_collection"] == "required"

    async def test_where_no_parcel_goes_is_turned_away_and_forgotten(self, shop):
        await shop.buyer(OWNER)
        merchant = await shop.merchant(owner=OWNER)
        async with shop.ask(MerchantRepository) as merchants:
            (await merchants.get(merchant.id)).ships_to = ["DE"]
        shoe = await shop.product(of=merchant, price="45.00 EUR", stock=50)
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page, address={"line1": "Rua 1", "city": "Lisboa", "country": "PT"})

        await shop.hears(COMPLETED, page)
        await shop.looks()

        assert [event.sold_out for event in shop.told.of(HoldReturned)] == [False]
        assert (await shop.now(deal)).paid_people == 0
        assert shop.saved_cards() == 0
        assert await shop.page(await shop.asks_to_pay(deal, ana)) != page

    async def test_that_comes_after_the_end_is_forgotten(self, shop, shoe, clock):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        clock.wait(days=19, hours=23, minutes=50)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)
        clock.wait(minutes=10)
        await shop.closes_due()

        await shop.hears(COMPLETED, page)
        await shop.looks()

        assert len(shop.told.of(PaidTooLate)) == 1
        assert (shop.saved_cards(), shop.charges()) == (0, [])
        assert await shop.left(shoe) == 50

    async def test_is_forgotten_by_whoever_leaves(self, shop, shoe):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.saves_card(deal, ana)

        await shop.leaves(deal, ana)
        await shop.works()

        assert (shop.saved_cards(), shop.charges()) == (0, [])
        assert [hold.status for hold in await shop.all_holds()] == [HoldStatus.CANCELLED]
        assert await shop.left(shoe) == 50

    async def test_of_a_missed_goal_is_forgotten_uncharged(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))

        await shop.ends(deal)

        assert (await shop.now(deal)).status is DealStatus.FAILED
        assert (shop.saved_cards(), shop.charges()) == (0, [])
        assert [event.charged for event in shop.told.of(SeatGivenBack)] == [None, None]


class TestSuccess:
    async def test_charges_everybody_once_and_forgets_the_cards(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))

        await shop.ends(deal)

        deal = await shop.now(deal)
        assert (deal.status, deal.is_settled) == (DealStatus.SUCCEEDED, True)
        assert shop.charges() == [3000, 3000]
        assert len(shop.told.of(DealCollecting)) == len(shop.told.of(DealSucceeded)) == 1
        assert len(shop.told.of(SeatCharging)) == len(shop.told.of(OrderPaid)) == 2
        assert shop.saved_cards() == 0
        kept = [(hold.customer, hold.method) for hold in await shop.all_holds()]
        assert kept == [(None, None)] * 2
        assert await shop.owed() == {"merchant-payable": 6000}
        assert await shop.reconciler.compare() == []

    async def test_charges_once_though_answers_are_lost(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))
        shop.trouble("lost_answer", "payment_intents", times=6)

        await shop.ends(deal)
        await shop.works()

        assert shop.charges() == [3000, 3000]
        assert (await shop.now(deal)).is_settled

    async def test_finds_a_charge_again_whose_key_is_forgotten(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))
        clock.wait(seconds=LONG.total_seconds())
        await shop.closes_due()
        shop.trouble("lost_answer", "payment_intents", times=6)
        shop.trouble("5xx", "checkout/sessions/*", times=60)
        await shop.looks()
        assert shop.charges() == [3000, 3000]
        assert shop.told.of(OrderPaid) == []
        shop.sandbox.api.faults.clear()
        clock.wait(days=2)  # Stripe remembers keys for a day

        await shop.works()

        assert shop.charges() == [3000, 3000]
        assert len(shop.told.of(OrderPaid)) == 2
        clock.wait(days=8)  # charged ten days ago, and heard of eight days ago
        assert await shop.reconciler.compare() == []

    async def test_saved_on_an_old_page_leaves_nobody_a_newer_one(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana = await shop.buyer(1)
        page = await shop.asks_for_page(deal, ana)
        shop.fills_in(page)
        async with shop.ask(AsyncSession) as session:
            (await session.get_one(Person, ana.id)).language = "de"
        async with shop.ask(PeopleService) as people:
            ana = await people.get(ana.id)
        await shop.asks_to_pay(deal, ana)
        old, new = await shop.all_holds()
        assert (old.payment_id, old.has_page) == (new.payment_id, not new.has_page)

        await shop.hears(COMPLETED, page)

        assert [hold.has_page for hold in await shop.all_holds()] == [False, False]

    async def test_waits_while_stripe_is_away(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))
        shop.trouble("5xx", "payment_intents", times=6)

        await shop.ends(deal)
        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED

        assert shop.charges() == [3000, 3000]

    async def test_charges_whom_stripe_refused_to_at_first(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))
        shop.trouble("403", "payment_intents", times=2)

        await shop.ends(deal)

        assert shop.charges() == [3000, 3000]

    async def test_does_not_wait_for_ever_for_a_charge_that_is_never_taken(self, shop, shoe, clock):
        deal, ana = (
            await shop.deal(shoe, "0.20 EUR", goal=1, unit=Unit.PIECES),
            await shop.buyer(1),
        )
        await shop.saves_card(deal, ana)

        await shop.ends(deal)
        assert shop.told.of(SeatDeclined) == []
        for _ in range(8):
            clock.wait(minutes=15)
            await shop.works(1)

        assert [event.person_id for event in shop.told.of(SeatDeclined)] == [ana.id]
        assert (await shop.now(deal)).status is DealStatus.COLLECTING

    async def test_two_workers_charge_once(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=4)
        for number in range(1, 5):
            await shop.saves_card(deal, await shop.buyer(number))
        clock.wait(seconds=LONG.total_seconds())

        await asyncio.gather(shop.closes_due(), shop.closes_due())
        clock.wait(seconds=30)
        await asyncio.gather(shop.holds.settle_due(), shop.holds.settle_due())
        await shop.works()

        assert shop.charges() == [3000] * 4
        assert len(shop.told.of(DealSucceeded)) == 1
        assert len(shop.told.of(OrderPaid)) == 4

    async def test_of_a_ladder_charges_the_last_price_though_somebody_drops_out(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", kind=DealKind.LADDER, goal=2, steps=LADDER)
        for number in (1, 2, 3):
            await shop.saves_card(deal, await shop.buyer(number))
        dan = await shop.buyer(4)
        await shop.saves_card(deal, dan, FAILS_LATER)

        await shop.ends(deal)
        assert shop.charges() == [2333] * 3
        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED
        shop.clock.wait(hours=49)
        await shop.works()

        deal = await shop.now(deal)
        assert (deal.final_minor, deal.is_settled, deal.paid_people) == (2333, True, 3)
        assert shop.charges() == [2333] * 3

    async def test_nobody_leaves_while_it_collects(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.saves_card(deal, ana)
        await shop.saves_card(deal, ben, FAILS_LATER)
        await shop.ends(deal)

        with pytest.raises(TooLateToLeave):
            await shop.leaves(deal, ana)


class TestRefusedCards:
    @pytest.mark.parametrize("card", [FAILS_LATER, ASKS_ALWAYS])
    async def test_are_made_up_for_by_their_holders(self, shop, shoe, card):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.saves_card(deal, ana)
        await shop.saves_card(deal, ben, card)
        await shop.ends(deal)
        assert (await shop.now(deal)).status is DealStatus.COLLECTING
        assert shop.told.of(OrderPaid) == []
        [declined] = shop.told.of(SeatDeclined)
        assert (declined.person_id, declined.is_reminder) == (ben.id, False)
        assert shop.saved_cards() == 1 - 1  # both are forgotten: charged, or of no use

        await shop.pays_again(deal, ben)
        await shop.works()

        deal = await shop.now(deal)
        assert (deal.status, deal.is_settled) == (DealStatus.SUCCEEDED, True)
        assert shop.charges() == [3000, 3000]
        assert len(shop.told.of(OrderPaid)) == 2
        assert await shop.owed() == {"merchant-payable": 6000}
        assert await shop.reconciler.compare() == []

    async def test_never_made_up_for_cost_the_deal_and_everybody_gets_all_back(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.saves_card(deal, ana)
        await shop.saves_card(deal, ben, FAILS_LATER)
        await shop.ends(deal)
        page = await shop.taps_pay_again(deal, ben)

        shop.clock.wait(hours=48)
        await shop.works()

        deal = await shop.now(deal)
        assert (deal.status, deal.is_settled) == (DealStatus.FAILED, True)
        assert [event.cancelled for event in shop.told.of(DealFailed)] == [False]
        given = {event.person_id: event for event in shop.told.of(SeatGivenBack)}
        assert given[ben.id].is_dropped
        assert given[ana.id].charged is not None
        assert given[ana.id].charged.minor == 3000
        assert shop.sums() == {"captured": 3000, "refunded": 3000}
        assert await shop.owed() == {}
        assert await shop.left(shoe) == 50
        assert shop.bank.sessions.get(page)["status"] == "expired"

    async def test_cost_their_own_seats_alone_where_enough_is_collected(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))
        cyd = await shop.buyer(3)
        await shop.saves_card(deal, cyd, FAILS_LATER)

        await shop.ends(deal)
        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED
        assert len(shop.told.of(OrderPaid)) == 2
        assert not (await shop.now(deal)).is_settled
        await shop.pays_again(deal, cyd)  # she is in time, and gets hers too
        await shop.works()

        assert len(shop.told.of(OrderPaid)) == 3
        assert (await shop.now(deal)).is_settled

    async def test_that_leave_too_few_end_the_deal_at_once(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        ana, ben, cyd = [await shop.buyer(number) for number in (1, 2, 3)]
        await shop.saves_card(deal, ana)
        await shop.saves_card(deal, ben, FAILS_LATER)
        await shop.saves_card(deal, cyd, ASKS_ALWAYS)
        await shop.ends(deal)
        page = await shop.taps_pay_again(deal, cyd)
        await shop.gives_longer(deal, cyd)

        clock.wait(hours=48)
        await shop.works()

        # Nobody asks her to pay for what cannot come true any more.
        assert (await shop.now(deal)).status is DealStatus.FAILED
        assert shop.bank.sessions.get(page)["status"] == "expired"
        dropped = [event.person_id for event in shop.told.of(SeatGivenBack) if event.is_dropped]
        assert dropped == [ben.id]
        assert shop.sums() == {"captured": 3000, "refunded": 3000}
        assert await shop.left(shoe) == 50

    async def test_are_reminded_of_twice(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        await shop.saves_card(deal, await shop.buyer(1))
        await shop.saves_card(deal, await shop.buyer(2), FAILS_LATER)
        await shop.ends(deal)

        told = []
        for hours in (1, 23, 10, 10, 3):
            clock.wait(hours=hours)
            await shop.reminds()
            await shop.reminds()
            told.append(len(shop.told.of(SeatDeclined)) - 1)

        assert told == [0, 1, 1, 2, 2]

    async def test_paid_after_the_drop_are_kept_while_the_deal_collects(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        ana, ben, cyd, dan = [await shop.buyer(number) for number in (1, 2, 3, 4)]
        await shop.saves_card(deal, ana)
        await shop.saves_card(deal, dan)
        await shop.saves_card(deal, ben, FAILS_LATER)
        await shop.ends(deal)
        page = await shop.taps_pay_again(deal, ben)
        del cyd
        shop.bank.visitors.complete(page, name="Ben")  # and nobody hears of it
        clock.wait(hours=48)
        shop.trouble("5xx", "checkout/sessions/*", times=60)
        await shop.deal_settler.drop_declined()
        assert (await shop.now(deal)).status is DealStatus.FAILED
        shop.sandbox.api.faults.clear()

        await shop.works()

        # Nothing can come true any more: what she paid goes back like everybody's.
        assert shop.sums() == {"captured": 9000, "refunded": 9000}
        assert await shop.owed() == {}
        assert await shop.left(shoe) == 50

    async def test_paid_after_the_drop_win_the_seat_back(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        ana, ben, cyd, dan = [await shop.buyer(number) for number in (1, 2, 3, 4)]
        await shop.saves_card(deal, ana)
        await shop.saves_card(deal, ben, FAILS_LATER)
        await shop.saves_card(deal, cyd, FAILS_LATER)
        await shop.saves_card(deal, dan)
        await shop.ends(deal)
        page = await shop.taps_pay_again(deal, ben)
        shop.bank.visitors.complete(page, name="Ben")
        seat = await shop.seat(deal, ben)
        await shop.gives_longer(deal, cyd)
        clock.wait(hours=48)
        await shop.deal_settler.drop_declined()
        assert (await shop.seat(deal, ben)).status is SeatStatus.RELEASED
        assert (await shop.now(deal)).status is DealStatus.COLLECTING

        await shop.works()

        assert (await shop.seat(deal, ben)).status is SeatStatus.HONOURED
        assert (await shop.seat(deal, ben)).number != seat.number
        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED
        assert shop.charges() == [3000] * 3
        assert await shop.movements(deal) == (await shop.now(deal)).taken

    async def test_lead_to_one_page_at_a_time(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.saves_card(deal, ana)
        await shop.saves_card(deal, ben, FAILS_LATER)
        await shop.ends(deal)

        first = await shop.taps_pay_again(deal, ben)
        assert await shop.taps_pay_again(deal, ben) == first
        clock.wait(hours=24)  # no page stands longer
        second = await shop.taps_pay_again(deal, ben)
        await shop.looks()

        assert second != first
        assert shop.bank.sessions.get(first)["status"] == "expired"
        with pytest.raises(PaymentTooLate):
            await shop.taps_pay_again(deal, ana)

    async def test_of_a_case_are_shared_out_once_more(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", kind=DealKind.CASE, goal=4, per_person=6)
        ana, ben, cyd = [await shop.buyer(number) for number in (1, 2, 3)]
        await shop.saves_card(deal, ana, pieces=4)
        await shop.saves_card(deal, ben, pieces=3)
        await shop.saves_card(deal, cyd, FAILS_LATER, pieces=1)
        await shop.ends(deal)
        assert (await shop.now(deal)).status is DealStatus.COLLECTING
        assert shop.charges() == [12_000, 9000]

        shop.clock.wait(hours=48)
        await shop.works()

        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED
        assert (await shop.seat(deal, ana)).status is SeatStatus.HONOURED
        assert (await shop.seat(deal, ben)).status is SeatStatus.RELEASED
        assert shop.sums() == {"captured": 21_000, "refunded": 9000}
        assert await shop.left(shoe) == 46
        assert await shop.owed() == {"merchant-payable": 12_000}


class TestKilled:
    @pytest.mark.parametrize("trouble", ["lost_answer", "5xx"])
    async def test_opening_the_page(self, shop, shoe, trouble):
        deal, ana = await shop.deal(shoe, "30.00 EUR"), await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        shop.trouble(trouble, "checkout/sessions")
        with pytest.raises(PageNotOpened):
            await shop.page(to_pay)

        await shop.page(await shop.asks_to_pay(deal, ana))

        assert len(shop.bank.objects.all("checkout.session")) == 1

    async def test_forgetting_the_card(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        for number in (1, 2):
            await shop.saves_card(deal, await shop.buyer(number))
        shop.trouble("lost_answer", "payment_methods/*/detach", times=6)

        await shop.ends(deal)
        await shop.works()

        assert shop.saved_cards() == 0
        assert [hold.status for hold in await shop.all_holds()] == [HoldStatus.CAPTURED] * 2
        assert [hold.method for hold in await shop.all_holds()] == [None, None]
