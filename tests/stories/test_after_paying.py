"""What asked for something says that it is done, and does not go on asking."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.catalog.media import MediaStore
from bot.catalog.models import Picture, Product
from tests.stories.shopkeeping import left, opens_shop, puts_on_shelf
from tests.stories.town import TOKEN, Person, Seen, Town

DOWNLOAD = {"kind": "digital", "price": "50 XTR", "unlimited": True}


@pytest.fixture(autouse=True)
def media(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIA_DIR", str(tmp_path / "media"))


async def holds(town: Town, ana: Person, mia: Person, **facts: Any) -> Product:
    """Ana is asked to pay, in the private chat."""
    await ana.starts()
    await mia.starts()
    product = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", **facts)
    await ana.starts(f"buy_{product.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    return product


def offering(person: Person, label: str, chat: int | None = None) -> list[Seen]:
    """The messages that still have such a button."""
    return [one for one in person.sees(chat) if f"'{label}'" in str(one.get("reply_markup"))]


@pytest.mark.parametrize("facts", [{}, DOWNLOAD], ids=["money", "stars"])
async def test_what_was_kept_for_her_says_that_it_is_paid(town: Town, facts: dict[str, Any]):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await holds(town, ana, mia, **facts)
    assert len(offering(ana, "Cancel")) == 1

    assert (await ana.pays())["status"] == "paid"

    assert offering(ana, "Cancel") == []
    said = [one.get("text", "") for one in ana.sees()]
    assert "✅ Paid – order 1. Here comes the receipt." in said
    assert not any("kept for you" in one for one in said)


@pytest.mark.parametrize("facts", [{}, DOWNLOAD], ids=["money", "stars"])
async def test_in_the_group_too(town: Town, facts: dict[str, Any]):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", **facts)
    group = await town.group("Runners", ana)
    await ana.says("/shop red sneaker", group)
    await ana.taps("Buy", group)
    await ana.taps("Pay", group)
    await ana.taps("I agree", group)
    assert len(offering(ana, "Cancel", group)) == 1

    assert (await ana.pays(group))["status"] == "paid"

    assert offering(ana, "Cancel", group) == []


async def test_a_card_with_a_picture_becomes_paid_as_well(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    shop = await opens_shop(town, mia)
    drawn = BytesIO()
    Image.new("RGB", (40, 40), "red").save(drawn, "PNG")
    kept = (await town.container.get(MediaStore)).keep(drawn.getvalue())
    picture = Picture(sha256=kept.sha256, file=kept.file, source=kept.source)
    shoe = await puts_on_shelf(town, shop, "Red Sneaker", pictures=[picture])
    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")

    assert (await ana.pays())["status"] == "paid"

    [card] = [one for one in ana.sees() if "photo" in one]
    assert card["caption"] == "✅ Paid – order 1. Here comes the receipt."
    assert "reply_markup" not in card


async def test_when_the_time_is_over_nothing_offers_to_cancel(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    shoe = await holds(town, ana, mia, stock=1)

    await town.passes(minutes=16)

    assert offering(ana, "Cancel") == []
    assert "Order 1: the time to pay ran out." in [one.get("text") for one in ana.sees()]
    assert await left(town, shoe) == [1]


async def test_a_question_for_tracking_numbers_ends_with_the_parcel_on_its_way(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await holds(town, ana, mia)
    await ana.pays()
    await mia.taps("Ship")
    asked = mia.sees()[-1]
    assert len(offering(mia, "Shipped without a number")) == 1

    await mia.says("RR123456785DE", to=asked)

    assert offering(mia, "Shipped without a number") == []
    assert mia.reads() == "✓ Noted. The buyer has the tracking number."
    await mia.says("RR123456794DE", to=asked)
    await ana.says("/order 1")
    assert "RR123456785DE\nRR123456794DE" in ana.reads()


async def test_a_tap_on_a_question_that_a_colleague_has_answered(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await holds(town, ana, mia)
    await ana.pays()
    await mia.taps("Ship")
    asked = mia.sees()[-1]
    await mia.presses("Shipped without a number")
    [tap] = await town.sandbox.take_updates(TOKEN)
    await mia.says("RR123456785DE", to=asked)

    await town.hears(tap)

    assert any("Order 1 is on its way" in one.get("text", "") for one in mia.sees())
    assert [one["text"] for one in ana.sees() if "📦" in one.get("text", "")] == [
        "📦 Order 1 is on its way, Lindenfaden says.\n\nTracking number:\nRR123456785DE"
    ]


async def test_who_adds_a_number_is_not_asked_whether_there_is_none(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await holds(town, ana, mia)
    await ana.pays()
    await mia.taps("Ship")
    await mia.taps("Shipped without a number")
    assert mia.reads().startswith("Order 1 is on its way, and the buyer knows.")

    await mia.taps("Add a tracking number")

    assert offering(mia, "Shipped without a number") == []
    assert len(offering(mia, "Close")) == 1
