from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import quote

from aiogram import Bot

from bot.catalog.media import MediaStore
from bot.deals.errors import UnknownDeal
from bot.deals.joining import JoiningService, Place
from bot.deals.looking import DealLookup, DealSheet
from bot.deals.models import DealId, Handing, SeatStatus
from bot.deals.repository import DealRepository
from bot.groups.models import GroupId
from bot.handlers.deals import collecting_views, seat_views, views
from bot.handlers.deals.filters import FEATURE
from bot.kit.texts import Words
from bot.orders.delivery import costs_extra
from bot.orders.paying_page import ways_of
from bot.orders.repository import OrderRepository
from bot.payments.gateways.holding import Way
from bot.telegram.actor import Actor
from bot.telegram.replies import Screen, Subject

A_MINUTE = timedelta(minutes=1)


class DealDesk:
    """Finds what the views need, and lets them draw it."""

    def __init__(
        self,
        *,
        bot: Bot,
        lookup: DealLookup,
        joining: JoiningService,
        deals: DealRepository,
        orders: OrderRepository,
        media: MediaStore,
    ) -> None:
        self._bot = bot
        self._lookup = lookup
        self._joining = joining
        self._deals = deals
        self._orders = orders
        self._media = media

    async def card(self, words: Words, sheet: DealSheet, group_id: GroupId | None = None) -> Screen:
        return views.deal_card(
            words,
            sheet,
            media=self._media,
            here=sheet.place(group_id) if group_id is not None else None,
            share=await self.share(words, sheet),
        )

    async def card_for(self, actor: Actor, deal_id: DealId) -> Screen:
        """Raises UnknownDeal for what was never opened: numbers can be guessed."""
        sheet = await self._lookup.sheet(deal_id)
        if sheet.deal.opened_at is None:
            raise UnknownDeal
        return await self.card(actor.public_words, sheet, actor.group.id if actor.group else None)

    async def seat(self, actor: Actor, place: Place) -> Screen:
        """Her seat as it stands: held, waiting or paid."""
        if place.seat.status is SeatStatus.WAITING:
            nth = await self._deals.place_in_queue(place.seat)
            return seat_views.waiting(actor.words, place.deal, nth)
        sheet = await self._lookup.sheet_of(place.deal)
        if place.seat.is_declined and place.seat.order_id is not None:
            order = await self._orders.get(place.seat.order_id)
            return collecting_views.declined(actor.words, place, order.total, is_reminder=True)
        if place.seat.is_paid:
            share = await self.share(actor.words, sheet)
            return seat_views.mine(actor.words, place, share)
        on_top = place.product.needs_shipping and costs_extra(sheet.merchant, place.deal.currency)
        left = (place.seat.until or sheet.now) - sheet.now
        return seat_views.seat(
            actor.words, place, delivery_on_top=on_top, time_left=max(left, A_MINUTE)
        )

    async def ways(self, actor: Actor, place: Place) -> Sequence[Way]:
        """What she chooses from before a page that saves her card: none where nothing is sent."""
        is_sent = place.product.needs_shipping and place.deal.handing is Handing.DELIVERY
        if not (place.deal.saves_cards and is_sent):
            return ()
        sheet = await self._lookup.sheet_of(place.deal)
        return ways_of(sheet.merchant, place.deal.currency, actor.words.language)

    async def place(self, actor: Actor, deal_id: DealId) -> Place:
        return await self._joining.place(deal_id, actor.id)

    async def share(self, words: Words, sheet: DealSheet) -> str:
        """An address that lets her choose a chat to pass the deal on to."""
        link = f"https://t.me/{(await self._bot.me()).username}?start=deal_{sheet.deal.id}"
        text = words.plain("deals-share-text", title=sheet.product.title(words.language))
        return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(text, safe='')}"


def subject(deal_id: DealId) -> Subject:
    return Subject(FEATURE, deal_id)
