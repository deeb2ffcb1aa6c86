from urllib.parse import quote

from aiogram import Bot

from bot.catalog.media import MediaStore
from bot.deals.sale_days.errors import UnknownSaleDay
from bot.deals.sale_days.models import SaleDayId, SaleDayLink
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import SaleDayService, SaleDaySheet
from bot.groups.models import GroupId
from bot.handlers.deals.sale_days import views
from bot.kit.texts import Words
from bot.telegram.replies import Screen


class SaleDayDesk:
    """Finds what the views of sale days need, and lets them draw it."""

    def __init__(
        self,
        *,
        bot: Bot,
        sale_days: SaleDayService,
        sales: SaleDayRepository,
        media: MediaStore,
    ) -> None:
        self._bot = bot
        self._sale_days = sale_days
        self._sales = sales
        self._media = media

    async def card(
        self,
        words: Words,
        sale_id: SaleDayId,
        *,
        here: GroupId | None = None,
        is_preview: bool = False,
    ) -> Screen:
        """Raises UnknownSaleDay for what was never opened: numbers can be guessed."""
        sheet = await self._sale_days.sheet(sale_id)
        if sheet.sale.opened_at is None and not is_preview:
            raise UnknownSaleDay
        return views.card(
            words,
            sheet,
            await self._sales.groups(sale_id),
            media=self._media,
            here=here,
            is_preview=is_preview,
        )

    async def own_link(self, words: Words, link: SaleDayLink) -> Screen:
        sheet = await self._sale_days.sheet(link.sale_id)
        address = f"https://t.me/{(await self._bot.me()).username}?start=counts_{link.code}"
        title = sheet.product.title(words.language)
        text = words.plain("deals-saleday-share", title=title)
        share = f"https://t.me/share/url?url={quote(address, safe='')}&text={quote(text, safe='')}"
        return views.own_link(words, sheet, link, share)

    async def running_in(self, group_id: GroupId) -> list[SaleDaySheet]:
        return [
            await self._sale_days.sheet(sale.id) for sale in await self._sales.running_in(group_id)
        ]
