from collections.abc import Collection

from bot.catalog.models import MerchantId
from bot.deals.sale_days.models import SaleDay
from bot.deals.sale_days.offers import SaleDayOffers
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import SaleDayService
from bot.handlers.deals.sale_days import making_views
from bot.handlers.deals.sale_days.desk import SaleDayDesk
from bot.kit.texts import Words
from bot.telegram.actor import Actor
from bot.telegram.replies import Button, Screen


class SaleDayWorkshop:
    """Finds what a merchant sees while making a sale day."""

    def __init__(
        self,
        *,
        offers: SaleDayOffers,
        sales: SaleDayRepository,
        sale_days: SaleDayService,
        desk: SaleDayDesk,
    ) -> None:
        self._offers = offers
        self._sale_days = sale_days
        self._sales = sales
        self._desk = desk

    async def panel(self, actor: Actor, sale: SaleDay) -> Screen:
        preview = await self._desk.card(actor.words, sale.id, is_preview=True)
        groups = await self._offers.places(sale)
        chosen = {place.group_id for place in await self._sales.groups(sale.id)}
        return making_views.panel(actor.words, preview, sale, groups, chosen)

    async def management(self, actor: Actor, sale: SaleDay) -> Screen:
        card = await self._desk.card(actor.words, sale.id, is_preview=True)
        return making_views.management(actor.words, card, sale)

    async def count_groups(self, sale: SaleDay) -> int:
        return len(await self._sales.groups(sale.id))

    async def rows(
        self, words: Words, merchants: Collection[MerchantId]
    ) -> list[tuple[Button, ...]]:
        """A button for each sale of hers that runs."""
        found = await self._sales.of_merchants(merchants)
        sheets = [await self._sale_days.sheet(sale.id) for sale in found]
        return [making_views.manage_row(words, sheet) for sheet in sheets]
