import asyncio
from collections.abc import Callable, Sequence
from functools import partial

import pytest

from bot.kit.group_commit import GroupCommit


class Poisoned(Exception):
    pass


class DatabaseAway(Exception):
    pass


class Bank:
    """Does a batch all or nothing, as a transaction does, and only when ``door`` is open."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.done: list[int] = []
        self.poison: set[int] = set()
        self.fails: Callable[[Sequence[int]], Exception | None] = lambda _: None
        self.door = asyncio.Event()
        self.door.set()
        self.at_work = 0

    async def work(self, requests: Sequence[int]) -> Sequence[str]:
        self.batches.append(list(requests))
        self.at_work += 1
        assert self.at_work == 1, "two transactions at once"
        try:
            await asyncio.sleep(0)
            await self.door.wait()
            if (error := self.fails(requests)) is not None:
                raise error
            if self.poison.intersection(requests):
                raise Poisoned
        finally:
            self.at_work -= 1
        self.done += requests
        return [f"did {request}" for request in requests]


@pytest.fixture
def bank() -> Bank:
    return Bank()


@pytest.fixture
def together(bank) -> GroupCommit[int, str]:
    return GroupCommit(bank.work, most=4, strikes_all=lambda error: isinstance(error, DatabaseAway))


async def turns(number: int = 5) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


async def ask_all(together: GroupCommit[int, str], requests: Sequence[int]) -> list[object]:
    asked = [together.ask(request) for request in requests]
    return await asyncio.gather(*asked, return_exceptions=True)


async def asked(together: GroupCommit[int, str], *requests: int) -> list[asyncio.Task[str]]:
    """Callers who wait, in this order."""
    tasks = [asyncio.ensure_future(together.ask(request)) for request in requests]
    await turns()
    return tasks


def _note(order: list[int], number: int, _: object) -> None:
    order.append(number)


class TestAnswers:
    async def test_everybody_gets_her_own(self, bank, together):
        answers = await ask_all(together, range(50))

        assert answers == [f"did {number}" for number in range(50)]

    async def test_first_come_first_served_and_never_more_than_most(self, bank, together):
        await ask_all(together, range(11))

        assert bank.done == list(range(11))
        assert [len(batch) for batch in bank.batches] == [4, 4, 3]

    async def test_what_comes_meanwhile_goes_together_into_the_next(self, bank, together):
        bank.door.clear()
        first = await asked(together, 1)
        later = await asked(together, 2, 3)
        assert bank.batches == [[1]]

        bank.door.set()
        await asyncio.gather(*first, *later)

        assert bank.batches == [[1], [2, 3]]

    async def test_nobody_waits_where_nothing_is_going_on(self, bank, together):
        for number in range(3):
            assert await together.ask(number) == f"did {number}"

        assert bank.batches == [[0], [1], [2]]

    async def test_late_comers_never_pass_those_who_wait(self, bank, together):
        bank.door.clear()
        waiting = await asked(together, *range(10))
        bank.door.set()
        order: list[int] = []
        for number, task in enumerate(waiting):
            task.add_done_callback(partial(_note, order, number))

        await asyncio.gather(*waiting, *(together.ask(number) for number in range(10, 20)))

        assert order == list(range(10))
        assert bank.done == list(range(20))


class TestErrors:
    @pytest.mark.parametrize("poisoned", [{0}, {3}, {0, 1, 2, 3}, {1, 6}, {7}])
    async def test_harm_only_whoever_brought_them(self, bank, together, poisoned):
        bank.poison = poisoned

        answers = await ask_all(together, range(8))

        for number, answer in enumerate(answers):
            if number in poisoned:
                assert isinstance(answer, Poisoned)
            else:
                assert answer == f"did {number}"
        assert bank.done == [number for number in range(8) if number not in poisoned]

    async def test_a_poisoned_one_costs_few_transactions(self, bank):
        bank.poison = {200}
        together = GroupCommit(bank.work, most=256)

        await ask_all(together, range(256))

        assert len(bank.done) == 255
        assert len(bank.batches) <= 2 * 8 + 1

    async def test_of_the_database_are_told_to_everybody_at_once(self, bank, together):
        bank.fails = lambda _: DatabaseAway()

        answers = await ask_all(together, range(4))

        assert [type(answer) for answer in answers] == [DatabaseAway] * 4
        assert len(bank.batches) == 1

    async def test_that_pass_leave_the_next_batch_alone(self, bank, together):
        bank.fails = lambda requests: DatabaseAway() if 0 in requests else None

        answers = await ask_all(together, range(6))

        assert answers[4:] == ["did 4", "did 5"]

    async def test_a_batch_that_answers_too_few_is_an_error(self):
        async def forgetful(_: Sequence[int]) -> Sequence[str]:
            return []

        with pytest.raises(ValueError, match="shorter"):
            await GroupCommit(forgetful).ask(1)


class TestGivingUp:
    async def test_while_waiting_leaves_her_out(self, bank, together):
        bank.door.clear()
        first, second, third = await asked(together, 1, 2, 3)
        (fourth,) = await asked(together, 4)
        fifth, sixth = await asked(together, 5, 6)
        assert bank.batches == [[1, 2, 3]]

        fifth.cancel()
        await turns()
        bank.door.set()

        answers = await asyncio.gather(*[first, second, third, fourth, sixth])
        assert answers == [f"did {number}" for number in (1, 2, 3, 4, 6)]
        assert fifth.cancelled()
        assert bank.batches == [[1, 2, 3], [4, 6]]

    async def test_in_the_middle_of_a_transaction_harms_nobody_in_it(self, bank, together):
        """Whoever came first is no different: the transaction is not hers alone."""
        for gone in range(3):
            bank.door.clear()
            tasks = await asked(together, *range(3))
            tasks[gone].cancel()
            await turns()
            bank.door.set()

            answers = await asyncio.gather(*tasks, return_exceptions=True)

            assert isinstance(answers[gone], asyncio.CancelledError)
            others = [number for number in range(3) if number != gone]
            assert [answers[number] for number in others] == [f"did {n}" for n in others]
        assert bank.batches == [[0, 1, 2]] * 3
        assert len(bank.done) == 9

    async def test_of_everybody_still_ends_the_transaction(self, bank, together):
        bank.door.clear()
        tasks = await asked(together, 1, 2)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        assert bank.done == []

        bank.door.set()
        await together.finish()

        assert bank.done == [1, 2]
        assert await together.ask(3) == "did 3"

    async def test_just_when_her_turn_comes_stops_nobody(self, bank, together):
        """Cancelled at every single step of the loop, one after the other."""
        for step in range(12):
            bank.done.clear()
            doomed = asyncio.ensure_future(together.ask(0))
            others = [asyncio.ensure_future(together.ask(number)) for number in range(1, 10)]
            await turns(step)
            doomed.cancel()

            async with asyncio.timeout(1):
                answers = await asyncio.gather(*others)
                await together.finish()

            assert answers == [f"did {number}" for number in range(1, 10)]
            assert [number for number in bank.done if number] == list(range(1, 10))

    async def test_of_a_poisoned_one_leaves_no_complaint(self, bank, together, caplog):
        bank.poison = {1}
        for step in range(8):
            poisoned, well = (asyncio.ensure_future(together.ask(n)) for n in (1, 2))
            await turns(step)
            poisoned.cancel()
            assert await well == "did 2"
            await together.finish()
            assert poisoned.done()
            if not poisoned.cancelled():
                assert isinstance(poisoned.exception(), Poisoned)

        assert caplog.records == []

    async def test_by_a_timeout_is_told_in_time(self, bank, together):
        bank.door.clear()

        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await together.ask(1)

        bank.door.set()
        await together.finish()


class TestTheEnd:
    async def test_of_the_program_tells_everybody_who_is_left(self, bank, together):
        bank.door.clear()
        before = asyncio.all_tasks()
        tasks = await asked(together, *range(6))
        (worker,) = asyncio.all_tasks() - before - set(tasks)

        worker.cancel()
        await asyncio.wait(tasks, timeout=1)

        assert all(task.cancelled() for task in tasks)
        bank.door.set()
        assert await together.ask(7) == "did 7"

    async def test_leaves_nothing_in_flight(self, bank, together):
        before = asyncio.all_tasks()
        await ask_all(together, range(10))

        await together.finish()

        assert asyncio.all_tasks() == before
        await together.finish()


async def test_a_thousand_callers_of_whom_many_give_up(bank):
    """Whoever is answered was done once; whoever is not was not told a lie."""
    bank.poison = set(range(0, 1000, 97))
    together = GroupCommit(bank.work, most=16)

    async def call(number: int) -> str:
        await turns(number * 7 % 31)
        answer: str = await together.ask(number)
        return answer

    tasks = [asyncio.ensure_future(call(number)) for number in range(1000)]
    for step in range(40):
        await turns(1)
        for number in range(step, 1000, 53):
            tasks[number].cancel()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    await together.finish()

    assert len(bank.done) == len(set(bank.done))
    for number, answer in enumerate(answers):
        if isinstance(answer, Poisoned):
            assert number in bank.poison
        elif isinstance(answer, str):
            assert answer == f"did {number}"
            assert number in bank.done
        else:
            assert isinstance(answer, asyncio.CancelledError)
    assert {number for number in range(1000) if answers[number] == f"did {number}"}
