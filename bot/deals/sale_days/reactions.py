from bot.deals.sale_days.models import SALE_DAY, SaleDayId
from bot.deals.sale_days.service import SaleDayService
from bot.orders.events import OrderPledged


async def sell_at_frozen_price(event: OrderPledged, sale_days: SaleDayService) -> None:
    if event.awaits.kind == SALE_DAY:
        await sale_days.count_paid(SaleDayId(event.awaits.id), event.order_id)
