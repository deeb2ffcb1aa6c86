"""Keeping the promises: ask the gateway between two transactions, never inside one."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential_jitter,
)

from bot.kit.halving import all_or_halves
from bot.kit.transactions import Transactions
from bot.payments.claiming import RefundClaims
from bot.payments.gateways import Claim, GatewayBusy, GatewayRefused, Gateways
from bot.payments.models import RefundId
from bot.payments.refunding import RefundService

AT_ONCE = 20
MOST_IN_A_RUN = 500  # then other jobs have their turn


@dataclass(frozen=True, slots=True)
class Answered:
    """The gateway gave it back; ``number`` is its own for that."""

    refund_id: RefundId
    number: str


class RefundSettler:
    def __init__(self, transactions: Transactions, gateways: Gateways) -> None:
        self._transactions = transactions
        self._gateways = gateways

    async def settle_due(self) -> None:
        """Give back what is due. Killed at any point, it asks again later with the same key."""
        for _ in range(MOST_IN_A_RUN // AT_ONCE):
            async with self._transactions() as scope:
                due: RefundClaims = await scope.get(RefundClaims)
                claims = await due.take_due(AT_ONCE)
            if not claims:
                return
            ends = await asyncio.gather(
                *[self._give_back(claim) for claim in claims], return_exceptions=True
            )
            troubles = [end for end in ends if isinstance(end, BaseException)]
            answered = [end for end in ends if isinstance(end, Answered)]
            troubles += [trouble for _, trouble in await all_or_halves(answered, self._write)]
            # What went wrong with one is raised when the others have ended.
            for trouble in troubles:
                raise trouble

    async def _give_back(self, claim: Claim) -> Answered | None:
        try:
            return Answered(claim.refund_id, await self._ask(claim))
        except GatewayBusy as busy:
            async with self._transactions() as scope:
                refunds: RefundService = await scope.get(RefundService)
                await refunds.stumble(claim.refund_id, str(busy))
        except GatewayRefused as refused:
            async with self._transactions() as scope:
                refunds = await scope.get(RefundService)
                await refunds.fail(claim.refund_id, str(refused))
        return None

    async def _write(self, answered: Sequence[Answered]) -> None:
        async with self._transactions() as scope:
            refunds: RefundService = await scope.get(RefundService)
            await refunds.settle_all({each.refund_id: each.number for each in answered})

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
