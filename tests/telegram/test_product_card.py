from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.catalog.media import MediaSettings, MediaStore
from bot.catalog.models import Picture, Product, ProductKind, Variant, VariantPrice
from bot.catalog.repository import Rating
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.telegram.product_card import cut, product_card
from bot.telegram.replies import Screen
from tests.fakes import NOON

MEDIA = MediaStore(MediaSettings(Path("media")))


def variant(
    size: str = "", minor: int = 4500, compare_at: int | None = None, on_hand: int = 3, **facts: Any
) -> Variant:
    price = VariantPrice(currency=Currency.EUR, minor=minor, compare_at_minor=compare_at)
    fields: dict[str, Any] = {
        "on_hand": on_hand,
        "reserved": 0,
        "unlimited": False,
        "is_offered": True,
    } | facts
    return Variant(option_values={"size": size} if size else {}, prices=[price], **fields)


def product(
    *variants: Variant,
    title: str = "Red Sneaker",
    description: str = "Light & quick.",
    pictures: Sequence[Picture] = (),
) -> Product:
    return Product(
        handle="red",
        titles={"en": title},
        descriptions={"en": description},
        options=["size"],
        variants=list(variants),
        pictures=list(pictures),
        changed_at=NOON,
    )


def card(
    shown: Product, language: str = "en", currency: Currency = Currency.EUR, **facts: Any
) -> Screen:
    return product_card(Words(language), shown, currency=currency, media=MEDIA, **facts)


def test_it_shows_all_that_a_buyer_asks_first():
    shown = product(variant("36", compare_at=5500), variant("37", compare_at=5500))

    assert card(shown, rating=Rating(Decimal(14) / 3, 3)).text == (
        "<b>Red Sneaker</b>\n€45.00 <s>€55.00</s>\nSize: 36, 37\nOnly 6 left\n★ 4.7 (3 reviews)\n\n"
        "Light &amp; quick."
    )


def test_it_speaks_the_readers_language():
    text = card(product(variant("36", on_hand=1)), "de").text

    assert text.splitlines()[1:4] == ["45,00\xa0€", "Größe: 36", "Nur noch eins da"]


def test_different_prices_start_at_the_lowest():
    assert "from €39.00" in card(product(variant("36"), variant("37", minor=3900))).text


def test_one_variant_alone():
    small, large = variant("36", on_hand=0), variant("37", on_hand=2)
    shown = product(small, large)

    assert card(shown, variant=small).text.splitlines()[2:4] == ["36", "Sold out"]
    assert card(shown, variant=large).text.splitlines()[2:4] == ["37", "Only 2 left"]


def test_a_currency_it_is_not_sold_in_gives_way_to_one_it_has():
    assert "€45.00" in card(product(variant()), currency=Currency.USD).text


def test_a_download_says_its_price_in_stars_whatever_the_group_pays_in():
    both = variant(unlimited=True)
    both.prices.append(VariantPrice(currency=Currency.XTR, minor=450))
    booklet = product(both, title="Booklet", description="")
    booklet.kind = ProductKind.DIGITAL

    assert card(booklet, currency=Currency.EUR).text == "<b>Booklet</b>\n450 ⭐"
    booklet.kind = ProductKind.PHYSICAL
    assert card(booklet, currency=Currency.EUR).text == "<b>Booklet</b>\n€45.00"


def test_a_download_without_a_price_in_stars_promises_no_other():
    booklet = product(variant(unlimited=True), title="Booklet", description="")
    booklet.kind = ProductKind.DIGITAL

    assert card(booklet).text == "<b>Booklet</b>\nPrice on request"


def test_what_is_not_counted_says_nothing_of_stock():
    assert card(product(variant(unlimited=True), title="Guide", description="")).text == (
        "<b>Guide</b>\n€45.00"
    )


def test_what_a_merchant_typed_is_never_markup():
    shown = product(variant("<36>"), title="<b>שלום</b> & co", description="<script>")

    text = card(shown).text
    assert "<b>&lt;b&gt;שלום&lt;/b&gt; &amp; co</b>" in text
    assert "Size: &lt;36&gt;" in text
    assert text.endswith("&lt;script&gt;")


@pytest.mark.parametrize("letters", ["word ", "&", '"', "😀", "商品", "x"])
def test_it_always_fits_under_a_picture(letters):
    shown = product(
        *(variant(letters * 30, on_hand=1) for _ in range(9)),
        title=letters * 150,
        description=letters * 4000,
    )

    text = card(shown).text
    assert 700 < len(text.encode("utf-16-le")) // 2 <= 1024
    assert text.endswith("…")


def test_words_are_not_cut_in_the_middle():
    assert cut("A low sneaker in bright red", 20) == "A low sneaker in…"
    assert cut("short", 20) == "short"


def test_the_first_picture_is_shown():
    at_home = Picture(sha256="ab", file="ab/ab.jpg")
    elsewhere = Picture(url="https://pictures.example/1.jpg")

    shown = card(product(variant(), pictures=[at_home, elsewhere])).picture
    assert shown is not None
    assert shown.path == Path("media/ab/ab.jpg")
    shown = card(product(variant(), pictures=[elsewhere])).picture
    assert shown is not None
    assert shown.url == "https://pictures.example/1.jpg"
