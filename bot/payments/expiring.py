"""Payments nobody made in time, each ended in a transaction of its own."""

import structlog

from bot.kit.transactions import Transactions
from bot.payments.models import PaymentId
from bot.payments.service import PaymentService

log = structlog.get_logger(__name__)
AT_ONCE = 500  # then other jobs have their turn


class PaymentExpirer:
    """Never called inside a transaction: it opens its own.

    What a payment was for takes further locks (order, stock, seat). One payment at a time takes
    them in everybody's order; several in one transaction would wait in a ring with those who
    release stock.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def expire_due(self) -> None:
        async with self._transactions() as scope:
            payments: PaymentService = await scope.get(PaymentService)
            due = await payments.due(AT_ONCE)
        for payment_id in due:
            try:
                await self._expire(payment_id)
            except Exception:
                # One payment that cannot be ended keeps nobody else's pieces waiting.
                log.exception("payment.unexpired", payment=payment_id)

    async def _expire(self, payment_id: PaymentId) -> None:
        async with self._transactions() as scope:
            payments: PaymentService = await scope.get(PaymentService)
            await payments.expire(payment_id)
