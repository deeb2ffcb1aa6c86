from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from bot.deals.models import DealId
from bot.groups.models import GroupId
from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.states import Arrows
from bot.people.models import PersonId


class ProposalStatus(StrEnum):
    WRITTEN = "written"  # the group's admin is still at it, and nobody else sees it
    WAITING = "waiting"  # for the merchant's answer
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"  # nobody answered in time


PROPOSAL_ARROWS: Arrows[ProposalStatus] = {
    ProposalStatus.WRITTEN: frozenset({ProposalStatus.WAITING, ProposalStatus.WITHDRAWN}),
    ProposalStatus.WAITING: frozenset(
        {
            ProposalStatus.APPROVED,
            ProposalStatus.DECLINED,
            ProposalStatus.WITHDRAWN,
            ProposalStatus.EXPIRED,
        }
    ),
    ProposalStatus.APPROVED: frozenset(),
    ProposalStatus.DECLINED: frozenset(),
    ProposalStatus.WITHDRAWN: frozenset(),
    ProposalStatus.EXPIRED: frozenset(),
}


class Proposal(Model):
    """A draft that a group's admin wrote for a merchant who sells there."""

    __tablename__ = "deal_proposals"
    __table_args__ = (Index("ix_deal_proposals_waiting", "status", "asked_at"),)

    deal_id: Mapped[DealId] = mapped_column(
        ID, ForeignKey("deals.id"), primary_key=True, autoincrement=False
    )
    group_id: Mapped[GroupId] = mapped_column(ID, ForeignKey("groups.id"))
    by_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"), index=True)
    status: Mapped[ProposalStatus] = mapped_column(default=ProposalStatus.WRITTEN)
    changes: Mapped[int] = mapped_column(default=0)  # by the merchant, since it was asked
    made_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[PersonId | None] = mapped_column(ID, ForeignKey("people.id"))

    def move(self, there: ProposalStatus) -> None:
        self.status = states.move(PROPOSAL_ARROWS, self.status, there)

    @property
    def is_waiting(self) -> bool:
        return self.status is ProposalStatus.WAITING
