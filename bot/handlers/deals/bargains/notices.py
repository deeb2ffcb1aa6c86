"""What groups and people hear about bargains when nobody pressed anything."""

from collections.abc import Callable

from bot.catalog.events import StockChanged
from bot.deals.bargains.events import (
    BargainBought,
    BargainCompleted,
    BargainEnded,
    BargainEndsSoon,
    BargainHelped,
    BargainNamed,
    BargainOfferChanged,
    BargainOfferClosed,
    BargainOffered,
    BargainOfferEndsSoon,
    BargainPaidTwice,
    BargainStarted,
)
from bot.deals.bargains.models import (
    Bargain,
    BargainId,
    BargainOfferId,
    BargainOfferStatus,
    BargainStatus,
)
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService, OfferSheet
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.handlers.deals.bargains import buying_views, views
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.newsroom import Told, hers, theirs
from bot.kit.texts import Words
from bot.people.repository import PersonRepository
from bot.telegram.replies import Amend, Post, Screen

FEW = 3  # pieces: only then is it worth looking whether all are gone, or some are back


class BargainNews:
    """Draws a bargain wherever its cards stand, each in its own language."""

    def __init__(
        self,
        *,
        bargains: BargainRepository,
        bargaining: BargainService,
        groups: GroupService,
        people: PersonRepository,
        desk: BargainDesk,
    ) -> None:
        self._bargains = bargains
        self._bargaining = bargaining
        self._groups = groups
        self._people = people
        self._desk = desk

    async def post_offer(self, event: BargainOffered) -> Told:
        posts = []
        for place in await self._bargains.places(event.offer_id):
            group = await self._groups.get(place.group_id)
            if group.is_here:
                posts.append(
                    Post(
                        chat_id=group.chat_id,
                        thread_id=group.topic_near(place.thread_id),
                        screen=await self._desk.offer(theirs(group), event.offer_id, here=group.id),
                        subject=views.offer_subject(event.offer_id),
                        silent=self._groups.quiet_until(group) is not None,
                    )
                )
        return tuple(posts)

    async def offer_cards(self, offer_id: BargainOfferId) -> Told:
        amended = []
        for place in await self._bargains.places(offer_id):
            group = await self._groups.get(place.group_id)
            screen = await self._desk.offer(theirs(group), offer_id, here=group.id)
            subject = views.offer_subject(offer_id)
            amended.append(Amend(subject=subject, screen=screen, chat_id=group.chat_id))
        return tuple(amended)

    async def said(self, offer_id: BargainOfferId, say: Callable[[Words], Screen]) -> Told:
        """A line of news in each of its groups, late where the group sleeps."""
        posts = []
        for place in await self._bargains.places(offer_id):
            group = await self._groups.get(place.group_id)
            if group.is_here:
                posts.append(
                    Post(
                        chat_id=group.chat_id,
                        thread_id=group.topic_near(place.thread_id),
                        screen=say(theirs(group)),
                        not_before=self._groups.quiet_until(group),
                    )
                )
        return tuple(posts)

    async def offer_ends_soon(self, offer_id: BargainOfferId) -> Told:
        sheet = await self._bargaining.sheet(offer_id)
        if sheet.offer.status is not BargainOfferStatus.OPEN or sheet.is_sold_out:
            return ()
        return await self.said(offer_id, lambda words: views.offer_ends_soon(words, sheet))

    async def offer_ended(self, offer_id: BargainOfferId) -> Told:
        sheet = await self._bargaining.sheet(offer_id)
        counts = await self._bargains.count(offer_id)
        cards = await self.offer_cards(offer_id)
        said = await self.said(offer_id, lambda words: views.offer_ended(words, sheet, counts))
        return *cards, *said

    async def offer_extended(self, offer_id: BargainOfferId) -> Told:
        """Everybody who bargains has more time, and her card says so."""
        told: list[Post | Amend] = [*await self.offer_cards(offer_id)]
        for bargain in await self._bargains.running(offer_id):
            told += await self.cards(bargain)
        return tuple(told)

    async def ends_soon(self, bargain_id: BargainId) -> Post | None:
        bargain = await self._bargains.get(bargain_id)
        owner = await self._people.get(bargain.owner_id)
        if bargain.status not in {BargainStatus.RUNNING, BargainStatus.COMPLETE}:
            return None
        words = hers(owner)
        sheet = await self._bargaining.sheet(bargain.offer_id)
        share = await self._desk.share(words, sheet, bargain)
        return Post(chat_id=owner.id, screen=views.ends_soon(words, sheet, bargain, share))

    async def cards(self, bargain: Bargain) -> Told:
        """Her card in the group, and her own in the private chat."""
        subject = views.bargain_subject(bargain.id)
        owner = await self._people.get(bargain.owner_id)
        own = await self._desk.card(hers(owner), bargain)
        amended = [Amend(subject=subject, screen=own, chat_id=owner.id)]
        if bargain.group_id is not None:
            group = await self._groups.get(bargain.group_id)
            screen = await self._desk.card(theirs(group), bargain)
            amended.append(Amend(subject=subject, screen=screen, chat_id=group.chat_id))
        return tuple(amended)

    async def complete(self, bargain_id: BargainId) -> Told:
        bargain = await self._bargains.get(bargain_id)
        sheet = await self._bargaining.sheet(bargain.offer_id)
        owner = await self._people.get(bargain.owner_id)
        offers = await self.offer_cards(bargain.offer_id)
        if owner.can_be_written_to or bargain.group_id is None:
            screen = buying_views.completed(hers(owner), sheet, bargain)
            told = Post(chat_id=owner.id, screen=screen)
        else:
            told = await self._completed_here(sheet, bargain, bargain.group_id)
        return *await self.cards(bargain), *offers, told

    async def _completed_here(self, sheet: OfferSheet, bargain: Bargain, group_id: GroupId) -> Post:
        group = await self._groups.get(group_id)
        return Post(
            chat_id=group.chat_id,
            thread_id=group.topic_near(bargain.thread_id),
            screen=buying_views.completed_here(theirs(group), sheet, bargain),
            subject=buying_views.completion_of(bargain.id),
            not_before=self._groups.quiet_until(group),
        )

    async def ended(self, bargain_id: BargainId) -> Told:
        bargain = await self._bargains.get(bargain_id)
        sheet = await self._bargaining.sheet(bargain.offer_id)
        owner = await self._people.get(bargain.owner_id)
        cards = (*await self.cards(bargain), *await self.offer_cards(bargain.offer_id))
        if owner.is_erased:
            return cards
        screen = buying_views.over(hers(owner), sheet, bargain)
        return *cards, Post(chat_id=owner.id, screen=screen, silent=True)

    async def bought(self, bargain_id: BargainId) -> Told:
        """The receipt is the order's own; here the cards and the form to pay change."""
        bargain = await self._bargains.get(bargain_id)
        owner = await self._people.get(bargain.owner_id)
        done = Screen(text=hers(owner)("deals-bargain-bought"))
        form = Amend(subject=buying_views.invoice_of(bargain.id), screen=done)
        told = [*await self.cards(bargain), *await self.offer_cards(bargain.offer_id), form]
        if bargain.group_id is not None:
            group = await self._groups.get(bargain.group_id)
            bought = Screen(text=theirs(group)("deals-bargain-bought"))
            news = buying_views.completion_of(bargain.id)
            told.append(Amend(subject=news, screen=bought, chat_id=group.chat_id))
        return tuple(told)


