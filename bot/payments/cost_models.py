from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.kit.db import ID, Model
from bot.kit.money import Currency
from bot.payments.models import ChargeId


class ChargeCosts(Model):
    """What became of a charge at its gateway, as far as it has told: sums, not movements.

    The ledger holds the movements; each brings it from the sum written here to a newer one.
    """

    __tablename__ = "charge_costs"

    charge_id: Mapped[ChargeId] = mapped_column(
        ID, ForeignKey("charges.id"), primary_key=True, autoincrement=False
    )
    gateway_fee_minor: Mapped[int | None]  # None: not told
    fee_currency: Mapped[Currency | None]  # that of the account, which may be another
    platform_fee_minor: Mapped[int] = mapped_column(default=0)
    transferred_minor: Mapped[int] = mapped_column(default=0)
    withdrawn_minor: Mapped[int] = mapped_column(default=0)
    lost_minor: Mapped[int] = mapped_column(default=0)
    postings: Mapped[int] = mapped_column(default=0)  # each has its number in its key
    attempts: Mapped[int] = mapped_column(default=0)
    next_look_at: Mapped[datetime | None] = mapped_column(index=True)  # None: nothing is expected
    trouble: Mapped[str | None]  # the gateway's own code for why it would not tell
