from bot.kit.money import Money
from bot.payments.gateways import Claim, GatewayRefused


class PretendGateway:
    """A gateway in memory that keeps the same promises as the real ones."""

    def __init__(self) -> None:
        self.refunds: dict[str, tuple[str, Money]] = {}
        self.charges: dict[str, Money] = {}  # known charges; where none is, all are believed

    async def refund(self, claim: Claim) -> str:
        if claim.key not in self.refunds:
            self._refuse_too_much(claim)
            self.refunds[claim.key] = (claim.gateway_charge, claim.money)
        return f"pretend-{claim.key}"

    def _refuse_too_much(self, claim: Claim) -> None:
        if not self.charges:
            return
        charged = self.charges.get(claim.gateway_charge)
        if charged is None:
            raise GatewayRefused("unknown-charge")
        back = sum(
            money.minor for charge, money in self.refunds.values() if charge == claim.gateway_charge
        )
        if back + claim.money.minor > charged.minor:
            raise GatewayRefused("too-much")
