"""What a merchant sees of her shelf and her imports."""

from pathlib import Path
from typing import Any

import pytest

from bot.catalog.errors import CurrencyNotTaken, StarsAlone
from bot.catalog.imports.models import FileKind, ImportRun, ImportRunId, ImportStatus
from bot.catalog.media import MediaSettings, MediaStore
from bot.catalog.models import (
    Merchant,
    MerchantId,
    Picture,
    PictureTrouble,
    Product,
    ProductId,
    ProductKind,
    ProductStatus,
    Variant,
    VariantId,
    VariantPrice,
)
from bot.handlers.catalog import shelf_views, views
from bot.handlers.catalog.callbacks import Ask, Begin, DecideImport, Field, OpenShelf
from bot.handlers.catalog.import_views import SHOWN, TEXT_LIMIT, import_screen
from bot.handlers.catalog.prices import typed_price
from bot.kit.money import Currency, Money
from bot.kit.texts import LANGUAGES, Words
from bot.people.models import PersonId
from bot.telegram.replies import Screen
from tests.fakes import NOON

EN = Words("en")
BIGGEST = 2**52  # Telegram's ids stay below
MEDIA = MediaStore(MediaSettings(Path("media")))


def merchant(name: str = "Lindenfaden", number: int = 1) -> Merchant:
    return Merchant(id=MerchantId(number), name=name, currencies=["EUR", "USD"])


def variant(size: str = "", on_hand: int = 3, *, currency: Currency = Currency.EUR) -> Variant:
    return Variant(
        id=VariantId(100 + on_hand),
        option_values={"size": size} if size else {},
        on_hand=on_hand,
        reserved=0,
        unlimited=False,
        is_offered=True,
        prices=[VariantPrice(currency=currency, minor=4500)],
    )


def product(*variants: Variant, **facts: Any) -> Product:
    fields: dict[str, Any] = {
        "id": ProductId(7),
        "handle": "red",
        "merchant": merchant(),
        "merchant_id": MerchantId(1),
        "titles": {"en": "Red <Sneaker>"},
        "descriptions": {},
        "options": ["size"],
        "status": ProductStatus.ACTIVE,
        "kind": ProductKind.PHYSICAL,
        "pictures": [],
        "changed_at": NOON,
    }
    return Product(variants=list(variants or [variant()]), **(fields | facts))


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def run(status: ImportStatus, **facts: Any) -> ImportRun:
    fields: dict[str, Any] = {
        "id": ImportRunId(5),
        "person_id": PersonId(1),
        "name": "<shop>.csv",
        "kind": FileKind.PLAIN,
        "done": 0,
        "total": None,
        "counts": {},
        "remarks": [],
        "why": None,
    }
    return ImportRun(status=status, **(fields | facts))


class TestShelf:
    here = OpenShelf(merchant=1)

    def shelf(self, *products: Product, total: int | None = None, **facts: Any) -> Screen:
        count = len(products) if total is None else total
        return shelf_views.shelf(EN, [merchant()], self.here, products, count, **facts)

    def test_counts_the_pieces_of_each_variant(self):
        text = self.shelf(product(variant("36", 0), variant("37", 12))).text

        assert text == (
            "<b>Lindenfaden</b>: one product\n\n"
            "• <b>Red &lt;Sneaker&gt;</b> – €45.00, 36: 0 · 37: 12"
        )

    def test_of_many_variants_it_counts_some_and_says_how_many_more(self):
        text = self.shelf(product(*(variant(str(size), 1) for size in range(30, 45)))).text

        assert text.endswith("40: 1 · 41: 1 · +3")

    def test_a_single_variant_is_a_number_of_pieces(self):
        assert self.shelf(product(variant(on_hand=1))).text.endswith("€45.00, one piece")
        assert self.shelf(product(variant(on_hand=0))).text.endswith("€45.00, sold out")

    def test_what_is_not_on_sale_says_so_instead(self):
        draft = product(status=ProductStatus.DRAFT)

        assert self.shelf(draft).text.endswith("€45.00, Draft, not on sale yet")

    def test_pictures_that_could_not_be_fetched_are_mentioned_with_a_way_to_try_again(self):
        missing = self.shelf(product(), missing_pictures=2)

        assert missing.text.endswith("⚠️ 2 pictures could not be fetched; their products say why.")
        assert "Fetch the pictures again" in labels(missing)
        assert "Fetch the pictures again" not in labels(self.shelf(product()))

    def test_an_empty_shelf_says_how_to_fill_it(self):
        assert "The shelf is empty. Add a product with /newproduct" in self.shelf().text

    def test_pages_are_turned_where_there_are_several(self):
        assert "1/3 ›" in labels(self.shelf(product(), total=20))
        assert not any("›" in label for label in labels(self.shelf(product())))

    def test_other_shops_of_hers_are_one_tap_away(self):
        shops = [merchant(), merchant("Nordlauf", 2)]

        assert "→ Nordlauf" in labels(shelf_views.shelf(EN, shops, self.here, [], 0))


