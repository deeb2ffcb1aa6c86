"""Pieces that the views of this feature are made of."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from bot.kit.texts import Html, Words
from bot.telegram.replies import Button, Rows, Screen

_LABEL = 40
_NAMED = 12  # countries by name; more would hide the rest of the page


def sure(words: Words, key: str, yes: CallbackData, no: CallbackData, **facts: object) -> Screen:
    return Screen(
        text=words(key, **facts),
        rows=(
            (
                Button(words.plain("merchants-yes-button"), yes),
                Button(words.plain("merchants-no-button"), no),
            ),
        ),
    )


def row(words: Words, *buttons: tuple[str, CallbackData]) -> tuple[Button, ...]:
    return tuple(Button(words.plain(f"merchants-{key}-button"), opens) for key, opens in buttons)


def one_button(label: str, opens: CallbackData) -> tuple[Button, ...]:
    return (Button(label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…", opens),)


def country(words: Words, code: str | None) -> str:
    return str(words.locale.territories.get(code or "", code or "–"))


def countries(words: Words, codes: Sequence[str], everywhere: str) -> str:
    """Name some countries, or say ``everywhere`` where none is listed."""
    if not codes:
        return words.plain(everywhere)
    named = ", ".join(country(words, code) for code in codes[:_NAMED])
    more = len(codes) - _NAMED
    return named if more <= 0 else words.plain("merchants-and-more", names=named, count=more)


def fact(words: Words, name: str, value: str | None) -> str:
    """One line of a page; what is not there yet is said so."""
    shown = value or Html(words("merchants-nothing-yet"))
    return words(f"merchants-fact-{name}", value=shown)


def turning(page: int, pages: int, there: type[CallbackData]) -> Rows:
    if pages <= 1:
        return ()
    back = (Button("‹", there(page=page - 1)),) if page else ()
    on = (Button(f"{page + 1}/{pages} ›", there(page=page + 1)),) if page + 1 < pages else ()
    return ((*back, *on),)
