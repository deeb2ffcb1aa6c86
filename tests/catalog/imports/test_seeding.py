import json
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from bot.catalog.errors import FileUnreadable
from bot.catalog.events import ProductsImported
from bot.catalog.models import Product, ProductStatus, StaffRole, Variant
from bot.catalog.stock import StockMovement
from bot.kit.money import Currency, Money
from bot.people.models import PersonId

DEMO = Path(__file__).parents[3] / "config" / "demo" / "shop.json"


def shop(**product: object) -> dict[str, object]:
    fields: dict[str, object] = {
        "handle": "mug",
        "title": {"en": "Mug", "de": "Becher"},
        "variants": [{"sku": "M1", "prices": {"EUR": "12.50"}, "stock": 3}],
    }
    merchant: dict[str, object] = {"handle": "kitchen", "name": "Kitchen", "currencies": ["EUR"]}
    return {"merchants": [merchant | {"products": [fields | product]}]}


@pytest.fixture
def written(tmp_path: Path):
    def write(content: object) -> Path:
        file = tmp_path / "shop.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return file

    return write


async def test_the_demo_shop_comes_in_whole_and_only_once(session, seeding, catalog, merchants):
    first = await seeding.seed(DEMO)
    second = await seeding.seed(DEMO)
    await session.commit()

    expected = json.loads(DEMO.read_text("utf-8"))["merchants"]
    products = [product for merchant in expected for product in merchant["products"]]
    assert (first.counts["new"], first.counts["bad"], first.remarks) == (len(products), 0, [])
    assert dict(second.counts) == {
        "unchanged": len(products),
        "variants-unchanged": sum(len(product["variants"]) for product in products),
    }
    seller = await merchants.find_by_handle("lindenfaden")
    assert len(seller.shipping) == 3
    sneaker = await catalog.find_by_handle(seller.id, "red-canvas-sneaker")
    assert sneaker.title("de") == "Roter Canvas-Sneaker"
    assert sneaker.variants[0].price(Currency.EUR) == Money.of("45.00", Currency.EUR)
    assert len(sneaker.pictures) == 3
    assert len(await catalog.reviews(sneaker.id)) == 4
    assert (await catalog.rating(sneaker.id)).count == 4
    assert len(await catalog.questions(sneaker.id)) == 2
    ledger = dict(
        (
            await session.execute(
                sa.select(StockMovement.variant_id, sa.func.sum(StockMovement.quantity)).group_by(
                    StockMovement.variant_id
                )
            )
        ).all()
    )
    on_hand = (await session.execute(sa.select(Variant.id, Variant.on_hand))).all()
    assert all(ledger.get(number, 0) == pieces for number, pieces in on_hand)


async def test_what_changed_is_changed_and_told(seeding, catalog, merchants, written, events):
    await seeding.seed(written(shop()))
    events.published.clear()

    variants = [{"sku": "M1", "prices": {"EUR": "11.00"}, "stock": 5}]
    placed = await seeding.seed(written(shop(archived=True, variants=variants)))

    assert dict(placed.counts) == {"changed": 1, "variants-changed": 1}
    merchant = await merchants.find_by_handle("kitchen")
    product = await catalog.find_by_handle(merchant.id, "mug")
    assert product.status is ProductStatus.ARCHIVED
    assert product.variants[0].price(Currency.EUR) == Money.of("11.00", Currency.EUR)
    assert product.variants[0].on_hand == 5
    assert events.published[-1] == ProductsImported(
        merchant_id=merchant.id, product_ids=(product.id,)
    )


@pytest.mark.parametrize(
    ("product", "text", "column"),
    [
        ({"title": {}}, "catalog-import-bad-no-title", None),
        ({"variants": []}, "catalog-import-bad-value", "kitchen: mug → variants"),
        (
            {"variants": [{"prices": {"EUR": "-1"}}]},
            "catalog-import-bad-price-negative",
            "kitchen: mug",
        ),
        (
            {"variants": [{"prices": {"EUR": "1"}, "stock": -2}]},
            "catalog-import-bad-value",
            "kitchen: mug → variants → 1 → stock",
        ),
        (
            {"variants": [{"sku": "x"}]},
            "catalog-import-bad-missing",
            "kitchen: mug → variants → 1 → prices",
        ),
        ({"handle": ""}, "catalog-import-bad-value", "kitchen:  → handle"),
    ],
)
async def test_a_bad_product_is_named_and_left_out(
    session, seeding, written, *, product, text, column
):
    placed = await seeding.seed(written(shop(**product)))

    assert [(remark.text, remark.column) for remark in placed.remarks] == [(text, column)]
    assert placed.counts["bad"] == 1
    assert await session.scalar(sa.select(sa.func.count(Product.id))) == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [('{"merchants": [', "json"), ("[1, 2]", "shape"), ('{"shops": []}', "shape")],
)
async def test_a_file_that_is_no_shop_is_told_at_once(seeding, written, content, why):
    with pytest.raises(FileUnreadable) as refused:
        await seeding.seed(written(content))
    assert refused.value.facts["why"] == why


async def test_control_characters_go_and_every_script_stays(seeding, catalog, merchants, written):
    title = {"en": "\u202eevil\x00 <b>Mug</b>", "de": "שלום כוס"}
    await seeding.seed(written(shop(title=title)))

    merchant = await merchants.find_by_handle("kitchen")
    product = await catalog.find_by_handle(merchant.id, "mug")
    assert product.titles == {"en": "evil <b>Mug</b>", "de": "שלום כוס"}


async def test_a_picture_outside_the_folder_is_not_read(seeding, catalog, merchants, written):
    outside = written(shop()).parent.parent / "secret.jpg"
    content = BytesIO()
    Image.new("RGB", (9, 9)).save(content, "JPEG")
    outside.write_bytes(content.getvalue())
    try:
        placed = await seeding.seed(written(shop(pictures=["../secret.jpg", "nowhere.jpg"])))
    finally:
        outside.unlink()

    assert [remark.text for remark in placed.remarks] == ["catalog-import-note-picture"] * 2
    merchant = await merchants.find_by_handle("kitchen")
    assert (await catalog.find_by_handle(merchant.id, "mug")).pictures == []


async def test_somebody_is_appointed_once(seeding, merchants, written):
    await seeding.seed(written(shop()))
    merchant = await merchants.find_by_handle("kitchen")

    await seeding.appoint(merchant, PersonId(7), StaffRole.STAFF)
    await seeding.appoint(merchant, PersonId(7), StaffRole.OWNER)

    assert [(one.person_id, one.role) for one in await merchants.staff(merchant.id)] == [
        (7, StaffRole.OWNER)
    ]
    assert [one.handle for one in await merchants.of_person(PersonId(7))] == ["kitchen"]
