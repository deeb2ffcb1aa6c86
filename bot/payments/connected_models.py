from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.states import Arrows
from bot.payments.models import PayeeId
from bot.people.models import PersonId

ConnectedAccountId = NewType("ConnectedAccountId", int)


class ConnectedStatus(StrEnum):
    OPENING = "opening"  # asked for; whether it stands at Stripe is not known
    ONBOARDING = "onboarding"  # Stripe does not know enough yet, or wants to know more
    READY = "ready"  # sales are shared with it
    LEFT = "left"


CONNECTED_ARROWS: Arrows[ConnectedStatus] = {
    ConnectedStatus.OPENING: frozenset({ConnectedStatus.ONBOARDING, ConnectedStatus.LEFT}),
    ConnectedStatus.ONBOARDING: frozenset({ConnectedStatus.READY, ConnectedStatus.LEFT}),
    ConnectedStatus.READY: frozenset({ConnectedStatus.ONBOARDING, ConnectedStatus.LEFT}),
    ConnectedStatus.LEFT: frozenset(),
}


class ConnectedAccount(Model):
    """A merchant's own Stripe account below the house's. Its number is the key of its opening."""

    __tablename__ = "connected_accounts"
    __table_args__ = (
        Index(
            "uq_connected_accounts_current",
            "payee_id",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
        Index("ix_connected_accounts_due", "status", "next_look_at"),
    )

    id: Mapped[ConnectedAccountId] = mapped_column(ID, primary_key=True)
    payee_id: Mapped[PayeeId] = mapped_column(ID, index=True)
    status: Mapped[ConnectedStatus]
    number: Mapped[str | None] = mapped_column(index=True)  # Stripe's own: acct_...
    country: Mapped[str]
    asked_by: Mapped[PersonId] = mapped_column(ID)
    back: Mapped[str]  # where Stripe's pages lead her afterwards
    wants_link: Mapped[bool]  # she waits for an address at Stripe
    attempts: Mapped[int] = mapped_column(default=0)
    next_look_at: Mapped[datetime]
    trouble: Mapped[str | None]  # Stripe's own code for why it would not
    since: Mapped[datetime]
    until: Mapped[datetime | None]

    def move(self, there: ConnectedStatus) -> None:
        self.status = states.move(CONNECTED_ARROWS, self.status, there)


class PlatformFee(Model):
    """What the house keeps of one merchant's shared sales, where it is not the usual part."""

    __tablename__ = "platform_fees"

    payee_id: Mapped[PayeeId] = mapped_column(ID, primary_key=True, autoincrement=False)
    basis: Mapped[int]  # in hundredths of a per cent
    changed_at: Mapped[datetime]
    changed_by: Mapped[PersonId] = mapped_column(ID)
