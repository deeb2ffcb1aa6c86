from urllib.parse import quote

from aiogram import Bot

from bot.catalog.media import MediaStore
from bot.deals.bargains.errors import UnknownBargain
from bot.deals.bargains.models import Bargain, BargainOfferId
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService, OfferSheet
from bot.groups.models import GroupId
from bot.handlers.deals.bargains import views
from bot.kit.clock import Clock
from bot.kit.texts import Words
from bot.people.repository import PersonRepository
from bot.telegram.replies import Screen


class BargainDesk:
    """Finds what the views of bargains need, and lets them draw it."""

    def __init__(
        self,
        *,
        bot: Bot,
        bargaining: BargainService,
        bargains: BargainRepository,
        people: PersonRepository,
        media: MediaStore,
        clock: Clock,
    ) -> None:
        self._bot = bot
        self._bargaining = bargaining
        self._bargains = bargains
        self._people = people
        self._media = media
        self._clock = clock

    async def offer(
        self,
        words: Words,
        offer_id: BargainOfferId,
        *,
        here: GroupId | None = None,
        is_preview: bool = False,
    ) -> Screen:
        """``here``: a group that sees its own number beside the total.

        Raises UnknownBargain for what was never opened: numbers can be guessed.
        """
        sheet = await self._bargaining.sheet(offer_id)
        if sheet.offer.opened_at is None and not is_preview:
            raise UnknownBargain
        return views.offer_card(
            words,
            sheet,
            await self._bargains.count(offer_id),
            media=self._media,
            share=await self._share(
                words, sheet, f"haggle_{offer_id}", "deals-bargain-share-offer"
            ),
            here=await self._count_here(offer_id, here),
            is_preview=is_preview,
        )

    async def card(self, words: Words, bargain: Bargain) -> Screen:
        sheet = await self._bargaining.sheet(bargain.offer_id)
        owner = await self._people.get(bargain.owner_id) if bargain.is_named else None
        return views.bargain_card(
            words,
            sheet,
            bargain,
            owner=owner.first_name if owner is not None else "",
            media=self._media,
            share=await self.share(words, sheet, bargain),
        )

    async def share(self, words: Words, sheet: OfferSheet, bargain: Bargain) -> str:
        return await self._share(words, sheet, f"bargain_{bargain.id}", "deals-bargain-share")

    async def running_in(self, group_id: GroupId) -> list[OfferSheet]:
        offers = await self._bargains.running_in(group_id, self._clock.now())
        return [await self._bargaining.sheet(offer.id) for offer in offers]

    async def _count_here(self, offer_id: BargainOfferId, here: GroupId | None) -> int | None:
        if here is None or len(await self._bargains.places(offer_id)) == 1:
            return None
        return await self._bargains.count_here(offer_id, here)

    async def _share(self, words: Words, sheet: OfferSheet, start: str, key: str) -> str:
        """An address that lets her choose a chat to pass it on to."""
        link = f"https://t.me/{(await self._bot.me()).username}?start={start}"
        text = words.plain(key, title=sheet.product.title(words.language))
        return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(text, safe='')}"
