"""Gateways: the companies that hold the money. Each is one module, and all keep one promise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.kit.money import Money
from bot.payments.models import Rail, RefundId
from bot.people.models import PersonId


class GatewayBusy(Exception):
    """Not reached, or too busy: nobody knows whether it happened, so ask again with the key."""


class GatewayRefused(Exception):
    """It answered, and it will not. Its first argument is the gateway's code for why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Everything a gateway has to know in order to give money back."""

    refund_id: RefundId
    rail: Rail
    key: str
    money: Money
    payer_id: PersonId
    gateway_charge: str
    provider_charge: str
    reverses_transfer: bool = False  # the merchant's part is fetched from her own account
    returns_fee: bool = False  # the house gives its part back
    secret: str = field(repr=False)


class Outcome(StrEnum):
    DONE = "done"
    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Money that went back, as its gateway tells. ``refund_id`` is ours where we asked for it."""

    number: str
    money: Money
    outcome: Outcome
    refund_id: RefundId | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A payer asked her bank to take the money back."""

    money: Money
    reason: str  # the gateway's own code


@dataclass(frozen=True, slots=True)
class Heard:
    """An event of a gateway: not believed, only followed to what it is about."""

    event_id: str
    kind: str
    subject: str  # the number of the refund, the charge or the dispute
    charges: tuple[str, ...]  # by which we may know the charge
    reference: str = ""  # our own name for it, where we gave it one


class Gateway(Protocol):
    async def refund(self, claim: Claim) -> str:
        """Give the money back once per ``claim.key``, however often this is called.

        Gives the gateway's number for it. Raises GatewayBusy when asking again may help, and
        GatewayRefused when it will not. Never called while a transaction is open.
        """
        ...


@dataclass(frozen=True, slots=True)
class Gateways:
    by_rail: Mapping[Rail, Gateway]

    def of(self, rail: Rail) -> Gateway:
        return self.by_rail[rail]
