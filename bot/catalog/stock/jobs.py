from bot.catalog.stock.service import StockService


async def release_expired_stock(stock: StockService) -> None:
    await stock.release_expired()
