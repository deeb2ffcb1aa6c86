"""Per cent as people of a language write them."""

from decimal import Decimal

from babel.numbers import format_percent

from bot.kit.texts import Words
from bot.payments.sharing import HUNDREDTHS


def percent(words: Words, basis: int) -> str:
    """``basis``: hundredths of a per cent."""
    whole = Decimal(basis) / HUNDREDTHS
    return str(format_percent(whole, format="#,##0.##%", locale=words.locale))
