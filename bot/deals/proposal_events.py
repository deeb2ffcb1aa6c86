from dataclasses import dataclass

from bot.deals.models import DealId
from bot.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DealProposed(Event):
    """A group's admin asks a merchant to let a deal run there."""

    deal_id: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAnswered(Event):
    """It waits no longer: approved, declined, taken back, or its time ran out."""

    deal_id: DealId
    why: str = ""  # in the merchant's own words
