"""What is kept about a person, handed out to her and erased at her word.

Every package that keeps personal data has one ``PersonalData`` class and names it in its
``Feature``; so people need not know who else keeps what.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from bot.kit.clock import Clock
from bot.kit.events import Events, Resolver
from bot.people.errors import NothingKnown
from bot.people.events import PersonErased
from bot.people.models import PersonId
from bot.people.repository import PersonRepository


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something she should know of before her data is erased, such as an order on its way.

    ``text`` is a key in ``locales/``; ``facts`` fill its blanks.
    """

    text: str
    facts: Mapping[str, object] = field(default_factory=dict)


class PersonalData(Protocol):
    section: ClassVar[str]  # its name in the exported document

    async def export(self, person_id: PersonId) -> object:
        """Everything kept about her, as JSON can hold it."""
        ...

    async def erase(self, person_id: PersonId) -> None:
        """Forget what is personal; keep what accounts must keep. Erasing twice is harmless."""
        ...

    async def unfinished(self, person_id: PersonId) -> Sequence[Unfinished]:  # noqa: ARG002 -- most have none
        return ()


class PersonalDataProviders:
    """Every feature's ``PersonalData``, made when somebody asks for them: few ever do."""

    def __init__(self, kinds: tuple[type[PersonalData], ...], resolver: Resolver) -> None:
        self._kinds = kinds
        self._resolver = resolver

    async def all(self) -> list[PersonalData]:
        return [await self._resolver.get(kind) for kind in self._kinds]


class PersonalDataService:
    def __init__(
        self,
        people: PersonRepository,
        providers: PersonalDataProviders,
        events: Events,
    ) -> None:
        self._people = people
        self._providers = providers
        self._events = events

    async def export(self, person_id: PersonId) -> dict[str, Any]:
        return {one.section: await one.export(person_id) for one in await self._providers.all()}

    async def unfinished(self, person_id: PersonId) -> tuple[Unfinished, ...]:
        keepers = await self._providers.all()
        return tuple([found for one in keepers for found in await one.unfinished(person_id)])

    async def erase(self, person_id: PersonId) -> None:
        """Erase her personal fields everywhere. Her orders and the ledger stay, without them."""
        if (await self._people.get(person_id)).is_erased:
            raise NothingKnown

        for one in await self._providers.all():
            await one.erase(person_id)
        await self._events.publish(PersonErased(person_id=person_id))


class Profile(PersonalData):
    """What people itself keeps: the row of the person."""

    section = "profile"

    def __init__(self, people: PersonRepository, clock: Clock) -> None:
        self._people = people
        self._clock = clock

    async def export(self, person_id: PersonId) -> dict[str, Any]:
        person = await self._people.get(person_id)
        accepted = person.terms_accepted_at
        return {
            "telegram_id": person.id,
            "name": person.name,
            "username": person.username,
            "language": person.language,
            "time_zone": person.zone,
            "role": person.role.value,
            "name_shown_in_groups": person.shows_name,
            "terms_accepted_at": accepted and accepted.isoformat(),
            "last_seen_at": person.seen_at.isoformat(),
        }

    async def erase(self, person_id: PersonId) -> None:
        person = await self._people.get(person_id)
        person.name, person.username = "", None
        person.language_chosen, person.zone = False, "UTC"
        person.shows_name = person.can_be_written_to = False
        person.terms_accepted_at = None
        person.erased_at = self._clock.now()
