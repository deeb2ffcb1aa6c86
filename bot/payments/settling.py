"""Keeping the promises: ask the gateway between two transactions, never inside one."""

import asyncio

from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential_jitter,
)

from bot.kit.transactions import Transactions
from bot.payments.gateways import Claim, GatewayBusy, GatewayRefused, Gateways
from bot.payments.refunding import RefundService

AT_ONCE = 20
MOST_IN_A_RUN = 500  # then other jobs have their turn


class RefundSettler:
    def __init__(self, transactions: Transactions, gateways: Gateways) -> None:
        self._transactions = transactions
        self._gateways = gateways

    async def settle_due(self) -> None:
        """Give back what is due. Killed at any point, it asks again later with the same key."""
        for _ in range(MOST_IN_A_RUN // AT_ONCE):
            async with self._transactions() as scope:
                refunds: RefundService = await scope.get(RefundService)
                claims = await refunds.claim_due(AT_ONCE)
            if not claims:
                return
            ends = await asyncio.gather(
                *[self._settle(claim) for claim in claims], return_exceptions=True
            )
            # What went wrong with one is raised when the others have ended.
            for end in ends:
                if isinstance(end, BaseException):
                    raise end

    async def _settle(self, claim: Claim) -> None:
        try:
            gateway_refund = await self._ask(claim)
        except GatewayBusy as busy:
            async with self._transactions() as scope:
                refunds: RefundService = await scope.get(RefundService)
                await refunds.stumble(claim.refund_id, str(busy))
        except GatewayRefused as refused:
            async with self._transactions() as scope:
                refunds = await scope.get(RefundService)
                await refunds.fail(claim.refund_id, str(refused))
        else:
            async with self._transactions() as scope:
                refunds = await scope.get(RefundService)
                await refunds.settle(claim.refund_id, gateway_refund)

    async def _ask(self, claim: Claim) -> str:
        gateway = self._gateways.of(claim.rail)
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(GatewayBusy),
            stop=stop_after_attempt(3),
            wait=wait_exponential_jitter(multiplier=0.2, max=2),
            reraise=True,
        ):
            with attempt:
                return await gateway.refund(claim)
        raise AssertionError("tenacity gives an answer or raises")
