"""The merchant gives money back: by card through Stripe, Stars through Telegram."""

import pytest

from bot.payments.models import AccountKind
from tests.stories.shopkeeping import before_fees, differences, opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

pytestmark = pytest.mark.usefixtures("stripe")


async def sells(town: Town, ana: Person, mia: Person, **facts: object) -> None:
    """Ana buys two of something from Mia, in the private chat; of a download, one."""
    await ana.starts()
    await mia.starts()
    product = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", **facts)
    await ana.starts(f"buy_{product.id}")
    if facts.get("kind") != "digital":
        await ana.taps("+")
    await ana.taps("Pay")
    await ana.taps("I agree")
    assert (await ana.pays())["status"] == "paid"


async def test_one_of_two_pieces_goes_back_and_then_the_other(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await sells(town, ana, mia, stock=5)

    await mia.taps("Refund")
    assert mia.reads().endswith("Now chosen: €94.90")
    await mia.taps("2/2 × Red Sneaker")
    await mia.taps("Give back €45.00")
    assert mia.reads() == (
        "Give back €45.00 for order 1?\n1 × Red Sneaker\nThe pieces go back on the shelf."
    )
    await mia.taps("Yes, give back €45.00")
    assert ana.reads() == (
        "Lindenfaden gives you back €45.00 of order 1. Your bank may take 5 to 10 days."
    )
    assert "Given back: €45.00" in mia.reads()
    await town.passes(seconds=10)

    assert await before_fees(town) == {
        AccountKind.GATEWAY_CLEARING: 4990,
        AccountKind.MERCHANT_PAYABLE: -4990,
        AccountKind.REFUNDS_PAYABLE: 0,
    }
    assert await differences(town) == []

    await mia.taps("Refund")
    await mia.taps("Give back €49.90")
    await mia.taps("Yes")
    await town.passes(seconds=10)

    assert "order 1 is now refunded in full" in ana.reads()
    assert sum((await before_fees(town)).values()) == 0
    assert (await before_fees(town))[AccountKind.GATEWAY_CLEARING] == 0
    assert await differences(town) == []


async def test_a_second_tap_on_yes_gives_nothing_more(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await sells(town, ana, mia, stock=5)
    await mia.taps("Refund")
    await mia.taps("Give back")
    sure = mia.finds("Yes, give back")["seen"]["key"]

    for _ in range(2):  # both taps are on their way before the bot hears the first
        await town.sandbox.sim.tap(
            mia.id, town.bot_id, sure, button="Yes, give back €94.90", wait=0
        )
    await town.settle()
    await town.passes(seconds=10)

    told = [one for one in ana.sees() if "gives you back" in one.get("text", "")]
    assert len(told) == 1
    assert await differences(town) == []


async def test_stars_go_back_through_telegram(town: Town):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await sells(town, ana, mia, kind="digital", price="40 XTR", unlimited=True)

    await mia.taps("Refund")
    await mia.taps("Give back")
    await mia.taps("Yes")
    await town.passes(seconds=10)

    assert (await before_fees(town))[AccountKind.GATEWAY_CLEARING] == 0
    assert await differences(town) == []
