"""How a sale is shared: in whole minor units, and never a cent more than there is."""

from dataclasses import dataclass

from bot.kit.money import Money

HUNDREDTHS = 10_000  # of a per cent in a whole


@dataclass(frozen=True, slots=True)
class Share:
    """Agreed when a buyer is asked: to whose account it goes, and what the house keeps of it."""

    destination: str
    fee_basis: int  # in hundredths of a per cent


def part_of(money: Money, basis: int) -> Money:
    """Take so many hundredths of a per cent, rounded down: what does not divide stays whole."""
    return Money(money.minor * basis // HUNDREDTHS, money.currency)
