"""What the buttons of sale days carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class SaleField(StrEnum):
    """What of a draft can be changed."""

    FLOOR = "floor"
    PERCENT = "percent"
    CAP = "cap"
    PER_PERSON = "each"
    LASTS = "lasts"


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


class DraftSaleDay(CallbackData, prefix="sd-new"):
    product: int
    group: int = 0
    thread: int = 0


class EditSaleDay(CallbackData, prefix="sd-edit"):
    """Change one thing of a draft; without a value it is asked for in words."""

    sale: int
    what: SaleField
    value: int = 0


class ToggleSaleDayGroup(CallbackData, prefix="sd-group"):
    sale: int
    group: int


class PostSaleDay(CallbackData, prefix="sd-post"):
    sale: int


class ManageSaleDay(CallbackData, prefix="sd-run"):
    sale: int


class CloseSaleDay(CallbackData, prefix="sd-end"):
    """End a sale day, or throw a draft away."""

    sale: int
    sure: bool = False
