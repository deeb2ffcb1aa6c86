from bot.deals.bargains.models import BARGAIN, BargainId
from bot.deals.bargains.service import BargainService
from bot.orders.events import OrderPledged


async def sell_bargain(event: OrderPledged, bargaining: BargainService) -> None:
    if event.awaits.kind == BARGAIN:
        await bargaining.count_paid(BargainId(event.awaits.id), event.order_id)
