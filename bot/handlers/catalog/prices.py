from bot.catalog.errors import BadPrice, CurrencyNotTaken
from bot.catalog.imports.values import BadCell, named_currency, price_of
from bot.catalog.models import Merchant
from bot.kit.money import Currency, Money


def typed_price(text: str, merchant: Merchant) -> Money:
    """Read what a merchant typed: a bare number is in the usual currency."""
    named = named_currency(text)
    currency = Currency(named) if named else merchant.currency
    if not merchant.takes(currency):
        raise CurrencyNotTaken(currency=currency, taken=", ".join(merchant.currencies))
    try:
        minor = price_of(text, currency)
    except BadCell as bad:
        raise BadPrice from bad
    if not minor:
        raise BadPrice
    return Money(minor, currency)
