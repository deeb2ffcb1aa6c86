"""The button that begins a group-buy of a product. The shelf carries it; deals answer it."""

from aiogram.filters.callback_data import CallbackData


class GroupBuyOf(CallbackData, prefix="dl-of"):
    product: int
