"""Where a purchase began: kept in the buttons, because it may go on in the private chat."""

from bot.handlers.orders.callbacks import Begun
from bot.kit.money import Currency
from bot.orders.models import Origin
from bot.telegram.actor import Actor


def begun_by(actor: Actor) -> Begun:
    if actor.group is None:
        return Begun()
    return Begun(
        currency=actor.group.currency.value,
        group=actor.group.id,
        thread=actor.place.thread_id or 0,
    )


def origin_of(begun: Begun, actor: Actor) -> Origin:
    """Believe the place itself where there is one, else what the button says."""
    here = begun_by(actor) if actor.group else begun
    return Origin(here.group or None, here.thread or None)


def preferred_by(begun: Begun) -> Currency | None:
    return Currency(begun.currency) if begun.currency in set(Currency) else None
