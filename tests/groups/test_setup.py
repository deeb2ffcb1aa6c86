from datetime import time

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Merchant, MerchantId
from bot.groups.errors import BotNotThere, OddQuietHours
from bot.groups.models import Group
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.setup import GroupSetup
from bot.people.errors import UnknownLanguage
from tests.fakes import FakeClock, RecordedEvents
from tests.groups import make


@pytest.fixture
async def group(session: AsyncSession, clock: FakeClock) -> Group:
    return await make.group(session, clock)


@pytest.fixture
def setup(session: AsyncSession) -> GroupSetup:
    return GroupSetup(GroupRepository(session))


@pytest.fixture
def groups(session: AsyncSession, events: RecordedEvents, clock: FakeClock) -> GroupService:
    return make.group_service(session, events, clock)


async def merchant(session: AsyncSession, handle: str) -> MerchantId:
    found = Merchant(handle=handle, name=handle.title())
    session.add(found)
    await session.flush()
    return found.id


class TestSellers:
    async def test_everybody_sells_until_an_admin_chooses(self, group, groups, session):
        fern = await merchant(session, "fern")

        assert await groups.sellers(group) is None
        assert await groups.sells(group, fern)

    async def test_a_chosen_merchant_sells_and_the_others_do_not(
        self, group, groups, setup, session
    ):
        fern, moss = await merchant(session, "fern"), await merchant(session, "moss")

        await setup.let_sell(group.id, {fern})
        await setup.let_sell(group.id, {fern})

        assert await groups.sells(group, fern)
        assert not await groups.sells(group, moss)

    async def test_nobody_sells_where_none_is_chosen(self, group, groups, setup):
        await setup.let_sell(group.id, ())

        assert await groups.sellers(group) == frozenset()

    async def test_everybody_may_sell_again(self, group, groups, setup, session):
        await setup.let_sell(group.id, {await merchant(session, "fern")})

        await setup.let_everybody_sell(group.id)

        assert await groups.sellers(group) is None


class TestTopics:
    async def test_here_then_also_there_then_everywhere(self, group, setup):
        await setup.speak_only_in(group.id, 5)
        await setup.speak_also_in(group.id, None)
        assert group.topics == [1, 5]

        await setup.speak_everywhere(group.id)
        assert group.topics is None

    async def test_what_was_chosen_is_stored(self, group, setup, session):
        await setup.speak_only_in(group.id, 5)
        await session.commit()
        await setup.speak_also_in(group.id, 3)
        await session.commit()
        session.expunge_all()

        assert (await session.get_one(Group, group.id)).topics == [3, 5]


class TestChoices:
    async def test_quiet_hours_are_kept_as_told(self, group, setup, session):
        await setup.be_quiet(group.id, time(22), time(7, 30))
        await session.commit()
        session.expunge_all()
        stored = await session.get_one(Group, group.id)
        assert (stored.quiet_from, stored.quiet_to) == (time(22), time(7, 30))

        await setup.be_never_quiet(group.id)
        assert (stored.quiet_from, stored.quiet_to) == (None, None)

    async def test_quiet_hours_without_an_hour_are_refused(self, group, setup):
        with pytest.raises(OddQuietHours):
            await setup.be_quiet(group.id, time(9), time(9))

    async def test_a_language_we_lack_is_refused(self, group, setup):
        with pytest.raises(UnknownLanguage):
            await setup.choose_language(group.id, "tlh")

    async def test_a_group_the_bot_has_left_is_not_set_up(self, group, groups, setup):
        await groups.leave(group.chat_id)

        with pytest.raises(BotNotThere):
            await setup.choose_language(group.id, "de")
