from dataclasses import dataclass

from bot.deals.bargains.models import BargainId, BargainOfferId
from bot.kit.events import Event
from bot.orders.models import OrderId
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainOffered(Event):
    offer_id: BargainOfferId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainOfferChanged(Event):
    """Something on its card is different now."""

    offer_id: BargainOfferId
    is_extended: bool = False  # and on the card of every bargain that runs


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainOfferEndsSoon(Event):
    offer_id: BargainOfferId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainOfferClosed(Event):
    offer_id: BargainOfferId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainOfferSettled(Event):
    """It is closed, and nobody may buy any more."""

    offer_id: BargainOfferId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainStarted(Event):
    bargain_id: BargainId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainNamed(Event):
    """Whether its card says whose it is has changed."""

    bargain_id: BargainId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainHelped(Event):
    """Somebody cut the price, and it has not reached the floor yet."""

    bargain_id: BargainId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainCompleted(Event):
    bargain_id: BargainId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainEndsSoon(Event):
    """Helpers are missing, or she has not bought yet."""

    bargain_id: BargainId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainEnded(Event):
    """Its time ran out."""

    bargain_id: BargainId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainBought(Event):
    bargain_id: BargainId


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainPaidTwice(Event):
    """A second order of the same bargain was paid; its money is on the way back."""

    bargain_id: BargainId
    person_id: PersonId
    order_id: OrderId
