from collections.abc import Collection

from bot.catalog.models import MerchantId
from bot.deals.bargains.models import BargainOffer
from bot.deals.bargains.offers import BargainOffers
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.handlers.deals.bargains import making_views
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.kit.texts import Words
from bot.telegram.actor import Actor
from bot.telegram.replies import Button, Screen


class BargainWorkshop:
    """Finds what a merchant sees while making an offer."""

    def __init__(
        self,
        *,
        offers: BargainOffers,
        bargains: BargainRepository,
        bargaining: BargainService,
        desk: BargainDesk,
    ) -> None:
        self._offers = offers
        self._bargaining = bargaining
        self._bargains = bargains
        self._desk = desk

    async def panel(self, actor: Actor, offer: BargainOffer) -> Screen:
        preview = await self._desk.offer(actor.words, offer.id, is_preview=True)
        groups = await self._offers.places(offer)
        chosen = {place.group_id for place in await self._bargains.places(offer.id)}
        return making_views.panel(actor.words, preview, offer, groups, chosen)

    async def management(self, actor: Actor, offer: BargainOffer) -> Screen:
        card = await self._desk.offer(actor.words, offer.id, is_preview=True)
        return making_views.management(actor.words, card, offer)

    async def count_groups(self, offer: BargainOffer) -> int:
        return len(await self._bargains.places(offer.id))

    async def rows(
        self, words: Words, merchants: Collection[MerchantId]
    ) -> list[tuple[Button, ...]]:
        """A button for each offer of hers that runs."""
        found = await self._bargains.of_merchants(merchants)
        sheets = [await self._bargaining.sheet(offer.id) for offer in found]
        return [making_views.manage_row(words, sheet) for sheet in sheets]
