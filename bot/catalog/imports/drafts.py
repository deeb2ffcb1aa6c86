"""What a file says about a product, whatever kind of file it is. None means: it does not say."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from bot.catalog.models import Attribute, ProductKind, ProductStatus
from bot.kit.money import Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something a merchant should know about a row. ``text`` is a key in ``locales/``."""

    text: str
    line: int | None = None
    column: str | None = None
    facts: dict[str, str | int] = field(default_factory=dict)
    is_bad: bool = True  # the row is left out; else it is taken with what the remark says


@dataclass(slots=True, kw_only=True)
class VariantDraft:
    line: int | None = None
    sku: str | None = None
    barcode: str | None = None
    options: dict[str, str] = field(default_factory=dict)
    prices: dict[Currency, int] = field(default_factory=dict)  # minor units
    compare_at: dict[Currency, int] = field(default_factory=dict)
    stock: int | None = None
    unlimited: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureDraft:
    """Either an address or a file beside the import file."""

    url: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDraft:
    author: str
    rating: int
    text: str
    language: str
    written_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDraft:
    question: str
    answer: str
    language: str
    answered_by: str


@dataclass(slots=True, kw_only=True)
class ProductDraft:
    handle: str
    line: int | None = None
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    kind: ProductKind | None = None
    status: ProductStatus | None = None
    tags: list[str] | None = None
    options: list[str] | None = None
    attributes: list[Attribute] | None = None
    variants: list[VariantDraft] = field(default_factory=list)
    pictures: list[PictureDraft] = field(default_factory=list)
    download: str | None = None  # what buyers get: a file beside the import file, or an address
    reviews: list[ReviewDraft] = field(default_factory=list)
    questions: list[QuestionDraft] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class ShippingDraft:
    code: str
    names: dict[str, str]
    prices: dict[str, int]
    countries: list[str]
    days: tuple[int | None, int | None]


@dataclass(slots=True, kw_only=True)
class MerchantDraft:
    """The products that follow are this merchant's."""

    handle: str
    name: str
    about: dict[str, str]
    country: str | None
    support: str | None
    currencies: list[str]
    ships_to: list[str]
    shipping: list[ShippingDraft]


Item: TypeAlias = MerchantDraft | ProductDraft | Remark
