from aiogram.filters.callback_data import CallbackData

from bot.commissions.models import Side


class OpenAgreement(CallbackData, prefix="co-open"):
    merchant: int
    group: int
    side: Side


class OfferPart(CallbackData, prefix="co-part"):
    """``basis``: hundredths of a per cent; 0 ends it."""

    merchant: int
    group: int
    side: Side
    basis: int


class AnswerOffer(CallbackData, prefix="co-yes"):
    """``group`` is the agreement's: who its admins are is asked before the answer counts."""

    agreement: int
    group: int
    offer: int
    accepts: bool


class TakeBackOffer(CallbackData, prefix="co-back"):
    """Which of its side's offers: one that was answered meanwhile is not touched."""

    agreement: int
    group: int
    side: Side
    offer: int


class AskPayout(CallbackData, prefix="co-pay"):
    agreement: int
    currency: str


class ConfirmPayout(CallbackData, prefix="co-paid"):
    agreement: int
    nth: int
    minor: int


class ReceivePayout(CallbackData, prefix="co-got"):
    payout: int
    group: int
