"""What changes between the card and the payment is said, and nothing is charged."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product
from bot.catalog.service import CatalogService
from bot.people.models import PersonId
from tests.catalog.make import money
from tests.stories.shopkeeping import books, left, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


@pytest.fixture
async def ana(town: Town) -> Person:
    ana = town.person("Ana")
    await ana.starts()
    return ana


@pytest.fixture
async def mia(town: Town) -> Person:
    return town.person("Mia")


@pytest.fixture
async def shoe(town: Town, mia: Person) -> Product:
    return await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", stock=2)


async def costs(town: Town, mia: Person, shoe: Product, price: str) -> None:
    async with town.container() as scope:
        catalog = await scope.get(CatalogService)
        await catalog.change_price(shoe.id, money(price), by=PersonId(mia.id))
        await (await scope.get(AsyncSession)).commit()


async def test_a_new_price_is_said_when_she_taps_pay(
    town: Town, ana: Person, mia: Person, shoe: Product
):
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay €45.00")
    await ana.taps("I agree")
    await ana.taps("Cancel")
    await ana.starts(f"buy_{shoe.id}")
    await costs(town, mia, shoe, "49.00 EUR")

    told = await ana.taps("Pay €45.00")

    assert "€49.00" in told["text"]
    assert await left(town, shoe) == [2]


async def test_a_new_price_of_what_lies_in_the_cart_is_said_for_all_of_it(
    town: Town, ana: Person, mia: Person, shoe: Product
):
    await ana.says("/terms")
    await ana.taps("I accept")
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("+")
    await ana.taps("Add to cart")
    await ana.says("/cart")
    await costs(town, mia, shoe, "49.00 EUR")

    told = await ana.taps("Pay €90.00")

    assert told["text"].startswith("Your cart comes to €98.00 now. Nothing was charged.")


async def test_a_new_price_is_that_of_one_piece(
    town: Town, ana: Person, mia: Person, shoe: Product
):
    await ana.says("/terms")
    await ana.taps("I accept")
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("+")
    await costs(town, mia, shoe, "49.00 EUR")

    told = await ana.taps("Pay €90.00")

    assert told["text"].startswith("The price of “Red Sneaker” is €49.00 now.")


async def test_a_new_price_is_said_at_the_payment_form(
    town: Town, ana: Person, mia: Person, shoe: Product
):
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    checkout = await ana.opens_checkout()
    await costs(town, mia, shoe, "49.00 EUR")

    refused = await ana.settles(checkout)

    assert refused["status"] == "refused"
    assert "€49.00" in refused["error"]
    assert await books(town) == {}


async def test_an_archived_product_is_refused_at_the_payment_form(
    town: Town, ana: Person, mia: Person, shoe: Product
):
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    checkout = await ana.opens_checkout()
    async with town.container() as scope:
        catalog = await scope.get(CatalogService)
        await catalog.archive(shoe.id, by=PersonId(mia.id))
        await (await scope.get(AsyncSession)).commit()

    refused = await ana.settles(checkout)

    assert (refused["status"], refused["error"]) == (
        "refused",
        "This product is no longer for sale.",
    )
