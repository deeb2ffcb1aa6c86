import pytest
from aiogram.types import Chat, ChatMemberBanned, ChatMemberMember, ChatMemberUpdated, User

from bot.handlers.people import people, views
from bot.handlers.people.callbacks import ShowName
from bot.handlers.people.filters import PrivateDoor
from bot.kit.texts import LANGUAGES, Words
from bot.people.models import Person
from bot.people.personal_data import Unfinished
from bot.telegram.command_menu import CommandBook
from bot.telegram.feature import Audience
from bot.telegram.replies import Link
from tests.fakes import NOON
from tests.people.make import ANA
from tests.telegram_line import ME

EN = Words("en")
LONGEST_MESSAGE = 4096


@pytest.fixture
def ana() -> Person:
    return Person(id=ANA, name="Ana <3", zone="Europe/Berlin", shows_name=False)


def test_a_welcome_greets_by_name_whatever_the_name_is(ana):
    screen = views.welcome(EN, ana, bot_username="tuan_bot")

    assert screen.text.startswith("<b>Hello Ana &lt;3!</b>")
    assert screen.rows[0][0].opens == Link("https://t.me/tuan_bot?startgroup=hello")


def test_help_lists_what_is_open_to_her_and_nothing_else():
    entries = CommandBook.of([people]).open_to({Audience.GROUP})

    lines = views.help_list(EN, entries, in_private=False).text.splitlines()

    assert [line.split()[0] for line in lines if line.startswith("/")] == [
        "/help",
        "/terms",
        "/privacy",
        "/support",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_and_privacy_fit_into_one_message(language, ana):
    ana.terms_accepted_at = NOON

    assert len(views.terms(Words(language), ana).text) < LONGEST_MESSAGE
    assert len(views.privacy(Words(language), ana).text) < LONGEST_MESSAGE


def test_terms_can_be_accepted_once(ana):
    assert len(views.terms(EN, ana).rows) == 1
    ana.terms_accepted_at = NOON

    accepted = views.terms(EN, ana)

    assert accepted.rows == ()
    assert "4 May 2026" in accepted.text


@pytest.mark.parametrize("shown", [False, True])
def test_the_privacy_button_offers_the_other_choice(ana, shown):
    ana.shows_name = shown

    assert views.privacy(EN, ana).rows[0][0].opens == ShowName(shown=not shown)


def test_erasing_names_what_is_open_first():
    open_orders = (Unfinished("people-support-contact", {"contact": "Order <7>"}),)

    lines = views.erasure(EN, open_orders).text.splitlines()

    assert lines[0] == "<b>Before you go – this is still open:</b>"
    assert "Order &lt;7&gt;" in lines[1]
    assert "<b>Erase your data?</b>" in lines


def test_erasing_offers_to_keep_before_it_offers_to_erase():
    labels = [row[0].label for row in views.erasure(EN, ()).rows]

    assert labels == ["Keep my data", "Erase it all"]


@pytest.mark.parametrize(
    ("operators", "contact", "last"),
    [
        (["olga", "omar"], None, "• About this shop itself: @olga, @omar"),
        (["olga"], "help@shop.example", "• About this shop itself: help@shop.example"),
        (
            [],
            None,
            "• About this shop itself: write to the admins of the group you found it in.",
        ),
    ],
)
def test_support_names_somebody_whatever_is_set_up(operators, contact, last):
    assert views.support(EN, operators, contact).text.splitlines()[-1] == last


@pytest.mark.parametrize(("chat_type", "is_hers"), [("private", True), ("supergroup", False)])
async def test_only_a_private_chat_has_a_door_to_shut(chat_type, is_hers):
    shut = ChatMemberUpdated(
        chat=Chat(id=ANA, type=chat_type),
        from_user=User(id=ANA, is_bot=False, first_name="Ana"),
        date=NOON,
        old_chat_member=ChatMemberMember(user=ME),
        new_chat_member=ChatMemberBanned(user=ME, until_date=NOON),
    )

    assert await PrivateDoor(shut=True)(shut) is is_hers
    assert not await PrivateDoor(shut=False)(shut)
