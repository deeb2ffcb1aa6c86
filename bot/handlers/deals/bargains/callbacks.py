"""What the buttons of bargains carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class BargainField(StrEnum):
    """What of a draft can be changed."""

    FLOOR = "floor"
    HELPERS = "helpers"
    HELPS_EACH = "each"
    LASTS = "lasts"


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


class DraftBargain(CallbackData, prefix="bg-new"):
    product: int
    group: int = 0
    thread: int = 0


class EditBargain(CallbackData, prefix="bg-edit"):
    """Change one thing of a draft; without a value it is asked for in words."""

    offer: int
    what: BargainField
    value: int = 0


class ToggleBargainGroup(CallbackData, prefix="bg-group"):
    offer: int
    group: int


class PostBargain(CallbackData, prefix="bg-post"):
    offer: int


class ManageBargain(CallbackData, prefix="bg-run"):
    offer: int


class CloseBargain(CallbackData, prefix="bg-end"):
    """End an offer, or throw a draft away."""

    offer: int
    sure: bool = False
