import csv
import os
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import ImportOver, NotYourProduct
from bot.catalog.events import ImportAdvanced
from bot.catalog.imports.exporting import ShopExport
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import ImportRun, ImportStatus
from bot.catalog.imports.service import ImportService
from bot.catalog.models import Merchant, Picture, Product, ProductKind, ProductStatus, Variant
from bot.catalog.stock import StockMovement
from bot.people.models import PersonId
from tests.catalog import make
from tests.fakes import NOON

OWNER = PersonId(7)
DATA = os.environ.get("TUAN_DATA")
SHOPIFY = Path(DATA or "", "sample_shops", "shopify")
Bring: TypeAlias = Callable[..., Awaitable[ImportRun]]
HEADER = "Handle,Title,Body (HTML),Tags,Published,Option1 Name,Option1 Value,Variant SKU,"
HEADER += "Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src\n"


@pytest.fixture
async def merchant(session):
    return await make.merchant(session, currencies=("USD",), owner=OWNER)


@pytest.fixture
def bring(imports: ImportService, files: ImportFiles, merchant: Merchant):
    """Send a file and read it up to its preview."""

    async def send(
        content: str | bytes, name: str = "shop.csv", merchant: Merchant = merchant
    ) -> ImportRun:
        run = await imports.begin(merchant, name, by=OWNER)
        kept = content if isinstance(content, bytes) else content.encode()
        await imports.receive(run.id, await files.keep(kept))
        while run.status is ImportStatus.CHECKING:
            await imports.advance()
        return run

    return send


@pytest.fixture
def bring_in(imports: ImportService, bring: Bring):
    """Send a file and import it to its end."""

    async def send(content: str | bytes, name: str = "shop.csv") -> ImportRun:
        run = await bring(content, name)
        await imports.confirm(run.id, by=OWNER)
        while await imports.advance():
            pass
        return run

    return send


def found(run: ImportRun) -> list[tuple[int | None, str | None, str]]:
    """What the merchant is told, in the order of the file."""
    told = [
        (r["line"], r["column"], r["text"].removeprefix("catalog-import-")) for r in run.remarks
    ]
    return sorted(told, key=lambda remark: remark[0] or 0)


async def stored(session: AsyncSession) -> tuple[int, int, int]:
    rows = await session.execute(
        sa.select(
            sa.select(sa.func.count(Product.id)).scalar_subquery(),
            sa.select(sa.func.count(Variant.id)).scalar_subquery(),
            sa.select(sa.func.count(Picture.id)).scalar_subquery(),
        )
    )
    products, variants, pictures = rows.one()
    return products, variants, pictures


class TestShopify:
    @pytest.mark.skipif(DATA is None, reason="TUAN_DATA names no folder with real shops")
    @pytest.mark.parametrize(
        "name", ["apparel", "bicycles", "fashion", "home-and-garden", "jewelery"]
    )
    async def test_every_row_of_a_real_shop_comes_in_and_only_once(
        self, session, bring_in, bring, name
    ):
        content = (SHOPIFY / f"{name}.csv").read_bytes()
        rows = list(csv.DictReader(content.decode().splitlines(keepends=True)))
        handles = {row["Handle"] for row in rows}
        variants = [row for row in rows if row["Variant Price"]]

        run = await bring_in(content)

        assert run.status is ImportStatus.DONE
        assert run.counts.get("bad", 0) == 0
        assert run.counts["new"] == len(handles)
        assert (await stored(session))[:2] == (len(handles), len(variants))
        pieces = sum(max(0, int(row["Variant Inventory Qty"] or 0)) for row in variants)
        assert await session.scalar(sa.select(sa.func.sum(Variant.on_hand))) == pieces
        assert await session.scalar(sa.select(sa.func.sum(StockMovement.quantity))) == pieces

        again = await bring(content)
        assert again.will_change == 0
        assert again.counts["unchanged"] == len(handles)

    async def test_rows_of_a_product_belong_together(self, session, bring_in, catalog, merchant):
        await bring_in(
            HEADER
            + "shirt,Shirt,<p>Soft &amp; <b>light</b></p><ul><li>Cotton</li></ul>,"
            + '"men, summer",true,Size,S,S-1,3,20.00,25.00,https://pictures.example/1.jpg\n'
            + "shirt,,,,,,M,S-2,0,21,,https://pictures.example/2.jpg\n"
            + "shirt,,,,,,,,,,,https://pictures.example/3.jpg\n"
        )

        shirt = await catalog.find_by_handle(merchant.id, "shirt")
        assert shirt.title("en") == "Shirt"
        assert shirt.description("en") == "Soft & light\n\n• Cotton"
        assert (shirt.tags, shirt.options) == (["men", "summer"], ["Size"])
        assert [(v.sku, v.label, v.on_hand) for v in shirt.variants] == [
            ("S-1", "S", 3),
            ("S-2", "M", 0),
        ]
        price = shirt.variants[0].prices[0]
        assert (price.currency, price.minor, price.compare_at_minor) == ("USD", 2000, 2500)
        assert [p.url for p in shirt.pictures] == [
            f"https://pictures.example/{n}.jpg" for n in (1, 2, 3)
        ]

    async def test_a_product_without_options_and_a_hidden_one(self, bring_in, catalog, merchant):
        await bring_in(HEADER + "mug,Mug,,,false,Title,Default Title,,2,9.99,,\n")

        mug = await catalog.find_by_handle(merchant.id, "mug")
        assert (mug.options, mug.variants[0].option_values) == ([], {})
        assert mug.status is ProductStatus.DRAFT

    async def test_each_bad_row_is_named_and_the_good_ones_come_in(
        self, session, bring_in, catalog, merchant
    ):
        run = await bring_in(
            HEADER
            + "a,A,,,true,Size,S,A-S,3,20,,\n"
            + "a,,,,,,M,A-M,3,-20,,\n"
            + "a,,,,,,L,A-L,many,20,,\n"
            + ",Nobody,,,true,,,,1,5,,\n"
            + "b,B,,,true,Title,Default Title,,1,5 EUR,,\n"
            + "c,C,,,true,Title,Default Title,,1,,,\n"
            + "a,,,,,,S,A-S,3,20,,\n"
            + 'd,"D,,,true,Title,Default Title,,1,5,,\n'
            + "e,E,,,true,Title,Default Title,A-S,-4,5,,\n"
            + "f,,,,true,Title,Default Title,,1,5,,\n"
        )

        assert found(run) == [
            (3, "Variant Price", "bad-price-negative"),
            (4, "Variant Inventory Qty", "bad-stock"),
            (5, "Handle", "bad-handle"),
            (6, "Variant Price", "bad-currency"),
            (7, "Variant Price", "bad-price-missing"),
            (8, None, "bad-duplicate"),
            (9, None, "bad-quote"),
            (10, "Variant Inventory Qty", "note-stock-negative"),
            (10, "SKU", "note-sku"),
            (11, None, "bad-no-title"),
        ]
        assert (run.counts["bad"], run.counts["notes"]) == (8, 2)
        assert (await stored(session))[0] == 2
        only = await catalog.find_by_handle(merchant.id, "a")
        assert [variant.label for variant in only.variants] == ["S"]


