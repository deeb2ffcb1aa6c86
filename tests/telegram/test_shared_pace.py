"""Answers count in the pace, and so does what other processes say."""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from itertools import count

import pytest
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.telegram.mailbox import Mailbox
from bot.telegram.poster import Poster
from bot.telegram.redis_line import RedisLine
from bot.telegram.replies import Post, Screen
from bot.telegram.shared_pace import SharedPace
from bot.telegram.spoken import NoOthers
from tests.fakes import FakeClock
from tests.redis_server import redis_server
from tests.stories.town import Person, Town

GROUP, ANA = -100, 7
_bots = count(42)  # each test's own, so that they share one Redis in peace


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    with redis_server() as url:
        if url is None:
            pytest.skip("No Redis: set TEST_REDIS_URL or install Debian's redis-server.")
        yield url


@pytest.fixture
def bot_id() -> int:
    return next(_bots)


@pytest.fixture
async def line(redis_url: str, bot_id: int, clock: FakeClock) -> AsyncIterator[RedisLine]:
    line = RedisLine(redis_url, bot_id, clock)
    yield line
    await line.close()


@pytest.fixture
async def other_line(redis_url: str, bot_id: int, clock: FakeClock) -> AsyncIterator[RedisLine]:
    line = RedisLine(redis_url, bot_id, clock)
    yield line
    await line.close()


async def test_a_post_waits_for_the_second_after_an_answer(
    town: Town, container: AsyncContainer, clock: FakeClock
):
    ana = town.person("Ana")
    await ana.starts()
    clock.wait(minutes=2)
    pace = await container.get(SharedPace)
    await pace.spoke(ana.id)
    await puts(container, ana)

    poster = await container.get(Poster)
    assert await poster.send_due() == 0
    clock.wait(seconds=1)
    assert await poster.send_due() == 1


async def test_an_answer_is_counted(town: Town, container: AsyncContainer, clock: FakeClock):
    ana = town.person("Ana")
    clock.wait(minutes=2)

    await ana.starts()

    assert (await container.get(SharedPace)).waiting() == (ana.id,)


async def test_an_answer_that_one_member_sees_leaves_the_group_its_pace(clock: FakeClock):
    pace = SharedPace(NoOthers(), clock)
    for _ in range(29):
        await pace.spoke(GROUP, alone=True)
    assert pace.ready_at(GROUP) == clock.now()

    await pace.spoke(GROUP, alone=True)
    assert pace.ready_at(GROUP) > clock.now()


async def test_another_process_has_spoken(clock: FakeClock, line: RedisLine, other_line: RedisLine):
    here, there = SharedPace(line, clock), SharedPace(other_line, clock)
    await here.catch_up()

    await there.spoke(ANA)
    assert here.ready_at(ANA) == clock.now()

    await here.catch_up()
    assert here.waiting() == (ANA,)


async def test_who_takes_over_knows_what_was_said_before(
    clock: FakeClock, line: RedisLine, other_line: RedisLine
):
    earlier = SharedPace(line, clock)
    for _ in range(20):
        await earlier.spoke(GROUP)
        clock.wait(seconds=1)

    successor = SharedPace(other_line, clock)
    await successor.catch_up()

    assert successor.waiting() == (GROUP,)


async def test_nothing_is_counted_twice(clock: FakeClock, line: RedisLine):
    pace = SharedPace(line, clock)
    for _ in range(10):
        await pace.spoke(GROUP)
        await pace.catch_up()
        await pace.catch_up()
        clock.wait(seconds=1)

    assert pace.ready_at(GROUP) == clock.now()


async def test_a_429_is_obeyed_in_every_process(
    clock: FakeClock, line: RedisLine, other_line: RedisLine
):
    here, there = SharedPace(line, clock), SharedPace(other_line, clock)
    await there.hold(ANA, timedelta(seconds=30))

    await here.catch_up()
    clock.wait(seconds=29)
    assert here.waiting() == (ANA,)
    clock.wait(seconds=1)
    assert here.waiting() == ()


async def test_a_redis_that_is_away_stops_nobody(bot_id: int, clock: FakeClock):
    line = RedisLine("redis://127.0.0.1:1/0", bot_id, clock)
    pace = SharedPace(line, clock)

    await pace.spoke(ANA)
    await pace.catch_up()

    assert pace.waiting() == (ANA,)
    await line.close()


async def puts(container: AsyncContainer, to: Person) -> None:
    async with container() as scope:
        (await scope.get(Mailbox)).put(Post(chat_id=to.id, screen=Screen(text="News")))
        await (await scope.get(AsyncSession)).commit()
