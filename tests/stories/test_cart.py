"""Several products of one merchant, paid at once."""

from tests.stories.shopkeeping import differences, left, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


async def test_a_cart_is_filled_changed_and_paid(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    shop = await opens_shop(town, mia)
    shoe = await puts_on_shelf(town, shop, "Red Sneaker", price="45.00 EUR", stock=5)
    sock = await puts_on_shelf(town, shop, "Warm Sock", price="5.50 EUR", stock=5)
    for product in (shoe, sock):
        await ana.starts(f"buy_{product.id}")
        await ana.taps("Add to cart")

    await ana.says("/cart")
    await ana.taps("+", on=ana.finds("Empty the cart"))
    assert ana.reads() == (
        "Your cart – Lindenfaden\n"
        "2 × Red Sneaker – €90.00\n"
        "1 × Warm Sock – €5.50\n\n"
        "€95.50 before delivery"
    )
    await ana.taps("Pay €95.50")
    await ana.taps("I agree")
    paid = await ana.pays()

    assert (paid["status"], paid["total_amount"]) == ("paid", 10040)
    assert (await left(town, shoe), await left(town, sock)) == ([3], [4])
    assert await differences(town) == []
    await ana.says("/cart")
    assert ana.reads().startswith("Your cart is empty")


async def test_another_merchants_goods_ask_first(town: Town):
    ana, mia, tom = town.person("Ana"), town.person("Mia"), town.person("Tom")
    await ana.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    pan = await puts_on_shelf(town, await opens_shop(town, tom, "Kupferberg"), "Iron Pan")
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Add to cart")

    await ana.starts(f"buy_{pan.id}")
    await ana.taps("Add to cart")
    assert "Your cart holds goods from Lindenfaden" in ana.reads()
    await ana.taps("Start over")
    await ana.says("/cart")

    assert ana.reads().startswith("Your cart – Kupferberg\n1 × Iron Pan")


async def test_a_cart_filled_in_a_group_is_bought_there(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    market, garden = await town.group("Market", mia, ana), await town.group("Garden", mia, ana)
    shop = await opens_shop(town, mia)
    for title in ("Red Sneaker", "Warm Sock"):
        await puts_on_shelf(town, shop, title)
    await fills(ana, market, "Red Sneaker")
    await pays_cart(ana, market)

    assert bought_lines(mia, market) == ["🛍 Somebody here bought “Red Sneaker”."]
    assert bought_lines(mia, garden) == []


async def test_no_group_hears_what_was_found_in_another(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    market, garden = await town.group("Market", mia, ana), await town.group("Garden", mia, ana)
    shop = await opens_shop(town, mia)
    for title in ("Red Sneaker", "Warm Sock"):
        await puts_on_shelf(town, shop, title)
    await fills(ana, market, "Red Sneaker")
    await fills(ana, garden, "Warm Sock")
    await pays_cart(ana, garden)

    assert bought_lines(mia, market) == bought_lines(mia, garden) == []


async def fills(person: Person, group: int, title: str) -> None:
    await person.says(f"/shop {title}", group)
    await person.taps("Buy", group)
    await person.taps("Add to cart", group)


async def pays_cart(person: Person, group: int) -> None:
    await person.taps("Show the cart", group)
    await person.taps("Pay", group)
    await person.taps("I agree", group)
    assert (await person.pays(group))["status"] == "paid"


def bought_lines(person: Person, chat: int) -> list[str]:
    return [one["text"] for one in person.sees(chat) if "🛍" in one.get("text", "")]


async def test_a_buyer_who_never_started_the_bot_has_her_receipt(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    market = await town.group("Market", mia, ana)
    await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    await fills(ana, market, "Red Sneaker")
    await pays_cart(ana, market)

    assert "Red Sneaker" in ana.reads(), (ana.sees(), ana.sees(market)[-2:])
