"""What would be different with a draft on the shelf. Pure, so that a preview is the truth."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.catalog.imports.drafts import ProductDraft, VariantDraft
from bot.catalog.models import Product, ProductStatus, Variant
from bot.kit.money import Currency

Prices = dict[Currency, tuple[int, int | None]]


@dataclass(slots=True)
class VariantPlan:
    draft: VariantDraft
    variant: Variant | None  # None: a new one
    fields: dict[str, Any]
    prices: Prices
    stock: int | None  # the number to count to, if it is another

    @property
    def is_new(self) -> bool:
        return self.variant is None

    @property
    def is_change(self) -> bool:
        return bool(self.fields or self.prices) or self.stock is not None


@dataclass(slots=True)
class ProductPlan:
    fields: dict[str, Any]
    variants: list[VariantPlan] = field(default_factory=list)

    @property
    def is_change(self) -> bool:
        return bool(self.fields) or any(plan.is_new or plan.is_change for plan in self.variants)


def plan_product(product: Product, draft: ProductDraft) -> ProductPlan:
    wanted: dict[str, Any] = {
        "titles": product.titles | draft.titles,
        "descriptions": product.descriptions | draft.descriptions,
        "kind": draft.kind,
        "status": draft.status,
        "tags": draft.tags,
        "options": draft.options,
        "attributes": draft.attributes,
    }
    return ProductPlan(
        fields=_different(product, wanted),
        variants=[_plan_variant(product.variants, variant) for variant in draft.variants],
    )


def new_fields(draft: ProductDraft) -> dict[str, Any]:
    """Name what a new product starts with, where the file leaves something out."""
    fields: dict[str, Any] = {
        "titles": draft.titles,
        "descriptions": draft.descriptions,
        "status": draft.status or ProductStatus.ACTIVE,
        "tags": draft.tags or [],
        "options": draft.options or [],
        "attributes": draft.attributes or [],
    }
    return fields if draft.kind is None else fields | {"kind": draft.kind}


def variant_fields(draft: VariantDraft) -> dict[str, Any]:
    wanted = {
        "sku": draft.sku,
        "barcode": draft.barcode,
        "option_values": draft.options,
        "unlimited": draft.unlimited,
    }
    return {name: value for name, value in wanted.items() if value is not None}


def prices_of(draft: VariantDraft) -> Prices:
    return {
        currency: (minor, draft.compare_at.get(currency))
        for currency, minor in draft.prices.items()
    }


def merged(drafts: Sequence[ProductDraft]) -> list[ProductDraft]:
    """Join drafts of one handle: some files do not keep the rows of a product together."""
    by_handle: dict[str, ProductDraft] = {}
    for draft in drafts:
        first = by_handle.setdefault(draft.handle, draft)
        if first is not draft:
            first.titles = first.titles | draft.titles
            first.descriptions = first.descriptions | draft.descriptions
            first.variants += draft.variants
            first.pictures += draft.pictures
    return list(by_handle.values())


def _plan_variant(known: Sequence[Variant], draft: VariantDraft) -> VariantPlan:
    variant = _same(known, draft)
    if variant is None:
        return VariantPlan(draft, None, variant_fields(draft), prices_of(draft), draft.stock)
    counted = draft.stock is not None and max(draft.stock, variant.reserved) != variant.on_hand
    return VariantPlan(
        draft=draft,
        variant=variant,
        fields=_different(variant, variant_fields(draft)),
        prices=_different_prices(variant, prices_of(draft)),
        stock=max(draft.stock, variant.reserved) if counted and draft.stock is not None else None,
    )


def _same(known: Sequence[Variant], draft: VariantDraft) -> Variant | None:
    """Find the variant that a row means: by its options, or by an SKU that is used once."""
    for variant in known:
        if variant.option_values == draft.options:
            return variant
    by_sku = [variant for variant in known if draft.sku and variant.sku == draft.sku]
    return by_sku[0] if len(by_sku) == 1 else None


def _different(row: Product | Variant, wanted: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in wanted.items()
        if value is not None and getattr(row, name) != value
    }


def _different_prices(variant: Variant, wanted: Prices) -> Prices:
    known = {row.currency: (row.minor, row.compare_at_minor) for row in variant.prices}
    return {currency: price for currency, price in wanted.items() if known.get(currency) != price}
