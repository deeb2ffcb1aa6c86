"""Which commands whom Telegram's menu offers, in every language, and the same list for /help."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeUnion,
)

from bot.kit.texts import FALLBACK, LANGUAGES, Words
from bot.people.models import PersonId
from bot.telegram.feature import Audience, Command, Feature

log = structlog.get_logger(__name__)

EVERYWHERE: tuple[tuple[BotCommandScopeUnion, frozenset[Audience]], ...] = (
    (BotCommandScopeAllPrivateChats(), frozenset({Audience.PRIVATE})),
    (BotCommandScopeAllGroupChats(), frozenset({Audience.GROUP})),
    (
        BotCommandScopeAllChatAdministrators(),
        frozenset({Audience.GROUP, Audience.GROUP_ADMIN}),
    ),
)


@dataclass(frozen=True, slots=True)
class Entry:
    text: str  # key of its description
    command: Command


@dataclass(frozen=True, slots=True)
class CommandBook:
    """Every feature's commands, in the order of the features."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, features: Iterable[Feature]) -> Self:
        return cls(
            tuple(
                Entry(f"{feature.name}-command-{command.name.replace('_', '-')}", command)
                for feature in features
                for command in feature.commands
            )
        )

    def open_to(self, audiences: Collection[Audience]) -> tuple[Entry, ...]:
        return tuple(
            entry for entry in self.entries if entry.command.audiences.intersection(audiences)
        )


@dataclass(frozen=True, slots=True)
class Insider:
    """A person who may do more than others, and so has a menu of her own in her private chat."""

    person_id: PersonId
    language: str
    audiences: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Menu:
    scope: BotCommandScopeUnion
    language: str  # "" is for everybody whose language has no menu
    commands: tuple[BotCommand, ...]


def menus(book: CommandBook, insiders: Iterable[Insider] = ()) -> tuple[Menu, ...]:
    common = [
        Menu(scope, "" if language == FALLBACK else language, _commands(book, audiences, language))
        for scope, audiences in EVERYWHERE
        for language in LANGUAGES
    ]
    return (*common, *(own_menu(book, one) for one in insiders))


def own_menu(book: CommandBook, insider: Insider) -> Menu:
    audiences = insider.audiences | {Audience.PRIVATE}
    scope = BotCommandScopeChat(chat_id=insider.person_id)
    return Menu(scope, "", _commands(book, audiences, insider.language))


async def register(bot: Bot, features: Iterable[Feature], insiders: Sequence[Insider] = ()) -> int:
    """Make Telegram's menus what they should be, and tell how many had to be changed."""
    changed = 0
    for menu in menus(CommandBook.of(features), insiders):
        try:
            changed += await _register(bot, menu)
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            # An insider who has never started the bot has no chat to put a menu in.
            log.info("menu.unregistered", scope=menu.scope.type, reason=error.message)
    return changed


async def _register(bot: Bot, menu: Menu) -> bool:
    there = await bot.get_my_commands(scope=menu.scope, language_code=menu.language or None)
    if [_facts(command) for command in there] == [_facts(command) for command in menu.commands]:
        return False
    await bot.set_my_commands(
        list(menu.commands), scope=menu.scope, language_code=menu.language or None
    )
    return True


def _facts(command: BotCommand) -> tuple[str, str, bool]:
    return command.command, command.description, bool(command.is_ephemeral)


def _commands(
    book: CommandBook, audiences: frozenset[Audience], language: str
) -> tuple[BotCommand, ...]:
    words = Words(language)
    in_private = Audience.PRIVATE in audiences
    return tuple(
        BotCommand(
            command=entry.command.name,
            description=words.plain(entry.text),
            # In a private chat there is nobody to hide anything from.
            is_ephemeral=None if in_private else entry.command.ephemeral or None,
        )
        for entry in book.open_to(audiences)
    )