async def post_offer(event: BargainOffered, news: BargainNews) -> Told:
    return await news.post_offer(event)


async def redraw_offer(event: BargainOfferChanged, news: BargainNews) -> Told:
    if event.is_extended:
        return await news.offer_extended(event.offer_id)
    return await news.offer_cards(event.offer_id)


async def tell_of_offers_end(event: BargainOfferClosed, news: BargainNews) -> Told:
    return await news.offer_ended(event.offer_id)


async def remind_groups(event: BargainOfferEndsSoon, news: BargainNews) -> Told:
    return await news.offer_ends_soon(event.offer_id)


async def remind_owner(event: BargainEndsSoon, news: BargainNews) -> Post | None:
    return await news.ends_soon(event.bargain_id)


async def redraw_for_sold_out(
    event: StockChanged, news: BargainNews, bargains: BargainRepository
) -> Told:
    """Whether there is anything left to bargain for."""
    if event.left > FEW:
        return ()
    told: list[Post | Amend] = []
    for offer_id in await bargains.open_of(event.product_id):
        told += await news.offer_cards(offer_id)
    return tuple(told)


async def count_one_more(
    event: BargainStarted, news: BargainNews, bargains: BargainRepository
) -> Told:
    """Her own card was shown where she asked; the offer's says how many bargain."""
    return await news.offer_cards((await bargains.get(event.bargain_id)).offer_id)


async def redraw(
    event: BargainHelped | BargainNamed, news: BargainNews, bargains: BargainRepository
) -> Told:
    return await news.cards(await bargains.get(event.bargain_id))


async def tell_of_completion(event: BargainCompleted, news: BargainNews) -> Told:
    return await news.complete(event.bargain_id)


async def tell_of_end(event: BargainEnded, news: BargainNews) -> Told:
    return await news.ended(event.bargain_id)


async def tell_of_purchase(event: BargainBought, news: BargainNews) -> Told:
    return await news.bought(event.bargain_id)


async def tell_of_second_payment(event: BargainPaidTwice, people: PersonRepository) -> Post:
    owner = await people.get(event.person_id)
    return Post(chat_id=owner.id, screen=buying_views.paid_twice(hers(owner)))
