import pytest
from aiogram.enums import BotCommandScopeType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetMyCommands, SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.features import FEATURES as WHOLE_SHOP
from bot.handlers.groups import groups
from bot.handlers.people import people
from bot.kit.texts import LANGUAGES, Words
from bot.telegram.command_menu import CommandBook, Insider, menus, register
from bot.telegram.feature import Audience, Command, Feature
from tests.people.make import BOSS
from tests.telegram_line import PretendLine, bot_on

FEATURES = (people, groups)
BOOK = CommandBook.of(FEATURES)


def names(scope: str, language: str = "") -> list[str]:
    return [
        command.command
        for menu in menus(BOOK)
        if (menu.scope.type, menu.language) == (scope, language)
        for command in menu.commands
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "entry", CommandBook.of(WHOLE_SHOP).entries, ids=lambda entry: entry.command.name
)
def test_every_command_says_in_every_language_what_it_does(entry, language):
    said = Words(language).plain(entry.text)

    assert 3 <= len(said) <= 256
    if language != "en":
        assert said != Words("en").plain(entry.text)


def test_a_group_is_not_offered_what_belongs_in_private():
    assert "export_me" in names("all_private_chats")
    assert "export_me" not in names("all_group_chats")


def test_a_groups_admins_see_setup_and_the_others_do_not():
    assert "setup" in names("all_chat_administrators", "de")
    assert "setup" not in names("all_group_chats", "de")
    assert set(names("all_group_chats")) < set(names("all_chat_administrators"))


def test_only_in_groups_a_command_is_ephemeral():
    marks = {
        menu.scope.type: {command.command: command.is_ephemeral for command in menu.commands}
        for menu in menus(BOOK)
    }

    assert marks[BotCommandScopeType.ALL_GROUP_CHATS]["help"] is True
    assert marks[BotCommandScopeType.ALL_PRIVATE_CHATS]["help"] is None


def test_an_insider_has_a_menu_of_her_own_in_her_language():
    shelf = Feature(name="people", commands=(Command("support", frozenset({Audience.MERCHANT})),))
    insider = Insider(BOSS, "de", frozenset({Audience.MERCHANT}))

    menu = menus(CommandBook.of([shelf]), [insider])[-1]

    assert menu.scope == BotCommandScopeChat(chat_id=BOSS)
    assert [command.description for command in menu.commands] == ["Hilfe von einem Menschen"]


class Telegram:
    """Remembers menus as Telegram does."""

    def __init__(self) -> None:
        self.menus: dict[tuple[str, str | None], list[BotCommand]] = {}
        self.line = PretendLine({GetMyCommands: self.get, SetMyCommands: self.set})

    def get(self, method: GetMyCommands) -> list[BotCommand]:
        return self.menus.get((repr(method.scope), method.language_code), [])

    def set(self, method: SetMyCommands) -> bool:
        if isinstance(method.scope, BotCommandScopeChat):
            raise TelegramBadRequest(method=method, message="chat not found")
        self.menus[repr(method.scope), method.language_code] = method.commands
        return True


async def test_a_second_start_changes_nothing():
    telegram = Telegram()

    assert await register(bot_on(telegram.line), FEATURES) == len(menus(BOOK))
    assert await register(bot_on(telegram.line), FEATURES) == 0
    assert len(telegram.line.of(SetMyCommands)) == len(menus(BOOK))


async def test_one_changed_command_is_told_in_the_places_that_offer_it():
    telegram = Telegram()
    await register(bot_on(telegram.line), (people,))

    assert await register(bot_on(telegram.line), FEATURES) == 2 * len(LANGUAGES)


async def test_an_insider_who_never_started_the_bot_stops_nobody():
    telegram = Telegram()
    insider = Insider(BOSS, "de", frozenset({Audience.OPERATOR}))

    assert await register(bot_on(telegram.line), FEATURES, [insider]) == len(menus(BOOK))
