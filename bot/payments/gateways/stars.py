from contextlib import suppress
from typing import Protocol

from bot.payments.gateways import Claim
from bot.people.models import PersonId


class AlreadyGivenBack(Exception):
    """Telegram knows that these Stars have been returned."""


class StarRefunds(Protocol):
    """The one thing this gateway needs of Telegram; the bot's face provides it."""

    async def refund_star_payment(self, person_id: PersonId, charge: str) -> None:
        """Raises AlreadyGivenBack, GatewayBusy, GatewayRefused."""
        ...


class StarsGateway:
    """Telegram's own currency. A charge goes back whole, so its number is key enough."""

    def __init__(self, telegram: StarRefunds) -> None:
        self._telegram = telegram

    async def refund(self, claim: Claim) -> str:
        with suppress(AlreadyGivenBack):  # an earlier try whose answer was lost
            await self._telegram.refund_star_payment(claim.payer_id, claim.gateway_charge)
        return claim.gateway_charge
