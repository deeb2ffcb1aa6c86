"""Asking gateways what charges have cost: between transactions, never inside one."""

import asyncio

import structlog

from bot.kit.transactions import Transactions
from bot.payments.costs.service import CostBook, Look
from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.costing import CostGateway

log = structlog.get_logger(__name__)
AT_ONCE = 10
MOST_IN_A_RUN = 100  # then other jobs have their turn


class CostLooker:
    def __init__(self, transactions: Transactions, gateway: CostGateway) -> None:
        self._transactions = transactions
        self._gateway = gateway

    async def look_due(self) -> None:
        for _ in range(MOST_IN_A_RUN // AT_ONCE):
            async with self._transactions() as scope:
                book: CostBook = await scope.get(CostBook)
                looks = await book.claim_due(AT_ONCE)
            if not looks:
                return
            await asyncio.gather(*[self._look(look) for look in looks])

    async def _look(self, look: Look) -> None:
        try:
            told = await self._gateway.costs(look.secret, look.provider_charge)
        except (GatewayBusy, GatewayRefused) as trouble:
            log.warning("costs.not_told", charge=look.charge_id, trouble=str(trouble))
            async with self._transactions() as scope:
                book: CostBook = await scope.get(CostBook)
                is_refused = isinstance(trouble, GatewayRefused)
                await book.stumble(look, str(trouble), is_refused=is_refused)
            return
        async with self._transactions() as scope:
            book = await scope.get(CostBook)
            await book.learn(look, told)
