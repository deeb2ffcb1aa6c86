"""Random people, deals, crashes and faults on the real services and the real database.

pytest tests/simulation --seeds 50 --first-seed 300
"""

from tests.simulation import snapshot, truths
from tests.simulation.world import World


async def test_everything_comes_to_a_true_end(database_url, seed):
    world = World(database_url, seed)
    try:
        await world.run()
        now = await world.quiet.do(lambda shop: snapshot.take(shop, world.bank))
        truths.check(now, world.bank)
    except BaseException as error:
        error.add_note(
            f"\n{world.history}\n\nAgain: pytest tests/simulation --first-seed {seed} --seeds 1"
        )
        raise
    finally:
        await world.close()
