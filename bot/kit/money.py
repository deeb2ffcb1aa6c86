"""Money is a whole number of minor units and a currency. It is never a float."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Self


class Currency(StrEnum):
    """ISO 4217 codes that Telegram's invoices take, and Stars."""

    AED = "AED"
    AUD = "AUD"
    BRL = "BRL"
    CAD = "CAD"
    CHF = "CHF"
    CNY = "CNY"
    CZK = "CZK"
    DKK = "DKK"
    EUR = "EUR"
    GBP = "GBP"
    HKD = "HKD"
    HUF = "HUF"
    IDR = "IDR"
    ILS = "ILS"
    INR = "INR"
    JPY = "JPY"
    KRW = "KRW"
    MXN = "MXN"
    MYR = "MYR"
    NOK = "NOK"
    NZD = "NZD"
    PHP = "PHP"
    PLN = "PLN"
    RON = "RON"
    SEK = "SEK"
    SGD = "SGD"
    THB = "THB"
    TRY = "TRY"
    TWD = "TWD"
    UAH = "UAH"
    USD = "USD"
    VND = "VND"
    XTR = "XTR"  # Telegram Stars
    ZAR = "ZAR"

    @property
    def exponent(self) -> int:
        """How many digits Telegram counts after the point (its currencies.json)."""
        return 0 if self in WHOLE else 2


WHOLE = frozenset({Currency.JPY, Currency.KRW, Currency.VND, Currency.XTR})


@dataclass(frozen=True, slots=True, order=False)
class Money:
    minor: int
    currency: Currency

    @classmethod
    def of(cls, amount: str, currency: Currency) -> Self:
        """Read an amount as a person writes it: ``Money.of("12.50", Currency.EUR)``."""
        minor = Decimal(amount).scaleb(currency.exponent)
        if minor != minor.to_integral_value():
            raise ValueError(f"{amount} has more digits than {currency} allows")
        return cls(int(minor), currency)

    @classmethod
    def zero(cls, currency: Currency) -> Self:
        return cls(0, currency)

    @property
    def amount(self) -> Decimal:
        return Decimal(self.minor).scaleb(-self.currency.exponent)

    def __add__(self, other: Self) -> Self:
        return replace(self, minor=self.minor + self._same(other))

    def __sub__(self, other: Self) -> Self:
        return replace(self, minor=self.minor - self._same(other))

    def __mul__(self, times: int) -> Self:
        return replace(self, minor=self.minor * times)

    def __neg__(self) -> Self:
        return replace(self, minor=-self.minor)

    def __lt__(self, other: Self) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Self) -> bool:
        return self.minor <= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def split(self, parts: int) -> list[Self]:
        """Divide without losing a cent; the first shares carry the remainder."""
        share, rest = divmod(self.minor, parts)
        return [replace(self, minor=share + (i < rest)) for i in range(parts)]

    def _same(self, other: Self) -> int:
        if self.currency is not other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.minor
