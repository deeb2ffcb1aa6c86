"""How long a merchant's words may be, and what names them in addresses."""

import unicodedata

from bot.kit.typed import clean_line, clean_text

__all__ = [
    "DESCRIPTION_LIMIT",
    "HANDLE_LIMIT",
    "TITLE_LIMIT",
    "clean_line",
    "clean_text",
    "handle_from",
]

TITLE_LIMIT = 150
DESCRIPTION_LIMIT = 4000
HANDLE_LIMIT = 120


def handle_from(title: str) -> str:
    """Make a handle such as ``red-canvas-sneaker``; letters of every script may stay."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(letters.split())[:HANDLE_LIMIT].strip("-")
