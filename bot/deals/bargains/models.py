from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text, true
from sqlalchemy.orm import Mapped, composite, mapped_column

from bot.catalog.models import VariantId
from bot.deals.offering.models import Offer
from bot.groups.models import GroupId
from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.states import Arrows
from bot.orders.models import OrderId
from bot.payments.models import Purpose
from bot.people.models import PersonId

BargainOfferId = NewType("BargainOfferId", int)
BargainId = NewType("BargainId", int)

BARGAIN = "bargain"  # what an order waits for, as orders keep it for us


class BargainOfferStatus(StrEnum):
    DRAFT = "draft"  # previewed by its merchant, seen by nobody else
    OPEN = "open"
    CLOSED = "closed"


BARGAIN_OFFER_ARROWS: Arrows[BargainOfferStatus] = {
    BargainOfferStatus.DRAFT: frozenset({BargainOfferStatus.OPEN, BargainOfferStatus.CLOSED}),
    BargainOfferStatus.OPEN: frozenset({BargainOfferStatus.CLOSED}),
    BargainOfferStatus.CLOSED: frozenset(),
}


class BargainStatus(StrEnum):
    RUNNING = "running"  # helpers cut
    COMPLETE = "complete"  # the floor is reached: she may buy
    BOUGHT = "bought"
    OVER = "over"  # its time ran out


BARGAIN_ARROWS: Arrows[BargainStatus] = {
    BargainStatus.RUNNING: frozenset({BargainStatus.COMPLETE, BargainStatus.OVER}),
    BargainStatus.COMPLETE: frozenset({BargainStatus.BOUGHT, BargainStatus.OVER}),
    BargainStatus.BOUGHT: frozenset(),
    # She paid in the last minute, and her money arrived after it.
    BargainStatus.OVER: frozenset({BargainStatus.BOUGHT}),
}


class BargainOffer(Offer, Model):
    """A merchant lets people bargain for one product."""

    __tablename__ = "bargain_offers"
    __table_args__ = (
        Index("ix_bargain_offers_due", "status", "closes_at"),
        CheckConstraint("helpers > 1 AND helps_each > 0", name="possible"),
    )

    id: Mapped[BargainOfferId] = mapped_column(ID, primary_key=True)
    status: Mapped[BargainOfferStatus] = mapped_column(default=BargainOfferStatus.DRAFT)
    floor_minor: Mapped[int]
    currency: Mapped[Currency]
    floor: Mapped[Money] = composite(Money, "floor_minor", "currency")
    helpers: Mapped[int]  # how many cut one price
    helps_each: Mapped[int]  # how often one person may help in this offer
    closes_at: Mapped[datetime]

    def move(self, there: BargainOfferStatus) -> None:
        self.status = states.move(BARGAIN_OFFER_ARROWS, self.status, there)

    @property
    def is_draft(self) -> bool:
        return self.status is BargainOfferStatus.DRAFT

    @property
    def ends_at(self) -> datetime:
        return self.closes_at

    def is_running(self, at: datetime) -> bool:
        return self.status is BargainOfferStatus.OPEN and at < self.closes_at


class BargainPlace(Model):
    """A group in which the offer stands."""

    __tablename__ = "bargain_places"

    offer_id: Mapped[BargainOfferId] = mapped_column(
        ID, ForeignKey("bargain_offers.id"), primary_key=True
    )
    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"), primary_key=True)
    thread_id: Mapped[int | None]


class Bargain(Model):
    """One person's own price, and how far her friends have cut it.

    Its terms are copied when it starts, so that nobody can change them under way.
    """

    __tablename__ = "bargains"
    __table_args__ = (
        Index("ix_bargains_due", "status", "ends_at"),
        Index(
            "uq_bargains_one_each",
            "offer_id",
            "owner_id",
            unique=True,
            sqlite_where=text("status != 'over'"),
            postgresql_where=text("status != 'over'"),
        ),
        CheckConstraint("cuts >= 0 AND cuts <= helpers", name="helped"),
        CheckConstraint("cut_minor >= cuts AND cut_minor <= start_minor - floor_minor", name="cut"),
    )

    id: Mapped[BargainId] = mapped_column(ID, primary_key=True)
    offer_id: Mapped[BargainOfferId] = mapped_column(ID, ForeignKey("bargain_offers.id"))
    owner_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"), index=True)
    group_id: Mapped[GroupId | None] = mapped_column(ID, ForeignKey("groups.id"))
    thread_id: Mapped[int | None]
    status: Mapped[BargainStatus] = mapped_column(default=BargainStatus.RUNNING)
    start_minor: Mapped[int]
    floor_minor: Mapped[int]
    currency: Mapped[Currency]
    start: Mapped[Money] = composite(Money, "start_minor", "currency")
    floor: Mapped[Money] = composite(Money, "floor_minor", "currency")
    helpers: Mapped[int]
    seed: Mapped[str]  # decides every cut; secret until the end
    cuts: Mapped[int] = mapped_column(default=0)
    cut_minor: Mapped[int] = mapped_column(default=0)  # by all of them together
    variant_id: Mapped[VariantId | None] = mapped_column(ID, ForeignKey("variants.id"))
    order_id: Mapped[OrderId | None] = mapped_column(ID, ForeignKey("orders.id"))
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]  # of the helping, and once complete of the buying
    completed_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    # She lets its card say her first name; cards that an old version draws always do.
    is_named: Mapped[bool] = mapped_column(default=False, server_default=true())

    def move(self, there: BargainStatus) -> None:
        self.status = states.move(BARGAIN_ARROWS, self.status, there)

    @property
    def price(self) -> Money:
        return self.start - Money(self.cut_minor, self.currency)

    @property
    def missing(self) -> int:
        return self.helpers - self.cuts

    @property
    def is_revealed(self) -> bool:
        """No cut can follow, so the seed may be known."""
        return self.status is not BargainStatus.RUNNING

    @property
    def purpose(self) -> Purpose:
        return Purpose(BARGAIN, self.id)


class BargainCut(Model):
    """What one helper took off one price."""

    __tablename__ = "bargain_cuts"
    __table_args__ = (
        UniqueConstraint("bargain_id", "helper_id"),
        UniqueConstraint("offer_id", "helper_id", "nth_help"),
        CheckConstraint("minor > 0", name="something"),
    )

    bargain_id: Mapped[BargainId] = mapped_column(
        ID, ForeignKey("bargains.id"), primary_key=True, autoincrement=False
    )
    nth: Mapped[int] = mapped_column(ID, primary_key=True, autoincrement=False)
    offer_id: Mapped[BargainOfferId] = mapped_column(ID, ForeignKey("bargain_offers.id"))
    helper_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"), index=True)
    nth_help: Mapped[int]  # of this helper in this offer
    minor: Mapped[int]
    code: Mapped[str]  # by which she finds herself in the public list
    at: Mapped[datetime]
