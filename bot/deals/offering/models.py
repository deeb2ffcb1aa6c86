from datetime import datetime, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.catalog.models import MerchantId, ProductId
from bot.kit.db import ID
from bot.people.models import PersonId


class Offer:
    """What every offer of a merchant keeps, whatever its terms are."""

    merchant_id: Mapped[MerchantId] = mapped_column(ID, ForeignKey("merchants.id"), index=True)
    product_id: Mapped[ProductId] = mapped_column(ID, ForeignKey("products.id"))
    made_by_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"))
    made_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    extended_at: Mapped[datetime | None]  # once
    reminded_at: Mapped[datetime | None]
    called_off_at: Mapped[datetime | None]  # by its merchant, before its time
    settled_at: Mapped[datetime | None]  # nothing of it can be paid any more

    @property
    def is_draft(self) -> bool:
        """Previewed by its merchant, seen by nobody else."""
        raise NotImplementedError

    @property
    def ends_at(self) -> datetime:
        raise NotImplementedError

    def is_running(self, at: datetime) -> bool:
        raise NotImplementedError

    @property
    def lasts(self) -> timedelta:
        return self.ends_at - (self.opened_at or self.made_at)
