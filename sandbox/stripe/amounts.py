"""How much may be asked for, in which currency."""

from typing import Final

from sandbox.payments.currencies import STARS, is_known
from sandbox.stripe.errors import StripeError

SYMBOLS: Final = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥"}
WITHOUT_CENTS: Final = frozenset({"clp", "jpy", "krw", "pyg", "ugx", "vnd"})
# https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
LEAST: Final = {
    "aud": 50, "brl": 50, "cad": 50, "chf": 50, "czk": 1500, "dkk": 250, "eur": 50, "gbp": 30,
    "hkd": 400, "huf": 17500, "jpy": 50, "mxn": 1000, "nok": 300, "pln": 200, "ron": 200,
    "sek": 300, "sgd": 50, "usd": 50,
}  # fmt: skip


def check_amount(amount: int, currency: str, param: str = "amount") -> None:
    if not is_known(currency.upper()) or currency.upper() == STARS:
        raise StripeError(
            400,
            f"Invalid currency: {currency.lower()}. Stripe does not support it.",
            param="currency",
        )
    least = LEAST.get(currency.lower(), 1)
    if amount < least:
        raise StripeError(
            400,
            f"Amount must be at least {money(least, currency.lower())}",
            code="amount_too_small",
            param=param,
        )


def money(minor: int, currency: str) -> str:
    symbol = SYMBOLS.get(currency, "")
    written = str(minor) if currency in WITHOUT_CENTS else f"{minor / 100:,.2f}"
    return f"{symbol}{written}" if symbol else f"{written} {currency}"
