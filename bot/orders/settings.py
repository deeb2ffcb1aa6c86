from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class OrderSettings:
    hold: timedelta = timedelta(minutes=15)  # how long stock waits for its payment
    # Stock outlives the payment's own deadline, which a bank's confirmation page may extend.
    slack: timedelta = timedelta(minutes=10)
