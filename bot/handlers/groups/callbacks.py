from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Page(StrEnum):
    MAIN = "m"
    LANGUAGE = "l"
    CURRENCY = "c"  # what the merchants here price in
    ALL_CURRENCIES = "a"
    ZONE = "z"
    TOPICS = "t"
    SELLERS = "s"
    LINES = "b"
    QUIET = "q"


class OpenSetup(CallbackData, prefix="gr-open"):
    """Under a message all can see; what it opens is for the admin who pressed it."""

    group: int


class Setup(CallbackData, prefix="gr-setup"):
    """A page of the settings, after ``choice`` has been made on it."""

    group: int
    thread: int = 0  # where /setup was asked for: what "only here" means
    page: Page = Page.MAIN
    choice: str = ""