class TestPanel:
    def panel(self, shown: Product, **facts: Any) -> Screen:
        return views.panel(EN, shown, MEDIA, **facts)

    def test_status_and_stock_stand_above_the_card(self):
        first = self.panel(product(variant("36", 2), variant("37", 30))).text.splitlines()[0]

        assert first == "<i>On sale</i> · 36: 2 · 37: 30"

    def test_a_download_is_priced_in_stars_and_not_counted(self):
        stars = variant(currency=Currency.XTR)
        stars.unlimited = True
        booklet = product(stars, kind=ProductKind.DIGITAL, download_text="https://example.org")

        shown = self.panel(booklet)

        assert "4,500 ⭐" in shown.text
        assert "Buyers get these words: https://example.org" in shown.text
        assert "Stock" not in labels(shown)
        assert "File for buyers" in labels(shown)

    def test_a_download_that_nobody_can_buy_says_what_is_lacking(self):
        text = self.panel(product(kind=ProductKind.DIGITAL)).text

        assert "set a price in Stars" in text
        assert "add the file that buyers get" in text

    @pytest.mark.parametrize("trouble", PictureTrouble)
    def test_a_picture_that_cannot_be_had_says_why(self, trouble):
        lost = Picture(url="https://pictures.example/<1>.jpg", trouble=trouble)

        shown = self.panel(product(pictures=[lost]))

        assert "⚠️ No picture from https://pictures.example/&lt;1&gt;.jpg: " in shown.text
        assert shown.picture is None

    def test_until_it_is_fetched_a_picture_is_shown_by_its_address(self):
        waits = Picture(url="https://pictures.example/1.jpg", fetch_at=NOON)

        shown = self.panel(product(pictures=[waits]))

        assert "No picture" not in shown.text
        assert shown.picture is not None
        assert shown.picture.url == "https://pictures.example/1.jpg"

    def test_what_was_archived_can_be_undone(self):
        archived = product(status=ProductStatus.ARCHIVED)

        assert "Undo" in labels(self.panel(archived, may_undo=True))
        assert "Put back on sale" in labels(self.panel(archived))


class TestQuestions:
    def test_variants_are_offered_with_what_is_to_be_changed(self):
        asked = Ask(product=7, field=Field.STOCK)

        shown = views.which_variant(EN, product(variant("36", 0), variant("37", 12)), asked)

        assert labels(shown) == ["36: 0", "37: 12"]

    def test_a_price_may_be_the_same_for_all_variants(self):
        asked = Ask(product=7, field=Field.PRICE)

        assert labels(views.which_variant(EN, product(variant("36")), asked)) == [
            "All variants",
            "36: €45.00",
        ]

    def test_a_download_is_asked_for_stars(self):
        asked = views.price_question(EN, "Song", Currency.EUR, is_digital=True)

        assert "How many Telegram Stars" in asked.text

    def test_a_bare_number_is_in_the_usual_currency_or_in_stars(self):
        assert typed_price("12,50", merchant()) == Money(1250, Currency.EUR)
        assert typed_price("250", merchant(), is_digital=True) == Money(250, Currency.XTR)

    def test_nothing_but_stars_buys_a_download_and_nothing_but_her_currencies_the_rest(self):
        with pytest.raises(StarsAlone):
            typed_price("5 EUR", merchant(), is_digital=True)
        with pytest.raises(CurrencyNotTaken):
            typed_price("5 GBP", merchant())


