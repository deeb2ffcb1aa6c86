from collections.abc import Iterable, Sequence

from bot.handlers.people.callbacks import (
    AcceptTerms,
    ChooseLanguage,
    ChooseZone,
    EraseMe,
    ShowName,
)
from bot.kit.texts import LANGUAGES, Words
from bot.people.models import Person
from bot.people.personal_data import Unfinished
from bot.telegram.command_menu import Entry
from bot.telegram.replies import Button, Link, Screen

# A name is written in its own language, so that who needs it can read it.
NAMES = {"en": "English", "de": "Deutsch", "zh": "中文"}
ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
    "UTC",
)


def welcome(words: Words, person: Person, *, bot_username: str) -> Screen:
    add = Link(f"https://t.me/{bot_username}?startgroup=hello")
    return Screen(
        text=words("people-welcome", name=person.name),
        rows=((Button(words.plain("people-welcome-add-button"), add),),),
    )


def help_list(words: Words, entries: Iterable[Entry], *, in_private: bool) -> Screen:
    lines = [f"/{entry.command.name} – {words(entry.text)}" for entry in entries]
    end = "people-help-end" if in_private else "people-help-end-group"
    return Screen(text="\n".join([words("people-help"), "", *lines, "", words(end)]))


def languages(words: Words) -> Screen:
    return Screen(
        text=words("people-language", language=NAMES[words.language]),
        rows=tuple(
            (Button(NAMES[language], ChooseLanguage(language=language)),) for language in LANGUAGES
        ),
    )


def zones(words: Words, person: Person) -> Screen:
    buttons = [
        Button(zone.rpartition("/")[2].replace("_", " "), ChooseZone(number=number))
        for number, zone in enumerate(ZONES)
    ]
    return Screen(
        text=words("people-zone", zone=person.zone),
        rows=tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)),
    )


def terms(words: Words, person: Person) -> Screen:
    if person.terms_accepted_at is not None:
        accepted = words("people-terms-accepted", when=person.terms_accepted_at)
        return Screen(text=f"{words('people-terms')}\n\n{accepted}")
    accept = Button(words.plain("people-terms-accept-button"), AcceptTerms())
    return Screen(text=words("people-terms"), rows=((accept,),))


def privacy(words: Words, person: Person) -> Screen:
    shown = "people-privacy-name-shown" if person.shows_name else "people-privacy-name-hidden"
    label = "people-privacy-hide-button" if person.shows_name else "people-privacy-show-button"
    button = Button(words.plain(label), ShowName(shown=not person.shows_name))
    return Screen(text=f"{words('people-privacy')}\n\n{words(shown)}", rows=((button,),))


def support(words: Words, operators: Sequence[str], contact: str | None) -> Screen:
    """``operators`` are the usernames of who runs the shop; ``contact`` stands for them all."""
    whom = contact or ", ".join(f"@{username}" for username in operators)
    last = words("people-support-contact", contact=whom) if whom else words("people-support-nobody")
    return Screen(text=f"{words('people-support')}\n\n{last}")


def in_private_only(words: Words, *, bot_username: str) -> Screen:
    open_chat = Link(f"https://t.me/{bot_username}?start=hello")
    return Screen(
        text=words("people-private-only"),
        rows=((Button(words.plain("telegram-open-private-button"), open_chat),),),
    )


def erasure(words: Words, unfinished: Sequence[Unfinished]) -> Screen:
    lines = [f"• {words(one.text, **one.facts)}" for one in unfinished]
    open_matters = [words("people-erase-unfinished", count=len(lines)), *lines, ""] if lines else []
    return Screen(
        text="\n".join([*open_matters, words("people-erase")]),
        rows=(
            (Button(words.plain("people-erase-keep-button"), EraseMe(sure=False)),),
            (Button(words.plain("people-erase-button"), EraseMe(sure=True)),),
        ),
    )


def told(words: Words, key: str, **facts: object) -> Screen:
    return Screen(text=words(key, **facts))
