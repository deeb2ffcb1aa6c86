"""Shopify's product CSV: a row a variant, further rows for further pictures.

https://help.shopify.com/en/manual/products/import-export/using-csv
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from bot.catalog.imports.drafts import Item, PictureDraft, ProductDraft, Remark, VariantDraft
from bot.catalog.imports.groups import Cells, Group, grouped
from bot.catalog.imports.html_text import text_of
from bot.catalog.imports.tables import Row, Table
from bot.catalog.imports.values import code_of, price_of, shorten, stock_of, unescape_formula
from bot.catalog.models import Attribute, ProductKind, ProductStatus
from bot.catalog.texts import clean_line
from bot.kit.money import Currency

_TITLE_LIMIT = 255  # Shopify's own
_DESCRIPTION_LIMIT = 10_000
_URL_LIMIT = 2_000
_OPTIONS = (1, 2, 3)
_MARKS = frozenset({"Variant Price", "Variant SKU", "Option1 Name", "Option1 Value", "Body (HTML)"})
_STATUSES = {status.value: status for status in ProductStatus}


def known_columns(header: Sequence[str]) -> int:
    names = {name.strip() for name in header}
    return len(names & _MARKS) if "Handle" in names else 0


def read(file: Path, language: str, currency: Currency) -> Iterator[Item]:
    """Read products of one merchant; the vendor's name is kept as the brand."""
    table = Table(file, known_columns)
    options: dict[str, tuple[str, ...]] = {}
    for group in grouped(table.rows(), lambda row: row["Handle"]):
        if isinstance(group, Remark):
            yield group
            continue
        # A product's later rows may stand far from the first, which alone names the options.
        named = options.setdefault(group.handle, _options(group.rows))
        yield from _product(group, named, language, currency)


def _product(
    group: Group, options: Sequence[str], language: str, currency: Currency
) -> Iterator[Item]:
    first = group.rows[0]
    remarks: list[Remark] = []
    variants = [
        variant
        for row in group.rows
        if _is_variant(row) and (variant := _variant(row, options, currency, remarks))
    ]
    yield from remarks
    had_variants = any(_is_variant(row) for row in group.rows)
    if had_variants and not variants:
        return  # every row of it was named already
    yield ProductDraft(
        handle=group.handle,
        line=first.line,
        titles=_text(language, _first(group.rows, "Title")[:_TITLE_LIMIT]),
        descriptions=_text(language, text_of(first["Body (HTML)"])[:_DESCRIPTION_LIMIT].strip()),
        kind=_kind(group.rows),
        status=_status(first),
        tags=_tags(first["Tags"]) if clean_line(first["Title"]) else None,
        options=list(options) or None,
        attributes=_attributes(group.rows, language),
        variants=variants,
        pictures=_pictures(group.rows),
    )


def _is_variant(row: Row) -> bool:
    return any(row[name].strip() for name in ("Option1 Value", "Variant Price", "Variant SKU"))


def _options(rows: Sequence[Row]) -> tuple[str, ...]:
    """Name the options; a product without any has the single option ``Title``."""
    names = [_first(rows, f"Option{number} Name") for number in _OPTIONS]
    values = {row["Option1 Value"].strip() for row in rows if _is_variant(row)}
    if names[0] == "Title" and values <= {"Default Title", ""}:
        return ()
    return tuple(name for name in names if name)


def _variant(
    row: Row, options: Sequence[str], currency: Currency, remarks: list[Remark]
) -> VariantDraft | None:
    cells = Cells(row, remarks)
    before = len(remarks)
    price = cells.value("Variant Price", lambda cell: price_of(cell, currency))
    compare_at = cells.value("Variant Compare At Price", lambda cell: price_of(cell, currency))
    stock = cells.value("Variant Inventory Qty", stock_of)
    if len(remarks) > before:
        return None
    if price is None:
        remarks.append(_missing_price(row))
        return None

    if price == 0:
        remarks.append(_note("price-zero", row, "Variant Price"))
    if stock is not None and stock < 0:
        remarks.append(_note("stock-negative", row, "Variant Inventory Qty", value=stock))
    return VariantDraft(
        line=row.line,
        sku=code_of(cells.line("Variant SKU")),
        barcode=code_of(cells.line("Variant Barcode")),
        options=_values(cells, options),
        prices={currency: price} if price else {},
        compare_at={currency: compare_at} if compare_at and price else {},
        stock=None if stock is None else max(0, stock),
        unlimited=stock is None or row["Variant Inventory Policy"].strip() == "continue",
    )


def _values(cells: Cells, options: Sequence[str]) -> dict[str, str]:
    pairs = ((name, cells.line(f"Option{number} Value")) for number, name in enumerate(options, 1))
    return {name: value for name, value in pairs if value}


def _kind(rows: Sequence[Row]) -> ProductKind | None:
    told = {row["Variant Requires Shipping"].strip().lower() for row in rows if _is_variant(row)}
    if not told - {""}:
        return None
    return ProductKind.DIGITAL if told == {"false"} else ProductKind.PHYSICAL


def _status(first: Row) -> ProductStatus | None:
    named = _STATUSES.get(first["Status"].strip().lower())
    published = first["Published"].strip().lower()
    if published == "false" and named in {None, ProductStatus.ACTIVE}:
        return ProductStatus.DRAFT
    if named is None and published == "true":
        return ProductStatus.ACTIVE
    return named


def _attributes(rows: Sequence[Row], language: str) -> list[Attribute] | None:
    found: list[Attribute] = []
    for name, column in (("brand", "Vendor"), ("type", "Type")):
        if value := _first(rows, column):
            found.append(Attribute(name=name, type="text", value={language: value}))
    grams = _first(rows, "Variant Grams")
    if grams.isdecimal() and int(grams):
        found.append(Attribute(name="weight", type="number", value=int(grams), unit="g"))
    return found or None


def _pictures(rows: Sequence[Row]) -> list[PictureDraft]:
    urls = [row[column].strip() for row in rows for column in ("Image Src", "Variant Image")]
    return [PictureDraft(url=url) for url in dict.fromkeys(urls) if is_address(url)]


def is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return is_web and len(url) <= _URL_LIMIT and url.isprintable() and " " not in url


def _tags(cell: str) -> list[str]:
    tags = (clean_line(tag) for tag in unescape_formula(cell).split(","))
    return list(dict.fromkeys(tag for tag in tags if tag))


def _first(rows: Sequence[Row], column: str) -> str:
    values = (clean_line(unescape_formula(row[column])) for row in rows)
    return next((value for value in values if value), "")


def _text(language: str, text: str) -> dict[str, str]:
    return {language: text} if text else {}


def _missing_price(row: Row) -> Remark:
    facts: dict[str, str | int] = {"value": shorten(row["Handle"])}
    return Remark(
        text="catalog-import-bad-price-missing", line=row.line, column="Variant Price", facts=facts
    )


def _note(kind: str, row: Row, column: str, **facts: str | int) -> Remark:
    return Remark(
        text=f"catalog-import-note-{kind}", line=row.line, column=column, facts=facts, is_bad=False
    )
