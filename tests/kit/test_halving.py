"""One poisoned part harms no other."""

from collections.abc import Sequence

import pytest
from sqlalchemy.exc import OperationalError

from bot.kit.halving import all_or_halves


class Ledger:
    """Writes down all it is given, or nothing of it."""

    def __init__(self, *poisoned: int) -> None:
        self.poisoned = set(poisoned)
        self.written: list[int] = []
        self.tries = 0

    async def write(self, numbers: Sequence[int]) -> None:
        self.tries += 1
        if wrong := self.poisoned.intersection(numbers):
            raise ValueError(min(wrong))
        self.written += numbers


async def test_what_is_sound_is_done_at_once():
    ledger = Ledger()

    assert await all_or_halves(range(25), ledger.write) == ()

    assert (ledger.written, ledger.tries) == ([*range(25)], 1)


@pytest.mark.parametrize("poisoned", [(0,), (24,), (3, 4, 17), tuple(range(25))])
async def test_what_is_poisoned_is_told_and_the_rest_done_once(poisoned):
    ledger = Ledger(*poisoned)

    wrong = await all_or_halves(range(25), ledger.write)

    assert [(part, error.args) for part, error in wrong] == [(each, (each,)) for each in poisoned]
    assert ledger.written == [each for each in range(25) if each not in poisoned]


async def test_nothing_is_no_work():
    ledger = Ledger()

    assert await all_or_halves([], ledger.write) == ()

    assert ledger.tries == 0


async def test_a_database_that_is_away_is_asked_once():
    tries = []

    async def write(numbers: Sequence[int]) -> None:
        tries.append(numbers)
        raise OperationalError("COMMIT", {}, OSError("away"))

    with pytest.raises(OperationalError):
        await all_or_halves(range(25), write)

    assert len(tries) == 1
