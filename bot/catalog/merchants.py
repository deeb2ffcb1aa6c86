"""Who sells, who may act for them, and how their parcels travel."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.texts import FALLBACK
from bot.people.models import PersonId

MerchantId = NewType("MerchantId", int)
ShippingOptionId = NewType("ShippingOptionId", int)


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Choose a text: the language asked for, else English, else whatever there is."""
    for wanted in (language, FALLBACK):
        if texts.get(wanted):
            return texts[wanted]
    return next((text for text in texts.values() if text), "")


class StaffRole(StrEnum):
    OWNER = "owner"
    STAFF = "staff"


class Merchant(Model):
    __tablename__ = "merchants"

    id: Mapped[MerchantId] = mapped_column(ID, primary_key=True)
    handle: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    about_texts: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    country: Mapped[str | None]  # ISO 3166-1 alpha-2
    support: Mapped[str | None]  # an address, a number or a @name: shown as it is
    language: Mapped[str] = mapped_column(default=FALLBACK)  # of texts that name no language
    ships_to: Mapped[list[str]] = mapped_column(JSON, default=list)  # empty: everywhere
    currencies: Mapped[list[str]] = mapped_column(JSON, default=list)  # the first is the usual one
    closed_at: Mapped[datetime | None]  # by the operator: nothing of it is sold meanwhile
    payment_missed_at: Mapped[datetime | None]  # when its owners were told that buyers cannot pay

    shipping: Mapped[list["ShippingOption"]] = relationship(
        back_populates="merchant", lazy="raise", order_by="ShippingOption.id"
    )

    def about(self, language: str) -> str:
        return in_language(self.about_texts, language)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def currency(self) -> Currency:
        return Currency(self.currencies[0]) if self.currencies else Currency.EUR

    def takes(self, currency: Currency) -> bool:
        return not self.currencies or currency.value in self.currencies

    def delivers_to(self, country: str) -> bool:
        return not self.ships_to or country.upper() in self.ships_to


class MerchantStaff(Model):
    __tablename__ = "merchant_staff"
    __table_args__ = (UniqueConstraint("merchant_id", "person_id"),)

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ForeignKey("merchants.id"))
    # No foreign key: staff may be named before they have ever written to the bot.
    person_id: Mapped[PersonId] = mapped_column(ID, index=True)
    role: Mapped[StaffRole]


class ShippingOption(Model):
    __tablename__ = "shipping_options"
    __table_args__ = (UniqueConstraint("merchant_id", "code"),)

    id: Mapped[ShippingOptionId] = mapped_column(ID, primary_key=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ForeignKey("merchants.id"))
    code: Mapped[str]
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    prices: Mapped[dict[str, int]] = mapped_column(JSON)  # minor units by currency
    countries: Mapped[list[str]] = mapped_column(JSON, default=list)  # empty: all of ships_to
    days_min: Mapped[int | None]
    days_max: Mapped[int | None]

    merchant: Mapped[Merchant] = relationship(back_populates="shipping", lazy="raise")

    def name(self, language: str) -> str:
        return in_language(self.names, language) or self.code

    def price(self, currency: Currency) -> Money | None:
        minor = self.prices.get(currency.value)
        return None if minor is None else Money(minor, currency)

    def reaches(self, country: str) -> bool:
        return not self.countries or country.upper() in self.countries
