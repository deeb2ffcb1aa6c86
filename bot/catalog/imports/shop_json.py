"""Our own JSON: whole shops with words in several languages. Shape: docs/features/catalog.md."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.drafts import (
    Item,
    MerchantDraft,
    PictureDraft,
    ProductDraft,
    QuestionDraft,
    Remark,
    ReviewDraft,
    ShippingDraft,
    VariantDraft,
)
from bot.catalog.imports.values import BadCell, price_of, shorten
from bot.catalog.models import Attribute, ProductKind, ProductStatus
from bot.catalog.texts import HANDLE_LIMIT, clean_line, clean_text
from bot.kit.money import Currency

MAX_BYTES = 50_000_000  # it is read as a whole
Texts: TypeAlias = dict[str, str] | str
Amount: TypeAlias = str | int | Decimal
Handle: TypeAlias = Annotated[str, Field(min_length=1, max_length=HANDLE_LIMIT)]
Whole: TypeAlias = Annotated[int, Field(ge=0, le=10_000_000)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class _Variant(_Shape):
    sku: str | None = None
    barcode: str | None = None
    options: dict[str, str] = {}
    prices: dict[Currency, Amount]
    compare_at: dict[Currency, Amount] = {}
    stock: Whole | None = None
    unlimited: bool | None = None


class _Attribute(_Shape):
    name: str
    type: Literal["text", "number", "bool"]
    value: dict[str, str] | bool | int | float | str
    unit: str | None = None


class _Review(_Shape):
    author: str
    rating: Annotated[int, Field(ge=1, le=5)]
    text: str
    language: str = "en"
    date: date


class _Question(_Shape):
    question: str
    answer: str
    language: str = "en"
    by: str = "merchant"


class _Product(_Shape):
    handle: Handle
    title: Texts
    description: Texts = {}
    kind: ProductKind = ProductKind.PHYSICAL
    archived: bool = False
    status: ProductStatus | None = None  # says more than ``archived``
    tags: list[str] = []
    options: list[str] = []
    attributes: list[_Attribute] = []
    variants: Annotated[list[_Variant], Field(min_length=1)]
    pictures: list[str] = []
    download: Annotated[str, Field(max_length=1000)] | None = None
    reviews: list[_Review] = []
    questions: list[_Question] = []


class _Shipping(_Shape):
    code: str
    name: Texts
    prices: dict[Currency, Amount]
    days: tuple[int, int] | None = None
    countries: list[str] | None = None


class _Merchant(_Shape):
    handle: Handle
    name: Annotated[str, Field(min_length=1)]
    about: Texts = {}
    country: str | None = None
    support: str | None = None
    currencies: list[Currency] = []
    ships_to: list[str] = []
    shipping: list[_Shipping] = []
    products: list[Any] = []


def read(file: Path, language: str) -> Iterator[Item]:
    """Read merchants with their products, or ``{"products": [...]}`` of the one importing."""
    shop = _parsed(file)
    if isinstance(shop, dict) and isinstance(shop.get("merchants"), list):
        for number, entry in enumerate(shop["merchants"]):
            yield from _merchant(entry, f"merchants[{number + 1}]", language)
    elif isinstance(shop, dict) and isinstance(shop.get("products"), list):
        yield from _products(shop["products"], "", language)
    else:
        raise FileUnreadable(why="shape")


def _parsed(file: Path) -> Any:  # noqa: ANN401 -- whatever the file holds
    if file.stat().st_size > MAX_BYTES:
        raise FileUnreadable(why="large")
    try:
        return json.loads(file.read_text("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as broken:
        raise FileUnreadable(why="json", line=1) from broken
    except json.JSONDecodeError as broken:
        raise FileUnreadable(why="json", line=broken.lineno) from broken
    except RecursionError as deep:
        raise FileUnreadable(why="shape") from deep


def _merchant(entry: object, path: str, language: str) -> Iterator[Item]:
    try:
        shape = _Merchant.model_validate(entry)
        draft = _merchant_draft(shape, language)
    except ValidationError as broken:
        yield from _remarks(broken, path)
        return
    except BadCell as broken:
        yield broken.remark(None, path)
        return
    yield draft
    yield from _products(shape.products, f"{shape.handle}: ", language)


def _products(entries: list[Any], path: str, language: str) -> Iterator[Item]:
    for number, entry in enumerate(entries, start=1):
        handle = entry.get("handle") if isinstance(entry, dict) else None
        where = f"{path}{handle if isinstance(handle, str) else f'products[{number}]'}"
        try:
            yield _product_draft(_Product.model_validate(entry), language)
        except ValidationError as broken:
            yield from _remarks(broken, shorten(where, 80))
        except BadCell as broken:
            yield broken.remark(None, shorten(where, 80))


def _product_draft(shape: _Product, language: str) -> ProductDraft:
    archived = ProductStatus.ARCHIVED if shape.archived else ProductStatus.ACTIVE
    return ProductDraft(
        handle=clean_line(shape.handle),
        titles=_texts(shape.title, language, paragraphs=False),
        descriptions=_texts(shape.description, language, paragraphs=True),
        kind=shape.kind,
        status=shape.status or archived,
        tags=[tag for tag in map(clean_line, shape.tags) if tag],
        options=list(map(clean_line, shape.options)),
        attributes=[_attribute(one, language) for one in shape.attributes],
        variants=[_variant(one, shape.kind) for one in shape.variants],
        pictures=list(map(_picture, shape.pictures)),
        download=shape.download and clean_line(shape.download),
        reviews=[_review(one) for one in shape.reviews],
        questions=[_question(one) for one in shape.questions],
    )


def _variant(shape: _Variant, kind: ProductKind) -> VariantDraft:
    endless = kind is ProductKind.DIGITAL if shape.unlimited is None else shape.unlimited
    return VariantDraft(
        sku=shape.sku and clean_line(shape.sku),
        barcode=shape.barcode and clean_line(shape.barcode),
        options={clean_line(name): clean_line(value) for name, value in shape.options.items()},
        prices=_prices(shape.prices),
        compare_at=_prices(shape.compare_at),
        stock=shape.stock,
        unlimited=endless,
    )


def _prices(amounts: dict[Currency, Amount]) -> dict[Currency, int]:
    read = {currency: price_of(str(amount), currency) for currency, amount in amounts.items()}
    return {currency: minor for currency, minor in read.items() if minor is not None}


def _attribute(shape: _Attribute, language: str) -> Attribute:
    value: Any = shape.value
    if shape.type == "text":
        value = _texts(value if isinstance(value, dict) else str(value), language, paragraphs=False)
    made = Attribute(name=clean_line(shape.name), type=shape.type, value=value)
    if shape.unit:
        made["unit"] = clean_line(shape.unit)
    return made


def _picture(name: str) -> PictureDraft:
    if urlsplit(name).scheme in {"http", "https"}:
        return PictureDraft(url=name)
    return PictureDraft(file=name)


def _review(shape: _Review) -> ReviewDraft:
    return ReviewDraft(
        author=clean_line(shape.author),
        rating=shape.rating,
        text=clean_text(shape.text),
        language=shape.language,
        written_on=shape.date,
    )


def _question(shape: _Question) -> QuestionDraft:
    return QuestionDraft(
        question=clean_text(shape.question),
        answer=clean_text(shape.answer),
        language=shape.language,
        answered_by=shape.by,
    )


def _merchant_draft(shape: _Merchant, language: str) -> MerchantDraft:
    return MerchantDraft(
        handle=clean_line(shape.handle),
        name=clean_line(shape.name),
        about=_texts(shape.about, language, paragraphs=True),
        country=shape.country and shape.country.upper(),
        support=shape.support and clean_line(shape.support),
        currencies=[currency.value for currency in shape.currencies],
        ships_to=[country.upper() for country in shape.ships_to],
        shipping=[_shipping(one, language) for one in shape.shipping],
    )


def _shipping(shape: _Shipping, language: str) -> ShippingDraft:
    return ShippingDraft(
        code=clean_line(shape.code),
        names=_texts(shape.name, language, paragraphs=False),
        prices={currency.value: minor for currency, minor in _prices(shape.prices).items()},
        countries=[country.upper() for country in shape.countries or ()],
        days=shape.days or (None, None),
    )


def _texts(texts: Texts, language: str, *, paragraphs: bool) -> dict[str, str]:
    clean = clean_text if paragraphs else clean_line
    by_language = texts if isinstance(texts, dict) else {language: texts}
    cleaned = {code: clean(text) for code, text in by_language.items()}
    return {code: text for code, text in cleaned.items() if text}


def _remarks(broken: ValidationError, where: str) -> Iterator[Remark]:
    for error in broken.errors(include_url=False, include_input=False)[:3]:
        steps = [str(step + 1) if isinstance(step, int) else step for step in error["loc"]]
        key = "missing" if error["type"] == "missing" else "value"
        yield Remark(
            text=f"catalog-import-bad-{key}", column=shorten(" → ".join([where, *steps]), 120)
        )
