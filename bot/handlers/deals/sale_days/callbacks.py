"""What the buttons of sale days carry."""

from aiogram.filters.callback_data import CallbackData


class TakeLink(CallbackData, prefix="sd-link"):
    sale: int


class CountMeIn(CallbackData, prefix="sd-in"):
    code: int


class ExplainSaleDay(CallbackData, prefix="sd-how"):
    sale: int


class ShowSaleDay(CallbackData, prefix="sd-show"):
    """The card once more, where the button is."""

    sale: int


class BuyOnSaleDay(CallbackData, prefix="sd-buy"):
    sale: int
    variant: int = 0
    accept: bool = False


class ShowJoins(CallbackData, prefix="sd-log"):
    """The public log of who counts."""

    sale: int
    page: int = -1  # -1 opens it; a page turns the one that is open
