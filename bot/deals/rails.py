"""How the money of a deal is taken. Pure; PLATFORM's table "Which rail", as code.

docs/decisions/rails-of-group-buys.md says why.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.kit.money import Currency
from bot.payments.errors import NoGatewayAccount
from bot.payments.models import Rail

# Banks hold for seven days: a day is left for the end of the deal and for what may go wrong then.
LONGEST_HOLD = timedelta(days=6)
LEAST_TIME_TO_CAPTURE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Means:
    """What a merchant, or the house for it, has to take money with."""

    invoices: bool  # Telegram's, through a payment provider
    holds: bool  # a Stripe key: money can be held on a page, or a card saved


def choose(currency: Currency, length: timedelta, means: Means) -> Rail:
    """Charge nobody for nothing: hold where a hold lasts long enough, else save her card.

    Only where neither can be, charge at once and give back on failure. Raises NoGatewayAccount.
    """
    if currency is Currency.XTR:
        return Rail.STARS
    if means.holds:
        return Rail.STRIPE_HOLD if length <= LONGEST_HOLD else Rail.STRIPE_LATER
    return choose_at_once(currency, means)


def choose_at_once(currency: Currency, means: Means) -> Rail:
    """Charge as the shelf does, for a price that is final before anybody pays it.

    Raises NoGatewayAccount.
    """
    if currency is Currency.XTR:
        return Rail.STARS
    if means.invoices:
        return Rail.TELEGRAM
    raise NoGatewayAccount


def carries(rail: Rail, opened_at: datetime, closes_at: datetime) -> bool:
    """Whether a rail reaches to a new deadline: what is held since the beginning runs out first."""
    return rail is not Rail.STRIPE_HOLD or closes_at - opened_at <= LONGEST_HOLD


def reaches(held_until: datetime | None, closes_at: datetime) -> bool:
    """Whether this very hold lasts until it can be captured; None: nothing runs out."""
    return held_until is None or closes_at + LEAST_TIME_TO_CAPTURE <= held_until
