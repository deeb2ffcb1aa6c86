from datetime import timedelta

import pytest

from bot.deals.errors import (
    AlreadyIn,
    CapTooSmall,
    DealClosed,
    DealFull,
    NotIn,
    SeatLost,
    TeamFirst,
    TooLateToLeave,
    TooManyForOne,
)
from bot.deals.events import GoalReached, PaidTooLate, SeatOffered, SeatPaid
from bot.deals.joining import JoiningService
from bot.deals.models import Deal, DealKind, DealStatus, SeatStatus, Unit
from bot.deals.repository import DealRepository
from bot.deals.seating import Outcome
from bot.orders.errors import TermsNotAccepted
from bot.orders.events import OrderPaid
from bot.orders.models import OrderStatus
from bot.payments.models import AccountKind
from bot.people.models import Person
from tests.deals.shop import DealShop

RUNGS = ({"count": 5, "minor": 2700},)


class TestTap:
    async def test_holds_a_seat_before_anything_is_paid(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=5)
        ana = await shop.buyer(1)

        answer = await shop.taps_join(deal, ana)

        assert (answer.outcome, answer.pieces, answer.room) == (Outcome.HELD, 1, 4)
        deal = await shop.now(deal)
        assert (deal.taken, deal.joined) == (1, 0)
        assert await shop.movements(deal) == 1

    async def test_twice_holds_one_seat(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")
        ana = await shop.buyer(1)

        await shop.taps_join(deal, ana)
        await shop.taps_join(deal, ana)

        assert (await shop.now(deal)).taken == 1

    async def test_with_a_key_that_is_known_takes_nothing_more(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", per_person=5)
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana, key="update-7")
        await shop.leaves(deal, ana)

        with pytest.raises(DealClosed):
            await shop.taps_join(deal, ana, key="update-7")

        assert (await shop.now(deal)).taken == 0

    async def test_may_hold_more_pieces_and_fewer_again(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", unit=Unit.PIECES, per_person=3, cap=4)
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)

        assert (await shop.taps_join(deal, ana, pieces=3)).room == 1
        assert (await shop.says_join(deal, ana, pieces=2)).room == 2
        with pytest.raises(TooManyForOne):
            await shop.taps_join(deal, ana, pieces=4)
        assert await shop.movements(deal) == 2

    async def test_is_told_politely_when_all_seats_are_gone(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=2)
        for number in (1, 2):
            await shop.taps_join(deal, await shop.buyer(number))

        with pytest.raises(DealFull) as told:
            await shop.taps_join(deal, await shop.buyer(3))

        assert told.value.facts == {"room": 0}
        assert (await shop.now(deal)).taken == 2

    async def test_is_refused_after_closing_time(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", lasts=timedelta(hours=1))
        clock.wait(hours=1)

        with pytest.raises(DealClosed):
            await shop.taps_join(deal, await shop.buyer(1))

    async def test_goes_to_somebody_else_when_its_time_ran_out(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", cap=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.taps_join(deal, ana, pieces=None)
        await shop.asks_to_pay(deal, ana)
        await shop.taps_join(deal, ben)
        clock.wait(minutes=31)

        await shop.deal_settler.free_expired()

        assert (await shop.now(deal)).taken == 0
        assert await shop.left(shoe) == 50
        with pytest.raises(SeatLost):
            await shop.asks_to_pay(deal, ben)


class TestPay:
    async def test_counts_the_seat_once_however_often_telegram_says_so(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        ana = await shop.buyer(1)

        to_pay = await shop.joins(deal, ana)
        await shop.charged(to_pay, charge=f"tg-{to_pay.order.id}")

        deal = await shop.now(deal)
        assert (deal.taken, deal.paid_people, deal.paid_pieces) == (1, 1, 1)
        assert len(shop.told.of(SeatPaid)) == 1
        order = await shop.order(to_pay.order.id)
        assert order.status is OrderStatus.PLEDGED
        assert order.total.minor == 3000
        assert shop.told.of(OrderPaid) == []

    async def test_a_second_tap_gets_the_same_order(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)

        first, second = await shop.asks_to_pay(deal, ana), await shop.asks_to_pay(deal, ana)

        assert first.payment.id == second.payment.id
        assert await shop.left(shoe) == 49

    async def test_another_number_drops_the_order_before(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", per_person=3)
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)
        first = await shop.asks_to_pay(deal, ana)

        await shop.taps_join(deal, ana, pieces=3)
        second = await shop.asks_to_pay(deal, ana)

        assert (await shop.order(first.order.id)).status is OrderStatus.CANCELLED
        assert second.payment.price.minor == 9000
        assert await shop.left(shoe) == 47

    async def test_needs_the_terms_first(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")
        ana = await shop.buyer(1, terms_accepted_at=None)
        await shop.taps_join(deal, ana)

        with pytest.raises(TermsNotAccepted):
            await shop.asks_to_pay(deal, ana)

    async def test_is_refused_at_the_last_moment_once_the_deal_is_over(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", lasts=timedelta(minutes=10))
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        clock.wait(minutes=10)

        with pytest.raises(DealClosed):
            await shop.checks(to_pay)

    async def test_money_that_comes_after_the_end_goes_back_at_once(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", lasts=timedelta(minutes=10))
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        await shop.checks(to_pay)
        clock.wait(minutes=10)
        await shop.closes_due()

        await shop.charged(to_pay)

        assert len(shop.told.of(PaidTooLate)) == 1
        assert (await shop.order(to_pay.order.id)).status is OrderStatus.RELEASED
        await shop.settler.settle_due()
        assert len(shop.gateway.refunds) == 1
        assert await shop.balances() == {}
        assert await shop.left(shoe) == 50

    async def test_late_money_takes_a_seat_that_is_still_free(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", cap=2)
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        clock.wait(minutes=40)
        await shop.expire()
        await shop.deal_settler.free_expired()
        assert (await shop.now(deal)).taken == 0

        await shop.charged(to_pay)

        deal = await shop.now(deal)
        assert (deal.taken, deal.joined) == (1, 1)
        assert await shop.movements(deal) == 1

    async def test_late_money_goes_back_where_no_seat_is_left(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", cap=2)
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        clock.wait(minutes=40)
        await shop.expire()
        for number in (2, 3):
            await shop.joins(deal, await shop.buyer(number))

        await shop.charged(to_pay)

        assert len(shop.told.of(PaidTooLate)) == 1
        assert (await shop.now(deal)).joined == 2
        assert (await shop.balances())[AccountKind.REFUNDS_PAYABLE, 1] == -3000

    async def test_the_goal_is_told_once(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)

        for number in (1, 2, 3):
            await shop.joins(deal, await shop.buyer(number))

        assert len(shop.told.of(GoalReached)) == 1
        assert (await shop.now(deal)).status is DealStatus.OPEN

    async def test_the_last_seat_closes_the_deal(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, cap=2)

        for number in (1, 2):
            await shop.joins(deal, await shop.buyer(number))

        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED

    async def test_pieces_for_too_few_people_leave_the_deal_open(self, shop, shoe, clock):
        """Deals opened before such terms were refused: somebody may still leave for others."""
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, cap=4, per_person=2)
        async with shop.ask(DealRepository) as deals:
            (await deals.lock(deal.id)).cap = 2
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.joins(deal, ana, pieces=2)

        assert (await shop.now(deal)).status is DealStatus.OPEN
        with pytest.raises(DealFull):
            await shop.taps_join(deal, ben)
        await shop.leaves(deal, ana)
        await shop.joins(deal, ana, pieces=1)
        await shop.joins(deal, ben)
        assert (await shop.now(deal)).status is DealStatus.SUCCEEDED


class TestTerms:
    @pytest.mark.parametrize(
        ("facts", "least"),
        [
            ({"goal": 5, "per_person": 3, "cap": 14}, 15),
            ({"goal": 2, "per_person": 1, "cap": 4, "kind": DealKind.LADDER, "steps": RUNGS}, 5),
        ],
    )
    async def test_that_sell_out_too_early_are_refused(self, shop, shoe, facts, least):
        with pytest.raises(CapTooSmall) as told:
            await shop.deal(shoe, "30.00 EUR", **facts)

        assert told.value.facts["least"] == least
        assert await shop.deal(shoe, "30.00 EUR", **(facts | {"cap": least}))

    async def test_of_pieces_need_no_more_pieces_than_the_goal(self, shop, shoe):
        assert await shop.deal(shoe, "30.00 EUR", goal=5, unit=Unit.PIECES, cap=5, per_person=3)


class TestLeave:
    async def test_gives_the_seat_and_the_money_back(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        ana = await shop.buyer(1)
        to_pay = await shop.joins(deal, ana)

        await shop.leaves(deal, ana)

        deal = await shop.now(deal)
        assert (deal.taken, deal.paid_people, deal.paid_pieces) == (0, 0, 0)
        assert await shop.movements(deal) == 0
        assert (await shop.order(to_pay.order.id)).status is OrderStatus.RELEASED
        await shop.settler.settle_due()
        assert await shop.balances() == {}
        assert await shop.left(shoe) == 50

    async def test_is_too_late_once_the_others_count_on_her(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.joins(deal, ana)
        await shop.joins(deal, ben)

        with pytest.raises(TooLateToLeave):
            await shop.leaves(deal, ana)

        assert (await shop.now(deal)).joined == 2
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 6000

    async def test_and_come_back(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=3)
        ana = await shop.buyer(1)
        await shop.joins(deal, ana)
        await shop.leaves(deal, ana)

        await shop.joins(deal, ana)

        assert (await shop.now(deal)).joined == 1
        assert (await shop.seat(deal, ana)).number == 2

    async def test_twice_says_that_she_is_not_in(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")
        ana = await shop.buyer(1)
        await shop.taps_join(deal, ana)
        await shop.leaves(deal, ana)

        with pytest.raises((NotIn, SeatLost)):
            await shop.leaves(deal, ana)

    async def test_paid_people_cannot_join_again(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR")
        ana = await shop.buyer(1)
        await shop.joins(deal, ana)

        assert (await shop.taps_join(deal, ana)).outcome is Outcome.ALREADY_PAID
        with pytest.raises(AlreadyIn):
            await shop.asks_to_pay(deal, ana)


class TestQueue:
    async def test_moves_up_by_itself_in_the_order_of_coming(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, cap=4, per_person=2)
        ana, ben, cyd, dee = [await shop.buyer(number) for number in (1, 2, 3, 4)]
        await shop.taps_join(deal, ana, pieces=2)
        await shop.taps_join(deal, dee, pieces=2)
        first = await shop.taps_join(deal, ben, may_wait=True)
        second = await shop.taps_join(deal, cyd, may_wait=True)
        assert (first.outcome, second.outcome) == (Outcome.WAITING, Outcome.WAITING)

        await shop.leaves(deal, ana)

        assert [event.person_id for event in shop.told.of(SeatOffered)] == [ben.id, cyd.id]
        assert (await shop.seat(deal, ben)).status is SeatStatus.HELD
        assert (await shop.now(deal)).taken == await shop.movements(deal) == 4

    async def test_moves_up_when_somebody_types_a_smaller_number(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, unit=Unit.PIECES, cap=2, per_person=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.taps_join(deal, ana, pieces=2)
        await shop.taps_join(deal, ben, may_wait=True)

        told = await shop.says_join(deal, ana, pieces=1)

        assert (told.outcome, told.pieces, told.room) == (Outcome.HELD, 1, 0)
        await self.check_moved_up(shop, deal, ben)

    async def test_moves_up_when_somebody_presses_minus(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, unit=Unit.PIECES, cap=2, per_person=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.taps_join(deal, ana, pieces=2)
        await shop.taps_join(deal, ben, may_wait=True)

        async with shop.ask(JoiningService) as joining:
            await joining.change(deal.id, ana.id, pieces=1)

        await self.check_moved_up(shop, deal, ben)

    async def test_moves_up_when_somebody_paid_for_fewer_than_she_held(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, unit=Unit.PIECES, cap=2, per_person=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.taps_join(deal, ana)
        to_pay = await shop.asks_to_pay(deal, ana)
        await shop.checks(to_pay)
        await shop.taps_join(deal, ana, pieces=2)
        await shop.taps_join(deal, ben, may_wait=True)

        await shop.charged(to_pay)

        await self.check_moved_up(shop, deal, ben)

    async def test_fewer_pieces_are_not_given_back_past_those_who_wait(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, unit=Unit.PIECES, cap=2, per_person=2)
        ana, ben = await shop.buyer(1), await shop.buyer(2)
        await shop.taps_join(deal, ana, pieces=2)
        await shop.taps_join(deal, ben, may_wait=True)

        answer = await shop.taps_join(deal, ana, pieces=1)

        assert (answer.outcome, answer.pieces) == (Outcome.FEWER, 2)
        assert (await shop.seat(deal, ana)).quantity == 2

    @staticmethod
    async def check_moved_up(shop: DealShop, deal: Deal, person: Person) -> None:
        seat = await shop.seat(deal, person)
        assert seat is not None
        assert seat.status is SeatStatus.HELD
        assert [event.person_id for event in shop.told.of(SeatOffered)] == [person.id]
        assert (await shop.now(deal)).taken == await shop.movements(deal) == 2

    async def test_who_gives_up_waiting_is_passed_over(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, cap=2)
        ana, ben, cyd, dee = [await shop.buyer(number) for number in (1, 2, 3, 4)]
        await shop.taps_join(deal, ana)
        await shop.taps_join(deal, ben)
        await shop.taps_join(deal, cyd, may_wait=True)
        await shop.taps_join(deal, dee, may_wait=True)
        await shop.leaves(deal, cyd)

        await shop.leaves(deal, ana)

        assert [event.person_id for event in shop.told.of(SeatOffered)] == [dee.id]


class TestTeams:
    async def test_nobody_sits_outside_a_team(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", kind=DealKind.TEAM)

        with pytest.raises(TeamFirst):
            await shop.taps_join(deal, await shop.buyer(1))

        assert (await shop.now(deal)).taken == 0
