from bot.merchants.till import TillService
from bot.orders.events import BuyerTurnedAway


async def note_missing_connection(event: BuyerTurnedAway, till: TillService) -> None:
    await till.miss(event.merchant_id)
