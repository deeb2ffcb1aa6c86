from dataclasses import dataclass

from bot.deals.sale_days.models import SaleDayId
from bot.kit.events import Event
from bot.kit.money import Money
from bot.orders.models import OrderId
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayOpened(Event):
    sale_id: SaleDayId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayChanged(Event):
    """Something on its card is different now."""

    sale_id: SaleDayId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayEndsSoon(Event):
    """The counting does."""

    sale_id: SaleDayId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayFrozen(Event):
    """Nobody is counted any more; everybody may buy."""

    sale_id: SaleDayId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayBought(Event):
    """Somebody has paid the frozen price."""

    sale_id: SaleDayId
    person_id: PersonId
    order_id: OrderId
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayOver(Event):
    sale_id: SaleDayId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDaySettled(Event):
    """It is over, and nobody is paying any more."""

    sale_id: SaleDayId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDayPaidTooOften(Event):
    """More was paid than one person may buy, or than there is; it is on the way back."""

    sale_id: SaleDayId
    person_id: PersonId
    order_id: OrderId
