"""What a gateway lists of its own: charges, refunds and disputes since a moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.kit.money import Money
from bot.payments.gateways import Dispute, GivenBack


@dataclass(frozen=True, slots=True)
class ListedCharge:
    numbers: tuple[str, ...]  # by any of which we may know it
    taken: Money


@dataclass(frozen=True, slots=True)
class ListedRefund:
    charges: tuple[str, ...]
    given_back: GivenBack


@dataclass(frozen=True, slots=True)
class ListedDispute:
    number: str
    charges: tuple[str, ...]
    dispute: Dispute
    state: str  # the gateway's own word; another one, and there is something to learn


class MoneyLister(Protocol):
    """Never called while a transaction is open. Raises GatewayBusy and GatewayRefused."""

    async def charges(self, secret: str, since: datetime) -> list[ListedCharge]: ...

    async def refunds(self, secret: str, since: datetime) -> list[ListedRefund]: ...

    async def disputes(self, secret: str, since: datetime) -> list[ListedDispute]: ...
