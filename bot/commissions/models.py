from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column

from bot.catalog.models import MerchantId
from bot.groups.models import GroupId
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.orders.models import OrderId
from bot.people.models import PersonId

AgreementId = NewType("AgreementId", int)
PayoutId = NewType("PayoutId", int)

HIGHEST = 5_000  # half of it, in hundredths of a per cent


class Side(StrEnum):
    MERCHANT = "m"
    GROUP = "g"

    @property
    def other(self) -> "Side":
        return Side.GROUP if self is Side.MERCHANT else Side.MERCHANT


class Deed(StrEnum):
    OFFERED = "offered"
    AGREED = "agreed"
    DECLINED = "declined"
    ENDED = "ended"
    PAID_OUT = "paid-out"
    RECEIVED = "received"


class Agreement(Model):
    """What a merchant and a group have agreed on, and what one of them would like instead."""

    __tablename__ = "commission_agreements"
    __table_args__ = (
        UniqueConstraint("merchant_id", "group_id"),
        CheckConstraint(f"basis BETWEEN 0 AND {HIGHEST}", name="a_part"),
    )

    id: Mapped[AgreementId] = mapped_column(ID, primary_key=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ID, ForeignKey("merchants.id"))
    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"), index=True)
    basis: Mapped[int] = mapped_column(default=0)  # in hundredths of a per cent; 0: nothing agreed
    agreed_at: Mapped[datetime | None]
    offers: Mapped[int] = mapped_column(default=0)  # buttons carry it: an old offer is void
    offered_basis: Mapped[int | None]
    offered_by: Mapped[Side | None]
    payouts: Mapped[int] = mapped_column(default=0)

    @property
    def waits_for(self) -> Side | None:
        """Who has to answer, where something is offered."""
        return self.offered_by.other if self.offered_by else None


class AgreementEntry(Model):
    """A line of the history that both sides can read."""

    __tablename__ = "commission_entries"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    agreement_id: Mapped[AgreementId] = mapped_column(
        ID, ForeignKey("commission_agreements.id"), index=True
    )
    at: Mapped[datetime]
    by_id: Mapped[PersonId | None] = mapped_column(ID, index=True)
    side: Mapped[Side]
    deed: Mapped[Deed]
    basis: Mapped[int]

    @property
    def takes_back(self) -> bool:
        """An offer, and nothing that is agreed: an end of a part, as agreements end with none.

        No deed of its own: a version that does not know it could not read the history any more.
        """
        return self.deed is Deed.ENDED and self.basis > 0

    @property
    def said(self) -> str:
        return "taken-back" if self.takes_back else self.deed.value


class Commission(Model):
    """A group's part of one order, as it was agreed when that was sold."""

    __tablename__ = "commissions"

    order_id: Mapped[OrderId] = mapped_column(
        ID, ForeignKey("orders.id"), primary_key=True, autoincrement=False
    )
    agreement_id: Mapped[AgreementId] = mapped_column(
        ID, ForeignKey("commission_agreements.id"), index=True
    )
    basis: Mapped[int]
    minor: Mapped[int]
    back_minor: Mapped[int] = mapped_column(default=0)  # taken back with what the buyer got back
    currency: Mapped[Currency]
    sold_at: Mapped[datetime]


class Payout(Model):
    """Commission that a merchant has paid a group's owner by hand."""

    __tablename__ = "commission_payouts"
    __table_args__ = (UniqueConstraint("agreement_id", "nth"),)

    id: Mapped[PayoutId] = mapped_column(ID, primary_key=True)
    agreement_id: Mapped[AgreementId] = mapped_column(ID, ForeignKey("commission_agreements.id"))
    nth: Mapped[int]
    money_minor: Mapped[int]
    currency: Mapped[Currency]
    money: Mapped[Money] = composite(Money, "money_minor", "currency")
    reference: Mapped[str]
    by_id: Mapped[PersonId | None] = mapped_column(ID, index=True)
    paid_at: Mapped[datetime]
    received_by: Mapped[PersonId | None] = mapped_column(ID, index=True)
    received_at: Mapped[datetime | None]