class TestPlain:
    async def test_a_merchants_own_table(self, bring_in, catalog, merchant):
        await bring_in(
            "Titel;Beschreibung;Preis;Bestand;SKU\n"
            'Becher;"Groß; mit Henkel";1.012,50;3;\'=M1\n'
            "Teller;;9;unlimited;\n".encode("cp1252")
        )

        mug = await catalog.find_by_handle(merchant.id, "becher")
        assert mug.description("en") == "Groß; mit Henkel"
        assert (mug.variants[0].prices[0].minor, mug.variants[0].on_hand) == (101250, 3)
        assert mug.variants[0].sku == "=M1"
        plate = await catalog.find_by_handle(merchant.id, "teller")
        assert plate.variants[0].unlimited

    async def test_what_a_file_leaves_out_stays(self, session, bring_in, catalog, merchant):
        product = await make.product(
            session, of=merchant, price="5 USD", handle="mug", tags=["blue"], stock=4
        )
        run = await bring_in("handle,price\nmug,6\n")

        assert run.counts["changed"] == 1
        mug = await catalog.get(product.id)
        assert (mug.title("en"), mug.tags, mug.variants[0].on_hand) == ("Red Sneaker", ["blue"], 4)
        assert mug.variants[0].prices[0].minor == 600

    async def test_stock_never_falls_below_what_is_promised(
        self, session, bring_in, catalog, merchant, *, stock
    ):
        product = await make.product(session, of=merchant, price="5 USD", handle="mug", stock=4)
        await stock.reserve({product.variants[0].id: 3}, key="a", until=NOON)
        await bring_in("handle,price,stock\nmug,5,1\n")

        variant = (await catalog.get(product.id)).variants[0]
        assert (variant.on_hand, variant.reserved) == (3, 3)


class TestExport:
    @pytest.mark.parametrize("kind", ["csv", "json"])
    async def test_what_goes_out_comes_back_unchanged(self, session, bring, catalog, kind):
        seller = await make.merchant(session, currencies=("USD", "JPY"), owner=OWNER)
        shirt = await make.product(
            session,
            of=seller,
            price="20.50 USD",
            compare_at="25 USD",
            sizes=("S", "=M"),
            titles={"en": '=Shirt, "soft"', "de": "'90er Hemd", "zh": "衬衫"},
            descriptions={"en": "One\n\n• Two; three"},
            tags=["men", "+plus"],
        )
        shirt.variants[0].sku = "-1"
        shirt.variants[1].prices.append(make.price_row("3000 JPY"))
        shirt.pictures.append(Picture(url="https://pictures.example/1.jpg"))
        await make.product(
            session, of=seller, price="4 USD", unlimited=True, kind=ProductKind.DIGITAL
        )
        await make.product(session, of=seller, price="4 USD", status=ProductStatus.ARCHIVED)
        await session.flush()
        export = ShopExport(catalog)
        content = await (export.as_csv(seller) if kind == "csv" else export.as_json(seller))

        run = await bring(content, merchant=seller)

        assert run.remarks == []
        assert dict(run.counts) == {
            "unchanged": 3,
            "variants-unchanged": 4,
            "bad": 0,
            "notes": 0,
        }

    async def test_a_spreadsheet_calculates_nothing(self, session, catalog, merchant):
        await make.product(session, "=1+1", of=merchant, price="4 USD")

        text = (await ShopExport(catalog).as_csv(merchant)).decode("utf-8-sig")
        assert ",'=1+1," in text


