from bot.orders.expiring import OrderExpirer


async def expire_orders(expirer: OrderExpirer) -> None:
    await expirer.expire_due()
