"""How a sale is shared: in whole minor units, and never a cent more than there is."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.kit.money import Money

HUNDREDTHS = 10_000  # of a per cent in a whole
_PER_CENT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*[%％]?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Share:
    """Agreed when a buyer is asked: to whose account it goes, and what the house keeps of it."""

    destination: str
    fee_basis: int  # in hundredths of a per cent


def part_of(money: Money, basis: int) -> Money:
    """Take so many hundredths of a per cent, rounded down: what does not divide stays whole."""
    return Money(money.minor * basis // HUNDREDTHS, money.currency)


def basis_of(written: str) -> int | None:
    """Read ``7.5``, ``7,5 %`` or ``7 %`` as hundredths of a per cent; None where it is neither."""
    found = _PER_CENT.fullmatch(written.strip())
    return int(Decimal(found[1].replace(",", ".")) * 100) if found else None
