"""Seeding, importing and exporting in the terminal, on both databases."""

import json
from pathlib import Path

import pytest

from tests.cli import make
from tests.cli.conftest import Tuan

ALL_UNCHANGED = ["2 products unchanged, 2 variants unchanged"]
WITH_A_BAD_ROW = """handle,title,sku,price,stock
linen-shirt,Linen Shirt,LF-1,59.00,3
wool-cap,Wool Cap,LF-2,abc,3
"""


@pytest.fixture
def filled(shop: Tuan, tmp_path: Path) -> Tuan:
    """A shop of one merchant with two products."""
    goods = make.product("linen-shirt", "Linen Shirt"), make.product("wool-cap", "Wool Cap")
    said = shop("seed", str(make.shop_folder(tmp_path, *goods)))
    assert said == ["2 new products, 2 new variants"]
    return shop


def test_seeding_twice_changes_nothing(filled: Tuan, tmp_path: Path) -> None:
    assert filled("seed", str(tmp_path)) == ALL_UNCHANGED


def test_a_town_says_who_owns_which_shop(filled: Tuan, tmp_path: Path) -> None:
    town = tmp_path / "town.json"
    town.write_text(json.dumps({"merchants": {"lindenfaden": {"owner": 7, "staff": [8]}}}))

    assert filled("seed", str(tmp_path), "--town", str(town)) == ALL_UNCHANGED

    town.write_text("[]")
    [sentence] = filled("seed", str(tmp_path), "--town", str(town), expect=1)
    assert sentence.startswith(f"{town} does not say who owns which shop")


def test_migrating_twice_changes_nothing(filled: Tuan, tmp_path: Path) -> None:
    assert filled("migrate") == []
    assert filled("seed", str(tmp_path)) == ALL_UNCHANGED


@pytest.mark.parametrize("name", ["goods.csv", "goods.json"])
def test_what_was_exported_comes_back_unchanged(filled: Tuan, tmp_path: Path, name: str) -> None:
    file = str(tmp_path / name)
    filled("export", file, "--merchant", "lindenfaden")

    assert filled("import", file, "--merchant", "lindenfaden") == ALL_UNCHANGED


def test_bad_rows_are_named_and_the_good_ones_taken(filled: Tuan, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text(WITH_A_BAD_ROW, "utf-8")
    taken = ["one product changed, one variant changed", "One row left out: it cannot be used"]
    bad = "✗ Line 3, price: “abc” is not a price"

    [first, *counts] = filled("import", str(file), "--merchant", "lindenfaden", "--preview")
    assert first == bad
    assert counts == ["Preview: nothing was changed.", *taken]

    assert filled("import", str(file), "--merchant", "lindenfaden") == [bad, *taken]
    assert filled("import", str(file), "--merchant", "lindenfaden") == [
        bad,
        "one product unchanged, one variant unchanged",
        "One row left out: it cannot be used",
    ]


def test_a_json_of_several_merchants_needs_no_name(filled: Tuan, tmp_path: Path) -> None:
    assert filled("import", str(tmp_path / "shop.json")) == ALL_UNCHANGED


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--merchant", "nobody"], "There is no merchant “nobody”. Known: lindenfaden."),
        ([], "Name whose products these are: --merchant HANDLE"),
        (
            ["--merchant", "lindenfaden", "--currency", "gold"],
            "gold is not a currency of this shop, such as EUR.",
        ),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(
    filled: Tuan, tmp_path: Path, words: list[str], sentence: str
) -> None:
    file = tmp_path / "goods.csv"
    file.write_text(WITH_A_BAD_ROW, "utf-8")

    assert filled("import", str(file), *words, expect=1) == [sentence]


def test_a_file_that_is_no_table(filled: Tuan, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_bytes(b"")

    [sentence] = filled("import", str(file), "--merchant", "lindenfaden", expect=1)
    assert sentence == f"{file}: There is nothing in this file."

    [sentence] = filled("import", str(tmp_path / "none.csv"), "--merchant", "x", expect=1)
    assert sentence == f"{tmp_path / 'none.csv'} cannot be read: No such file or directory."


def test_an_export_is_a_csv_or_a_json(filled: Tuan, tmp_path: Path) -> None:
    file = tmp_path / "goods.xlsx"

    [sentence] = filled("export", str(file), "--merchant", "lindenfaden", expect=1)

    assert sentence == f"{file} ends neither in .csv nor in .json."
    assert not file.exists()


def test_without_tables_it_is_said_what_to_do(tuan: Tuan, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text(WITH_A_BAD_ROW, "utf-8")

    said = tuan("import", str(file), "--merchant", "lindenfaden", expect=1)

    assert said == ["The database has no tables yet. Run: tuan migrate"]
