import asyncio
import json
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.models import VariantId
from bot.deals.errors import NotIn, SeatLost
from bot.deals.events import SeatOffered
from bot.deals.joiner import Joiner
from bot.deals.joining import JoiningService
from bot.deals.models import Deal, DealId, Seat, SeatMovement, SeatStatus, Unit
from bot.deals.repository import DealRepository
from bot.deals.seating import Answer, Outcome, Wish
from bot.deals.settings import DealSettings
from bot.kit.db import open_engine
from bot.people.models import PersonId
from tests.deals.storm import PEOPLE, TAPS, storm, taps

CAP = 1000
FREE = {SeatStatus.WAITING, SeatStatus.RELEASED}  # whoever is in it takes no seat


@pytest.fixture
async def other_engine(database_url) -> AsyncIterator[AsyncEngine]:
    """As another process has one."""
    engine = open_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def only_postgres(database_url) -> None:
    if not database_url.startswith("postgres"):
        pytest.skip("SQLite has no server that could be started anew.")


class Books:
    """What the database says of a deal after a storm."""

    def __init__(self, deal: Deal, seats: Iterable[Seat], moved: dict[PersonId, int]) -> None:
        self.deal = deal
        self.seats = {seat.person_id: seat for seat in seats}
        self.moved = moved

    @property
    def seated(self) -> set[PersonId]:
        return {person for person, seat in self.seats.items() if seat.status not in FREE}

    def of(self, status: SeatStatus) -> set[PersonId]:
        return {person for person, seat in self.seats.items() if seat.status is status}

    def check(self) -> None:
        """Counter, seats and ledger agree, for the deal and for everybody in it."""
        taken = {person: self.seats[person].quantity for person in self.seated}
        assert self.deal.taken == sum(taken.values()) == sum(self.moved.values())
        assert {person: pieces for person, pieces in self.moved.items() if pieces} == taken
        assert self.deal.cap is None or self.deal.taken <= self.deal.cap


async def books(shop, deal: Deal) -> Books:
    async with shop.ask(AsyncSession) as session:
        seats = (await session.scalars(select(Seat).where(Seat.deal_id == deal.id))).all()
        assert len({seat.person_id for seat in seats}) == len(seats), "two seats for one"
        moved = await session.execute(
            select(SeatMovement.person_id, func.sum(SeatMovement.pieces))
            .where(SeatMovement.deal_id == deal.id)
            .group_by(SeatMovement.person_id)
        )
        moves = {person: int(pieces) for person, pieces in moved}
    return Books(await shop.now(deal), seats, moves)


def outcomes(told: Iterable[tuple[PersonId, Answer]]) -> dict[int, set[Outcome]]:
    heard: dict[int, set[Outcome]] = defaultdict(set)
    for person, answer in told:
        heard[person].add(answer.outcome)
    return heard


def check_truth(heard: dict[int, set[Outcome]], book: Books) -> None:
    """Whoever was told that she has a seat has one; all others were told that it is full."""
    assert len(heard) == PEOPLE
    for person, said in heard.items():
        assert said == ({Outcome.HELD} if person in book.seated else {Outcome.FULL})


