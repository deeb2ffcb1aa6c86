from bot.catalog.repository import MerchantRepository
from bot.deals.bargains.models import BargainStatus
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.deals.looking import DealLookup
from bot.deals.repository import DealRepository
from bot.deals.sale_days.models import SaleDayStatus
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import SaleDayService
from bot.handlers.deals import listing_views
from bot.handlers.deals.listing_views import Entry
from bot.handlers.deals.proposals.desk import ProposalDesk
from bot.telegram.actor import Actor
from bot.telegram.replies import Rows, Screen


class OwnDeals:
    """Everything of every kind that one person takes part in, leads, or waits for."""

    def __init__(
        self,
        *,
        lookup: DealLookup,
        deals: DealRepository,
        bargains: BargainRepository,
        bargaining: BargainService,
        sales: SaleDayRepository,
        sale_days: SaleDayService,
        merchants: MerchantRepository,
        proposals: ProposalDesk,
    ) -> None:
        self._lookup = lookup
        self._deals = deals
        self._bargains = bargains
        self._bargaining = bargaining
        self._sales = sales
        self._sale_days = sale_days
        self._merchants = merchants
        self._proposals = proposals

    async def page(self, actor: Actor, number: int) -> Screen:
        entries = [*await self._seats(actor), *await self._own_bargains(actor)]
        entries += await self._counted(actor)
        return listing_views.joined(actor.words, entries, page=number, more=await self._led(actor))

    async def _seats(self, actor: Actor) -> list[Entry]:
        places = await self._lookup.joined_by(actor.id)
        return [listing_views.seat_entry(actor.words, place) for place in places]

    async def _own_bargains(self, actor: Actor) -> list[Entry]:
        """Those that run or may be bought; what is over would only be in the way."""
        found = await self._bargains.of_person(actor.id)
        going_on = {BargainStatus.RUNNING, BargainStatus.COMPLETE}
        return [
            listing_views.bargain_entry(
                actor.words, await self._bargaining.sheet(bargain.offer_id), bargain
            )
            for bargain in reversed(found)
            if bargain.status in going_on
        ]

    async def _counted(self, actor: Actor) -> list[Entry]:
        joins = [join.sale_id for join in await self._sales.joins_of(actor.id)]
        links = [link.sale_id for link in await self._sales.links_of(actor.id)]
        sheets = [
            await self._sale_days.sheet(one) for one in sorted({*joins, *links}, reverse=True)
        ]
        return [
            listing_views.sale_day_entry(actor.words, sheet)
            for sheet in sheets
            if sheet.sale.status in {SaleDayStatus.COUNTING, SaleDayStatus.SELLING}
        ]

    async def _led(self, actor: Actor) -> Rows:
        """What waits for her answer, what she has proposed, and the door to what she leads."""
        rows = await self._proposals.rows_of_own(actor)
        own = [merchant.id for merchant in await self._merchants.of_person(actor.id)]
        if not own:
            return rows
        rows = (*await self._proposals.rows_to_answer(actor, own), *rows)
        return (*rows, listing_views.lead_row(actor.words))