class TestImport:
    def test_a_preview_counts_and_asks(self):
        counts = {"new": 2, "variants-new": 5, "bad": 1}
        bad = {"text": "catalog-import-bad-missing", "line": 3, "column": "price", "facts": {}}

        shown = import_screen(
            EN, run(ImportStatus.PREVIEWED, counts=counts, remarks=[bad | {"is_bad": True}])
        )

        assert "&lt;shop&gt;.csv" in shown.text
        assert "2 new products, 5 new variants" in shown.text
        assert "✗ Line 3, price: this is missing" in shown.text
        assert labels(shown) == ["Import 2 products", "Cancel"]

    @pytest.mark.parametrize(
        ("done", "bar"),
        [(0, "░░░░░░░░░░ 0 %"), (99_999, "▓▓▓▓░░░░░░ 49 %"), (200_000, "▓▓▓▓▓▓▓▓▓▓ 100 %")],
    )
    def test_progress_is_right_at_any_size_and_can_be_stopped(self, done, bar):
        shown = import_screen(EN, run(ImportStatus.RUNNING, done=done, total=200_000))

        assert shown.text.splitlines()[1] == bar
        assert labels(shown) == ["Cancel"]

    def test_a_stop_in_the_middle_says_what_stays(self):
        stopped = run(ImportStatus.CANCELLED, counts={"new": 7}, why={"why": "stopped"})

        assert import_screen(EN, stopped).text == (
            "<b>&lt;shop&gt;.csv</b> was stopped. What came in before stays:\n"
            "7 new products, 0 new variants"
        )
        assert "Nothing was changed" in import_screen(EN, run(ImportStatus.CANCELLED)).text

    def test_pictures_by_their_addresses_are_announced(self):
        done = run(ImportStatus.DONE, counts={"new": 1, "variants-new": 1, "pictures": 3})

        assert "3 pictures by their addresses: I fetch them now" in import_screen(EN, done).text

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_thousands_of_bad_rows_fit_into_one_message(self, language):
        value = {"value": "<" * 200}
        remarks = [
            {"text": "catalog-import-bad-price", "line": line, "column": "price", "facts": value}
            | {"is_bad": True}
            for line in range(200)
        ]
        preview = run(ImportStatus.PREVIEWED, counts={"new": 9, "bad": 150_000}, remarks=remarks)

        text = import_screen(Words(language), preview).text

        assert len(text) <= TEXT_LIMIT
        assert Words(language)("catalog-import-line", line="0") in text
        assert text.count("✗") <= SHOWN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_fits_into_what_telegram_carries(language):
    words = Words(language)
    shops = [merchant("Lindenfaden", BIGGEST), merchant("Nordlauf", BIGGEST - 1)]
    shoe = product(id=ProductId(BIGGEST), merchant_id=MerchantId(BIGGEST), merchant=shops[0])
    screens = [
        views.which_merchant(words, shops, Begin.EXPORT),
        views.which_kind(words, shops[0]),
        views.panel(words, shoe, MEDIA),
        views.which_variant(words, shoe, Ask(product=BIGGEST, field=Field.PRICE, page=99)),
        shelf_views.shelf(
            words, shops, OpenShelf(merchant=BIGGEST, page=999), [shoe], 9999, missing_pictures=1
        ),
        import_screen(words, run(ImportStatus.PREVIEWED, id=BIGGEST, counts={"new": 1})),
    ]

    buttons = [button for screen in screens for row in screen.rows for button in row]

    assert any(isinstance(button.opens, DecideImport) for button in buttons)
    assert max(len(button.opens.pack().encode()) for button in buttons) <= 64  # type: ignore[union-attr]
