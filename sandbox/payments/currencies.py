"""What an invoice may ask for, by currency.

Telegram keeps the smallest amount near one US dollar and the largest near ten thousand, and follows
the exchange rates; here the rates stand still, so the edges are near Telegram's, not equal to them.
"""

from typing import Final

STARS: Final = "XTR"
MOST_STARS: Final = 100_000
SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", STARS: "⭐️"}
LEAST_DOLLARS: Final = 1
MOST_DOLLARS: Final = 10_000

NO_CENTS: Final = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND"})
MILLS: Final = frozenset({"BHD", "IQD", "JOD", "KWD", "OMR", "TND"})
# Units of the currency that a dollar bought in the middle of the 2020s, to one or two digits.
PER_DOLLAR: Final = {
    "AED": 3.7, "AFN": 70, "ALL": 90, "AMD": 390, "ARS": 1000, "AUD": 1.5, "AZN": 1.7, "BAM": 1.8,
    "BDT": 120, "BGN": 1.8, "BHD": 0.38, "BND": 1.3, "BOB": 6.9, "BRL": 5.5, "BYN": 3.3,
    "CAD": 1.4, "CHF": 0.9, "CLP": 950, "CNY": 7.2, "COP": 4100, "CRC": 510, "CZK": 23, "DKK": 6.8,
    "DOP": 60, "DZD": 134, "EGP": 49, "ETB": 120, "EUR": 0.92, "GBP": 0.78, "GEL": 2.7, "GHS": 15,
    "GTQ": 7.7, "HKD": 7.8, "HNL": 25, "HUF": 360, "IDR": 16000, "ILS": 3.7, "INR": 84, "IQD": 1310,
    "ISK": 138, "JMD": 157, "JOD": 0.71, "JPY": 150, "KES": 129, "KGS": 87, "KRW": 1380,
    "KZT": 480, "LBP": 89500, "LKR": 295, "MAD": 9.9, "MDL": 17.8, "MMK": 2100, "MNT": 3400,
    "MOP": 8, "MUR": 46, "MVR": 15.4, "MXN": 19, "MYR": 4.4, "MZN": 64, "NGN": 1600, "NIO": 37,
    "NOK": 10.9, "NPR": 134, "NZD": 1.7, "PAB": 1, "PEN": 3.7, "PHP": 57, "PKR": 278, "PLN": 4,
    "PYG": 7800, "QAR": 3.64, "RON": 4.6, "RSD": 108, "RUB": 92, "SAR": 3.75, "SEK": 10.5,
    "SGD": 1.3, "SYP": 13000, "THB": 34, "TJS": 10.7, "TRY": 34, "TTD": 6.8, "TWD": 32,
    "TZS": 2700, "UAH": 41, "UGX": 3700, "USD": 1, "UYU": 41, "UZS": 12700, "VND": 25000,
    "YER": 250, "ZAR": 18,
}  # fmt: skip


def is_known(currency: str) -> bool:
    return currency == STARS or currency in PER_DOLLAR


def exponent(currency: str) -> int:
    if currency == STARS or currency in NO_CENTS:
        return 0
    return 3 if currency in MILLS else 2


def limits(currency: str) -> tuple[int, int]:
    """Smallest and largest total, in minor units."""
    if currency == STARS:
        return 1, MOST_STARS
    minor = PER_DOLLAR[currency] * 10 ** exponent(currency)
    return int(LEAST_DOLLARS * minor), int(MOST_DOLLARS * minor)


def is_payable(total: int, currency: str) -> bool:
    smallest, largest = limits(currency)
    return smallest <= total <= largest


def written(amount: int, currency: str) -> str:
    """As a button shows it: ``€12.00``, ``CHF 9.90``, ``⭐️50``."""
    digits = exponent(currency)
    number = f"{amount / 10**digits:,.{digits}f}"
    return f"{SIGNS.get(currency, currency + ' ')}{number}"
