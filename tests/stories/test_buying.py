"""From the card in the group to the parcel at the door."""

import pytest

from bot.payments.models import AccountKind
from sandbox.sim.errors import SimError
from tests.stories.shopkeeping import books, differences, left, opens_shop, puts_on_shelf
from tests.stories.town import Town


async def test_a_pair_of_shoes_is_bought_in_the_group_and_sent(town: Town):
    ana, ben, mia = town.person("Ana"), town.person("Ben"), town.person("Mia")
    await ana.starts()
    await mia.starts()
    shop = await opens_shop(town, mia)
    shoe = await puts_on_shelf(town, shop, "Red Sneaker", sizes=("41", "42"), stock=3)
    group = await town.group("Runners", ana, ben)

    await ana.says("/shop red sneaker", group)
    await ana.taps("Buy", group)
    assert ana.reads(group) == "Red Sneaker\nChoose a size"
    await ana.taps("42", group)
    await ana.taps("+", group)
    assert ana.reads(group) == "Red Sneaker\n42 · 2 × €45.00 = €90.00\nOnly 3 left"
    assert "Choose a size" not in ben.reads(group)

    await ana.taps("Pay €90.00", group)
    assert ana.reads(group).startswith("Before your first payment")
    await ana.taps("I agree", group)
    assert ana.reads(group).endswith(
        "€90.00 before delivery, kept for you for 15 minutes.\n"
        "The receipt comes into our private chat; /orders shows it there at any time."
    )
    assert await left(town, shoe) == [3, 1]
    paid = await ana.pays(group)

    assert (paid["status"], paid["total_amount"]) == ("paid", 9490)
    assert ana.reads().startswith("✅ Paid – order 1\nLindenfaden, ")
    assert "Parcel – €4.90\nTotal: €94.90" in ana.reads()
    whispered = next(seen for seen in reversed(ana.sees(group)) if seen["seen"]["ephemeral"])
    assert whispered["text"] == "✅ Paid. The receipt for order 1 is in our private chat."
    assert "reply_markup" not in whispered
    assert ben.reads(group) == "🛍 Somebody here bought “Red Sneaker”."
    assert mia.reads().startswith("🛍 New order 1\nPaid\n\n2 × Red Sneaker – 42 – €90.00")
    assert "Ana Silva\nLindenstraße 7\n04103 Leipzig\nGermany" in mia.reads()
    assert await books(town) == {
        AccountKind.GATEWAY_CLEARING: 9490,
        AccountKind.MERCHANT_PAYABLE: -9490,
    }
    assert await differences(town) == []

    await mia.taps("Ship")
    await mia.says("RR123456785DE\nRR123456794DE", to=mia.sees()[-1])
    assert ana.reads() == (
        "📦 Order 1 is on its way, Lindenfaden says.\n\n2 parcels:\nRR123456785DE\nRR123456794DE"
    )

    await ana.taps("It has arrived")
    assert ana.reads().startswith("Order 1 – Lindenfaden\nDelivered")


async def test_the_last_piece_goes_to_one_of_two(town: Town):
    ana, ben, mia = town.person("Ana"), town.person("Ben"), town.person("Mia")
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", stock=1)
    for buyer in (ana, ben):
        await buyer.starts()
        await buyer.says("/terms")
        await buyer.taps("I accept")
        await buyer.starts(f"buy_{shoe.id}")

    await ana.taps("Pay")
    told = await ben.taps("Pay")
    assert "Red Sneaker" in told["text"]
    assert (await ana.pays())["status"] == "paid"

    assert await left(town, shoe) == [0]
    assert await differences(town) == []


async def test_an_invoice_passed_on_is_not_paid_by_somebody_else(town: Town):
    ana, ben, mia = town.person("Ana"), town.person("Ben"), town.person("Mia")
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    group = await town.group("Runners", ana, ben)
    await ana.says("/shop red sneaker", group)
    await ana.taps("Buy", group)
    await ana.taps("Pay", group)
    await ana.taps("I agree", group)
    link = str((await ana.taps("Pay", group))["url"])

    opened = await ben.opens(link)
    with pytest.raises(SimError) as refused:  # at the address: no way of delivery is shown
        await ben.settles(opened["checkout"])

    assert str(refused.value) == (
        "This invoice was made for somebody else. Press Buy to get your own."
    )
    assert await left(town, shoe) == [9]
    assert await books(town) == {}


async def test_a_country_the_merchant_does_not_reach(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    checkout = await ana.opens_checkout()
    home = {
        "country_code": "JP",
        "state": "",
        "city": "Nara",
        "street_line1": "1",
        "street_line2": "",
        "post_code": "1",
    }

    with pytest.raises(SimError, match="Lindenfaden does not deliver to this country"):
        await ana.settles(checkout, details={"name": "Ana", "address": home})


async def test_the_time_runs_out_and_she_tries_again(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", stock=1)
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    assert await left(town, shoe) == [0]

    await town.passes(minutes=16)
    assert ana.reads().startswith("The time to pay ran out")
    assert await left(town, shoe) == [1]
    await ana.taps("Try again")
    assert (await ana.pays())["status"] == "paid"

    assert await left(town, shoe) == [0]


async def test_downloads_are_paid_with_stars(town: Town):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await ana.starts()
    song = await puts_on_shelf(
        town, await opens_shop(town, mia), "Song", kind="digital", price="50 XTR", unlimited=True
    )
    await ana.starts(f"buy_{song.id}")
    await ana.taps("Pay 50")
    await ana.taps("I agree")

    assert (await ana.pays())["status"] == "paid"

    assert ana.reads() == "Here is Song:\nhttps://example.org/Song"
    assert await books(town) == {
        AccountKind.GATEWAY_CLEARING: 50,
        AccountKind.MERCHANT_PAYABLE: -50,
    }


@pytest.mark.parametrize("kind", ["timeout", "5xx", "lost_answer"])
async def test_a_payment_survives_a_telegram_that_stumbles(town: Town, kind: str):
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker")
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")

    town.sandbox.sim.plan_fault(kind, method="answerPreCheckoutQuery", seconds=0.01)
    assert (await ana.pays())["status"] == "paid"

    assert ana.reads().startswith("✅ Paid – order 1")
    assert await differences(town) == []
