from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class PaymentSettings:
    """The house's own account, for merchants who have none, and how long things may take."""

    provider_token: str = field(default="", repr=False)
    stripe_key: str = field(default="", repr=False)
    # Telegram charges within seconds of a yes; a bank's confirmation page may take a while.
    confirmation: timedelta = timedelta(minutes=5)
