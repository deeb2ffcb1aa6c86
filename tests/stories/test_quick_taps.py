"""One tap more than needed: nothing piles up, and there is a way back."""

from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Person, Seen, Town


async def runners(town: Town) -> tuple[Person, Person, int]:
    ana, ben, mia = town.person("Ana"), town.person("Ben"), town.person("Mia")
    for person in (ana, ben, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Red Sneaker", sizes=("41", "42"), stock=9)
    await puts_on_shelf(town, shop, "Blue Sneaker", sizes=("41", "42"), stock=9)
    return ana, ben, await town.group("Runners", ana, ben)


def sheets(person: Person, group: int) -> list[Seen]:
    return [seen for seen in person.sees(group) if seen["seen"]["ephemeral"]]


async def test_quick_taps_on_buy_leave_one_sheet_for_each_product(town: Town):
    ana, ben, group = await runners(town)
    await ana.says("/shop red sneaker", group)
    red = ana.finds("Buy", group)
    await ana.says("/shop blue sneaker", group)

    for _ in range(3):
        await ana.taps("Buy", group, on=red)
    await ana.taps("Buy", group)
    await ben.taps("Buy", group, on=red)

    assert [seen["text"] for seen in sheets(ana, group)] == [
        "Red Sneaker\nChoose a size",
        "Blue Sneaker\nChoose a size",
    ]
    assert len(sheets(ben, group)) == 1


async def test_a_sheet_that_asks_for_money_stays_when_she_begins_again(town: Town):
    ana, _, group = await runners(town)
    await ana.says("/shop red sneaker", group)
    card = ana.finds("Buy", group)
    await ana.taps("Buy", group, on=card)
    await ana.taps("42", group)
    await ana.taps("Pay", group)
    await ana.taps("I agree", group)

    await ana.taps("Buy", group, on=card)

    paying, choosing = sheets(ana, group)
    assert "kept for you for 15 minutes" in paying["text"]
    assert choosing["text"] == "Red Sneaker\nChoose a size"


async def test_an_order_opened_from_the_list_leads_back_to_it(town: Town):
    ana, _, group = await runners(town)
    await ana.says("/shop red sneaker", group)
    await ana.taps("Buy", group)
    await ana.taps("42", group)
    await ana.taps("Pay", group)
    await ana.taps("I agree", group)
    await ana.pays(group)

    await ana.says("/orders")
    listed = ana.reads()
    await ana.taps("1 ·")
    assert ana.reads().startswith("Order 1 – Lindenfaden")
    await ana.taps("‹ All my orders")

    assert ana.reads() == listed
