"""Menus of people who may do more than others: they follow as roles and languages change."""

import hashlib
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BotCommandScopeChat
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.people.models import PersonId
from bot.telegram.audiences import insiders
from bot.telegram.command_menu import CommandBook, Menu, own_menu
from bot.telegram.models import OwnMenu

log = structlog.get_logger(__name__)
AT_ONCE = 20  # Telegram's pace is shared with everything else the bot says


@dataclass(frozen=True, slots=True)
class _Change:
    person_id: PersonId
    menu: Menu | None  # None: she is like everybody else again
    facts: str = ""


class OwnMenus:
    """Compares what was shown with what is right, and tells Telegram between two transactions."""

    def __init__(self, engine: AsyncEngine, bot: Bot, book: CommandBook) -> None:
        self._engine = engine
        self._bot = bot
        self._book = book

    async def follow(self) -> None:
        """Send what differs, and nothing where nothing does."""
        async with AsyncSession(self._engine) as session:
            changes = await self._changes(session)
        for change in changes[:AT_ONCE]:
            await self._tell(change)
            async with AsyncSession(self._engine) as session:
                await _remember(session, change)
                await session.commit()

    async def _changes(self, session: AsyncSession) -> list[_Change]:
        shown = {row.person_id: row.facts for row in await session.scalars(select(OwnMenu))}
        wanted = {one.person_id: own_menu(self._book, one) for one in await insiders(session)}
        fresh = [_Change(person_id, menu, _facts(menu)) for person_id, menu in wanted.items()]
        gone = [_Change(person_id, None) for person_id in shown if person_id not in wanted]
        return [one for one in fresh if shown.get(one.person_id) != one.facts] + gone

    async def _tell(self, change: _Change) -> None:
        scope = BotCommandScopeChat(chat_id=change.person_id)
        try:
            if change.menu is None:
                await self._bot.delete_my_commands(scope=scope)
            else:
                await self._bot.set_my_commands(list(change.menu.commands), scope=scope)
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            # Her chat is gone or closed: she gets a menu when she opens it again.
            log.info("menu.unregistered", scope=scope.type, reason=error.message)


async def follow_menus(menus: OwnMenus) -> None:
    await menus.follow()


async def _remember(session: AsyncSession, change: _Change) -> None:
    if change.menu is None:
        await session.execute(delete(OwnMenu).where(OwnMenu.person_id == change.person_id))
    else:
        await session.merge(OwnMenu(person_id=change.person_id, facts=change.facts))


def _facts(menu: Menu) -> str:
    said = "\n".join(f"{one.command} {one.description}" for one in menu.commands)
    return hashlib.sha256(said.encode()).hexdigest()
