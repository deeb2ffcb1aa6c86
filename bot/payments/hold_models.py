from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.states import Arrows
from bot.payments.models import PaymentId

HoldId = NewType("HoldId", int)


class PageKind(StrEnum):
    """What a page is for."""

    HOLD = "hold"  # money is held, and captured later
    CARD = "card"  # a card is saved, and charged later
    PAY = "pay"  # it is paid at once: her saved card was refused


class HoldStatus(StrEnum):
    OPENING = "opening"  # its page is asked for; whether it stands at the gateway is not known
    OPEN = "open"  # she may pay on it
    HELD = "held"  # or her card saved
    CAPTURING = "capturing"  # promised to the merchant, and not yet taken
    FORGETTING = "forgetting"  # taken, and the saved card is still to be forgotten
    CAPTURED = "captured"
    CANCELLING = "cancelling"  # not wanted any more: page, money and card are to be let go
    CANCELLED = "cancelled"


HOLD_ARROWS: Arrows[HoldStatus] = {
    HoldStatus.OPENING: frozenset(
        {HoldStatus.OPEN, HoldStatus.HELD, HoldStatus.CANCELLING, HoldStatus.CANCELLED}
    ),
    HoldStatus.OPEN: frozenset({HoldStatus.HELD, HoldStatus.CANCELLING, HoldStatus.CANCELLED}),
    HoldStatus.HELD: frozenset(
        {
            HoldStatus.CAPTURING,
            HoldStatus.CAPTURED,  # by hand, at the gateway
            HoldStatus.CANCELLING,
            HoldStatus.CANCELLED,  # by the bank, or by hand
        }
    ),
    HoldStatus.CAPTURING: frozenset(
        {
            HoldStatus.CAPTURED,
            HoldStatus.FORGETTING,
            HoldStatus.CANCELLING,  # her saved card was refused
            HoldStatus.CANCELLED,
        }
    ),
    HoldStatus.FORGETTING: frozenset({HoldStatus.CAPTURED}),
    # She may have paid at the very last moment, and be welcome all the same.
    HoldStatus.CANCELLING: frozenset(
        {HoldStatus.HELD, HoldStatus.CAPTURED, HoldStatus.FORGETTING, HoldStatus.CANCELLED}
    ),
    HoldStatus.CAPTURED: frozenset(),
    HoldStatus.CANCELLED: frozenset(),
}


class Hold(Model):
    """A hosted page for one payment, and the money held, or the card saved, through it.

    Its number is the key of every call: whatever is asked twice is done once.
    """

    __tablename__ = "holds"
    __table_args__ = (Index("ix_holds_due", "status", "next_attempt_at"),)

    id: Mapped[HoldId] = mapped_column(ID, primary_key=True)
    payment_id: Mapped[PaymentId] = mapped_column(ID, ForeignKey("payments.id"), index=True)
    status: Mapped[HoldStatus] = mapped_column(default=HoldStatus.OPENING)
    page: Mapped[dict[str, Any]] = mapped_column(JSON)  # what was asked for, word for word
    back: Mapped[str | None]  # set before the first call: without it there was none
    session: Mapped[str | None] = mapped_column(unique=True)  # the gateway's numbers
    intent: Mapped[str | None] = mapped_column(unique=True)
    # Numbers by which a saved card is charged, never the card; gone once it is forgotten.
    customer: Mapped[str | None]
    method: Mapped[str | None]
    url: Mapped[str | None]
    held_minor: Mapped[int | None]
    capture_minor: Mapped[int | None]
    currency: Mapped[Currency]
    held_until: Mapped[datetime | None]  # then the bank lets go by itself
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime]  # the next look or call
    trouble: Mapped[str | None]  # the gateway's own code for why it would not
    created_at: Mapped[datetime]
    held_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    def move(self, there: HoldStatus) -> None:
        self.status = states.move(HOLD_ARROWS, self.status, there)

    @property
    def kind(self) -> PageKind:
        return PageKind(self.page.get("kind", PageKind.HOLD))

    @property
    def reference(self) -> str:
        return f"hold-{self.id}"

    @property
    def held(self) -> Money:
        return Money(self.held_minor or 0, self.currency)

    @property
    def capture(self) -> Money:
        """What is to be taken, or has been."""
        return Money(self.capture_minor or 0, self.currency)

    @property
    def has_page(self) -> bool:
        """Whether somebody may still be led to it."""
        return self.status in {HoldStatus.OPENING, HoldStatus.OPEN}

    @property
    def is_over(self) -> bool:
        return self.status in {HoldStatus.CAPTURED, HoldStatus.CANCELLED}

    @property
    def is_known_to_hold(self) -> bool:
        """Whether the ledger says that a bank keeps money back for it."""
        return self.kind is PageKind.HOLD and self.intent is not None and not self.is_over

    @property
    def is_taken(self) -> bool:
        return self.status in {HoldStatus.FORGETTING, HoldStatus.CAPTURED}
