"""A question that the next message answers, and the button that takes it back."""

from aiogram.filters.callback_data import CallbackData

from bot.kit.texts import Words
from bot.telegram.replies import Button, Screen


class ForgetQuestion(CallbackData, prefix="ca-stop"):
    """Whichever question waits; the catalogue, which keeps it, answers the button."""


def question(words: Words, key: str, **facts: object) -> Screen:
    """Ask for something to be sent, with a way out."""
    return Screen(text=words(key, **facts), rows=(never_mind(words),))


def never_mind(words: Words) -> tuple[Button, ...]:
    return (Button(words.plain("catalog-never-mind-button"), ForgetQuestion()),)
