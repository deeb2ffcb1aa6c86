from dataclasses import dataclass

from bot.commissions.models import AgreementId, PayoutId, Side
from bot.kit.events import Event
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionOffered(Event):
    """One side would like this part; the other is asked."""

    agreement_id: AgreementId
    offer: int
    by: Side
    by_id: PersonId
    basis: int  # in hundredths of a per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionAnswered(Event):
    """``basis`` counts for what is sold from now on, where they ``agreed``."""

    agreement_id: AgreementId
    offered_by: Side
    basis: int
    agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionTakenBack(Event):
    """Whoever offered it has thought better of it; what was agreed before goes on."""

    agreement_id: AgreementId
    by: Side
    basis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionEnded(Event):
    agreement_id: AgreementId
    by: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionPaidOut(Event):
    agreement_id: AgreementId
    payout_id: PayoutId


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionReceived(Event):
    agreement_id: AgreementId
    payout_id: PayoutId
