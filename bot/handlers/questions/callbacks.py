from aiogram.filters.callback_data import CallbackData


class Leaf(CallbackData, prefix="qs-leaf"):
    """Anyone in the chat may turn the page."""

    search: int
    at: int


class AskMerchant(CallbackData, prefix="qs-ask"):
    """For the one who asked; the service knows who that was."""

    question: int
    quoted: bool = False  # the message said something that may be an answer


class ShowPopular(CallbackData, prefix="qs-pop"):
    """Anyone in the chat may see it."""


class WriteAnswer(CallbackData, prefix="qs-write"):
    question: int


class Decline(CallbackData, prefix="qs-no"):
    question: int
