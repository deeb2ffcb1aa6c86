"""Random people, deals, crashes and faults on the real services and the real database.

pytest tests/simulation --seeds 50 --first-seed 300
"""

import asyncio
import time

import pytest

from tests.simulation import truths
from tests.simulation.truths_of_money import check_held
from tests.simulation.world import World

LONGEST = 200.0  # seconds: nobody waits for ever, and then it is told for what


# The lines of processes that died are swept up whenever the collector comes by.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.timeout(300)
async def test_everything_comes_to_a_true_end(database_url, seed, record_property):
    world = World(database_url, seed)
    began = time.process_time()
    try:
        async with asyncio.timeout(LONGEST):
            await world.live()
            check_held(await world.snapshot(), world.outside)
            await world.rest()
            now = await world.snapshot()
        truths.check(now, world.outside)
        assert world.office.saved_cards() == 0, "Stripe still keeps cards for us"
        world.met.update(truths.outcomes(now))
    except BaseException as error:
        error.add_note(
            f"\n{world.history}\n\nAgain: pytest tests/simulation --first-seed {seed} --seeds 1"
        )
        raise
    finally:
        record_property("day", dict(world.met) | {"seconds": time.process_time() - began})
        await world.close()
