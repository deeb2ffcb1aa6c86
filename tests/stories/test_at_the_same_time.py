"""Two thumbs, two people, a whole crowd: updates that are handled side by side."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product
from bot.orders.models import Order, OrderStatus
from bot.payments.models import Payment, Refund
from tests.stories.shopkeeping import left, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


async def buyers(town: Town, number: int, *, stock: int) -> tuple[list[Person], Product, Person]:
    """People who look at the last question before the invoice."""
    mia = town.person("Mia")
    await mia.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", stock=stock)
    people = [town.person(f"Buyer{one}") for one in range(number)]
    for person in people:
        await person.starts()
        await person.says("/terms")
        await person.taps("I accept")
        await person.starts(f"buy_{shoe.id}")
    return people, shoe, mia


async def count(town: Town, model: type, *conditions: object) -> int:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        found = await session.scalar(
            select(func.count()).select_from(model).where(*conditions)  # type: ignore[arg-type]
        )
        return found or 0


async def test_two_thumbs_make_one_order(town: Town):
    [ana], shoe, _ = await buyers(town, 1, stock=3)

    for _ in range(3):
        await ana.presses("Pay")
    await town.hears_at_once()

    assert await count(town, Order) == 1
    assert await count(town, Payment) == 1
    assert await left(town, shoe) == [2]


async def test_the_last_piece_is_kept_for_one_of_a_crowd(town: Town):
    people, shoe, _ = await buyers(town, 8, stock=3)

    queries = [await person.presses("Pay") for person in people]
    await town.hears_at_once()

    told = [
        (await person.was_told(query)).get("text", "")
        for person, query in zip(people, queries, strict=True)
    ]
    assert sum("broke on our side" in text for text in told) == 0
    assert sum("Red Sneaker" in text for text in told) == 5
    assert await count(town, Order, Order.status == OrderStatus.RESERVED) == 3
    assert await left(town, shoe) == [0]


async def test_two_thumbs_cancel_once(town: Town):
    [ana], shoe, _ = await buyers(town, 1, stock=1)
    await ana.taps("Pay")

    await ana.presses("Cancel")
    await ana.presses("Cancel")
    await town.hears_at_once()

    assert await count(town, Order, Order.status == OrderStatus.CANCELLED) == 1
    assert await left(town, shoe) == [1]


async def test_a_merchant_with_two_thumbs_gives_back_once(town: Town):
    [ana], _, mia = await buyers(town, 1, stock=3)
    await ana.taps("Pay")
    await ana.pays()
    await mia.taps("Refund")
    await mia.taps("Give back")

    for _ in range(3):
        await mia.presses("Yes, give back")
    await town.hears_at_once()

    assert await count(town, Refund) == 1


@pytest.mark.parametrize("data", ["or-close", "or-list:0", "or-cart"])
async def test_a_forged_tap_neither_takes_away_nor_redraws_what_all_can_see(town: Town, data: str):
    ana, ben, mia = town.person("Ana"), town.person("Ben"), town.person("Mia")
    await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    group = await town.group("Runners", ana, ben)
    await ana.says("/shop red sneaker", group)
    card = ana.sees(group)[-1]

    await ben.forges(data, "Buy", group)

    assert ana.sees(group)[-1] == card


async def test_a_button_is_pressed_after_somebody_else_has_turned_the_page(town: Town):
    ana, ben, mia = town.person("Ana"), town.person("Ben"), town.person("Mia")
    shop = await opens_shop(town, mia)
    for colour in ("Red", "Blue", "Green"):
        await puts_on_shelf(town, shop, f"{colour} Sneaker")
    group = await town.group("Runners", ana, ben)
    await ana.says("/shop sneaker", group)
    first = ana.reads(group)

    await ana.presses("▶", group)
    await ben.presses("▶", group)
    await town.hears_at_once()

    assert ana.reads(group) != first
