"""People, a shop and a group, so that a story begins with a deal on the table."""

from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


async def opens_deal(
    mia: Person, kind: str = "Goal", *, goal: int = 2, lasts: str = "1 day"
) -> None:
    """A merchant makes a deal by buttons, and posts it into the only group there is."""
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps(kind)
    await mia.taps("Goal")
    await mia.says(str(goal))
    await mia.taps(lasts)
    await mia.taps("Post")


async def neighbours(town: Town) -> tuple[Person, Person, Person, Person, int]:
    ana, ben, cyd, mia = [town.person(name) for name in ("Ana", "Ben", "Cyd", "Mia")]
    for person in (ana, ben, cyd, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=5)
    group = await town.group("Kiln Street", ana, ben, cyd)
    return ana, ben, cyd, mia, group