class TestOneJoiner:
    async def test_two_thousand_taps_take_exactly_what_there_is(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=CAP)

        told = await storm(shop.joiner, taps(deal.id, seed=1))

        assert len(told) == TAPS
        book = await books(shop, deal)
        book.check()
        assert book.deal.taken == len(book.seated) == CAP
        check_truth(outcomes(told), book)

    async def test_each_hears_how_many_are_left_after_her(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=CAP)

        told = await storm(shop.joiner, taps(deal.id, seed=2)[:1200])

        rooms: dict[int, list[int | None]] = defaultdict(list)
        for person, answer in told:
            rooms[person].append(answer.room)
        seated = (await books(shop, deal)).seated
        first = [rooms[person][0] for person in rooms if person in seated]
        assert first == list(range(CAP - 1, CAP - 1 - len(first), -1))

    async def test_pieces_are_counted_as_seats_are(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=500, per_person=3)
        wishes = [
            shop.wish(deal, number, pieces=pieces)
            for round_ in range(3)
            for number in range(1, 301)
            for pieces in [(number + round_) % 3 + 1]
        ]

        told = await storm(shop.joiner, wishes)

        book = await books(shop, deal)
        book.check()
        assert 498 <= book.deal.taken <= 500
        last = dict(told)
        for person, seat in book.seats.items():
            assert last[person].pieces == seat.quantity

    async def test_several_deals_in_one_batch(self, shop, shoe, clock):
        deals = [await shop.deal(shoe, "30.00 EUR", cap=cap) for cap in (10, 20, 30)]
        closed = await shop.deal(shoe, "30.00 EUR", cap=5)
        async with shop.ask(DealRepository) as found:
            (await found.lock(closed.id)).closes_at = clock.now()
        places = [*(deal.id for deal in deals), closed.id, DealId(999)]
        wishes = [shop.wish(place, number) for number in range(1, 41) for place in places]

        told = await storm(shop.joiner, wishes)

        heard = Counter(
            (wish.deal_id, answer.outcome) for wish, (_, answer) in zip(wishes, told, strict=True)
        )
        for deal, cap in zip(deals, (10, 20, 30), strict=True):
            assert heard[deal.id, Outcome.HELD] == cap
            assert heard[deal.id, Outcome.FULL] == 40 - cap
            book = await books(shop, deal)
            book.check()
            assert book.seated == set(range(1, cap + 1)), "first come, first served"
        assert heard[closed.id, Outcome.CLOSED] == heard[DealId(999), Outcome.UNKNOWN] == 40

    async def test_a_wish_the_database_refuses_harms_nobody_else(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=50)
        wishes = [
            shop.wish(deal, number, variant_id=VariantId(12345) if number == 7 else None)
            for number in range(1, 61)
        ]

        answers = await asyncio.gather(
            *(shop.joiner.hold(wish) for wish in wishes), return_exceptions=True
        )

        assert isinstance(answers[6], IntegrityError)
        book = await books(shop, deal)
        book.check()
        assert book.seated == set(range(1, 52)) - {7}
        held = {n for n, answer in enumerate(answers, 1) if getattr(answer, "pieces", 0)}
        assert held == book.seated

    async def test_people_who_give_up_are_seated_or_not_but_never_half(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=CAP)
        tasks = [asyncio.ensure_future(shop.joiner.hold(wish)) for wish in taps(deal.id, seed=3)]
        wishes = taps(deal.id, seed=3)
        for start in range(5):
            await asyncio.sleep(0.003)
            for task in tasks[start::11]:
                task.cancel()

        answers = await asyncio.gather(*tasks, return_exceptions=True)
        await shop.joiner.finish()

        book = await books(shop, deal)
        book.check()
        for wish, answer in zip(wishes, answers, strict=True):
            if isinstance(answer, Answer):
                assert (answer.outcome is Outcome.HELD) == (wish.person_id in book.seated)
            else:
                assert isinstance(answer, asyncio.CancelledError)


