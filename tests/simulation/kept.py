"""What is left with whoever holds money, charge by charge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.kit.money import Currency, Money
from bot.payments.models import PaymentId
from bot.payments.reconciling import Movement
from bot.people.models import PersonId

if TYPE_CHECKING:
    from tests.simulation.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Kept:
    charge: str
    payment_id: PaymentId
    payer_id: PersonId
    money: Money


class Counterparty(Protocol):
    """Whoever holds the money, by its own books."""

    @property
    def movements(self) -> Sequence[Movement]:
        """Every charge and every refund."""
        ...

    def balance(self, currency: Currency) -> int:
        """What was taken and not given back."""
        ...

    def held(self) -> int:
        """What is only held, in cents."""
        ...

    def kept(self, now: "Snapshot") -> Iterator[Kept]: ...
