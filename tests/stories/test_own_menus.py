"""Telegram's menu follows what a person may do, and her language."""

from aiogram import Bot
from aiogram.types import BotCommandScopeChat
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantStaff
from tests.stories.shopkeeping import opens_shop
from tests.stories.town import Person, Town


async def menu(town: Town, person: Person) -> dict[str, str]:
    bot = await town.container.get(Bot)
    found = await bot.get_my_commands(scope=BotCommandScopeChat(chat_id=person.id))
    return {one.command: one.description for one in found}


def changes(town: Town) -> int:
    calls = town.sandbox.api.log.after(0, None)
    return sum(call["method"] in {"setMyCommands", "deleteMyCommands"} for call in calls)


async def test_a_menu_follows_role_start_and_language(town: Town):
    mia, ana = town.person("Mia"), town.person("Ana")
    await ana.starts()
    await opens_shop(town, mia)
    await town.passes(seconds=6)
    assert await menu(town, mia) == {}  # she has no chat to put a menu in

    await mia.starts()
    await town.passes(seconds=6)
    assert (await menu(town, mia))["sales"] == "Orders to send, and all that was sold"
    assert await menu(town, ana) == {}

    await mia.says("/language")
    await mia.taps("Deutsch")
    await town.passes(seconds=6)
    assert (await menu(town, mia))["products"] == "Deine Produkte"

    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        await session.execute(delete(MerchantStaff).where(MerchantStaff.person_id == mia.id))
        await session.commit()
    await town.passes(seconds=6)
    assert await menu(town, mia) == {}


async def test_only_what_differs_is_sent(town: Town):
    mia = town.person("Mia")
    await opens_shop(town, mia)
    await mia.starts()
    await town.passes(seconds=6)
    before = changes(town)

    await town.passes(seconds=6)
    await mia.says("/help")
    await town.passes(seconds=6)

    assert before == 1
    assert changes(town) == before
