"""Cards stay in a chat for ever; what may be bought by them changes."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Merchant, Product, ProductId
from bot.catalog.service import CatalogService
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.people.models import PersonId
from tests.stories.shopkeeping import left, opens_shop, puts_on_shelf
from tests.stories.town import Person, Seen, Town


class Stall:
    """Ana looks at a card in a group where Mia's shop sells."""

    def __init__(self, town: Town, ana: Person, mia: Person, shop: Merchant, shoe: Product) -> None:
        self.town, self.ana, self.mia, self.shop, self.shoe = town, ana, mia, shop, shoe
        self.group = 0

    async def opens(self) -> None:
        self.group = await self.town.group("Runners", self.ana, self.mia)
        await self.ana.says("/shop red sneaker", self.group)

    def card(self) -> Seen:
        return self.ana.finds("Buy", self.group)

    async def sells_only(self, *merchants: Merchant) -> None:
        async with self.town.container() as scope:
            group = await (await scope.get(GroupService)).find_by_chat(self.group)
            assert group is not None
            group.sells_everything = False
            chosen = frozenset(merchant.id for merchant in merchants)
            await (await scope.get(GroupRepository)).replace_sellers(group.id, chosen)
            await (await scope.get(AsyncSession)).commit()


@pytest.fixture
async def stall(town: Town) -> Stall:
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    shop = await opens_shop(town, mia)
    shoe = await puts_on_shelf(town, shop, "Red Sneaker", stock=3)
    stall = Stall(town, ana, mia, shop, shoe)
    await stall.opens()
    return stall


async def test_a_merchant_who_was_taken_out_of_the_group(town: Town, stall: Stall):
    ana, group = stall.ana, stall.group
    card = stall.card()
    await ana.taps("Buy", group)
    choice = ana.sees(group)[-1]
    await stall.sells_only(await opens_shop(town, stall.mia, "Nordlauf"))

    for label, on in (("Buy", card), ("Pay", choice), ("Add to cart", choice)):
        told = await ana.taps(label, group, on=on)
        assert told["text"] == "Lindenfaden does not sell in this group any more."
    assert await left(town, stall.shoe) == [3]

    await stall.sells_only(stall.shop)
    await ana.taps("Buy", group, on=card)
    assert "€45.00" in ana.reads(group)


async def test_a_product_that_was_taken_off_the_shelf(town: Town, stall: Stall):
    card = stall.card()
    async with town.container() as scope:
        catalog = await scope.get(CatalogService)
        await catalog.archive(ProductId(stall.shoe.id), by=PersonId(stall.mia.id))
        await (await scope.get(AsyncSession)).commit()

    told = await stall.ana.taps("Buy", stall.group, on=card)

    assert told["text"] == "This product is no longer for sale."


async def test_a_group_that_has_put_the_bot_out_leads_to_the_private_chat(town: Town, stall: Stall):
    card = stall.card()
    town.sandbox.sim.remove(stall.ana.id, stall.group, town.bot_id)
    await town.settle()

    await stall.ana.taps("Buy", stall.group, on=card)

    assert "Red Sneaker" in stall.ana.reads()
    assert stall.ana.finds("Pay €45.00")


async def test_a_card_that_was_passed_on_buys_nothing_where_its_merchant_does_not_sell(
    town: Town, stall: Stall
):
    other = await town.group("Neighbours", stall.mia, stall.ana)
    card = stall.card()
    town.sandbox.sim.forward(stall.ana.id, stall.group, card["seen"]["key"], other)
    await town.settle()

    # Telegram takes the buttons of a bot off what is passed on.
    passed_on = stall.ana.sees(other)[-1]
    assert passed_on["forward_origin"]
    assert "reply_markup" not in passed_on
