"""What an invoice carries, and all that pre-checkout is given to find its payment by."""

import re
from dataclasses import dataclass
from typing import Self

from bot.payments.errors import UnknownPayment
from bot.payments.models import Payment, PaymentId

_WRITTEN = re.compile(r"(?P<kind>[a-z]{1,20})-(?P<payment>[1-9][0-9]{0,17})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Payload:
    kind: str
    payment_id: PaymentId

    @classmethod
    def of(cls, payment: Payment) -> Self:
        return cls(payment.purpose_kind, payment.id)

    @classmethod
    def read(cls, written: str) -> Self:
        """Raises UnknownPayment for what this shop never wrote."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise UnknownPayment
        return cls(found["kind"], PaymentId(int(found["payment"])))

    def __str__(self) -> str:
        return f"{self.kind}-{self.payment_id}"
