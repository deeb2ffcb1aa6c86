"""Rows that say the same thing twice."""

from collections.abc import Iterator

from bot.catalog.imports.drafts import Item, MerchantDraft, ProductDraft, Remark, VariantDraft
from bot.catalog.imports.values import shorten


def without_duplicates(items: Iterator[Item]) -> Iterator[Item]:
    """Leave out a variant that came before; mention an SKU that two variants share.

    Remembers two numbers a variant, so that 200,000 rows fit into little memory.
    """
    variants: set[int] = set()
    skus: set[int] = set()
    for item in items:
        if isinstance(item, MerchantDraft):
            variants.clear()
            skus.clear()
        if not isinstance(item, ProductDraft):
            yield item
            continue
        kept: list[VariantDraft] = []
        for variant in item.variants:
            identity = hash((item.handle, tuple(variant.options.items())))
            if identity in variants:
                yield _repeated(item, variant)
                continue
            variants.add(identity)
            kept.append(variant)
            if not variant.sku:
                continue
            if hash(variant.sku) in skus:
                yield _shared(variant, variant.sku)
            skus.add(hash(variant.sku))
        had_variants = bool(item.variants)
        item.variants = kept
        if kept or not had_variants:
            yield item


def _repeated(product: ProductDraft, variant: VariantDraft) -> Remark:
    named = " / ".join(variant.options.values()) or variant.sku or product.handle
    facts: dict[str, str | int] = {"handle": product.handle, "value": shorten(named)}
    return Remark(text="catalog-import-bad-duplicate", line=variant.line, facts=facts)


def _shared(variant: VariantDraft, sku: str) -> Remark:
    return Remark(
        text="catalog-import-note-sku",
        line=variant.line,
        column="SKU",
        facts={"value": shorten(sku)},
        is_bad=False,
    )
