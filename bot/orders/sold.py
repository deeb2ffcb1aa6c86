from datetime import datetime

from bot.kit.events import Events
from bot.orders.events import OrderPaid
from bot.orders.models import Order, OrderStatus


async def sell(order: Order, events: Events, at: datetime) -> None:
    """The moment an order counts as sold: its buyer and its merchant are told."""
    order.move(OrderStatus.PAID)
    order.paid_at = at
    if order.is_download:
        # A download is with its buyer as soon as it is paid: the receipt brings it.
        order.move(OrderStatus.DELIVERED)
        order.delivered_at = at
    await events.publish(
        OrderPaid(
            order_id=order.id,
            buyer_id=order.buyer_id,
            merchant_id=order.merchant_id,
            group_id=order.group_id,
            thread_id=order.thread_id,
        )
    )
