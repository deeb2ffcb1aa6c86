import pytest

from bot.catalog.imports.values import (
    BadCell,
    code_of,
    escape_formula,
    price_of,
    stock_of,
    unescape_formula,
)
from bot.kit.money import Currency


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("12.50", 1250),
        ("12.5", 1250),
        ("12", 1200),
        ("12,50", 1250),
        ("1.234,56 €", 123456),
        ("1,234.56", 123456),
        ("1 234,50", 123450),
        ("12.50 EUR", 1250),
        (" 0.00 ", 0),
        ("", None),
    ],
)
def test_prices_are_read_as_merchants_write_them(written, minor):
    assert price_of(written, Currency.EUR) == minor


def test_yen_have_no_small_change():
    assert price_of("1,200", Currency.JPY) == 1200
    with pytest.raises(BadCell, match="digits"):
        price_of("1200.50", Currency.JPY)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("-5", "negative"),
        ("−5,00 €", "negative"),
        ("(5.00)", "negative"),
        ("9.999", "digits"),
        ("99999999999", "high"),
        ("12 USD", "currency"),
        ("£12", "currency"),
        ("on request", "price"),
        ("=1+1", "price"),
        ("=HYPERLINK(1)", "price"),
        ("12.5.3", "price"),
        ("nan", "price"),
        ("1e9", "price"),
    ],
)
def test_what_is_no_price_is_named(written, why):
    with pytest.raises(BadCell) as refused:
        price_of(written, Currency.EUR)
    assert why in refused.value.text


@pytest.mark.parametrize(
    ("written", "pieces"), [("7", 7), ("7.0", 7), ("1,000", 1000), ("-2", -2), ("", None)]
)
def test_pieces_are_whole(written, pieces):
    assert stock_of(written) == pieces


@pytest.mark.parametrize("written", ["1.5", "many", "=2", "99999999999"])
def test_what_is_no_number_of_pieces_is_named(written):
    with pytest.raises(BadCell):
        stock_of(written)


@pytest.mark.parametrize(
    "text", ["=cmd()", "+49 30", "-5 °C", "@home", "'90s shirt", "'=odd", "plain", ""]
)
def test_a_formula_sleeps_in_a_spreadsheet_and_comes_back_as_it_was(text):
    escaped = escape_formula(text)

    assert not escaped.startswith(("=", "+", "-", "@"))
    assert unescape_formula(escaped) == text


def test_a_shirt_of_the_nineties_keeps_its_apostrophe():
    assert unescape_formula("'90s shirt") == "'90s shirt"


def test_codes_keep_their_zeros():
    assert code_of("'030955168517") == "030955168517"
    assert code_of(" ") is None
