"""Gateways: the companies that hold the money. Each is one module, and all keep one promise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    secret: str = field(repr=False)


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
