"""The demo shop is whole: three languages, prices that parse, numbers that add up."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

DEMO = Path(__file__).parents[2] / "config" / "demo"
SHOP = json.loads((DEMO / "shop.json").read_text(encoding="utf-8"))
LANGUAGES = {"en", "de", "zh"}
INVOICE_TITLE = 32  # the longest title of an invoice that Telegram takes
CENTS = {"EUR": 2, "USD": 2, "CNY": 2, "XTR": 0}

MERCHANTS = SHOP["merchants"]
PRODUCTS = [product for merchant in MERCHANTS for product in merchant["products"]]
VARIANTS = [variant for product in PRODUCTS for variant in product["variants"]]


def by_handle(product: dict[str, Any]) -> str:
    return str(product["handle"])


def words(node: object) -> Iterator[dict[str, Any]]:
    """Every mapping that looks as if it were words in several languages."""
    if isinstance(node, dict):
        if LANGUAGES & node.keys():
            yield node
        else:
            for value in node.values():
                yield from words(value)
    elif isinstance(node, list):
        for value in node:
            yield from words(value)


def check_digit(barcode: str) -> int:
    weighed = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(barcode[:12]))
    return -weighed % 10


def minor(amount: str, currency: str) -> int:
    scaled = Decimal(amount).scaleb(CENTS[currency])
    assert scaled == scaled.to_integral_value(), f"{amount} {currency} has too many digits"
    return int(scaled)


def test_it_says_that_it_is_a_demo():
    assert SHOP["demo"] is True


def test_three_merchants_sell_about_sixty_products():
    assert len(MERCHANTS) == 3
    assert 55 <= len(PRODUCTS) <= 65


def test_all_words_stand_in_all_languages():
    unfinished = [
        word
        for word in words(SHOP)
        if word.keys() != LANGUAGES or not all(text.strip() for text in word.values())
    ]

    assert unfinished == []


def test_chinese_words_are_chinese():
    titles = [product["title"]["zh"] for product in PRODUCTS]

    assert [t for t in titles if not any("\u4e00" <= sign <= "\u9fff" for sign in t)] == []


def test_handles_skus_and_barcodes_are_unique():
    for names in (
        [merchant["handle"] for merchant in MERCHANTS],
        [product["handle"] for product in PRODUCTS],
        [variant["sku"] for variant in VARIANTS],
        [variant["barcode"] for variant in VARIANTS],
    ):
        assert len(names) == len(set(names))


def test_barcodes_are_in_store_numbers_with_a_right_check_digit():
    wrong = [
        variant["sku"]
        for variant in VARIANTS
        if len(variant["barcode"]) != 13
        or not variant["barcode"].startswith("2")
        or int(variant["barcode"][-1]) != check_digit(variant["barcode"])
    ]

    assert wrong == []


@pytest.mark.parametrize("merchant", MERCHANTS, ids=by_handle)
def test_every_price_parses_in_every_currency_of_its_merchant(merchant):
    currencies = set(merchant["currencies"])
    for product in merchant["products"]:
        for variant in product["variants"]:
            assert currencies <= variant["prices"].keys(), variant["sku"]
            for currency, amount in variant["prices"].items():
                assert minor(amount, currency) > 0
            for currency, before in variant.get("compare_at", {}).items():
                now = variant["prices"][currency]
                assert minor(before, currency) > minor(now, currency), variant["sku"]


@pytest.mark.parametrize("merchant", MERCHANTS, ids=by_handle)
def test_shipping_is_priced_and_goes_where_the_merchant_ships(merchant):
    assert {option["code"] for option in merchant["shipping"]} == {"standard", "express", "pickup"}
    for option in merchant["shipping"]:
        assert option["prices"].keys() == set(merchant["currencies"])
        assert all(minor(amount, code) >= 0 for code, amount in option["prices"].items())
        assert option["days"][0] <= option["days"][1]
        assert set(option["countries"] or []) <= set(merchant["ships_to"])


@pytest.mark.parametrize("product", PRODUCTS, ids=by_handle)
def test_variants_differ_by_exactly_the_options_of_their_product(product):
    chosen = [tuple(variant["options"].items()) for variant in product["variants"]]

    assert all(list(variant["options"]) == product["options"] for variant in product["variants"])
    assert len(chosen) == len(set(chosen)) > 0
    assert all(variant.get("unlimited") or variant["stock"] >= 0 for variant in product["variants"])


def test_an_invoice_can_carry_every_title():
    titles = [text for product in PRODUCTS for text in product["title"].values()]

    assert [title for title in titles if len(title) > INVOICE_TITLE] == []


def test_attributes_of_one_name_have_one_type():
    kinds: dict[str, set[str]] = {}
    for product in PRODUCTS:
        for attribute in product["attributes"]:
            kinds.setdefault(attribute["name"], set()).add(attribute["type"])
            match attribute["type"]:
                case "bool":
                    assert isinstance(attribute["value"], bool)
                case "number":
                    assert isinstance(attribute["value"], int | float)
                case "text":
                    assert attribute["value"].keys() == LANGUAGES
                case other:
                    pytest.fail(f"{other} is not a type")

    assert {name: kind for name, kind in kinds.items() if len(kind) > 1} == {}


@pytest.mark.parametrize(
    ("handle", "name", "value"),
    [
        ("rain-jacket", "waterproof", True),
        ("red-canvas-sneaker", "waterproof", False),
        ("stoneware-bowl", "dishwasher_safe", True),
        ("iron-frying-pan", "dishwasher_safe", False),
        ("leather-laptop-bag", "fits_laptop_up_to", 14),
        ("city-daypack-22", "fits_laptop_up_to", 14),
        ("enamel-casserole", "weight", 4800),
    ],
)
def test_what_shoppers_ask_is_written_down(handle, name, value):
    product = next(product for product in PRODUCTS if product["handle"] == handle)
    known = {attribute["name"]: attribute["value"] for attribute in product["attributes"]}

    assert known[name] == value


def test_digital_goods_cost_stars_and_others_do_not():
    digital = [product["handle"] for product in PRODUCTS if product["kind"] == "digital"]
    starred = [
        product["handle"]
        for product in PRODUCTS
        if all("XTR" in variant["prices"] for variant in product["variants"])
    ]

    assert digital == starred == ["bread-recipes", "fjord-route-gpx"]


def test_one_product_is_archived_and_some_variants_are_sold_out_or_cheaper():
    assert [p["handle"] for p in PRODUCTS if p["archived"]] == ["trapper-tarp"]
    assert 20 < sum(variant.get("stock") == 0 for variant in VARIANTS) < len(VARIANTS) / 4
    assert any("compare_at" in variant for variant in VARIANTS)


def test_red_shoes_under_fifty_are_there_and_so_are_near_misses():
    red = {
        product["handle"]: min(Decimal(v["prices"]["EUR"]) for v in product["variants"])
        for product in PRODUCTS
        if "shoes" in product["tags"]
        and any(v["options"].get("colour") == "red" for v in product["variants"])
    }

    assert {handle for handle, price in red.items() if price < 50} == {
        "red-canvas-sneaker",
        "red-espadrille",
    }
    assert {handle for handle, price in red.items() if price >= 50} == {
        "red-leather-sneaker",
        "trail-running-shoe",
    }


@pytest.mark.parametrize("product", PRODUCTS, ids=by_handle)
def test_people_have_spoken_plainly(product):
    assert len(product["reviews"]) <= 6
    assert len(product["questions"]) <= 3
    for review in product["reviews"]:
        assert review["rating"] in range(1, 6)
        assert review["language"] in LANGUAGES
        assert "2026-01-01" <= review["date"] < "2026-11-21"
        assert review["text"]
        assert review["author"]
    for question in product["questions"]:
        assert question["by"] in {"merchant", "buyer"}
        assert question["language"] in LANGUAGES
        assert question["question"]
        assert question["answer"]


def test_ratings_are_mixed():
    ratings = {review["rating"] for product in PRODUCTS for review in product["reviews"]}

    assert ratings >= {2, 3, 4, 5}
