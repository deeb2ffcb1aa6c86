"""The test cards: each number has one fate, as with Stripe's."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

DEFAULT: Final = "4242424242424242"


class Fate(StrEnum):
    PAYS = "pays"
    DECLINED = "declined"
    CONFIRMS = "confirms"


@dataclass(frozen=True, slots=True)
class Card:
    number: str
    fate: Fate
    brand: str = "visa"
    code: str = ""
    words: str = ""

    @property
    def last4(self) -> str:
        return self.number[-4:]


KNOWN: Final = {
    card.number: card
    for card in (
        Card("4242424242424242", Fate.PAYS),
        Card("5555555555554444", Fate.PAYS, "mastercard"),
        Card("378282246310005", Fate.PAYS, "amex"),
        Card(
            "4000000000000002",
            Fate.DECLINED,
            code="card_declined",
            words="Your card was declined.",
        ),
        Card(
            "4000000000009995",
            Fate.DECLINED,
            code="insufficient_funds",
            words="Your card has insufficient funds.",
        ),
        Card(
            "4000000000000069", Fate.DECLINED, code="expired_card", words="Your card has expired."
        ),
        Card("4000002760003184", Fate.CONFIRMS),
        Card("4000002500003155", Fate.CONFIRMS),
    )
}


def read(written: str) -> Card | None:
    """The card with this number, spaces aside; ``None`` where no card has such a number."""
    number = written.replace(" ", "").replace("-", "")
    if number in KNOWN:
        return KNOWN[number]
    if not _has_valid_checksum(number):
        return None
    return Card(
        number,
        Fate.DECLINED,
        code="card_declined",
        words="Your card was declined. Your request was in test mode, but used a non test card.",
    )


def _has_valid_checksum(number: str) -> bool:
    """Luhn's check digit."""
    if not (number.isascii() and number.isdigit() and 12 <= len(number) <= 19):  # noqa: PLR2004 - lengths of ISO/IEC 7812
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
