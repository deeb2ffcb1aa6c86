from datetime import datetime
from enum import StrEnum
from typing import NewType, TypedDict

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, composite, mapped_column

from bot.catalog.models import MerchantId, ProductId, VariantId
from bot.groups.models import GroupId
from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.states import Arrows
from bot.orders.models import OrderId
from bot.payments.models import Purpose, Rail
from bot.people.models import PersonId

DealId = NewType("DealId", int)
SeatId = NewType("SeatId", int)

SEAT = "seat"  # what an order waits for, as orders keep it for us


class DealKind(StrEnum):
    GOAL = "goal"  # so many by the deadline, or nothing
    LADDER = "ladder"  # the price falls as more join; all pay the last one
    CASE = "case"  # wanted and at most; only whole cases are bought
    TEAM = "team"  # anybody starts a team and invites friends


class Unit(StrEnum):
    """What a deal counts towards its goal."""

    PEOPLE = "people"
    PIECES = "pieces"


class Handing(StrEnum):
    """How the goods reach the people."""

    DELIVERY = "delivery"
    PICKUP = "pickup"  # one person of the group hands them out


class DealStatus(StrEnum):
    DRAFT = "draft"  # previewed by its merchant, seen by nobody else
    OPEN = "open"
    COLLECTING = "collecting"  # enough have joined, and their saved cards are being charged
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


ARROWS: Arrows[DealStatus] = {
    DealStatus.DRAFT: frozenset({DealStatus.OPEN, DealStatus.CANCELLED}),
    DealStatus.OPEN: frozenset(
        {
            DealStatus.COLLECTING,
            DealStatus.SUCCEEDED,
            DealStatus.FAILED,
            DealStatus.CANCELLED,
        }
    ),
    DealStatus.COLLECTING: frozenset({DealStatus.SUCCEEDED, DealStatus.FAILED}),
    DealStatus.SUCCEEDED: frozenset(),
    DealStatus.FAILED: frozenset(),
    DealStatus.CANCELLED: frozenset(),
}


class SeatStatus(StrEnum):
    HELD = "held"  # kept for her while she pays
    WAITING = "waiting"  # the deal is full: she moves up when a seat is free
    PAID = "paid"  # or its money held, or its card saved
    CHARGING = "charging"  # what is held for it is being taken, or its saved card charged
    COLLECTED = "collected"  # its saved card is charged, and it waits for the others' cards
    HONOURED = "honoured"  # the deal came true, and her order with it
    RELEASED = "released"  # given up, run out, or the deal did not come true


SEAT_ARROWS: Arrows[SeatStatus] = {
    SeatStatus.HELD: frozenset({SeatStatus.PAID, SeatStatus.RELEASED}),
    SeatStatus.WAITING: frozenset({SeatStatus.HELD, SeatStatus.RELEASED}),
    SeatStatus.PAID: frozenset({SeatStatus.CHARGING, SeatStatus.HONOURED, SeatStatus.RELEASED}),
    SeatStatus.CHARGING: frozenset(
        {SeatStatus.COLLECTED, SeatStatus.HONOURED, SeatStatus.RELEASED}
    ),
    SeatStatus.COLLECTED: frozenset({SeatStatus.HONOURED, SeatStatus.RELEASED}),
    SeatStatus.HONOURED: frozenset(),
    # She comes back, or her money comes late and there is room.
    SeatStatus.RELEASED: frozenset({SeatStatus.HELD, SeatStatus.WAITING, SeatStatus.PAID}),
}

# Seats with their money, or its promise.
COUNTED = (SeatStatus.PAID, SeatStatus.CHARGING, SeatStatus.COLLECTED, SeatStatus.HONOURED)


class Step(TypedDict):
    """One rung of a ladder: from so many on, everybody pays so much (minor units)."""

    count: int
    minor: int


