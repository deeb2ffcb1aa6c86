"""Very many taps on one deal at once; run as a program it is a process of its own.

    python -m tests.deals.storm DATABASE_URL DEAL_ID SEED

Taps are the same for every process except for their order: people press twice, and Telegram
delivers an update to two processes. Prints who was told what, as JSON.
"""

import asyncio
import json
import random
import sys
from collections.abc import Sequence
from typing import Protocol

from bot.cli.database import import_models
from bot.deals.joiner import Joiner
from bot.deals.models import DealId
from bot.deals.seating import Answer, Wish
from bot.deals.settings import DealSettings
from bot.kit.db import open_engine
from bot.people.models import PersonId
from tests.fakes import FakeClock

PEOPLE = 1500
TAPS = 2000
Told = list[tuple[PersonId, Answer]]


class Door(Protocol):
    async def hold(self, wish: Wish) -> Answer: ...


def taps(deal_id: DealId, seed: int) -> list[Wish]:
    """Everybody once, and of some a second tap: half of those with the same key."""
    wishes = [
        Wish(deal_id=deal_id, person_id=PersonId(number), key=f"tap-{deal_id}-{number}")
        for number in range(1, PEOPLE + 1)
    ]
    again = [
        Wish(
            deal_id=deal_id,
            person_id=PersonId(number),
            key=f"tap-{deal_id}-{number}" + ("-again" if number % 2 else ""),
        )
        for number in range(1, TAPS - PEOPLE + 1)
    ]
    everything = wishes + again
    random.Random(seed).shuffle(everything)  # noqa: S311
    return everything


async def storm(door: Door, wishes: Sequence[Wish]) -> Told:
    answers = await asyncio.gather(*(door.hold(wish) for wish in wishes))
    return [(wish.person_id, answer) for wish, answer in zip(wishes, answers, strict=True)]


async def main(url: str, deal_id: DealId, seed: int) -> None:
    import_models()
    engine = open_engine(url)
    joiner = Joiner(engine, FakeClock(), DealSettings())
    sys.stdin.readline()  # everybody starts at the same moment
    told = await storm(joiner, taps(deal_id, seed))
    await engine.dispose()
    print(json.dumps([(person, answer.outcome, answer.pieces) for person, answer in told]))  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], DealId(int(sys.argv[2])), int(sys.argv[3])))
