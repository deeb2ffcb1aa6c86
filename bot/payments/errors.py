from bot.kit.errors import ShopError


class UnknownPayment(ShopError):
    text = "payments-error-unknown"


class NotYourPayment(ShopError):
    text = "payments-error-not-yours"


class PaymentTooLate(ShopError):
    text = "payments-error-too-late"


class AlreadyPaid(ShopError):
    text = "payments-error-already-paid"


class PriceChanged(ShopError):
    text = "payments-error-price-changed"


class NoGatewayAccount(ShopError):
    text = "payments-error-no-account"


class RefundTooLarge(ShopError):
    text = "payments-error-refund-too-large"


class NothingToRefund(ShopError):
    text = "payments-error-nothing-to-refund"


class OnlyWholeRefunds(ShopError):
    """Telegram gives Stars back only all at once."""

    text = "payments-error-only-whole-refunds"


class UnknownRefund(ShopError):
    text = "payments-error-unknown-refund"


class PageNotOpened(ShopError):
    """The gateway did not open its page just now; nothing is lost."""

    text = "payments-error-page"


class FeeOutOfBounds(ShopError):
    """Fact: ``max``, in per cent."""

    text = "payments-error-fee"
