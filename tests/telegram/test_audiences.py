import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.models import Group
from bot.kit.texts import Words
from bot.people.models import Person, PersonId
from bot.telegram.actor import Actor, Place
from bot.telegram.audiences import Audiences, insiders
from bot.telegram.command_menu import Insider
from bot.telegram.feature import Audience
from tests.catalog import make as make_catalog
from tests.groups import make as make_groups
from tests.groups.make import SUPERGROUP
from tests.people import make
from tests.people.make import ANA, BEN, BOSS


class AdminsAre:
    def __init__(self, *people: PersonId) -> None:
        self._people = people

    async def learn(self, chat_id: int, person_id: PersonId) -> None:
        """Known already."""

    def is_admin(self, chat_id: int, person_id: PersonId) -> bool:
        return chat_id == SUPERGROUP and person_id in self._people


def in_private(person: Person) -> Actor:
    place = Place(chat_id=person.id, is_private=True)
    return Actor(
        person=person, place=place, group=None, words=Words("en"), public_words=Words("en")
    )


def in_group(person: Person, group: Group, *, speaks_as_group: bool = False) -> Actor:
    return Actor(
        person=person,
        place=Place(chat_id=group.chat_id),
        group=group,
        words=Words("en"),
        public_words=Words("en"),
        is_group_admin=True if speaks_as_group else None,
    )


@pytest.fixture
def audiences(session: AsyncSession) -> Audiences:
    return Audiences(session, AdminsAre(BEN))


async def test_a_shopper_is_a_shopper(audiences, session, clock):
    ana = await make.person(session, clock)

    assert await audiences.of(in_private(ana)) == {Audience.PRIVATE}


async def test_a_merchants_staff_and_operators_are_more_than_that(audiences, session, clock):
    boss = await make.person(session, clock, BOSS)
    await make_catalog.merchant(session, owner=BOSS)

    assert await audiences.of(in_private(boss)) == {
        Audience.PRIVATE,
        Audience.MERCHANT,
        Audience.OPERATOR,
    }


async def test_in_a_group_it_counts_who_its_admins_are(audiences, session, clock):
    ana, ben = await make.person(session, clock), await make.person(session, clock, BEN)
    group = await make_groups.group(session, clock)

    assert await audiences.of(in_group(ana, group)) == {Audience.GROUP}
    assert await audiences.of(in_group(ben, group)) == {Audience.GROUP, Audience.GROUP_ADMIN}


async def test_who_speaks_as_the_group_is_one_of_its_admins(audiences, session, clock):
    nobody = await make.person(session, clock)
    group = await make_groups.group(session, clock)

    found = await audiences.of(in_group(nobody, group, speaks_as_group=True))

    assert Audience.GROUP_ADMIN in found


async def test_insiders_are_those_with_a_private_chat_of_their_own(session, clock):
    await make.person(session, clock, BOSS, can_be_written_to=True, language="de")
    await make.person(session, clock, BEN, can_be_written_to=True)
    await make.person(session, clock, ANA)
    await make_catalog.merchant(session, owner=BEN)
    await make_catalog.merchant(session, owner=ANA)

    assert await insiders(session) == (
        Insider(BEN, "en", frozenset({Audience.MERCHANT})),
        Insider(BOSS, "de", frozenset({Audience.OPERATOR})),
    )
