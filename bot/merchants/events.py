from dataclasses import dataclass

from bot.catalog.models import MerchantId, StaffRole
from bot.kit.events import Event
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class MerchantOpened(Event):
    merchant_id: MerchantId


@dataclass(frozen=True, slots=True, kw_only=True)
class MerchantClosed(Event):
    merchant_id: MerchantId


@dataclass(frozen=True, slots=True, kw_only=True)
class MerchantReopened(Event):
    merchant_id: MerchantId


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffJoined(Event):
    merchant_id: MerchantId
    person_id: PersonId
    role: StaffRole
    invited_by: PersonId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRemoved(Event):
    merchant_id: MerchantId
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionMissed(Event):
    """The first buyer came to a shop that cannot take her money."""

    merchant_id: MerchantId
