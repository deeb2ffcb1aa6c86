"""One update, one transaction: what is kept, and what is said, when things go wrong."""

import pytest
from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message, Update
from dishka import AsyncContainer
from dishka.integrations.aiogram import FromDishka
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import build_dispatcher
from bot.kit.clock import Clock
from bot.kit.errors import ShopError
from bot.telegram.models import Lease, SeenUpdate
from bot.telegram.replies import Reply, Screen, Show
from bot.telegram.sender import Sender


class TooManyKettles(ShopError):
    text = "telegram-open-private"


def kettle_router() -> Router:
    """A feature of three commands: one works, one refuses, one is broken."""
    router = Router()

    @router.message(Command("boil"))
    async def boil(
        _: Message, session: FromDishka[AsyncSession], clock: FromDishka[Clock]
    ) -> Reply:
        count = await session.scalar(select(func.count()).select_from(Lease)) or 0
        session.add(Lease(name=f"kettle {count}", holder="boil", until=clock.now()))
        return Show(Screen(text=f"{count + 1} boiled"))

    @router.message(Command("refuse"))
    async def refuse(
        _: Message, session: FromDishka[AsyncSession], clock: FromDishka[Clock]
    ) -> Reply:
        session.add(Lease(name="refused", holder="refuse", until=clock.now()))
        raise TooManyKettles

    @router.message(Command("break"))
    async def broken(
        _: Message, session: FromDishka[AsyncSession], clock: FromDishka[Clock]
    ) -> Reply:
        session.add(Lease(name="broken", holder="break", until=clock.now()))
        await session.flush()
        raise RuntimeError("no kettle")

    @router.message(Command("outage"))
    async def outage(_: Message) -> Reply:
        raise OperationalError("SELECT 1", {}, OSError("the database is away"))

    @router.message(Command("overflow"))
    async def overflow(_: Message, session: FromDishka[AsyncSession]) -> Reply:
        await session.scalar(select(SeenUpdate).where(SeenUpdate.update_id == 2**70))
        return None

    @router.message(Command("twin"))
    async def twin(
        _: Message, session: FromDishka[AsyncSession], clock: FromDishka[Clock]
    ) -> Reply:
        session.add_all(
            Lease(name="twin", holder=holder, until=clock.now()) for holder in ("a", "b")
        )
        await session.flush()
        return None

    return router


@pytest.fixture
async def kettles(container):
    return build_dispatcher(container, await container.get(Sender), [kettle_router()])


@pytest.fixture
def ana(town):
    return town.person("Ana")


async def hear(kettles, container, sandbox, ana, text: str, *, times: int = 1) -> None:
    sandbox.sim.say(ana.id, 42, text)
    bot = await container.get(Bot)
    for update in await sandbox.take_updates(bot.token):
        for _ in range(times):
            await kettles.feed_update(bot, Update.model_validate(update, context={"bot": bot}))


async def kept(container) -> list[str]:
    async with container() as scope:
        found = await (await scope.get(AsyncSession)).scalars(
            select(Lease.name).where(Lease.name != "poster")
        )
        return sorted(found)


async def seen(container: AsyncContainer) -> int | None:
    async with container() as scope:
        session: AsyncSession = await scope.get(AsyncSession)
        return await session.scalar(select(func.count(SeenUpdate.update_id)))


async def test_the_work_is_kept_and_then_told(kettles, container, sandbox, ana):
    await hear(kettles, container, sandbox, ana, "/boil")

    assert await kept(container) == ["kettle 0"]
    assert ana.reads() == "1 boiled"


async def test_an_update_that_comes_again_is_left_alone(kettles, container, sandbox, ana):
    await hear(kettles, container, sandbox, ana, "/boil", times=3)

    assert await kept(container) == ["kettle 0"]
    assert [message["text"] for message in ana.sees()] == ["/boil", "1 boiled"]


async def test_a_refusal_keeps_nothing_and_says_why(kettles, container, sandbox, ana):
    await hear(kettles, container, sandbox, ana, "/refuse")

    assert await kept(container) == []
    assert ana.reads().startswith("I cannot write to you alone yet.")


async def test_a_bug_keeps_nothing_and_apologises(kettles, container, sandbox, ana):
    await hear(kettles, container, sandbox, ana, "/break")

    assert await kept(container) == []
    assert ana.reads().startswith("Sorry, something broke on our side.")


async def test_an_outage_leaves_the_update_to_be_brought_again(kettles, container, sandbox, ana):
    with pytest.raises(OperationalError):
        await hear(kettles, container, sandbox, ana, "/outage")

    async with container() as scope:
        seen = await (await scope.get(AsyncSession)).scalar(
            select(func.count(SeenUpdate.update_id))
        )
    assert seen == 0


async def test_words_that_are_not_for_us_cost_no_transaction(kettles, container, sandbox, ana):
    await hear(kettles, container, sandbox, ana, "just talking")

    async with container() as scope:
        seen = await (await scope.get(AsyncSession)).scalar(
            select(func.count(SeenUpdate.update_id))
        )
    assert seen == 0
    assert len(ana.sees()) == 1


@pytest.mark.parametrize("command", ["/overflow", "/twin"])
async def test_what_the_database_never_takes_does_not_come_back_for_ever(
    kettles, container, sandbox, ana, command
):
    sandbox.sim.start(ana.id, "tuan_bot")
    await sandbox.take_updates("42:SANDBOX")

    await hear(kettles, container, sandbox, ana, command)  # an exception would bring it again

    assert "on our side" in ana.reads()
