"""A merchant's products as files that an import finds unchanged."""

import csv
import json
from collections.abc import AsyncIterator, Sequence
from io import StringIO
from typing import Any

from bot.catalog.imports.plain import OPTIONS
from bot.catalog.imports.values import escape_formula
from bot.catalog.models import Merchant, Product, Variant
from bot.catalog.repository import CatalogRepository
from bot.kit.money import Currency
from bot.kit.texts import LANGUAGES

_BATCH = 200
UNLIMITED = "unlimited"
NO_PRICE = "-"


class ShopExport:
    def __init__(self, catalog: CatalogRepository) -> None:
        self._catalog = catalog

    async def as_csv(self, merchant: Merchant) -> bytes:
        """Write a row a variant. The mark in front lets spreadsheets see that it is UTF-8."""
        sheet = _Sheet(merchant)
        written = StringIO(newline="")
        writer = csv.DictWriter(written, sheet.columns, lineterminator="\r\n")
        writer.writeheader()
        async for product in self._products(merchant):
            writer.writerows(sheet.rows(product))
        return written.getvalue().encode("utf-8-sig")

    async def as_json(self, merchant: Merchant) -> bytes:
        products = [_product(product) async for product in self._products(merchant)]
        shop = {"merchants": [_merchant(merchant) | {"products": products}]}
        return json.dumps(shop, ensure_ascii=False, indent=1).encode()

    async def _products(self, merchant: Merchant) -> AsyncIterator[Product]:
        after = 0
        while batch := await self._catalog.walk(merchant.id, after, _BATCH):
            for product in batch:
                yield product
            after = batch[-1].id


class _Sheet:
    """The columns of one merchant: usual language and currency first, the others by name."""

    def __init__(self, merchant: Merchant) -> None:
        self._language = merchant.language
        self._others = [code for code in LANGUAGES if code != merchant.language]
        self._usual = merchant.currency
        self._currencies = [Currency(code) for code in merchant.currencies]
        self.columns = [
            "handle",
            *self._by_language("title"),
            *self._by_language("description"),
            "kind",
            "status",
            "tags",
            *(f"option{number}_{part}" for number in OPTIONS for part in ("name", "value")),
            "sku",
            "barcode",
            *self._by_currency("price"),
            *self._by_currency("compare_at"),
            "stock",
            "pictures",
        ]

    def rows(self, product: Product) -> list[dict[str, str]]:
        rows = [self._variant(product, variant) for variant in product.variants]
        for row in rows:
            row["handle"] = product.handle
        rows[0] |= self._head(product)
        return [{name: _safe(name, cell) for name, cell in row.items()} for row in rows]

    def _head(self, product: Product) -> dict[str, str]:
        head = {
            "kind": product.kind.value,
            "status": product.status.value,
            "tags": ", ".join(product.tags),
            "pictures": " ".join(picture.url for picture in product.pictures if picture.url),
        }
        for column, texts in (("title", product.titles), ("description", product.descriptions)):
            head[column] = texts.get(self._language, "")
            head |= {f"{column}_{code}": texts.get(code, "") for code in self._others}
        return head

    def _variant(self, product: Product, variant: Variant) -> dict[str, str]:
        row = {
            "sku": variant.sku or "",
            "barcode": variant.barcode or "",
            "stock": UNLIMITED if variant.unlimited else str(variant.on_hand),
        }
        for number, name in zip(OPTIONS, product.options, strict=False):
            row[f"option{number}_name"] = name
            row[f"option{number}_value"] = variant.option_values.get(name, "")
        for price in variant.prices:
            suffix = "" if price.currency is self._usual else f"_{price.currency.value.lower()}"
            if f"price{suffix}" not in self.columns:
                continue
            row[f"price{suffix}"] = str(price.price.amount)
            if price.compare_at_minor is not None:
                before = type(price.price)(price.compare_at_minor, price.currency)
                row[f"compare_at{suffix}"] = str(before.amount)
        return {"price": NO_PRICE} | row

    def _by_language(self, column: str) -> list[str]:
        return [column, *(f"{column}_{code}" for code in self._others)]

    def _by_currency(self, column: str) -> list[str]:
        others = (code for code in self._currencies if code is not self._usual)
        return [column, *(f"{column}_{code.value.lower()}" for code in others)]


def _safe(column: str, cell: str) -> str:
    # A lone dash is our own sign, and no spreadsheet calculates it.
    return cell if column.startswith(("price", "compare_at", "stock")) else escape_formula(cell)


def _merchant(merchant: Merchant) -> dict[str, Any]:
    return {
        "handle": merchant.handle,
        "name": merchant.name,
        "about": merchant.about_texts,
        "country": merchant.country,
        "support": merchant.support,
        "currencies": merchant.currencies,
        "ships_to": merchant.ships_to,
    }


def _product(product: Product) -> dict[str, Any]:
    return {
        "handle": product.handle,
        "title": product.titles,
        "description": product.descriptions,
        "kind": product.kind.value,
        "status": product.status.value,
        "tags": product.tags,
        "options": product.options,
        "attributes": product.attributes,
        "variants": list(map(_variant, product.variants)),
        "pictures": _urls(product),
        "download": product.download_text,
    }


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "sku": variant.sku,
        "barcode": variant.barcode,
        "options": variant.option_values,
        "prices": {row.currency.value: str(row.price.amount) for row in variant.prices},
        "compare_at": {
            row.currency.value: str(type(row.price)(row.compare_at_minor, row.currency).amount)
            for row in variant.prices
            if row.compare_at_minor is not None
        },
        "stock": variant.on_hand,
        "unlimited": variant.unlimited,
    }


def _urls(product: Product) -> Sequence[str]:
    return [picture.url for picture in product.pictures if picture.url]
