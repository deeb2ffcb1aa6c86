"""What commissions do when something is sold, or given back."""

from bot.commissions.counting import CountingService
from bot.orders.events import OrderPaid, OrderRefunded


async def count_sale(event: OrderPaid, counting: CountingService) -> None:
    await counting.count_sale(event)


async def take_back(event: OrderRefunded, counting: CountingService) -> None:
    await counting.take_back(event)
