"""Drafts as rows of the database."""

from datetime import datetime
from typing import Any

from bot.catalog.imports.comparing import Prices, prices_of, variant_fields
from bot.catalog.imports.drafts import VariantDraft
from bot.catalog.models import Merchant, MerchantId, ProductId, Variant, VariantId, VariantPrice
from bot.catalog.stock import MovementReason


def new_variant(merchant: Merchant, draft: VariantDraft, position: int) -> Variant:
    fields = variant_fields(draft)
    variant = Variant(
        merchant_id=merchant.id,
        position=position,
        on_hand=draft.stock or 0,
        reserved=0,
        prices=[],
        **fields,
    )
    reprice(variant, prices_of(draft))
    return variant


def variant_row(
    merchant_id: MerchantId, product_id: ProductId, position: int, draft: VariantDraft
) -> dict[str, Any]:
    return {
        "merchant_id": merchant_id,
        "product_id": product_id,
        "position": position,
        "sku": draft.sku,
        "barcode": draft.barcode,
        "option_values": draft.options,
        "unlimited": bool(draft.unlimited),
        "on_hand": draft.stock or 0,
        "reserved": 0,
    }


def price_rows(variant_id: VariantId, draft: VariantDraft) -> list[dict[str, Any]]:
    return [
        {
            "variant_id": variant_id,
            "currency": currency,
            "minor": minor,
            "compare_at_minor": compare_at,
        }
        for currency, (minor, compare_at) in prices_of(draft).items()
    ]


def first_stock(variant_id: VariantId, draft: VariantDraft, at: datetime) -> dict[str, Any]:
    return {
        "variant_id": variant_id,
        "quantity": draft.stock,
        "reason": MovementReason.IMPORTED,
        "at": at,
    }


def reprice(variant: Variant, prices: Prices) -> None:
    known = {row.currency: row for row in variant.prices}
    for currency, (minor, compare_at) in prices.items():
        row = known.get(currency)
        if row is None:
            row = VariantPrice(currency=currency)
            variant.prices.append(row)
        row.minor = minor
        row.compare_at_minor = compare_at
