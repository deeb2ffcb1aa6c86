"""What a gateway keeps of a charge, hands on, and takes back."""

from dataclasses import dataclass
from typing import Protocol

from bot.kit.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """How a charge stands at its gateway now; sums since it was taken."""

    gateway_fee: Money | None  # refunds' and disputes' too; None: not told yet
    platform_fee: Money  # what the house has kept of it
    transferred: Money  # what lies in the merchant's own account, when that fee was taken
    withdrawn: Money  # what the payer's bank has taken back and not returned
    lost: Money  # the part of it that will not be returned


class CostGateway(Protocol):
    async def costs(self, secret: str, provider_charge: str) -> Costs:
        """Never called while a transaction is open. Raises GatewayBusy and GatewayRefused."""
        ...
