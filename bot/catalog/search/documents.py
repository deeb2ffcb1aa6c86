"""From a product to the words it can be found by."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.catalog.models import Attribute, MerchantId, Product, ProductId, ProductKind
from bot.catalog.search.shopwords import COLOURS, colour_of
from bot.catalog.search.terms import Term, terms

_LONGEST_FIELD = 3000  # terms: a whole novel in a description must not own the index

_SPAN = re.compile(r"(\d{1,3})\s*[-\u2013]\s*(\d{1,3})")
_WIDEST_SPAN = 10  # sizes
_DIGITAL = "digital download"

Text = tuple[str, str]  # language, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """All that is written about a product, by weight."""

    product_id: ProductId
    merchant_id: MerchantId
    title: tuple[Text, ...]
    tags: tuple[Text, ...] = ()
    options: tuple[Text, ...] = ()
    attributes: tuple[Text, ...] = ()
    body: tuple[Text, ...] = ()


def describe(product: Product) -> Description:
    """Read a product whose merchant and variants are loaded."""
    usual = product.merchant.language
    return Description(
        product_id=product.id,
        merchant_id=product.merchant_id,
        title=tuple(product.titles.items()),
        tags=((usual, " ".join([*product.tags, product.merchant.name, _kind(product)])),),
        options=tuple(_option_texts(product, usual)),
        attributes=tuple(_attribute_texts(product.attributes, usual)),
        body=(*product.descriptions.items(), (usual, _codes(product))),
    )


def document(description: Description) -> dict[str, Any]:
    """Make the row of ``search_documents``; as an object it would cost more than its words."""
    fields = {
        "title": _cut(description.title),
        "tags": _cut(description.tags),
        "options": _cut(description.options),
        "attributes": _cut(description.attributes),
        "body": _cut(description.body),
    }
    words = {f"{term.word}/{term.stem}" for found in fields.values() for term in found}
    return {
        "product_id": description.product_id,
        "merchant_id": description.merchant_id,
        "vocabulary": " ".join(sorted(words)),
        **{name: " ".join([term.stem for term in found]) for name, found in fields.items()},
    }


def _cut(texts: Iterable[Text]) -> list[Term]:
    return [term for language, text in texts for term in terms(text, language)][:_LONGEST_FIELD]


def _codes(product: Product) -> str:
    """Article numbers and barcodes: something people paste."""
    codes = {code for v in product.variants for code in (v.sku, v.barcode) if code}
    return " ".join(sorted(codes))


def _kind(product: Product) -> str:
    return _DIGITAL if product.kind is ProductKind.DIGITAL else ""


def _option_texts(product: Product, language: str) -> Iterator[Text]:
    offered = [variant for variant in product.variants if variant.is_offered]
    values = {value for variant in offered for value in variant.option_values.values()}
    yield language, " ".join(sorted(values))
    yield language, " ".join(size for value in sorted(values) for size in _between(value))
    for value in sorted(values):
        colour = colour_of(value)
        if colour:
            yield language, " ".join(COLOURS[colour])


def _between(value: str) -> Iterator[str]:
    """Name the sizes inside "42-44": somebody asks for 43."""
    span = _SPAN.fullmatch(value.strip())
    if span and 0 < int(span[2]) - int(span[1]) <= _WIDEST_SPAN:
        yield from map(str, range(int(span[1]) + 1, int(span[2])))


def _attribute_texts(attributes: Iterable[Attribute], language: str) -> Iterator[Text]:
    """Name a yes-or-no fact only if it is true: "waterproof" must not find what is not."""
    for attribute in attributes:
        name, value = attribute["name"].replace("_", " "), attribute["value"]
        match value:
            case bool():
                if value:
                    yield "en", name
            case dict():
                yield "en", name
                yield from ((spoken, str(text)) for spoken, text in value.items())
            case _:
                yield "en", name
                yield language, f"{value} {attribute.get('unit', '')}"
