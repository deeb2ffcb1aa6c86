"""A merchant keeps the shelf in the chat: by words, by photos, and by files."""

from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import NotYourProduct
from bot.catalog.models import Merchant, MerchantStaff, ProductId, StaffRole
from bot.catalog.service import CatalogService
from bot.people.models import PersonId
from sandbox.sim.speaking import Attachment
from tests.stories.town import Person, Town

TABLE = """title,price,stock
Mug,12.50,3
Plate,-4,2
Bowl,9,7
"""


@pytest.fixture
async def greta(town: Town) -> Person:
    greta = town.person("Greta")
    await opens_a_shop(town, greta, "Lindenfaden")
    await greta.starts()
    return greta


async def opens_a_shop(town: Town, owner: Person, name: str) -> None:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        merchant = Merchant(handle=name.lower(), name=name, currencies=["EUR"])
        session.add(merchant)
        await session.flush()
        session.add(
            MerchantStaff(
                merchant_id=merchant.id, person_id=PersonId(owner.id), role=StaffRole.OWNER
            )
        )
        await session.commit()


async def sends(town: Town, person: Person, kind: str, name: str, content: bytes) -> None:
    attachment = Attachment(kind, content=content, name=name)
    town.sandbox.sim.say(person.id, town.bot_id, attachments=(attachment,))
    await town.settle()


def photo() -> bytes:
    written = BytesIO()
    Image.new("RGB", (900, 600), "red").save(written, "JPEG")
    return written.getvalue()


async def test_she_puts_a_product_on_the_shelf_and_changes_it(town: Town, greta: Person):
    await greta.says("/newproduct")
    await greta.taps("A thing to ship")
    await greta.says("Red <Sneaker>")
    await greta.says("for free")
    assert greta.reads() == "Please send a price above zero, such as 12.50."
    await greta.says("49,90")
    await greta.says("3")
    assert "Red <Sneaker>\n€49.90\nOnly 3 left" in greta.reads()

    await sends(town, greta, "photo", "sneaker.jpg", photo())
    await town.passes(seconds=2)
    await town.passes(seconds=2)
    assert greta.reads().startswith("✓ The picture is there.")
    assert greta.sees()[-1]["photo"]

    await greta.taps("Price")
    asked = greta.sees()[-1]
    await greta.says("45 EUR")
    assert "✓ The price is €45.00 now." in greta.reads()
    await greta.taps("Never mind", on=asked)
    read = {one["message_id"]: one.get("text") for one in greta.sees()}
    assert read[asked["message_id"]] == "This question has been answered already."
    await greta.taps("Stock")
    await greta.says("0")
    assert "Sold out" in greta.reads()
    await greta.taps("Title")
    await greta.says("Blue Sneaker")
    assert "Blue Sneaker" in greta.reads()

    await greta.taps("Archive")
    assert "In the archive, not on sale" in greta.reads()
    await greta.taps("Undo")
    assert "On sale" in greta.reads()


async def test_never_mind_is_an_answer_too(town: Town, greta: Person):
    await greta.says("/newproduct")
    await greta.taps("A thing to ship")
    await greta.taps("Never mind")
    assert greta.reads() == "All right, nothing was changed."

    await greta.says("/products")
    assert "The shelf is empty" in greta.reads()


async def test_she_sends_a_file_sees_what_it_would_do_and_lets_it(town: Town, greta: Person):
    await greta.says("/import")
    await sends(town, greta, "document", "kitchen.csv", TABLE.encode())
    assert greta.reads() == "Reading kitchen.csv …"
    await passes_until_it_rests(town)

    assert "2 new products, 2 new variants" in greta.reads()
    assert "✗ Line 3, price: “-4” is below zero" in greta.reads()
    await greta.taps("Import 2 products")
    await passes_until_it_rests(town)

    assert greta.reads().startswith("kitchen.csv is imported:")
    await greta.says("/products")
    assert "Mug – €12.50, 3 pieces" in greta.reads()
    await greta.taps("Bowl")
    assert "€9.00" in greta.reads()


