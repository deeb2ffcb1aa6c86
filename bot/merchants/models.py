from datetime import datetime
from typing import NewType

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.catalog.models import MerchantId, StaffRole
from bot.kit.db import ID, Model
from bot.people.models import PersonId

InvitationId = NewType("InvitationId", int)


class Invitation(Model):
    """A link that makes one person an owner or a member of a shop's staff, once."""

    __tablename__ = "merchant_invitations"

    id: Mapped[InvitationId] = mapped_column(ID, primary_key=True)
    merchant_id: Mapped[MerchantId] = mapped_column(ForeignKey("merchants.id"), index=True)
    role: Mapped[StaffRole]
    # Only its digest: who reads the database cannot become an owner by it.
    code_digest: Mapped[str] = mapped_column(unique=True)
    invited_by: Mapped[PersonId | None] = mapped_column(ID)
    expires_at: Mapped[datetime]
    used_by: Mapped[PersonId | None] = mapped_column(ID)
    used_at: Mapped[datetime | None]
