"""Stripe's test cards: https://docs.stripe.com/testing tells what each of them does."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sandbox.stripe.errors import StripeError


class Asks(StrEnum):
    """When a card wants its holder to say that it is really she (3-D Secure)."""

    NEVER = "never"
    ALWAYS = "always"
    UNLESS_SET_UP = "unless_set_up"  # not when it was saved for later with her consent
    ON_SESSION = "on_session"  # never while she is away


class Fate(StrEnum):
    """What happens to money after a card has paid."""

    PLAIN = "plain"
    REFUND_PENDING = "refund_pending"
    REFUND_FAILS = "refund_fails"
    DISPUTED = "fraudulent"
    NOT_RECEIVED = "product_not_received"
    INQUIRY = "inquiry"


@dataclass(frozen=True, slots=True)
class Refusal:
    code: str
    decline_code: str | None
    words: str

    @property
    def outcome(self) -> str:
        return self.decline_code or self.code


@dataclass(frozen=True, slots=True)
class Card:
    number: str
    token: str
    brand: str = "visa"
    country: str = "US"
    funding: str = "credit"
    asks: Asks = Asks.NEVER
    refusal: Refusal | None = None
    saves: bool = True  # a declined card is refused already when it is to be kept
    fate: Fate = Fate.PLAIN

    @property
    def last4(self) -> str:
        return self.number[-4:]

    @property
    def brand_name(self) -> str:
        return {"visa": "Visa", "mastercard": "Mastercard", "amex": "American Express"}[self.brand]


def declined(decline_code: str, words: str = "Your card was declined.") -> Refusal:
    return Refusal("card_declined", decline_code, words)


AUTHENTICATION: Final = Refusal(
    "authentication_required",
    "authentication_required",
    "Your card was declined. This transaction requires authentication.",
)
NOT_A_TEST_CARD: Final = declined(
    "test_mode_live_card",
    "Your card was declined. Your request was in test mode, but used a non test card. "
    "For a list of valid test cards, visit: https://stripe.com/docs/testing.",
)
NO_FUNDS: Final = declined("insufficient_funds", "Your card has insufficient funds.")
PAYING: Final = (
    Card("4242424242424242", "pm_card_visa"),
    Card("4000056655665556", "pm_card_visa_debit", funding="debit"),
    Card("4000002760000016", "pm_card_de", country="DE"),
    Card("4000000400000008", "pm_card_at", country="AT"),
    Card("4000001560000002", "pm_card_cn", country="CN"),
    Card("5555555555554444", "pm_card_mastercard", "mastercard"),
    Card("5200828282828210", "pm_card_mastercard_debit", "mastercard", funding="debit"),
    Card("378282246310005", "pm_card_amex", "amex"),
    Card("4000000000000077", "pm_card_bypassPending"),
)
REFUSED: Final = tuple(
    Card(number, f"pm_card_{token}", refusal=refusal, saves=False)
    for number, token, refusal in (
        ("4000000000000002", "visa_chargeDeclined", declined("generic_decline")),
        ("4000000000009995", "visa_chargeDeclinedInsufficientFunds", NO_FUNDS),
        ("4000000000009987", "visa_chargeDeclinedLostCard", declined("lost_card")),
        ("4000000000009979", "visa_chargeDeclinedStolenCard", declined("stolen_card")),
        (
            "4000000000000069",
            "chargeDeclinedExpiredCard",
            Refusal("expired_card", None, "Your card has expired."),
        ),
        (
            "4000000000000127",
            "chargeDeclinedIncorrectCvc",
            Refusal("incorrect_cvc", None, "Your card's security code is incorrect."),
        ),
        (
            "4000000000000119",
            "chargeDeclinedProcessingError",
            Refusal(
                "processing_error",
                None,
                "An error occurred while processing your card. Try again in a little bit.",
            ),
        ),
    )
)
ASKING: Final = (
    Card("4000002500003155", "pm_card_authenticationRequiredOnSetup", asks=Asks.UNLESS_SET_UP),
    Card("4000002760003184", "pm_card_authenticationRequired", asks=Asks.ALWAYS),
    Card(
        "4000003800000446",
        "pm_card_authenticationRequiredSetupForOffSession",
        asks=Asks.ON_SESSION,
    ),
    Card(
        "4000008260003178",
        "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
        asks=Asks.UNLESS_SET_UP,
        refusal=NO_FUNDS,
    ),
    Card("4000000000003220", "pm_card_threeDSecure2Required", asks=Asks.ALWAYS),
    Card("4000000000003063", "pm_card_threeDSecureRequired", asks=Asks.ALWAYS),
    Card(
        "4000008400001629",
        "pm_card_threeDSecureRequiredChargeDeclined",
        asks=Asks.ALWAYS,
        refusal=declined("generic_decline"),
    ),
    Card("4000000000003055", "pm_card_threeDSecureOptional"),
)
LATER: Final = (
    Card("4000000000000341", "pm_card_chargeCustomerFail", refusal=declined("generic_decline")),
    Card("4000000000007726", "pm_card_pendingRefund", fate=Fate.REFUND_PENDING),
    Card("4000000000005126", "pm_card_refundFail", fate=Fate.REFUND_FAILS),
    Card("4000000000000259", "pm_card_createDispute", fate=Fate.DISPUTED),
    Card("4000000000002685", "pm_card_createDisputeProductNotReceived", fate=Fate.NOT_RECEIVED),
    Card("4000000000001976", "pm_card_createDisputeInquiry", fate=Fate.INQUIRY),
)
CARDS: Final = (*PAYING, *REFUSED, *ASKING, *LATER)
BY_NUMBER: Final[Mapping[str, Card]] = {card.number: card for card in CARDS}
BY_TOKEN: Final[Mapping[str, Card]] = {card.token: card for card in CARDS}


def read_number(written: str, param: str) -> Card:
    """Raises ``StripeError`` where no card can have such a number."""
    number = written.replace(" ", "").replace("-", "")
    if number in BY_NUMBER:
        return BY_NUMBER[number]
    if not _has_valid_checksum(number):
        raise StripeError(
            402,
            "Your card number is incorrect.",
            type="card_error",
            code="incorrect_number",
            param=param,
            executed=True,
        )
    return Card(number, "", refusal=NOT_A_TEST_CARD, saves=False)


def _has_valid_checksum(number: str) -> bool:
    """Luhn's check digit."""
    if not (number.isascii() and number.isdigit() and 12 <= len(number) <= 19):  # noqa: PLR2004 - lengths of ISO/IEC 7812
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
