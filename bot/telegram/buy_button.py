"""The button that begins a purchase. Cards of several features carry it; orders answer it."""

from aiogram.filters.callback_data import CallbackData

from bot.catalog.models import Product
from bot.kit.texts import Words
from bot.telegram.replies import Button, Disabled

CHOICE = "choice"  # a message that asks which variant, and how many, is remembered so


class BuyProduct(CallbackData, prefix="buy"):
    product_id: int


def buy_button(words: Words, product: Product) -> Button:
    """Buy, or a button that says why not."""
    if not product.is_for_sale:
        return Button(words.plain("orders-gone-button"), Disabled())
    if all(variant.is_sold_out for variant in product.offered):
        return Button(words.plain("orders-sold-out-button"), Disabled())
    return Button(words.plain("orders-buy-button"), BuyProduct(product_id=product.id))
