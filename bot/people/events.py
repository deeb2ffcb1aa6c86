from dataclasses import dataclass

from bot.kit.events import Event
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonErased(Event):
    """Her personal fields are gone; her orders and the ledger stay."""

    person_id: PersonId
