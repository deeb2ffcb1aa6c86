"""The button that opens a group's statement. Several features carry it; commissions answer it."""

from aiogram.filters.callback_data import CallbackData


class ShowGroupStatement(CallbackData, prefix="co-books"):
    """A month of what a group earned; as a file it is a table of every movement."""

    group: int
    months_ago: int = 0
    as_file: bool = False
