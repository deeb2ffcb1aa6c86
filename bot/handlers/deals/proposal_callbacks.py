"""What the buttons of proposals carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.deals.models import DealKind


class ProposeFor(CallbackData, prefix="dl-for"):
    """An admin begins one for a shop that sells in her group; without a shop it is asked."""

    group: int
    thread: int = 0
    merchant: int = 0
    page: int = 0


class ProposeProduct(CallbackData, prefix="dl-prod"):
    product: int
    group: int
    thread: int = 0


class ProposeKind(CallbackData, prefix="dl-prok"):
    product: int
    kind: DealKind
    group: int
    thread: int = 0


class ShowProposal(CallbackData, prefix="dl-prop"):
    """As the merchant's people see it, or as its admin does."""

    deal: int


class AskMerchant(CallbackData, prefix="dl-ask"):
    deal: int


class TakeBack(CallbackData, prefix="dl-back"):
    deal: int


class Answer(StrEnum):
    APPROVE = "yes"
    CHANGE = "edit"
    DECLINE = "no"  # and say why
    DECLINE_SILENTLY = "mute"


class AnswerProposal(CallbackData, prefix="dl-ans"):
    """``seen`` is how often its terms had been changed when this button was drawn."""

    deal: int
    answer: Answer
    seen: int = 0
