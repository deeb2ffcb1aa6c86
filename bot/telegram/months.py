"""Months as statements turn them."""

from datetime import datetime, timedelta

from babel.dates import format_skeleton

from bot.kit.texts import Words

FURTHEST_BACK = 36  # months


def month(now: datetime, ago: int) -> tuple[datetime, datetime]:
    """Tell the first moments of a month (UTC) and of the one after it."""
    months = now.year * 12 + now.month - 1 - ago
    first = now.replace(
        year=months // 12, month=months % 12 + 1, day=1, hour=0, minute=0, second=0, microsecond=0
    )
    return first, (first + timedelta(days=32)).replace(day=1)


def month_name(words: Words, first: datetime) -> str:
    return str(format_skeleton("yMMMM", first, locale=words.locale))
