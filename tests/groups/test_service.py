import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.groups.events import BotLeft, BotPromoted, GroupMoved, GroupWelcomed
from bot.groups.models import Group
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.setup import GroupSetup
from bot.kit.money import Currency
from tests.fakes import NOON, FakeClock, RecordedEvents
from tests.groups import make
from tests.groups.make import CHAT, SUPERGROUP
from tests.people import make as make_people
from tests.people.make import ANA


@pytest.fixture
def groups(session: AsyncSession, events: RecordedEvents, clock: FakeClock) -> GroupService:
    return make.group_service(session, events, clock)


class TestWelcome:
    async def test_starts_with_the_language_of_who_added_the_bot(
        self, groups, events, session, clock
    ):
        await make_people.person(session, clock)

        group = await groups.welcome(CHAT, title="Hikers", added_by=ANA, language="zh-hans")

        assert (group.title, group.language, group.currency) == ("Hikers", "zh", Currency.EUR)
        assert (group.joined_at, group.added_by_id, group.is_here) == (NOON, ANA, True)
        assert events.published == [GroupWelcomed(group_id=group.id, hears_everything=False)]

    async def test_greets_once(self, groups, events):
        await groups.welcome(CHAT, title="Hikers")
        await groups.welcome(CHAT, title="Hikers!")

        assert len(events.published) == 1
        assert (await groups.find_by_chat(CHAT)).title == "Hikers!"

    async def test_coming_back_keeps_what_the_admins_chose(self, groups, events, session):
        group = await groups.welcome(CHAT, title="Hikers")
        await GroupSetup(GroupRepository(session)).choose_currency(group.id, Currency.CHF)
        await groups.leave(CHAT)
        assert not group.is_here

        again = await groups.welcome(CHAT, title="Hikers")

        assert (again.id, again.currency, again.is_here) == (group.id, Currency.CHF, True)
        assert [type(event) for event in events.published] == [
            GroupWelcomed,
            BotLeft,
            GroupWelcomed,
        ]

    async def test_two_updates_at_once_make_one_group_and_one_greeting(
        self, sessions: async_sessionmaker[AsyncSession], clock
    ):
        both_have_looked = asyncio.Barrier(2)

        async def first_update() -> int:
            events = RecordedEvents()
            async with sessions() as session:
                if session.get_bind().dialect.name == "postgresql":
                    await GroupRepository(session).find_by_chat(CHAT)
                    await both_have_looked.wait()
                await make.group_service(session, events, clock).welcome(CHAT, title="Hikers")
                await session.commit()
            return len(events.published)

        assert sorted(await asyncio.gather(first_update(), first_update())) == [0, 1]

    async def test_a_promotion_is_told_only_where_the_bot_lives(self, groups, events):
        await groups.promoted(CHAT)
        group = await groups.welcome(CHAT, title="Hikers")

        await groups.promoted(CHAT)

        assert events.published[1:] == [BotPromoted(group_id=group.id)]


class TestMigrate:
    async def test_keeps_the_number_and_the_settings(self, groups, events):
        group = await groups.welcome(CHAT, title="Hikers")
        group.language = "de"

        await groups.migrate(CHAT, SUPERGROUP)

        moved = await groups.find_by_chat(SUPERGROUP)
        assert (moved.id, moved.language) == (group.id, "de")
        assert await groups.find_by_chat(CHAT) is None
        assert events.published[-1] == GroupMoved(
            group_id=group.id, old_chat_id=CHAT, new_chat_id=SUPERGROUP
        )

    async def test_told_twice_moves_once(self, groups, events):
        await groups.welcome(CHAT, title="Hikers")

        await groups.migrate(CHAT, SUPERGROUP)
        await groups.migrate(CHAT, SUPERGROUP)

        assert [type(event) for event in events.published] == [GroupWelcomed, GroupMoved]

    @pytest.mark.parametrize("left_first", [False, True])
    async def test_the_old_chat_says_goodbye_before_or_after(self, groups, left_first):
        group = await groups.welcome(CHAT, title="Hikers")
        if left_first:
            await groups.leave(CHAT)

        await groups.migrate(CHAT, SUPERGROUP)
        await groups.leave(CHAT)

        assert (group.chat_id, group.is_here) == (SUPERGROUP, True)

    async def test_a_new_chat_that_was_greeted_already_is_merged(self, groups, session):
        elder = await groups.welcome(CHAT, title="Hikers")
        younger = await groups.welcome(SUPERGROUP, title="Hikers", is_forum=True)

        await groups.migrate(CHAT, SUPERGROUP)
        await groups.migrate(CHAT, SUPERGROUP)
        await groups.leave(CHAT)
        await session.commit()
        session.expunge_all()

        assert (await groups.get(younger.id)).id == elder.id
        assert (await groups.find_by_chat(SUPERGROUP)).id == elder.id
        assert (await groups.find_by_chat(CHAT)).id == elder.id
        assert [group.id for group in await groups.here()] == [elder.id]
        assert (await groups.get(elder.id)).is_forum

    async def test_a_group_unknown_to_us_is_no_trouble(self, groups, events):
        await groups.migrate(CHAT, SUPERGROUP)

        assert events.published == []

    async def test_both_messages_at_once_move_it_once(
        self, sessions: async_sessionmaker[AsyncSession], clock
    ):
        async with sessions() as session:
            await make.group(session, clock, CHAT)
            await session.commit()

        async def service_message() -> int:
            events = RecordedEvents()
            async with sessions() as session:
                await make.group_service(session, events, clock).migrate(CHAT, SUPERGROUP)
                await session.commit()
            return len(events.published)

        told = await asyncio.gather(service_message(), service_message())

        assert sorted(told) == [0, 1]


class TestTopics:
    def test_a_group_lets_the_bot_speak_everywhere_at_first(self):
        assert Group(topics=None).may_speak_in(None)
        assert Group(topics=None).may_speak_in(77)

    def test_a_group_may_keep_it_to_some_topics(self):
        group = Group(topics=[77])

        assert group.may_speak_in(77)
        assert not group.may_speak_in(78)
        assert not group.may_speak_in(None)

    def test_messages_in_general_have_no_thread(self):
        assert Group(topics=[1]).may_speak_in(None)
