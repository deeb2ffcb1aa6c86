"""What groups and people hear about bargains when nobody pressed anything."""

from bot.deals.bargains.events import (
    BargainBought,
    BargainCompleted,
    BargainEnded,
    BargainHelped,
    BargainOfferClosed,
    BargainOffered,
    BargainPaidTwice,
)
from bot.deals.bargains.models import Bargain, BargainId
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.groups.service import GroupService
from bot.handlers.deals.bargains import buying_views, views
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.newsroom import Told, hers, theirs
from bot.people.repository import PersonRepository
from bot.telegram.replies import Amend, Post, Screen


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
                        screen=await self._desk.offer(theirs(group), event.offer_id),
                        subject=views.offer_subject(event.offer_id),
                        silent=self._groups.quiet_until(group) is not None,
                    )
                )
        return tuple(posts)

    async def redraw_offer(self, event: BargainOfferClosed) -> Told:
        amended = []
        for place in await self._bargains.places(event.offer_id):
            group = await self._groups.get(place.group_id)
            screen = await self._desk.offer(theirs(group), event.offer_id)
            subject = views.offer_subject(event.offer_id)
            amended.append(Amend(subject=subject, screen=screen, chat_id=group.chat_id))
        return tuple(amended)

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
        screen = buying_views.completed(hers(owner), sheet, bargain)
        return *await self.cards(bargain), Post(chat_id=owner.id, screen=screen)

    async def ended(self, bargain_id: BargainId) -> Told:
        bargain = await self._bargains.get(bargain_id)
        sheet = await self._bargaining.sheet(bargain.offer_id)
        owner = await self._people.get(bargain.owner_id)
        cards = await self.cards(bargain)
        if owner.is_erased:
            return cards
        screen = buying_views.over(hers(owner), sheet, bargain)
        return *cards, Post(chat_id=owner.id, screen=screen, silent=True)

    async def bought(self, bargain_id: BargainId) -> Told:
        """The receipt is the order's own; here the cards and the form to pay change."""
        bargain = await self._bargains.get(bargain_id)
        owner = await self._people.get(bargain.owner_id)
        done = Screen(text=hers(owner)("deals-bargain-bought", price=bargain.floor))
        form = Amend(subject=buying_views.invoice_of(bargain.id), screen=done)
        return *await self.cards(bargain), form


async def post_offer(event: BargainOffered, news: BargainNews) -> Told:
    return await news.post_offer(event)


async def redraw_offer(event: BargainOfferClosed, news: BargainNews) -> Told:
    return await news.redraw_offer(event)


async def redraw(event: BargainHelped, news: BargainNews, bargains: BargainRepository) -> Told:
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