class Deal(Model):
    """An offer to buy one product together. Its counters change by one statement only."""

    __tablename__ = "deals"
    __table_args__ = (
        Index("ix_deals_due", "status", "closes_at"),
        # Few are over and not settled, and those that were settled are never looked at again.
        Index(
            "ix_deals_unsettled",
            "closed_at",
            "id",
            sqlite_where=text("closed_at IS NOT NULL AND settled_at IS NULL"),
            postgresql_where=text("closed_at IS NOT NULL AND settled_at IS NULL"),
        ),
        CheckConstraint("taken >= 0 AND (cap IS NULL OR taken <= cap)", name="capped"),
        CheckConstraint("paid_people >= 0 AND paid_pieces >= 0", name="counted"),
        CheckConstraint("goal > 0 AND per_person > 0", name="possible"),
    )

    id: Mapped[DealId] = mapped_column(ID, primary_key=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ID, ForeignKey("merchants.id"), index=True)
    product_id: Mapped[ProductId] = mapped_column(ID, ForeignKey("products.id"))
    made_by_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"))
    kind: Mapped[DealKind]
    status: Mapped[DealStatus] = mapped_column(default=DealStatus.DRAFT)
    unit: Mapped[Unit] = mapped_column(default=Unit.PEOPLE)
    goal: Mapped[int]  # of units; of a ladder its first rung, of cases the pieces in one
    price_minor: Mapped[int]  # of one piece: what is paid on joining
    currency: Mapped[Currency]
    price: Mapped[Money] = composite(Money, "price_minor", "currency")
    steps: Mapped[list[Step]] = mapped_column(JSON, default=list)
    final_minor: Mapped[int | None]  # of one piece, once saved cards are charged: it rises no more
    per_person: Mapped[int]  # pieces
    cap: Mapped[int | None]  # pieces, in all
    handing: Mapped[Handing] = mapped_column(default=Handing.DELIVERY)
    rail: Mapped[Rail] = mapped_column(default=Rail.TELEGRAM, server_default=Rail.TELEGRAM.value)
    # A team belongs to the deal that lets teams form; that one has none itself.
    parent_id: Mapped[DealId | None] = mapped_column(ID, ForeignKey("deals.id"), index=True)
    leader_id: Mapped[PersonId | None] = mapped_column(ID, ForeignKey("people.id"))
    leader_discount_minor: Mapped[int] = mapped_column(default=0)

    taken: Mapped[int] = mapped_column(default=0)  # pieces held or paid
    paid_people: Mapped[int] = mapped_column(default=0)
    paid_pieces: Mapped[int] = mapped_column(default=0)
    sponsored: Mapped[int] = mapped_column(default=0)  # units the merchant gives, labelled so
    # Of these, whose saved cards are charged.
    collected_people: Mapped[int] = mapped_column(default=0, server_default="0")
    collected_pieces: Mapped[int] = mapped_column(default=0, server_default="0")
    seat_moves: Mapped[int] = mapped_column(default=0)  # numbers the rows of its ledger
    seats_numbered: Mapped[int] = mapped_column(default=0)  # the last seat number given out

    made_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    closes_at: Mapped[datetime]
    reached_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    extended_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]  # every seat has its order or its money back

    def move(self, there: DealStatus) -> None:
        self.status = states.move(ARROWS, self.status, there)

    def is_open(self, at: datetime) -> bool:
        return self.status is DealStatus.OPEN and at < self.closes_at

    @property
    def joined(self) -> int:
        """What counts towards the goal: paid seats, and those the merchant gives."""
        paid = self.paid_people if self.unit is Unit.PEOPLE else self.paid_pieces
        return paid + self.sponsored

    @property
    def promised_by(self) -> Rail | None:
        """Where nobody is charged before it comes true: by what her money is promised."""
        return self.rail if self.rail.is_on_page else None

    @property
    def saves_cards(self) -> bool:
        return self.rail is Rail.STRIPE_LATER

    @property
    def was_collecting(self) -> bool:
        """Whether saved cards were charged for it, whatever came of it then."""
        return self.final_minor is not None

    @property
    def collected(self) -> int:
        """What counts towards the goal, of those whose cards are charged."""
        by_card = self.collected_people if self.unit is Unit.PEOPLE else self.collected_pieces
        return by_card + self.sponsored

    @property
    def outstanding(self) -> int:
        """How many people's cards are not charged yet."""
        return self.paid_people - self.collected_people

    @property
    def is_reached(self) -> bool:
        return self.joined >= self.goal

    @property
    def is_full(self) -> bool:
        return self.cap is not None and self.taken >= self.cap

    @property
    def is_sold_out(self) -> bool:
        return self.cap is not None and self.paid_pieces >= self.cap

    @property
    def room(self) -> int | None:
        """How many pieces can still be taken; None is as many as there are."""
        return None if self.cap is None else max(0, self.cap - self.taken)

    @property
    def lets_teams_form(self) -> bool:
        return self.kind is DealKind.TEAM and self.parent_id is None

    @property
    def is_settled(self) -> bool:
        return self.settled_at is not None


