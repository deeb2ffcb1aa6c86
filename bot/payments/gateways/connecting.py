"""Accounts that merchants have below the house's own."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """``key``: whatever is asked for twice is opened once."""

    key: str
    country: str
    reference: str


class ConnectGateway(Protocol):
    """By the house's own key. Never called while a transaction is open.

    Everything raises GatewayBusy when asking again may help, and GatewayRefused when it will not.
    """

    async def open(self, account: NewAccount) -> str:
        """Give the number of the new account."""
        ...

    async def takes_charges(self, number: str) -> bool:
        """Tell whether money may be sent there now."""
        ...

    async def link(self, number: str, back: str) -> str:
        """Give an address where its owner tells what is missing: once, and for minutes only."""
        ...
