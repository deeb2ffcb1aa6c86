from bot.catalog.events import ProductArchived
from bot.deals.bargains.ending import BargainEnding
from bot.deals.bargains.models import BARGAIN, BargainId
from bot.deals.bargains.service import BargainService
from bot.orders.events import OrderPledged


async def sell_bargain(event: OrderPledged, bargaining: BargainService) -> None:
    if event.awaits.kind == BARGAIN:
        await bargaining.count_paid(BargainId(event.awaits.id), event.order_id)


async def call_off_offers(event: ProductArchived, ending: BargainEnding) -> None:
    await ending.call_off_all_of(event.product_id)
