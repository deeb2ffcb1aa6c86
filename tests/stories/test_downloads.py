"""Digital goods: the merchant says what buyers get, and buyers get it."""

from typing import Any

from bot.catalog.models import Merchant, Product
from sandbox.sim.speaking import Attachment
from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

ADDED_ONE = "In your cart. It holds one piece."
SONG = b"ID3 a song of ours " * 999


async def without_a_file(town: Town, owner: Person) -> tuple[Merchant, Product]:
    shop = await opens_shop(town, owner)
    facts: dict[str, Any] = {"kind": "digital", "price": "50 XTR", "unlimited": True}
    return shop, await puts_on_shelf(town, shop, "Song", **facts, download_text=None)


async def sends(town: Town, person: Person, name: str, content: bytes) -> None:
    document = Attachment("document", content=content, name=name)
    town.sandbox.sim.say(person.id, town.bot_id, attachments=(document,))
    for _ in range(2):
        await town.passes(seconds=2)


async def hands_out(town: Town, mia: Person, content: bytes = SONG) -> None:
    await mia.says("/products")
    await mia.taps("Song")
    await mia.taps("File for buyers")
    await sends(town, mia, "the song.mp3", content)


def files(person: Person) -> list[str]:
    return [seen["document"]["file_name"] for seen in person.sees() if "document" in seen]


async def buys(ana: Person, product: Product) -> None:
    await ana.starts(f"buy_{product.id}")
    await ana.taps("Pay")
    if "Before your first payment" in ana.reads():
        await ana.taps("I agree")
    assert (await ana.pays())["status"] == "paid"


async def test_the_buyer_gets_the_file_with_her_receipt_and_again_when_she_asks(town: Town):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await mia.starts()
    _, song = await without_a_file(town, mia)

    await hands_out(town, mia)
    assert mia.reads().startswith("✓ From now on buyers get this file.")
    assert "Buyers get “the song.mp3” (0.02 MB)." in mia.reads()
    await buys(ana, song)

    receipt, file = ana.sees()[-2:]
    assert "It follows right away." in receipt["text"]
    assert file["document"]["file_name"] == "the song.mp3"
    assert town.sandbox.world.files.read(file["document"]["file_id"]) == SONG
    assert "Delivered" in mia.reads()
    assert "Ship" not in str(mia.sees()[-1]["reply_markup"])

    await ana.says("/order 1")
    await ana.taps("Send the file again")
    assert files(ana) == ["the song.mp3", "the song.mp3"]


async def test_what_nobody_can_send_cannot_be_bought(town: Town):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await mia.starts()
    _, song = await without_a_file(town, mia)

    await ana.starts(f"buy_{song.id}")
    assert ana.reads() == (
        "This cannot be bought yet: its file is still missing. Please look again later."
    )

    await mia.says("/products")
    await mia.taps("Song")
    assert "Nobody can buy this yet: add the file that buyers get." in mia.reads()


async def test_a_link_does_as_well_as_a_file(town: Town):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await mia.starts()
    _, song = await without_a_file(town, mia)
    await mia.says("/products")
    await mia.taps("Song")
    await mia.taps("File for buyers")
    await mia.says("https://example.org/a?b=1&c=<2>")
    assert "Buyers get these words: https://example.org/a?b=1&c=<2>" in mia.reads()

    await buys(ana, song)

    assert ana.reads() == "Here is Song:\nhttps://example.org/a?b=1&c=<2>"


async def test_other_peoples_orders_and_money_given_back_bring_no_file(town: Town):
    ana, ben, mia = town.person("Ana", stars=100), town.person("Ben"), town.person("Mia")
    await mia.starts()
    await ben.starts()
    _, song = await without_a_file(town, mia)
    await hands_out(town, mia)
    await buys(ana, song)

    await ben.says("/order 1")
    assert "Send the file again" not in str(ben.sees()[-1])
    await ana.says("/order 1")
    page = ana.sees()[-1]
    await mia.taps("Refund")
    await mia.taps("Give back")
    await mia.taps("Yes")
    await town.passes(seconds=10)

    told = await ana.taps("Send the file again", on=page)
    assert told["text"] == (
        "There is nothing to send: this order holds no file, or its money was given back."
    )
    assert files(ana) == ["the song.mp3"]


async def test_an_empty_file_is_refused_in_words(town: Town):
    mia = town.person("Mia")
    await mia.starts()
    await without_a_file(town, mia)

    await hands_out(town, mia, b"")

    assert mia.reads() == "Please send some words."


async def test_a_download_is_bought_once_and_for_stars(town: Town):
    ana, mia = town.person("Ana", stars=100), town.person("Mia")
    await mia.starts()
    shop = await opens_shop(town, mia)
    facts: dict[str, Any] = {"kind": "digital", "price": "50 XTR", "unlimited": True}
    song = await puts_on_shelf(town, shop, "Song", **facts)

    await ana.starts(f"buy_{song.id}")
    choice = ana.sees()[-1]
    labels = [b["text"] for row in choice["reply_markup"]["inline_keyboard"] for b in row]
    assert labels == ["Pay 50 ⭐", "Add to cart", "Close"]

    await ana.taps("Add to cart")
    await ana.starts(f"buy_{song.id}")
    await ana.taps("Add to cart")
    assert ana.reads() == ADDED_ONE
    await ana.says("/cart")
    await ana.taps("+")
    assert "1 × Song" in str(ana.sees()[-1]["reply_markup"])
