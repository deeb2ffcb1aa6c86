from bot.catalog.events import ProductArchived
from bot.deals.sale_days.ending import SaleDayEnding
from bot.deals.sale_days.models import SALE_DAY, SaleDayId
from bot.deals.sale_days.service import SaleDayService
from bot.orders.events import OrderPledged


async def sell_at_frozen_price(event: OrderPledged, sale_days: SaleDayService) -> None:
    if event.awaits.kind == SALE_DAY:
        await sale_days.count_paid(SaleDayId(event.awaits.id), event.order_id)


async def call_off_sale_days(event: ProductArchived, ending: SaleDayEnding) -> None:
    await ending.call_off_all_of(event.product_id)
