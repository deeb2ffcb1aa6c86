"""What the buttons of bargains carry."""

from aiogram.filters.callback_data import CallbackData


class AskForHelp(CallbackData, prefix="bg-ask"):
    offer: int


class HelpBargain(CallbackData, prefix="bg-help"):
    bargain: int


class ShowCuts(CallbackData, prefix="bg-cuts"):
    bargain: int


class ExplainBargain(CallbackData, prefix="bg-how"):
    offer: int


class ShowOffer(CallbackData, prefix="bg-show"):
    """The offer's card once more, where the button is."""

    offer: int


class BuyAtFloor(CallbackData, prefix="bg-buy"):
    """Only its owner may; anybody else is told so."""

    bargain: int
    variant: int = 0
    accept: bool = False


class NameBargain(CallbackData, prefix="bg-name"):
    """Its owner lets its card say her first name."""

    bargain: int
