"""Options in the reader's language, and left alone where nobody knows them."""

import json
from pathlib import Path

import pytest

import config.demo
from bot.kit.texts import LANGUAGES, Words
from bot.telegram.option_words import (
    NAMES,
    VALUES,
    label_name,
    option_kind,
    option_name,
    value_name,
)

SHOP = json.loads((Path(config.demo.__path__[0]) / "shop.json").read_text("utf-8"))
OPTIONS = [
    variant["options"]
    for merchant in SHOP["merchants"]
    for product in merchant["products"]
    for variant in product["variants"]
]


@pytest.mark.parametrize(
    ("language", "name", "label"),
    [("en", "Colour", "42 / red"), ("de", "Farbe", "42 / Rot"), ("zh", "颜色", "42 / 红色")],
)
def test_a_colour_is_named_in_the_readers_language(language: str, name: str, label: str):
    assert option_name(Words(language), "color") == name
    assert label_name(Words(language), "42 / red") == label


def test_what_a_merchant_wrote_in_german_is_read_in_chinese():
    assert option_kind("Größe") == "size"
    assert value_name(Words("zh"), "Weiß") == "白色"
    assert value_name(Words("de"), "WEISS") == "WEISS"


def test_unknown_words_stay_as_they_are():
    assert option_name(Words("de"), "Flavour") == "Flavour"
    assert value_name(Words("de"), "Salted caramel") == "Salted caramel"
    assert label_name(Words("de"), "") == ""


def test_people_are_counted():
    assert value_name(Words("de"), "1 person") == "1 Person"
    assert value_name(Words("zh"), "2 persons") == "2 人"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_asks_its_own_question(language: str):
    words = Words(language)
    asked = {words("orders-choose", kind=name, option="?") for name in NAMES}

    assert len(asked) == len(NAMES)
    assert words("orders-choose", kind="other", option="Aroma").endswith("Aroma")


def test_the_demos_options_are_all_known():
    assert {name for options in OPTIONS for name in options} <= set(NAMES)
    assert {options["colour"] for options in OPTIONS if "colour" in options} <= set(VALUES)