class TestTwoJoiners:
    async def test_share_the_seats_without_a_word_to_each_other(
        self, shop, shoe, other_engine, clock
    ):
        deal = await shop.deal(shoe, "30.00 EUR", cap=CAP)
        other = Joiner(other_engine, clock, DealSettings())

        told = await asyncio.gather(
            storm(shop.joiner, taps(deal.id, seed=4)), storm(other, taps(deal.id, seed=5))
        )

        book = await books(shop, deal)
        book.check()
        assert book.deal.taken == CAP
        check_truth(outcomes([*told[0], *told[1]]), book)

    async def test_in_processes_of_their_own(self, shop, shoe, database_url):
        deal = await shop.deal(shoe, "30.00 EUR", cap=CAP)
        processes = [
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.deals.storm", database_url, str(deal.id), str(seed)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            for seed in (6, 7)
        ]

        printed = await asyncio.gather(*(process.communicate(b"go\n") for process in processes))

        assert [process.returncode for process in processes] == [0, 0]
        heard: dict[int, set[Outcome]] = defaultdict(set)
        for lines, _ in printed:
            for person, outcome, _ in json.loads(lines):
                heard[person].add(Outcome(outcome))
        book = await books(shop, deal)
        book.check()
        assert book.deal.taken == CAP
        check_truth(heard, book)

    async def test_lock_deals_in_one_order(self, shop, shoe, other_engine, clock):
        """Batches over the same deals, begun from both ends: a deadlock would raise."""
        deals = [await shop.deal(shoe, "30.00 EUR", cap=100) for _ in range(4)]
        other = Joiner(other_engine, clock, DealSettings())

        def wishes(first: int, step: int) -> list[Wish]:
            return [
                shop.wish(deal, person)
                for person in range(first, first + 60)
                for deal in deals[::step]
            ]

        await asyncio.gather(storm(shop.joiner, wishes(1, 1)), storm(other, wishes(101, -1)))

        for deal in deals:
            book = await books(shop, deal)
            book.check()
            assert book.deal.taken == 100

    @pytest.mark.usefixtures("only_postgres")
    async def test_go_on_after_the_database_was_started_anew(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=CAP)
        await shop.joiner.hold(shop.wish(deal, 1))
        async with shop.ask(AsyncSession) as session:
            await session.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )

        told = await storm(shop.joiner, [shop.wish(deal, number) for number in range(2, 102)])

        assert {answer.outcome for _, answer in told} == {Outcome.HELD}
        assert (await books(shop, deal)).deal.taken == 101


class TestLeavingMeanwhile:
    async def test_seats_go_to_those_who_wait_and_nobody_is_lost(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=20)

        async def waits(number: int) -> Answer:
            answer: Answer = await shop.joiner.hold(shop.wish(deal, number, may_wait=True))
            return answer

        async def comes_and_goes(number: int) -> None:
            await waits(number)
            async with shop.ask(JoiningService) as joining:
                await joining.leave(deal.id, PersonId(number))

        stay, go = range(1, 41), range(101, 131)
        told = await asyncio.gather(
            *(waits(number) for number in stay), *(comes_and_goes(number) for number in go)
        )

        book = await books(shop, deal)
        book.check()
        assert book.deal.taken == 20
        assert book.of(SeatStatus.RELEASED) == set(go)
        offered = {event.person_id for event in shop.told.of(SeatOffered)}
        for number, answer in zip(stay, told, strict=False):
            assert answer is not None
            if answer.outcome is Outcome.HELD:
                assert number in book.seated
            else:
                assert answer.outcome is Outcome.WAITING
                assert (number in book.seated) == (number in offered)
        assert book.of(SeatStatus.WAITING) == set(stay) - book.seated

    async def test_coming_back_counts_once(self, shop, shoe):
        deal = await shop.deal(shoe, "30.00 EUR", cap=10, per_person=2)

        async def restless(number: int) -> None:
            for pieces in (1, 2, 1):
                await shop.joiner.hold(shop.wish(deal, number, pieces=pieces))
                try:
                    async with shop.ask(JoiningService) as joining:
                        await joining.leave(deal.id, PersonId(number))
                except (NotIn, SeatLost):
                    pass  # there was no seat for her
            await shop.joiner.hold(shop.wish(deal, number, pieces=1))

        await asyncio.gather(*(restless(number) for number in range(1, 16)))

        book = await books(shop, deal)
        book.check()

    async def test_tapping_again_keeps_the_place_in_the_queue(self, shop, shoe, clock):
        deal = await shop.deal(shoe, "30.00 EUR", goal=2, unit=Unit.PIECES, cap=2, per_person=2)
        await shop.joiner.hold(shop.wish(deal, 1, pieces=2))
        for number in (2, 3):
            clock.wait(minutes=1)
            await shop.joiner.hold(shop.wish(deal, number, may_wait=True))
        clock.wait(minutes=1)

        await shop.joiner.hold(shop.wish(deal, 2, pieces=2, may_wait=True))

        async with shop.ask(DealRepository) as deals:
            first = await deals.first_waiting(deal.id, 2)
        assert first is not None
        assert (first.person_id, first.quantity) == (2, 2)
