"""Products, their variants and prices, their pictures, and what people said about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal, NewType, NotRequired, TypeAlias, TypedDict

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.catalog.merchants import (
    Merchant,
    MerchantId,
    MerchantStaff,
    ShippingOption,
    ShippingOptionId,
    StaffRole,
    in_language,
)
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.states import Arrows, move

__all__ = (
    "ARROWS",
    "Attribute",
    "KeptFile",
    "Merchant",
    "MerchantId",
    "MerchantStaff",
    "Picture",
    "PictureTrouble",
    "Product",
    "ProductId",
    "ProductKind",
    "ProductQuestion",
    "ProductStatus",
    "Review",
    "ShippingOption",
    "ShippingOptionId",
    "StaffRole",
    "StoredPicture",
    "Variant",
    "VariantId",
    "VariantPrice",
    "in_language",
)

ProductId = NewType("ProductId", int)
VariantId = NewType("VariantId", int)


class ProductKind(StrEnum):
    PHYSICAL = "physical"
    DIGITAL = "digital"


class ProductStatus(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"


ARROWS: Arrows[ProductStatus] = {
    ProductStatus.DRAFT: frozenset({ProductStatus.ACTIVE, ProductStatus.ARCHIVED}),
    ProductStatus.ACTIVE: frozenset({ProductStatus.DRAFT, ProductStatus.ARCHIVED}),
    ProductStatus.ARCHIVED: frozenset({ProductStatus.ACTIVE, ProductStatus.DRAFT}),
}

AttributeValue: TypeAlias = dict[str, str] | str | bool | int | float


class Attribute(TypedDict):
    """A typed fact about a product, such as ``{"name": "waterproof", "type": "bool", ...}``."""

    name: str
    type: Literal["text", "number", "bool"]
    value: Any  # AttributeValue: a text has one value per language
    unit: NotRequired[str]


class KeptFile(TypedDict):
    """What buyers of a digital product get, as it lies in the media folder."""

    file: str  # relative to the folder
    sha256: str
    name: str  # as buyers see it
    mime: str
    size: int  # bytes


class Product(Model):
    __tablename__ = "products"
    __table_args__ = (
        UniqueConstraint("merchant_id", "handle"),
        Index("ix_products_shelf", "merchant_id", "status", "id"),
    )

    id: Mapped[ProductId] = mapped_column(ID, primary_key=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ForeignKey("merchants.id"))
    handle: Mapped[str]
    titles: Mapped[dict[str, str]] = mapped_column(JSON)
    descriptions: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    kind: Mapped[ProductKind] = mapped_column(default=ProductKind.PHYSICAL)
    status: Mapped[ProductStatus] = mapped_column(default=ProductStatus.ACTIVE)
    tags: Mapped[list[str]] = mapped_column(JSON, default=list)
    options: Mapped[list[str]] = mapped_column(JSON, default=list)  # ["size", "colour"]
    attributes: Mapped[list[Attribute]] = mapped_column(JSON, default=list)
    # What buyers get of a digital product: a file, or a text such as a link.
    download: Mapped[KeptFile | None] = mapped_column(JSON(none_as_null=True))
    download_text: Mapped[str | None]
    changed_at: Mapped[datetime]

    merchant: Mapped[Merchant] = relationship(lazy="raise")
    variants: Mapped[list["Variant"]] = relationship(
        back_populates="product", lazy="raise", order_by="Variant.position, Variant.id"
    )
    pictures: Mapped[list["Picture"]] = relationship(
        back_populates="product",
        lazy="raise",
        order_by="Picture.position, Picture.id",
        cascade="all, delete-orphan",
    )

    def title(self, language: str) -> str:
        return in_language(self.titles, language) or self.handle

    def description(self, language: str) -> str:
        return in_language(self.descriptions, language)

    def move(self, there: ProductStatus) -> None:
        self.status = move(ARROWS, self.status, there)

    @property
    def is_active(self) -> bool:
        return self.status is ProductStatus.ACTIVE

    @property
    def is_for_sale(self) -> bool:
        """Whether it is on the shelf of a shop that is open."""
        return self.is_active and self.merchant.is_open

    @property
    def needs_shipping(self) -> bool:
        return self.kind is not ProductKind.DIGITAL

    @property
    def is_complete(self) -> bool:
        """Whether there is something to hand over once it is paid."""
        return self.needs_shipping or bool(self.download or self.download_text)

    @property
    def offered(self) -> Sequence["Variant"]:
        return [variant for variant in self.variants if variant.is_offered]

    def paid_in(self, currency: Currency) -> Currency:
        """Tell what buyers pay in who would rather pay in ``currency``.

        Telegram lets digital goods be sold for Stars alone: https://telegram.org/tos/bot-developers
        """
        return Currency.XTR if self.kind is ProductKind.DIGITAL else currency

    def price_range(self, currency: Currency) -> tuple[Money, Money] | None:
        """Tell the lowest and the highest price; None where it is not sold in this currency."""
        minors = [price.minor for v in self.offered if (price := v.price(currency)) is not None]
        return (Money(min(minors), currency), Money(max(minors), currency)) if minors else None


class Variant(Model):
    __tablename__ = "variants"
    __table_args__ = (
        Index("ix_variants_sku", "merchant_id", "sku"),
        # The last line of defence: no code can promise more than there is.
        CheckConstraint("reserved >= 0 AND on_hand >= reserved", name="never_oversold"),
    )

    id: Mapped[VariantId] = mapped_column(ID, primary_key=True)
    product_id: Mapped[ProductId] = mapped_column(ForeignKey("products.id"), index=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ForeignKey("merchants.id"))
    sku: Mapped[str | None]  # real shops repeat theirs, so it is not unique
    barcode: Mapped[str | None] = mapped_column(index=True)
    option_values: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    position: Mapped[int] = mapped_column(default=0)
    on_hand: Mapped[int] = mapped_column(default=0)
    reserved: Mapped[int] = mapped_column(default=0)
    unlimited: Mapped[bool] = mapped_column(default=False)  # downloads, made to order
    is_offered: Mapped[bool] = mapped_column(default=True)

    product: Mapped[Product] = relationship(back_populates="variants", lazy="raise")
    prices: Mapped[list["VariantPrice"]] = relationship(
        back_populates="variant", lazy="raise", cascade="all, delete-orphan"
    )

    @property
    def left(self) -> int | None:
        """How many can still be bought; None means as many as one likes."""
        return None if self.unlimited else max(0, self.on_hand - self.reserved)

    @property
    def is_sold_out(self) -> bool:
        return self.left == 0

    @property
    def label(self) -> str:
        """Name the variant among its siblings, such as ``42 / red``; empty if it is the only."""
        return " / ".join(self.option_values.values())

    def price(self, currency: Currency) -> Money | None:
        row = self._price_row(currency)
        return None if row is None else row.price

    def compare_at(self, currency: Currency) -> Money | None:
        row = self._price_row(currency)
        return None if row is None else row.compare_at

    def _price_row(self, currency: Currency) -> "VariantPrice | None":
        return next((row for row in self.prices if row.currency is currency), None)


class VariantPrice(Model):
    __tablename__ = "variant_prices"
    __table_args__ = (UniqueConstraint("variant_id", "currency"),)

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    variant_id: Mapped[VariantId] = mapped_column(ForeignKey("variants.id"))
    currency: Mapped[Currency]
    minor: Mapped[int]
    compare_at_minor: Mapped[int | None]

    variant: Mapped[Variant] = relationship(back_populates="prices", lazy="raise")

    @property
    def price(self) -> Money:
        return Money(self.minor, self.currency)

    @property
    def compare_at(self) -> Money | None:
        if self.compare_at_minor is None or self.compare_at_minor <= self.minor:
            return None
        return Money(self.compare_at_minor, self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """A file that the media folder holds."""

    sha256: str
    file: str
    source: str  # the digest of the original it was made from


class PictureTrouble(StrEnum):
    """Why a picture cannot be had from its address."""

    ADDRESS = "address"  # nothing we go to: only https, and only what everybody can reach
    GONE = "gone"
    KIND = "kind"  # something else than a picture
    LARGE = "large"
    SILENT = "silent"  # no answer, however often we asked


class Picture(Model):
    """A picture of a product: a file of ours by its content, or an address not fetched yet."""

    __tablename__ = "product_pictures"
    __table_args__ = (CheckConstraint("sha256 IS NOT NULL OR url IS NOT NULL", name="somewhere"),)

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    product_id: Mapped[ProductId] = mapped_column(ForeignKey("products.id"), index=True)
    sha256: Mapped[str | None]
    file: Mapped[str | None]  # relative to the media folder
    source: Mapped[str | None]  # the original's digest, so that an import knows it again
    url: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    fetch_at: Mapped[datetime | None] = mapped_column(index=True)  # when to try the address next
    fetch_tries: Mapped[int] = mapped_column(default=0, server_default="0")
    trouble: Mapped[PictureTrouble | None]  # why it was given up

    product: Mapped[Product] = relationship(back_populates="pictures", lazy="raise")

    @property
    def is_awaited(self) -> bool:
        return self.fetch_at is not None


class Review(Model):
    """What an earlier buyer wrote, as it came with the merchant's own shop data."""

    __tablename__ = "imported_reviews"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    product_id: Mapped[ProductId] = mapped_column(ForeignKey("products.id"), index=True)
    author: Mapped[str]
    rating: Mapped[int]
    text: Mapped[str]
    language: Mapped[str]
    written_on: Mapped[date]


class ProductQuestion(Model):
    __tablename__ = "imported_questions"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    product_id: Mapped[ProductId] = mapped_column(ForeignKey("products.id"), index=True)
    question: Mapped[str]
    answer: Mapped[str]
    language: Mapped[str]
    answered_by: Mapped[str]  # "merchant" or "buyer"
