from collections.abc import Sequence
from datetime import timedelta
from unicodedata import category

from bot.kit.clock import Clock
from bot.kit.texts import LANGUAGES, nearest
from bot.kit.typed import clean_line
from bot.people.errors import UnknownLanguage
from bot.people.models import Person, PersonId, Role
from bot.people.repository import PersonRepository
from bot.people.settings import PeopleSettings
from bot.people.zones import known_zone

SEEN_EVERY = timedelta(hours=1)
NAMELESS = "?"  # nothing of her name can be seen


class PeopleService:
    def __init__(self, people: PersonRepository, clock: Clock, settings: PeopleSettings) -> None:
        self._people = people
        self._clock = clock
        self._settings = settings

    async def get(self, person_id: PersonId) -> Person:
        return await self._people.get(person_id)

    async def meet(
        self,
        person_id: PersonId,
        *,
        name: str,
        username: str | None = None,
        language_code: str | None = None,
    ) -> Person:
        """Know who speaks. Runs for every update: one SELECT, and a write only for news."""
        person = await self._people.find(person_id)
        if person is None:
            return await self._people.add_once(
                person_id,
                name=_visible(name),
                username=username,
                language=nearest(language_code),
                role=self._role(person_id),
                at=self._clock.now(),
            )
        # Who asked to be forgotten stays so until she starts the bot or accepts the terms again.
        if not person.is_erased:
            self._refresh(person, name, username, language_code)
        return person

    async def choose_language(self, person_id: PersonId, language: str) -> Person:
        if language not in LANGUAGES:
            raise UnknownLanguage(language=language)

        person = await self._people.get(person_id)
        person.language, person.language_chosen = language, True
        return person

    async def choose_zone(self, person_id: PersonId, zone: str) -> Person:
        person = await self._people.get(person_id)
        person.zone = known_zone(zone)
        return person

    async def accept_terms(self, person_id: PersonId) -> Person:
        """Remember when she accepted them; a second time changes nothing."""
        person = await self._people.get(person_id)
        person.terms_accepted_at = person.terms_accepted_at or self._clock.now()
        person.erased_at = None
        return person

    async def show_name(self, person_id: PersonId, *, shown: bool) -> Person:
        """Let her first name stand in public "bought" lines, or take it out of them."""
        person = await self._people.get(person_id)
        person.shows_name = shown
        return person

    async def started(self, person_id: PersonId, *, name: str, username: str | None) -> Person:
        """She opened the private chat: from now on she can be written to."""
        person = await self._people.get(person_id)
        person.can_be_written_to = True
        person.erased_at = None
        person.name, person.username = _visible(name), username
        return person

    async def unblocked(self, person_id: PersonId) -> None:
        person = await self._people.get(person_id)
        person.can_be_written_to = True

    async def operators(self) -> Sequence[Person]:
        """List who runs this shop."""
        return await self._people.operators()

    async def blocked(self, person_id: PersonId) -> None:
        person = await self._people.find(person_id)
        if person is not None:
            person.can_be_written_to = False

    def _role(self, person_id: PersonId) -> Role:
        return Role.OPERATOR if person_id in self._settings.operator_ids else Role.SHOPPER

    def _refresh(
        self, person: Person, name: str, username: str | None, language_code: str | None
    ) -> None:
        # SQLAlchemy writes only what differs, and nothing at all where nothing does.
        person.name, person.username = _visible(name), username
        person.role = self._role(person.id)
        if language_code and not person.language_chosen:
            person.language = nearest(language_code)
        now = self._clock.now()
        if now - person.seen_at >= SEEN_EVERY:
            person.seen_at = now


def _visible(name: str) -> str:
    """Others read her name: it may not turn the words around it, nor break their lines."""
    cleaned = clean_line(name)
    return cleaned if any(category(sign)[0] in "LNSP" for sign in cleaned) else NAMELESS
