"""Our own CSV: a row a variant, names of columns in plain words. ``exporting.py`` writes it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.catalog.imports.drafts import Item, PictureDraft, ProductDraft, Remark, VariantDraft
from bot.catalog.imports.groups import Cells, Group, grouped
from bot.catalog.imports.shopify import is_address
from bot.catalog.imports.tables import Row, Table
from bot.catalog.imports.values import price_of, stock_of, unescape_formula
from bot.catalog.models import ProductKind, ProductStatus
from bot.catalog.texts import clean_line, clean_text, handle_from
from bot.kit.money import Currency
from bot.kit.texts import LANGUAGES

OPTIONS = (1, 2, 3)
_NAMES = {
    "handle": "handle",
    "title": "title",
    "name": "title",
    "titel": "title",
    "标题": "title",
    "description": "description",
    "beschreibung": "description",
    "描述": "description",
    "kind": "kind",
    "status": "status",
    "tags": "tags",
    "sku": "sku",
    "barcode": "barcode",
    "ean": "barcode",
    "gtin": "barcode",
    "price": "price",
    "preis": "price",
    "价格": "price",
    "compare_at": "compare_at",
    "stock": "stock",
    "quantity": "stock",
    "bestand": "stock",
    "库存": "stock",
    "pictures": "pictures",
    "picture": "pictures",
    "image": "pictures",
}
_CURRENCIES = {currency.value.lower(): currency for currency in Currency}


def known_columns(header: Sequence[str]) -> int:
    names = set(_canonical(header))
    if not names & {"handle", "title"} or not any(n.startswith("price") for n in names):
        return 0
    return len(names & {_NAMES[name] for name in _NAMES}) + 1


def read(file: Path, language: str, currency: Currency) -> Iterator[Item]:
    table = Table(file, known_columns)
    names = dict(zip(table.header, _canonical(table.header), strict=True))
    rows = (row if isinstance(row, Remark) else _renamed(row, names) for row in table.rows())
    for group in grouped(rows, lambda row: row["handle"] or handle_from(row["title"])):
        if isinstance(group, Remark):
            yield group
        else:
            yield from _product(group, language, currency)


def _product(group: Group, language: str, currency: Currency) -> Iterator[Item]:
    remarks: list[Remark] = []
    first = Cells(group.rows[0], remarks)
    kind = _choice(first, "kind", ProductKind)
    status = _choice(first, "status", ProductStatus)
    options = [name for number in OPTIONS if (name := _first(group, f"option{number}_name"))]
    variants = [
        variant
        for row in group.rows
        if (variant := _variant(row, options, currency, remarks)) is not None
    ]
    yield from remarks
    if not variants:
        return
    has_tags = "tags" in group.rows[0].cells
    yield ProductDraft(
        handle=group.handle,
        line=group.rows[0].line,
        titles=_texts(first, "title", language, clean_line),
        descriptions=_texts(first, "description", language, clean_text),
        kind=ProductKind(kind) if kind else None,
        status=ProductStatus(status) if status else None,
        tags=_split(first.line("tags"), ",") if has_tags else None,
        options=options or None,
        variants=variants,
        pictures=_pictures(group),
    )


def _variant(
    row: Row, options: Sequence[str], currency: Currency, remarks: list[Remark]
) -> VariantDraft | None:
    cells = Cells(row, remarks)
    before = sum(remark.is_bad for remark in remarks)
    prices = _prices(cells, "price", currency)
    compare_at = _prices(cells, "compare_at", currency)
    unlimited = cells.line("stock").casefold() == "unlimited"
    stock = None if unlimited else cells.value("stock", stock_of)
    if stock is not None and stock < 0:
        facts: dict[str, str | int] = {"value": stock}
        remarks.append(
            Remark(text="catalog-import-bad-stock", line=row.line, column="stock", facts=facts)
        )
    if not prices and sum(remark.is_bad for remark in remarks) == before and _must_have_price(row):
        text = "catalog-import-bad-price-missing"
        remarks.append(
            Remark(text=text, line=row.line, column="price", facts={"value": row["handle"]})
        )
    if sum(remark.is_bad for remark in remarks) > before:
        return None
    values = ((name, cells.line(f"option{number}_value")) for number, name in enumerate(options, 1))
    return VariantDraft(
        line=row.line,
        sku=cells.line("sku") or None,
        barcode=cells.line("barcode") or None,
        options={name: value for name, value in values if value},
        prices=prices,
        compare_at=compare_at,
        stock=stock,
        unlimited=True if unlimited else None if stock is None else False,
    )


def _must_have_price(row: Row) -> bool:
    """An exported product may have no price yet; then it says so with a dash."""
    return row["price"].strip() != "-"


def _prices(cells: Cells, column: str, usual: Currency) -> dict[Currency, int]:
    """Read ``price`` in the usual currency, and ``price_usd`` and its like."""
    found: dict[Currency, int] = {}
    for name, cell in cells.row.cells.items():
        currency = usual if name == column else _CURRENCIES.get(name.removeprefix(f"{column}_"))
        if not name.startswith(column) or currency is None or cell.strip() in {"", "-"}:
            continue
        minor = cells.value(name, _reader(currency))
        if minor is not None:
            found[currency] = minor
    return found


def _reader(currency: Currency) -> Callable[[str], int | None]:
    return lambda cell: price_of(cell, currency)


def _texts(cells: Cells, column: str, language: str, clean: Callable[[str], str]) -> dict[str, str]:
    found = {language: cells.row[column]}
    found |= {code: cells.row[f"{column}_{code}"] for code in LANGUAGES}
    if not found.get(language):
        found[language] = cells.row[column]
    read = {code: clean(unescape_formula(text)) for code, text in found.items()}
    return {code: text for code, text in read.items() if text}


def _choice(
    cells: Cells, column: str, kinds: type[ProductKind] | type[ProductStatus]
) -> str | None:
    value = cells.line(column).lower()
    if not value:
        return None
    if value not in {kind.value for kind in kinds}:
        facts: dict[str, str | int] = {"value": value[:40], "choices": ", ".join(kinds)}
        cells.remarks.append(
            Remark(
                text="catalog-import-note-choice",
                line=cells.row.line,
                column=column,
                facts=facts,
                is_bad=False,
            )
        )
        return None
    return value


def _pictures(group: Group) -> list[PictureDraft]:
    urls = [url for row in group.rows for url in unescape_formula(row["pictures"]).split()]
    return [PictureDraft(url=url) for url in dict.fromkeys(urls) if is_address(url)]


def _first(group: Group, column: str) -> str:
    return next((value for row in group.rows if (value := Cells(row, []).line(column))), "")


def _split(cell: str, separator: str) -> list[str]:
    parts = (part.strip() for part in cell.split(separator))
    return list(dict.fromkeys(part for part in parts if part))


def _canonical(header: Sequence[str]) -> list[str]:
    plain = ["_".join(name.casefold().replace("-", " ").split()) for name in header]
    return [_NAMES.get(name, name) for name in plain]


def _renamed(row: Row, names: Mapping[str, str]) -> Row:
    return Row(row.line, {names[name]: cell for name, cell in row.cells.items()})