async def test_what_she_exports_comes_back_unchanged(town: Town, greta: Person):
    await sends(town, greta, "document", "kitchen.csv", TABLE.encode())
    await passes_until_it_rests(town)
    await greta.taps("Import 2 products")
    await passes_until_it_rests(town)

    await greta.says("/export")
    documents = [one["document"] for one in greta.sees() if "document" in one]
    assert [one["file_name"] for one in documents[-2:]] == ["lindenfaden.csv", "lindenfaden.json"]
    for document in documents[-2:]:
        content = town.sandbox.world.files.read(document["file_id"]) or b""
        await sends(town, greta, "document", document["file_name"], content)
        await passes_until_it_rests(town)
        assert "Nothing would change." in greta.reads()


async def test_a_spreadsheet_is_refused_in_one_sentence(town: Town, greta: Person):
    await sends(town, greta, "document", "kitchen.xlsx", b"PK\x03\x04" + b"\x00" * 200)
    await passes_until_it_rests(town)

    assert "This is a spreadsheet or an archive, not a CSV file." in greta.reads()


async def test_a_shopper_has_no_shelf(town: Town):
    ana = town.person("Ana")
    await ana.starts()

    await ana.says("/products")
    assert ana.reads().startswith("You do not run a shop here yet.")


async def test_somebody_elses_button_does_nothing(town: Town, greta: Person):
    ana = town.person("Ana")
    await opens_a_shop(town, ana, "Other")
    await ana.starts()
    await greta.says("/newproduct")
    await greta.taps("A thing to ship")
    for answer in ("Mug", "5", "3"):
        await greta.says(answer)
    copied = greta.finds("Archive")["reply_markup"]["inline_keyboard"]
    data = next(b["callback_data"] for row in copied for b in row if b["text"] == "Archive")

    assert data.startswith("ca-arch:")
    async with town.container() as scope:
        catalog = await scope.get(CatalogService)
        with pytest.raises(NotYourProduct):
            await catalog.archive(ProductId(int(data.split(":")[1])), by=PersonId(ana.id))


async def passes_until_it_rests(town: Town) -> None:
    for _ in range(4):
        await town.passes(seconds=2)


async def test_she_puts_a_download_up_and_it_is_sold_once_its_file_is_there(
    town: Town, greta: Person
):
    await greta.says("/newproduct")
    await greta.taps("A download")
    await greta.says("Bread Booklet")
    assert greta.reads().startswith("How many Telegram Stars does “Bread Booklet” cost?")
    await greta.says("4 EUR")
    assert greta.reads().startswith("Downloads are sold for Telegram Stars alone.")
    await greta.says("250")
    assert greta.reads().startswith("Send me the file that buyers of “Bread Booklet” get")

    await sends(town, greta, "document", "bread.pdf", b"%PDF bread")
    for _ in range(2):
        await town.passes(seconds=2)

    assert "Buyers get “bread.pdf”" in greta.reads()
    assert "250 ⭐" in greta.reads()
    assert "Stock" not in labels(greta)
    await greta.taps("Price")
    await greta.says("300")
    assert "✓ The price is 300 ⭐ now." in greta.reads()


async def test_a_question_about_the_shop_is_gone_once_it_is_answered(town: Town, greta: Person):
    await opens_a_shop(town, greta, "Nordlauf")
    for command, then in (
        ("/newproduct", "What is the new product?"),
        ("/import", "Send me a CSV or JSON file with the products of Nordlauf."),
    ):
        await greta.says(command)
        asked = greta.sees()[-1]
        await greta.taps("Nordlauf")
        assert greta.sees()[-1]["message_id"] == asked["message_id"]
        assert greta.reads().startswith(then)

    await greta.says("/export")
    asked = greta.sees()[-1]
    await greta.taps("Nordlauf")
    read = {one["message_id"]: one.get("text") for one in greta.sees()}
    assert read[asked["message_id"]] == "Here are the products of Nordlauf:"


async def test_she_stops_an_import_in_the_middle(town: Town, greta: Person):
    rows = "\n".join(f"Mug {number},12.50,3" for number in range(400))
    await sends(town, greta, "document", "mugs.csv", f"title,price,stock\n{rows}".encode())
    assert labels(greta) == ["Cancel"]
    await passes_until_it_rests(town)
    await greta.taps("Import 400 products")
    assert labels(greta) == ["Cancel"]

    await greta.taps("Cancel")
    await passes_until_it_rests(town)

    assert greta.reads().startswith("mugs.csv was stopped. What came in before stays:")
    assert labels(greta) == []


def labels(person: Person) -> list[str]:
    keyboard = person.sees()[-1].get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in keyboard for button in row]