class DealGroup(Model):
    """A group a deal runs in, with what its own people have paid for."""

    __tablename__ = "deal_groups"

    deal_id: Mapped[DealId] = mapped_column(ID, ForeignKey("deals.id"), primary_key=True)
    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"), primary_key=True)
    thread_id: Mapped[int | None]
    paid_people: Mapped[int] = mapped_column(default=0)
    paid_pieces: Mapped[int] = mapped_column(default=0)
    refused_at: Mapped[datetime | None]  # its card could not be posted, and the merchant knows
    pickup_leader_id: Mapped[PersonId | None] = mapped_column(ID, ForeignKey("people.id"))


class Seat(Model):
    """One person in one deal. A person who leaves and comes back has the same row again."""

    __tablename__ = "deal_seats"
    __table_args__ = (
        UniqueConstraint("person_id", "deal_id"),
        Index("ix_deal_seats_due", "status", "until"),
        Index("ix_deal_seats_of_deal", "deal_id", "status", "number"),
        Index(
            "ix_deal_seats_order_id",
            "order_id",
            sqlite_where=text("order_id IS NOT NULL"),
            postgresql_where=text("order_id IS NOT NULL"),
        ),
        Index(
            "uq_deal_seats_number",
            "deal_id",
            "number",
            unique=True,
            sqlite_where=text("number IS NOT NULL"),
            postgresql_where=text("number IS NOT NULL"),
        ),
        CheckConstraint("quantity > 0 AND wanted > 0", name="something"),
    )

    id: Mapped[SeatId] = mapped_column(ID, primary_key=True)
    deal_id: Mapped[DealId] = mapped_column(ID, ForeignKey("deals.id"))
    # No foreign key: a first tap is seated before its person is written down.
    person_id: Mapped[PersonId] = mapped_column(ID)
    # The groups' own number, for the same reason; None came by a link.
    group_id: Mapped[int | None]
    thread_id: Mapped[int | None]
    variant_id: Mapped[VariantId | None] = mapped_column(ID, ForeignKey("variants.id"))
    quantity: Mapped[int]  # pieces that are paid for; of cases the most she would take
    wanted: Mapped[int]  # of cases what she asked for; else the same
    honoured: Mapped[int | None]  # pieces she got in the end
    status: Mapped[SeatStatus]
    until: Mapped[datetime | None]  # of a held seat, or one whose saved card was refused
    queued_at: Mapped[datetime | None]  # of a waiting one
    order_id: Mapped[OrderId | None] = mapped_column(ID, ForeignKey("orders.id"))
    number: Mapped[int | None]  # among the paid seats, in the order of their payments
    code: Mapped[str | None]  # by which she finds herself in the public log
    taken_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    picked_up_at: Mapped[datetime | None]
    reminders: Mapped[int | None]  # how often she was reminded to pay what her card was refused for

    def move(self, there: SeatStatus) -> None:
        self.status = states.move(SEAT_ARROWS, self.status, there)

    @property
    def purpose(self) -> Purpose:
        return Purpose(SEAT, self.id)

    @property
    def is_paid(self) -> bool:
        return self.status in COUNTED

    @property
    def is_declined(self) -> bool:
        """Whether its saved card was refused, and she may still pay herself."""
        return self.status is SeatStatus.CHARGING and self.until is not None


class SeatMovement(Model):
    """The ledger of seats: what was taken and what was given free, each under a key of its own.

    A deal's movements add up to what it says is taken.
    """

    __tablename__ = "deal_seat_movements"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    # No foreign key and no index: it is written with its deal's row locked, and very often.
    deal_id: Mapped[DealId] = mapped_column(ID)
    person_id: Mapped[PersonId] = mapped_column(ID)
    pieces: Mapped[int]  # negative where they were given free
    key: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]


class ProofKind(StrEnum):
    PAID = "paid"
    LEFT = "left"
    SPONSORED = "sponsored"


class ProofEntry(Model):
    """A line of a deal's public log. Each holds the digest of the one before."""

    __tablename__ = "deal_proof"

    deal_id: Mapped[DealId] = mapped_column(
        ID, ForeignKey("deals.id"), primary_key=True, autoincrement=False
    )
    nth: Mapped[int] = mapped_column(ID, primary_key=True, autoincrement=False)
    kind: Mapped[ProofKind]
    seat_number: Mapped[int]  # 0 for seats the merchant gives
    pieces: Mapped[int]
    code: Mapped[str]
    at: Mapped[datetime]
    digest: Mapped[str]
