"""What groups and people hear about sale days when nobody pressed anything."""

from collections.abc import Callable

from bot.catalog.events import StockChanged
from bot.deals.sale_days.events import (
    SaleDayBought,
    SaleDayChanged,
    SaleDayEndsSoon,
    SaleDayFrozen,
    SaleDayOpened,
    SaleDayOver,
    SaleDayPaidTooOften,
)
from bot.deals.sale_days.models import SaleDayId, SaleDayStatus
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import SaleDayService, SaleDaySheet
from bot.groups.models import Group
from bot.groups.service import GroupService
from bot.handlers.deals.newsroom import Told, hers, theirs
from bot.handlers.deals.sale_days import views
from bot.handlers.deals.sale_days.desk import SaleDayDesk
from bot.kit.texts import Words
from bot.people.repository import PersonRepository
from bot.telegram.replies import Amend, Post, Screen

FEW = 3  # pieces: only then is it worth looking whether all are gone, or some are back


class SaleDayNews:
    """Draws a sale day for every group it counts in, each in its own language."""

    def __init__(
        self,
        *,
        sales: SaleDayRepository,
        sale_days: SaleDayService,
        groups: GroupService,
        people: PersonRepository,
        desk: SaleDayDesk,
    ) -> None:
        self._sales = sales
        self._sale_days = sale_days
        self._groups = groups
        self._people = people
        self._desk = desk

    async def cards(self, sale_id: SaleDayId, *, is_new: bool = False) -> Told:
        posts = []
        for group, thread_id in await self._places(sale_id):
            posts.append(
                Post(
                    chat_id=group.chat_id,
                    thread_id=thread_id,
                    screen=await self._desk.card(theirs(group), sale_id, here=group.id),
                    subject=views.subject(sale_id),
                    replace=not is_new,
                    silent=self._groups.quiet_until(group) is not None,
                )
            )
        return tuple(posts)

    async def said(self, sale_id: SaleDayId, say: Callable[[Words, SaleDaySheet], Screen]) -> Told:
        """A line of news in each of its groups, late where the group sleeps."""
        sheet = await self._sale_days.sheet(sale_id)
        return tuple(
            Post(
                chat_id=group.chat_id,
                thread_id=thread_id,
                screen=say(theirs(group), sheet),
                not_before=self._groups.quiet_until(group),
            )
            for group, thread_id in await self._places(sale_id)
        )

    async def written(
        self, sale_id: SaleDayId, say: Callable[[Words, SaleDaySheet], Screen]
    ) -> Told:
        """To everybody who took part and was promised to hear the price."""
        sheet = await self._sale_days.sheet(sale_id)
        posts = []
        for person_id in await self._sales.people(sale_id):
            person = await self._people.find(person_id)
            if person is not None and person.can_be_written_to and not person.is_erased:
                posts.append(Post(chat_id=person.id, screen=say(hers(person), sheet), silent=True))
        return tuple(posts)

    async def _places(self, sale_id: SaleDayId) -> list[tuple[Group, int | None]]:
        places = []
        for place in await self._sales.groups(sale_id):
            group = await self._groups.get(place.group_id)
            if group.is_here:
                places.append((group, group.topic_near(place.thread_id)))
        return places


async def post_sale_day(event: SaleDayOpened, news: SaleDayNews) -> Told:
    return await news.cards(event.sale_id, is_new=True)


async def redraw_for_stock(
    event: StockChanged, news: SaleDayNews, sales: SaleDayRepository
) -> Told:
    """Whether there is anything left to buy."""
    if event.left > FEW:
        return ()
    told: list[Post | Amend] = []
    for sale_id in await sales.selling(event.product_id):
        told += await news.cards(sale_id)
    return tuple(told)


async def remind(event: SaleDayEndsSoon, news: SaleDayNews, sales: SaleDayRepository) -> Told:
    if (await sales.get(event.sale_id)).status is not SaleDayStatus.COUNTING:
        return ()
    return await news.said(event.sale_id, views.ends_soon)


async def redraw(event: SaleDayChanged, news: SaleDayNews) -> Told:
    return await news.cards(event.sale_id)


async def tell_of_purchase(
    event: SaleDayBought, news: SaleDayNews, people: PersonRepository
) -> Told:
    """The receipt is the order's own; here the cards and the form to pay change."""
    buyer = await people.get(event.person_id)
    form = views.bought(hers(buyer), event.price)
    paid = Amend(subject=views.invoice_of(event.order_id), screen=form)
    return *await news.cards(event.sale_id), paid


async def tell_of_freezing(event: SaleDayFrozen, news: SaleDayNews) -> Told:
    return (
        *await news.cards(event.sale_id),
        *await news.said(event.sale_id, views.frozen),
        *await news.written(event.sale_id, views.frozen),
    )


async def tell_of_end(event: SaleDayOver, news: SaleDayNews, sales: SaleDayRepository) -> Told:
    """Whoever was promised to hear the price hears that there is none."""
    sale = await sales.get(event.sale_id)
    is_unkept = sale.price_minor is None or sale.called_off_at is not None
    return (
        *await news.cards(event.sale_id),
        *await news.said(event.sale_id, views.ended),
        *(await news.written(event.sale_id, views.ended) if is_unkept else ()),
    )


async def tell_of_money_back(event: SaleDayPaidTooOften, people: PersonRepository) -> Post:
    buyer = await people.get(event.person_id)
    return Post(chat_id=buyer.id, screen=views.paid_too_often(hers(buyer)))
