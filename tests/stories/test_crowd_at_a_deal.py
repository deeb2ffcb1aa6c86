"""Many join within a moment, while Telegram lets a bot say little in a group."""

import pytest

from tests.stories.buying_together import opens_deal
from tests.stories.shopkeeping import differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

CROWD = 22
pytestmark = pytest.mark.usefixtures("stripe")


async def crowd(town: Town) -> tuple[list[Person], Person, int]:
    mia = town.person("Mia")
    people = [town.person(f"Guest {number}") for number in range(1, CROWD + 1)]
    for person in (mia, *people):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=CROWD)
    return people, mia, await town.group("Kiln Street", *people)


def where_she_was_told(person: Person, group: int) -> int | None:
    """In the group where Telegram let it be said, else where her own chat has a pace of its own."""
    here = any("Your seat is kept" in str(seen.get("text")) for seen in person.sees(group))
    alone = any("Your seat is kept" in str(seen.get("text")) for seen in person.sees())
    assert here is not alone
    return group if here else None


async def test_everybody_hears_of_her_seat_where_the_group_may_hear_little(town: Town):
    people, mia, group = await crowd(town)
    await opens_deal(mia, goal=CROWD, lasts="1 week")
    sim = town.sandbox.sim
    sim.flood(on=True)

    for person in people:
        await person.presses("Join", group)
    await town.hears_at_once()
    told = [where_she_was_told(person, group) for person in people]

    assert None in told
    assert await differences(town) == []
