from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from bot.catalog.models import MerchantId, ProductId, VariantId
from bot.kit.db import ID, Model
from bot.people.models import PersonId


class PendingKind(StrEnum):
    TITLE = "title"
    DESCRIPTION = "description"
    PRICE = "price"
    STOCK = "stock"
    PICTURE = "picture"
    DOWNLOAD = "download"
    NEW_TITLE = "new-title"
    NEW_PRICE = "new-price"
    NEW_STOCK = "new-stock"
    IMPORT = "import"
    OPEN_NAME = "open-name"
    OPEN_COUNTRY = "open-country"
    OPEN_CURRENCY = "open-currency"
    SHOPFRONT = "shopfront"
    SHIPPING_NAME = "shipping-name"
    SHIPPING_PRICE = "shipping-price"
    SHIPPING = "shipping"
    DEAL = "deal"
    BARGAIN = "bargain"
    SALE_DAY = "sale-day"
    PROPOSAL = "proposal"  # why it is declined
    PROVIDER_TOKEN = "provider-token"  # noqa: S105 -- the question's name, not a secret
    STRIPE_KEY = "stripe-key"
    PLATFORM_FEE = "platform-fee"
    PAYOUT = "payout"


class PendingInput(Model):
    """The one question that a person has not answered yet."""

    __tablename__ = "pending_inputs"

    person_id: Mapped[PersonId] = mapped_column(ID, primary_key=True, autoincrement=False)
    kind: Mapped[PendingKind]
    merchant_id: Mapped[MerchantId | None] = mapped_column(ID)
    product_id: Mapped[ProductId | None] = mapped_column(ID)
    variant_id: Mapped[VariantId | None] = mapped_column(ID)
    said: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # answers so far
    asked_at: Mapped[datetime]
