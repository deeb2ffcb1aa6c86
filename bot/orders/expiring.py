"""Orders that wait for a payment nobody can make any more, each ended in its own transaction."""

import structlog

from bot.kit.transactions import Transactions
from bot.orders.models import OrderId
from bot.orders.paying import PayingService

log = structlog.get_logger(__name__)
AT_ONCE = 500  # then other jobs have their turn


class OrderExpirer:
    """Never called inside a transaction: it opens its own.

    As a rule an order ends with its last payment. It stays where that payment ended early: its
    page was closed at the gateway, or what she chose there did not fit, and she did not ask again.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def expire_due(self) -> None:
        async with self._transactions() as scope:
            paying: PayingService = await scope.get(PayingService)
            due = await paying.overdue(AT_ONCE)
        for order_id in due:
            try:
                await self._expire(order_id)
            except Exception:
                # One order that cannot be ended keeps nobody else waiting.
                log.exception("order.unexpired", order=order_id)

    async def _expire(self, order_id: OrderId) -> None:
        async with self._transactions() as scope:
            paying: PayingService = await scope.get(PayingService)
            await paying.expire(order_id)
