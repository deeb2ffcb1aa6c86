"""People, a shop and a group, so that a story begins with a deal on the table."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.service import CatalogService
from bot.payments.accounts import GatewayAccountService, Keys
from bot.payments.models import PayeeId
from bot.payments.settings import PaymentSettings
from bot.people.models import PersonId
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


async def has_no_stripe_key(town: Town, mia: Person) -> None:
    """Her own provider takes her money: it can charge at once, and neither hold nor save cards."""
    async with town.container() as scope:
        house = await scope.get(PaymentSettings)
        [merchant] = await (await scope.get(CatalogService)).merchants_of(PersonId(mia.id))
        accounts = await scope.get(GatewayAccountService)
        await accounts.connect(PayeeId(merchant.id), Keys(house.provider_token, ""))
        await (await scope.get(AsyncSession)).commit()


async def finds_her_stripe_key(town: Town, mia: Person) -> None:
    """Later: what runs already keeps its way of charging, and can be given back."""
    async with town.container() as scope:
        house = await scope.get(PaymentSettings)
        [merchant] = await (await scope.get(CatalogService)).merchants_of(PersonId(mia.id))
        accounts = await scope.get(GatewayAccountService)
        await accounts.change_stripe_key(PayeeId(merchant.id), house.stripe_key)
        await (await scope.get(AsyncSession)).commit()


async def neighbours(town: Town) -> tuple[Person, Person, Person, Person, int]:
    ana, ben, cyd, mia = [town.person(name) for name in ("Ana", "Ben", "Cyd", "Mia")]
    for person in (ana, ben, cyd, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=5)
    group = await town.group("Kiln Street", ana, ben, cyd)
    return ana, ben, cyd, mia, group


async def forum(town: Town) -> tuple[Person, Person, int, dict[str, int]]:
    """Olga's forum, in which the bot has been spoken to in one topic, and seen one being made."""
    olga, mia = town.person("Olga"), town.person("Mia")
    for person in (olga, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=5)
    group = await town.group("Kiln Street", olga, mia, forum=True, bot_is_admin=True)
    sim = town.sandbox.sim
    topics = {
        name: int(sim.create_topic(group, olga.id, name)["message_thread_id"])
        for name in ("Food", "Home & Warmth")
    }
    await town.settle()
    return olga, mia, group, topics
