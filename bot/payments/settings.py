from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class PaymentSettings:
    """The house's own account, for merchants who have none, and how long things may take."""

    provider_token: str = field(default="", repr=False)
    stripe_key: str = field(default="", repr=False)
    # What the house keeps of sales it shares, in hundredths of a per cent, where nothing else is
    # agreed with a merchant.
    platform_fee_basis: int = 0
    # Telegram charges within seconds of a yes; a bank's confirmation page may take a while.
    confirmation: timedelta = timedelta(minutes=5)
