import json

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.personal_data import GroupsAddedBy
from bot.groups.repository import GroupRepository
from bot.people.errors import NothingKnown
from bot.people.events import PersonErased
from bot.people.models import Person
from bot.people.personal_data import (
    PersonalData,
    PersonalDataProviders,
    PersonalDataService,
    Profile,
)
from bot.people.repository import PersonRepository
from tests.fakes import FakeClock, RecordedEvents
from tests.groups import make as make_groups
from tests.people import make
from tests.people.make import ANA, BEN


class Shelf:
    """Hands out what stands on it, by its type."""

    def __init__(self, *things: PersonalData) -> None:
        self._things = {type(thing): thing for thing in things}

    async def get(self, dependency: type[PersonalData], /) -> PersonalData:
        return self._things[dependency]


@pytest.fixture
def personal(
    session: AsyncSession, clock: FakeClock, events: RecordedEvents
) -> PersonalDataService:
    people = PersonRepository(session)
    shelf = Shelf(Profile(people, clock), GroupsAddedBy(GroupRepository(session)))
    providers = PersonalDataProviders((Profile, GroupsAddedBy), shelf)
    return PersonalDataService(people, providers, events)


class TestExport:
    async def test_is_a_document_of_every_keeper(self, personal, session, clock):
        await make.person(session, clock, zone="Europe/Berlin")
        await make_groups.group(session, clock, added_by_id=ANA)

        everything = json.loads(json.dumps(await personal.export(ANA)))

        assert everything["profile"]["name"] == "Ana"
        assert everything["profile"]["time_zone"] == "Europe/Berlin"
        assert [group["title"] for group in everything["groups"]] == ["Trail friends"]

    async def test_tells_her_nothing_of_others(self, personal, session, clock):
        await make.person(session, clock, BEN, name="Ben")
        await make.person(session, clock)
        await make_groups.group(session, clock, added_by_id=BEN)

        everything = json.dumps(await personal.export(ANA))

        assert "Ben" not in everything
        assert "Trail friends" not in everything


class TestErase:
    async def test_leaves_a_row_that_names_nobody(self, personal, session, clock, events):
        ana = await make.person(session, clock, terms_accepted_at=clock.now(), shows_name=True)
        group = await make_groups.group(session, clock, added_by_id=ANA)

        await personal.erase(ANA)
        await session.commit()
        session.expunge_all()

        stored = await session.get_one(Person, ana.id)
        assert (stored.name, stored.username, stored.zone) == ("", None, "UTC")
        assert (stored.shows_name, stored.has_accepted_terms) == (False, False)
        assert stored.erased_at == clock.now()
        assert (await session.get_one(type(group), group.id)).added_by_id is None
        assert events.published == [PersonErased(person_id=ANA)]

    async def test_is_not_undone_by_what_she_says_in_a_group(self, personal, session, clock):
        await make.person(session, clock)
        await personal.erase(ANA)

        met = await make.people_service(session, clock).meet(ANA, name="Ana", username="ana")

        assert (met.name, met.username, met.is_erased) == ("", None, True)

    async def test_is_undone_when_she_starts_again(self, personal, session, clock):
        await make.person(session, clock)
        await personal.erase(ANA)

        back = await make.people_service(session, clock).started(ANA, name="Ana", username=None)

        assert (back.name, back.is_erased, back.can_be_written_to) == ("Ana", False, True)

    async def test_a_second_time_finds_nothing(self, personal, session, clock):
        await make.person(session, clock)
        await personal.erase(ANA)

        with pytest.raises(NothingKnown):
            await personal.erase(ANA)
