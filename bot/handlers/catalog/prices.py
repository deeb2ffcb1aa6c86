from bot.catalog.errors import BadPrice, CurrencyNotTaken, StarsAlone
from bot.catalog.imports.values import BadCell, named_currency, price_of
from bot.catalog.models import Merchant
from bot.kit.money import Currency, Money


def typed_price(text: str, merchant: Merchant, *, is_digital: bool = False) -> Money:
    """Read what a merchant typed: a bare number is in the usual currency, or in Stars."""
    named = named_currency(text)
    usual = Currency.XTR if is_digital else merchant.currency
    currency = Currency(named) if named else usual
    if is_digital and currency is not Currency.XTR:
        raise StarsAlone
    if not is_digital and not merchant.takes(currency):
        raise CurrencyNotTaken(currency=currency, taken=", ".join(merchant.currencies))
    try:
        minor = price_of(text, currency)
    except BadCell as bad:
        raise BadPrice from bad
    if not minor:
        raise BadPrice
    return Money(minor, currency)