class TestGoingOn:
    ROWS = HEADER + "".join(
        f"p{n},Product {n},,,true,Title,Default Title,P-{n},1,5,,\n" for n in range(450)
    )

    async def test_it_goes_on_where_it_was_killed(self, session, bring, imports, monkeypatch):
        monkeypatch.setattr("bot.catalog.imports.service.BUDGET", 0.0)
        run = await bring(self.ROWS)
        await imports.confirm(run.id, by=OWNER)
        await imports.advance()
        await session.commit()
        await imports.advance()
        await session.rollback()  # the machine stopped here: the second batch is gone
        await session.refresh(run)
        assert (await stored(session))[0] == run.done == 100

        steps = 0
        while await imports.advance():
            await session.commit()
            steps += 1

        assert (run.status, steps) == (ImportStatus.DONE, 4)
        assert (await stored(session))[0] == 450
        assert Counter(run.counts)["new"] == 450

    async def test_it_tells_of_every_step(self, bring, imports, events):
        run = await bring(self.ROWS)

        told = [e for e in events.published if isinstance(e, ImportAdvanced)]
        assert set(told) == {ImportAdvanced(import_run_id=run.id)}
        assert len(told) >= 2
        assert (run.status, run.total, run.counts["new"]) == (ImportStatus.PREVIEWED, 450, 450)

    async def test_a_preview_changes_nothing(self, session, bring):
        await bring(self.ROWS)

        assert await stored(session) == (0, 0, 0)

    async def test_a_button_works_once(self, bring, imports):
        run = await bring(self.ROWS)
        await imports.cancel(run.id, by=OWNER)

        with pytest.raises(ImportOver):
            await imports.confirm(run.id, by=OWNER)
        assert run.status is ImportStatus.CANCELLED

    async def test_a_stranger_decides_nothing(self, bring, imports, merchant):
        run = await bring(self.ROWS)

        with pytest.raises(NotYourProduct):
            await imports.confirm(run.id, by=PersonId(666))
        with pytest.raises(NotYourProduct):
            await imports.begin(merchant, "shop.csv", by=PersonId(666))

    @pytest.mark.parametrize(
        ("content", "why"), [(b"", "empty"), (b"PK\x03\x04xx", "packed"), (b"a,b\n1,2\n", "header")]
    )
    async def test_what_cannot_be_read_ends_at_once(self, bring, content, why):
        run = await bring(content)

        assert run.status is ImportStatus.FAILED
        assert run.why["why"] == why

    async def test_nobody_brings_products_for_somebody_else(self, session, bring):
        run = await bring(
            '{"merchants": [{"handle": "another", "name": "Another", "products": [{"handle": "x",'
            ' "title": "X", "variants": [{"prices": {"USD": "1"}}]}]}]}',
            "shop.json",
        )

        assert found(run) == [(None, None, "bad-merchant")]
        assert run.will_change == 0


async def test_a_merchant_is_told_every_few_seconds_how_far_it_is(
    imports, bring, *, events, clock, monkeypatch
):
    monkeypatch.setattr("bot.catalog.imports.service.BUDGET", 0)  # one batch a step
    rows = "".join(f"Mug {number},5.00,1\n" for number in range(450))
    run = await bring("title,price,stock\n" + rows)
    await imports.confirm(run.id, by=OWNER)
    events.published.clear()

    told = []
    while await imports.advance():
        told.append(len([one for one in events.published if isinstance(one, ImportAdvanced)]))
        clock.wait(seconds=1)

    assert run.counts["new"] == 450
    assert told == [0, 0, 0, 1, 2]  # after three seconds, and at the end


async def test_an_import_is_stopped_in_the_middle_and_keeps_what_it_brought(
    imports, bring, session, monkeypatch
):
    monkeypatch.setattr("bot.catalog.imports.service.BUDGET", 0)
    rows = "".join(f"Mug {number},5.00,1\n" for number in range(250))
    run = await bring("title,price,stock\n" + rows)
    await imports.confirm(run.id, by=OWNER)
    await imports.advance()

    await imports.cancel(run.id, by=OWNER)

    assert run.status is ImportStatus.CANCELLED
    assert not await imports.advance()
    assert await session.scalar(sa.select(sa.func.count(Product.id))) == 100
    with pytest.raises(ImportOver):
        await imports.cancel(run.id, by=OWNER)


async def test_an_address_in_a_file_waits_to_be_fetched(bring_in, session):
    run = await bring_in("title,price,pictures\nMug,5.00,https://pictures.example/1.jpg\n")

    picture = (await session.scalars(sa.select(Picture))).one()
    assert picture.is_awaited
    assert run.counts["pictures"] == 1
