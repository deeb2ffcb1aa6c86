from datetime import timedelta

from bot.catalog.models import ProductId
from bot.deals.sale_days.events import (
    SaleDayEndsSoon,
    SaleDayFrozen,
    SaleDayOver,
    SaleDaySettled,
)
from bot.deals.sale_days.models import SaleDay, SaleDayStatus
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.events import Events

AT_ONCE = 50
SELLING = timedelta(hours=24)  # from the freezing


class SaleDayEnding:
    """Freezes the price, and a day later closes the sale."""

    def __init__(
        self, sales: SaleDayRepository, events: Events, clock: Clock, settings: DealSettings
    ) -> None:
        self._sales = sales
        self._events = events
        self._clock = clock
        self._settings = settings

    async def end_due(self) -> None:
        now = self._clock.now()
        for sale in await self._sales.lock_due(now, AT_ONCE):
            if sale.status is SaleDayStatus.COUNTING and sale.joins:
                await self.freeze(sale)
            else:
                await self.close(sale)  # where nobody joined there is no lower price to sell at
        for sale in await self._sales.lock_unsettled(AT_ONCE):
            sale.settled_at = now
            await self._events.publish(SaleDaySettled(sale_id=sale.id))

    async def remind(self) -> None:
        """Say once to its groups that the counting ends soon."""
        now = self._clock.now()
        for sale in await self._sales.lock_to_remind(now, self._settings.reminder, AT_ONCE):
            sale.reminded_at = now
            await self._events.publish(SaleDayEndsSoon(sale_id=sale.id))

    async def freeze(self, sale: SaleDay) -> None:
        sale.price_minor = sale.price.minor
        sale.move(SaleDayStatus.SELLING)
        # From the time that was announced, however late this job comes; but never no time at all.
        sale.until = max(sale.until, self._clock.now() - SELLING / 2) + SELLING
        await self._events.publish(SaleDayFrozen(sale_id=sale.id))

    async def close(self, sale: SaleDay) -> None:
        """Whoever is paying at this moment still gets it. A second time does nothing."""
        if sale.status is SaleDayStatus.OVER:
            return
        if sale.status is SaleDayStatus.DRAFT:
            sale.settled_at = self._clock.now()
            sale.move(SaleDayStatus.OVER)
            return
        sale.move(SaleDayStatus.OVER)
        await self._events.publish(SaleDayOver(sale_id=sale.id))

    async def call_off_all_of(self, product_id: ProductId) -> None:
        """Its product has left the shelf: nobody is to go on for nothing."""
        for sale in await self._sales.lock_running_of(product_id):
            sale.called_off_at = self._clock.now()
            await self.close(sale)
