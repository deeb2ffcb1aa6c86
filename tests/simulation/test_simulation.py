"""Random people, deals, crashes and faults on the real services and the real database.

pytest tests/simulation --seeds 50 --first-seed 300
"""

import asyncio
import time
from io import StringIO
from typing import TextIO

import pytest

from tests.simulation import truths
from tests.simulation.truths_of_money import check_held
from tests.simulation.world import World

LONGEST = 200.0  # seconds: nobody waits for ever, and then it is told for what


def write_stacks(there: TextIO) -> None:
    """What everybody waits for, while they still do."""
    for task in asyncio.all_tasks():
        _write_chain(task.get_coro(), task.get_name(), there)


def _write_chain(waiting: object, name: str, there: TextIO) -> None:
    """``Task.print_stack`` shows the outermost frame alone."""
    print(name, file=there)
    while waiting is not None:
        frame = getattr(waiting, "cr_frame", None) or getattr(waiting, "ag_frame", None)
        if frame is not None:
            print(f"    {frame.f_code.co_filename}:{frame.f_lineno}", file=there)
        waiting = getattr(waiting, "cr_await", None) or getattr(waiting, "ag_await", None)


# The lines of processes that died are swept up whenever the collector comes by.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.timeout(300)
async def test_everything_comes_to_a_true_end(database_url, seed, record_property):
    world = World(database_url, seed)
    began = time.process_time()
    stacks = StringIO()
    watch = asyncio.get_running_loop().call_later(LONGEST - 5, write_stacks, stacks)
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
            f"\n{stacks.getvalue()}"
        )
        raise
    finally:
        watch.cancel()
        record_property("day", dict(world.met) | {"seconds": time.process_time() - began})
        await world.close()
