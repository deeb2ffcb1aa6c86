from datetime import timedelta

from bot.deals.sale_days.events import SaleDayFrozen, SaleDayOver
from bot.deals.sale_days.models import SaleDay, SaleDayStatus
from bot.deals.sale_days.repository import SaleDayRepository
from bot.kit.clock import Clock
from bot.kit.events import Events

AT_ONCE = 50
SELLING = timedelta(hours=24)  # from the freezing


class SaleDayEnding:
    """Freezes the price, and a day later closes the sale."""

    def __init__(self, sales: SaleDayRepository, events: Events, clock: Clock) -> None:
        self._sales = sales
        self._events = events
        self._clock = clock

    async def end_due(self) -> None:
        for sale in await self._sales.lock_due(self._clock.now(), AT_ONCE):
            if sale.status is SaleDayStatus.COUNTING:
                await self._freeze(sale)
            else:
                await self.close(sale)

    async def close(self, sale: SaleDay) -> None:
        """Whoever is paying at this moment still gets it. A second time does nothing."""
        if sale.status is SaleDayStatus.OVER:
            return
        was_seen = sale.status is not SaleDayStatus.DRAFT
        sale.move(SaleDayStatus.OVER)
        if was_seen:
            await self._events.publish(SaleDayOver(sale_id=sale.id))

    async def _freeze(self, sale: SaleDay) -> None:
        sale.price_minor = sale.price.minor
        sale.move(SaleDayStatus.SELLING)
        # From the time that was announced, however late this job comes; but never no time at all.
        sale.until = max(sale.until, self._clock.now() - SELLING / 2) + SELLING
        await self._events.publish(SaleDayFrozen(sale_id=sale.id))
