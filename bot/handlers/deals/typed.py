"""Reading what a merchant types about a deal."""

import re
from datetime import timedelta

from bot.catalog.errors import BadPrice
from bot.catalog.imports.values import BadCell, price_of
from bot.deals.errors import BadDeadline, BadGoal, BadSteps
from bot.deals.models import Deal, Step
from bot.deals.rules import MOST_STEPS, MOST_UNITS
from bot.deals.settings import DealSettings
from bot.kit.money import Currency, Money

_RUNG = re.compile(r"\s*(?P<count>\d{1,6})\s*(?:=|:|→|->)\s*(?P<price>[^;\n]{1,30}?)\s*")
_SPAN = re.compile(
    r"\s*(?P<number>\d{1,4})\s*(?P<unit>[a-z小时分钟天日]{1,8})\.?\s*", re.IGNORECASE
)
_UNITS = (
    (("m", "min", "分钟", "分"), timedelta(minutes=1)),
    (("h", "hour", "std", "stunde", "小时"), timedelta(hours=1)),
    (("d", "day", "t", "tag", "天", "日"), timedelta(days=1)),
)


def typed_minor(text: str, currency: Currency) -> int:
    """Read an amount in a deal's own currency, in minor units. Raises BadPrice."""
    try:
        minor = price_of(text, currency)
    except BadCell as bad:
        raise BadPrice from bad
    if minor is None:
        raise BadPrice
    return minor


def typed_price(text: str, currency: Currency) -> Money:
    return Money(typed_minor(text, currency), currency)


def typed_steps(text: str, deal: Deal) -> tuple[Step, ...]:
    """Read rungs such as ``10 = 25; 20 = 22.50``, one after the other. Raises BadSteps."""
    steps: list[Step] = []
    for part in filter(str.strip, re.split(r"[;\n]", text)):
        found = _RUNG.fullmatch(part)
        if found is None:
            raise BadSteps(most=MOST_STEPS)
        minor = typed_minor(found["price"], deal.currency)
        steps.append({"count": int(found["count"]), "minor": minor})
    return tuple(steps)


def typed_span(text: str, settings: DealSettings) -> timedelta:
    """Read ``36 h``, ``3 days``, ``2 Tage``, ``3天``. Raises BadDeadline."""
    found = _SPAN.fullmatch(text)
    unit = found["unit"].lower().removesuffix("s").removesuffix("n") if found else ""
    for names, span in _UNITS:
        if found is not None and (unit in names or unit.removesuffix("e") in names):
            return int(found["number"]) * span
    raise BadDeadline(shortest=settings.shortest, longest=settings.longest)


def typed_number(text: str) -> int:
    digits = text.strip()
    if not digits.isdecimal() or int(digits) > MOST_UNITS:
        raise BadGoal(least=1, most=MOST_UNITS)
    return int(digits)
