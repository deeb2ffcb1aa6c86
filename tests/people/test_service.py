import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.event import listen, remove
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.people.errors import UnknownLanguage, UnknownTimeZone
from bot.people.models import Person, Role
from bot.people.service import PeopleService
from tests.fakes import NOON, FakeClock
from tests.people import make
from tests.people.make import ANA, BOSS


@pytest.fixture
def people(session: AsyncSession, clock: FakeClock) -> PeopleService:
    return make.people_service(session, clock)


class Statements:
    """Counts what one engine is asked."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.seen: list[str] = []
        self._engine = engine.sync_engine

    def __enter__(self) -> list[str]:
        listen(self._engine, "before_cursor_execute", self._note)
        return self.seen

    def __exit__(self, *_: object) -> None:
        remove(self._engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        self.seen.append(statement.split(maxsplit=1)[0])


class TestMeet:
    async def test_writes_a_stranger_down_in_her_language(self, people):
        ana = await people.meet(ANA, name="Ana", username="ana", language_code="de-AT")

        assert (ana.name, ana.username, ana.language) == ("Ana", "ana", "de")
        assert (ana.role, ana.can_be_written_to, ana.seen_at) == (Role.SHOPPER, False, NOON)

    async def test_knows_an_operator_by_the_settings(self, people):
        assert (await people.meet(BOSS, name="Boss")).role is Role.OPERATOR

    async def test_follows_a_new_name(self, people, session):
        await people.meet(ANA, name="Ana", username="ana")
        await session.commit()

        await people.meet(ANA, name="Ana B.", username=None)
        await session.commit()

        row = (await session.execute(select(Person.name, Person.username))).one()
        assert tuple(row) == ("Ana B.", None)

    async def test_keeps_a_chosen_language_against_what_telegram_says(self, people):
        await people.meet(ANA, name="Ana", language_code="en")
        await people.choose_language(ANA, "zh")

        assert (await people.meet(ANA, name="Ana", language_code="de")).language == "zh"

    async def test_asks_once_and_writes_nothing_when_nothing_is_new(self, people, session, engine):
        await people.meet(ANA, name="Ana", username="ana", language_code="en")
        await session.commit()
        session.expunge_all()

        with Statements(engine) as statements:
            await people.meet(ANA, name="Ana", username="ana", language_code="en")
            await session.commit()

        assert [one for one in statements if one in {"SELECT", "INSERT", "UPDATE"}] == ["SELECT"]

    async def test_notes_the_hour_she_was_seen_not_the_minute(self, people, clock):
        await people.meet(ANA, name="Ana")
        clock.wait(minutes=59)
        assert (await people.meet(ANA, name="Ana")).seen_at == NOON

        clock.wait(minutes=1)
        assert (await people.meet(ANA, name="Ana")).seen_at == clock.now()

    async def test_two_first_updates_at_once_make_one_person(
        self, sessions: async_sessionmaker[AsyncSession], clock
    ):
        both_have_looked = asyncio.Barrier(2)

        async def first_update(name: str) -> None:
            async with sessions() as session:
                if session.get_bind().dialect.name == "postgresql":
                    # Both have seen that she is not there yet, and only then go on.
                    await session.get(Person, ANA)
                    await both_have_looked.wait()
                await make.people_service(session, clock).meet(ANA, name=name)
                await session.commit()

        await asyncio.gather(first_update("Ana"), first_update("Ana"))

        async with sessions() as session:
            assert await session.scalar(select(func.count()).select_from(Person)) == 1


class TestChoices:
    async def test_a_zone_is_found_as_people_write_it(self, people):
        await people.meet(ANA, name="Ana")

        assert (await people.choose_zone(ANA, "new york")).zone == "America/New_York"
        assert (await people.choose_zone(ANA, "Europe/Berlin")).zone == "Europe/Berlin"
        with pytest.raises(UnknownTimeZone):
            await people.choose_zone(ANA, "Atlantis")

    async def test_a_language_we_lack_is_refused(self, people):
        await people.meet(ANA, name="Ana")

        with pytest.raises(UnknownLanguage):
            await people.choose_language(ANA, "tlh")

    async def test_terms_keep_the_moment_they_were_first_accepted(self, people, clock):
        await people.meet(ANA, name="Ana")
        await people.accept_terms(ANA)
        clock.wait(days=1)

        assert (await people.accept_terms(ANA)).terms_accepted_at == NOON

    async def test_starting_and_blocking_decide_whether_she_can_be_written_to(self, people):
        ana = await people.meet(ANA, name="Ana")

        await people.started(ANA, name="Ana", username=None)
        assert ana.can_be_written_to

        await people.blocked(ANA)
        assert not ana.can_be_written_to

    async def test_a_stranger_who_blocks_is_no_trouble(self, people):
        await people.blocked(ANA)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ana\u202e\u2066\nlivE", "Ana livE"),
        ("\u202e\u200b\n", "?"),
        ("נועה", "נועה"),
        ("👩‍🚀 Ana", "👩‍🚀 Ana"),
    ],
)
async def test_a_name_cannot_turn_or_break_the_words_around_it(people, typed, kept):
    assert (await people.meet(ANA, name=typed)).name == kept
