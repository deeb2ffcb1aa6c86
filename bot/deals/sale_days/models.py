from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, composite, mapped_column

from bot.deals.offering.models import Offer
from bot.groups.models import GroupId
from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.states import Arrows
from bot.orders.models import OrderId
from bot.payments.models import Purpose
from bot.people.models import PersonId

SaleDayId = NewType("SaleDayId", int)

SALE_DAY = "sale-day"  # what an order waits for, as orders keep it for us


class SaleDayStatus(StrEnum):
    DRAFT = "draft"  # previewed by its merchant, seen by nobody else
    COUNTING = "counting"  # whoever joins makes it cheaper
    SELLING = "selling"  # the price is frozen, and everybody may buy
    OVER = "over"


SALE_DAY_ARROWS: Arrows[SaleDayStatus] = {
    SaleDayStatus.DRAFT: frozenset({SaleDayStatus.COUNTING, SaleDayStatus.OVER}),
    SaleDayStatus.COUNTING: frozenset({SaleDayStatus.SELLING, SaleDayStatus.OVER}),
    SaleDayStatus.SELLING: frozenset({SaleDayStatus.OVER}),
    SaleDayStatus.OVER: frozenset(),
}


class SaleDay(Offer, Model):
    """First people are counted, then everybody may buy at the price they reached."""

    __tablename__ = "sale_days"
    __table_args__ = (
        Index("ix_sale_days_due", "status", "until"),
        CheckConstraint("percent > 0 AND per_person > 0 AND cap_per_group > 0", name="possible"),
    )

    id: Mapped[SaleDayId] = mapped_column(ID, primary_key=True)
    status: Mapped[SaleDayStatus] = mapped_column(default=SaleDayStatus.DRAFT)
    start_minor: Mapped[int]  # the shelf's price when the counting began
    floor_minor: Mapped[int]
    currency: Mapped[Currency]
    start: Mapped[Money] = composite(Money, "start_minor", "currency")
    floor: Mapped[Money] = composite(Money, "floor_minor", "currency")
    percent: Mapped[int]  # of the start, for each one who joins
    cap_per_group: Mapped[int]  # joins that count
    per_person: Mapped[int]  # pieces
    most: Mapped[int | None]  # pieces in all; None: as long as there is stock
    joins: Mapped[int] = mapped_column(default=0)
    price_minor: Mapped[int | None]  # frozen
    sold: Mapped[int] = mapped_column(default=0)  # pieces
    until: Mapped[datetime]  # of the counting, then of the sale
    frozen_early: Mapped[bool] = mapped_column(
        default=False, server_default=false()
    )  # by its merchant

    def move(self, there: SaleDayStatus) -> None:
        self.status = states.move(SALE_DAY_ARROWS, self.status, there)

    @property
    def is_draft(self) -> bool:
        return self.status is SaleDayStatus.DRAFT

    @property
    def ends_at(self) -> datetime:
        return self.until

    def is_running(self, at: datetime) -> bool:
        return self.status in {SaleDayStatus.COUNTING, SaleDayStatus.SELLING} and at < self.until

    @property
    def price(self) -> Money:
        """The price now, or the frozen one."""
        if self.price_minor is not None:
            return Money(self.price_minor, self.currency)
        cut = self.start_minor * max(0, 100 - self.percent * self.joins) // 100
        return Money(max(self.floor_minor, cut), self.currency)

    @property
    def purpose(self) -> Purpose:
        return Purpose(SALE_DAY, self.id)


class SaleDayGroup(Model):
    """A group that counts, with those who joined through links taken there."""

    __tablename__ = "sale_day_groups"

    sale_id: Mapped[SaleDayId] = mapped_column(ID, ForeignKey("sale_days.id"), primary_key=True)
    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"), primary_key=True)
    thread_id: Mapped[int | None]
    joins: Mapped[int] = mapped_column(default=0)


class SaleDayLink(Model):
    """Somebody's own link, taken in one of the groups."""

    __tablename__ = "sale_day_links"
    __table_args__ = (UniqueConstraint("sale_id", "person_id"), UniqueConstraint("code"))

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    sale_id: Mapped[SaleDayId] = mapped_column(ID, ForeignKey("sale_days.id"))
    person_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"), index=True)
    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"))
    code: Mapped[int] = mapped_column(BigInteger)  # part of the link: nobody can guess it
    joins: Mapped[int] = mapped_column(default=0)


class SaleDayJoin(Model):
    """Somebody opened a link and said: count me in. A line of the public log, too."""

    __tablename__ = "sale_day_joins"
    __table_args__ = (UniqueConstraint("sale_id", "nth"),)

    sale_id: Mapped[SaleDayId] = mapped_column(
        ID, ForeignKey("sale_days.id"), primary_key=True, autoincrement=False
    )
    person_id: Mapped[PersonId] = mapped_column(
        ID, ForeignKey("people.id"), primary_key=True, autoincrement=False
    )
    link_id: Mapped[int] = mapped_column(ID, ForeignKey("sale_day_links.id"), index=True)
    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"))
    at: Mapped[datetime]
    nth: Mapped[int]
    code: Mapped[str]  # by which she finds herself in the log
    digest: Mapped[str]  # of this line and the one before


class SaleDayOrder(Model):
    """An order at the frozen price, paid or not yet."""

    __tablename__ = "sale_day_orders"

    sale_id: Mapped[SaleDayId] = mapped_column(
        ID, ForeignKey("sale_days.id"), primary_key=True, autoincrement=False
    )
    order_id: Mapped[OrderId] = mapped_column(
        ID, ForeignKey("orders.id"), primary_key=True, autoincrement=False
    )
    pieces: Mapped[int]
