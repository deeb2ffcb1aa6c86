"""Single cells, read the way merchants write them."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from price_parser import Price

from bot.catalog.imports.drafts import Remark
from bot.catalog.service import MAX_PRICE
from bot.catalog.stock.service import MAX_ON_HAND
from bot.kit.money import Currency

_PLAIN = re.compile(r"\d{1,12}(?:\.\d+)?")
_WHOLE = re.compile(r"[+-]?\d{1,12}")
_GROUPS = re.compile(r"\d{1,3}(?:[.,'\s]\d{3})+")
_MINUS = re.compile(r"[-\u2212\u2013(]\s*[^\d]{0,4}\d")
_CALCULATES = re.compile(r"[=+*/@]|\d[A-Za-z]\d")
_LONGEST_PRICE = len("CNY 1.234.567,89")
_FORMULA = tuple("=+-@\t\r")
# A dollar sign is any dollar; the others say which currency is meant.
_SYMBOLS: Mapping[str, str] = {
    "€": "EUR",
    "£": "GBP",
    "₴": "UAH",
    "₹": "INR",
    "₺": "TRY",
    "₩": "KRW",
}


class BadCell(ValueError):
    def __init__(self, text: str, **facts: str | int) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts

    def remark(self, line: int | None, column: str | None) -> Remark:
        return Remark(text=self.text, line=line, column=column, facts=self.facts)


def price_of(cell: str, currency: Currency) -> int | None:
    """Read ``12.50``, ``1.234,56 €`` or ``$1,299``; minor units, None where there is none."""
    text = cell.strip()
    if not text:
        return None
    if _MINUS.match(text):
        raise BadCell("catalog-import-bad-price-negative", value=shorten(text))
    amount = Decimal(text) if _PLAIN.fullmatch(text) else _written_amount(text, currency)
    minor = amount.scaleb(currency.exponent)
    if minor != minor.to_integral_value():
        raise BadCell("catalog-import-bad-price-digits", value=shorten(text), currency=currency)
    if minor > MAX_PRICE:
        raise BadCell("catalog-import-bad-price-high", value=shorten(text))
    return int(minor)


def stock_of(cell: str) -> int | None:
    text = cell.strip()
    if not text:
        return None
    whole = text.removesuffix(".0")
    if _GROUPS.fullmatch(whole):
        whole = re.sub(r"\D", "", whole)
    if not _WHOLE.fullmatch(whole) or int(whole) > MAX_ON_HAND:
        raise BadCell("catalog-import-bad-stock", value=shorten(text))
    return int(whole)


def unescape_formula(cell: str) -> str:
    """Undo the sign that keeps a spreadsheet from calculating a text."""
    if cell[:1] == "'" and cell[1:2] and cell[1] in (*_FORMULA, "'"):
        return cell[1:]
    return cell


def escape_formula(cell: str) -> str:
    """Keep a spreadsheet from calculating what somebody wrote (OWASP: CSV injection)."""
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def code_of(cell: str) -> str | None:
    """Read an SKU or barcode; spreadsheets keep its zeros with an apostrophe in front."""
    return cell.strip().removeprefix("'").strip() or None


def shorten(text: str, limit: int = 40) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _written_amount(text: str, currency: Currency) -> Decimal:
    named = named_currency(text)
    if named and named != currency.value:
        raise BadCell("catalog-import-bad-currency", value=shorten(text), currency=currency.value)
    try:
        amount = Price.fromstring(text).amount
    except InvalidOperation:
        amount = None
    # price-parser finds the 1 in "=1+1"; a formula is no price.
    if amount is None or _CALCULATES.search(text) or len(text) > _LONGEST_PRICE:
        raise BadCell("catalog-import-bad-price", value=shorten(text))
    return Decimal(amount)


def named_currency(text: str) -> str | None:
    """Tell which currency is written beside an amount, if any is."""
    for symbol, code in _SYMBOLS.items():
        if symbol in text:
            return code
    words = re.findall(r"[A-Za-z]{3}", text)
    return next((word.upper() for word in words if word.upper() in set(Currency)), None)
