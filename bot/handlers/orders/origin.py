"""Where a purchase began: kept in the buttons, because it may go on in the private chat."""

from typing import TypeVar

from aiogram.types import CallbackQuery, Message

from bot.handlers.orders.callbacks import Begun
from bot.kit.money import Currency
from bot.orders.models import Origin
from bot.telegram.actor import Actor

Told = TypeVar("Told", bound=Begun)


def begun_by(actor: Actor) -> Begun:
    if actor.group is None:
        return Begun()
    return Begun(
        currency=actor.group.currency.value,
        group=actor.group.id,
        thread=actor.place.thread_id or 0,
    )


def believed(told: Told, tap: CallbackQuery, actor: Actor) -> Told:
    """Believe the place itself where it is a group, else what the message's own buttons say.

    A client of one's own making could name any group there, and that group would hear of it.
    """
    if actor.group is not None:
        here = begun_by(actor)
        return told.model_copy(update={"group": here.group, "thread": here.thread})
    if _is_offered(tap):
        return told
    return told.model_copy(update={"group": 0, "thread": 0})


def origin_of(begun: Begun) -> Origin:
    """Read where it began from what is ``believed``."""
    return Origin(begun.group or None, begun.thread or None)


def preferred_by(begun: Begun) -> Currency | None:
    return Currency(begun.currency) if begun.currency in set(Currency) else None


def _is_offered(tap: CallbackQuery) -> bool:
    """Tell whether the tapped message carries this very button: its keyboard is ours."""
    shown = tap.message if isinstance(tap.message, Message) else None
    rows = shown.reply_markup.inline_keyboard if shown and shown.reply_markup else []
    return any(button.callback_data == tap.data for row in rows for button in row)
