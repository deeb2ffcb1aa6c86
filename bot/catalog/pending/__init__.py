"""The one question that a merchant was asked: in the database, so a restart forgets none."""

from bot.catalog.pending.models import PendingInput, PendingKind
from bot.catalog.pending.service import PendingInputs

__all__ = ("PendingInput", "PendingInputs", "PendingKind")
