from bot.groups.events import BotPromoted, GroupWelcomed
from bot.groups.models import Group, GroupId, PurchaseLines
from bot.groups.service import GroupService
from bot.handlers.groups import views
from bot.kit.texts import Words
from bot.orders.events import OrderPaid
from bot.orders.repository import OrderRepository
from bot.people.models import Person
from bot.people.service import PeopleService
from bot.telegram.replies import Post


async def greet(event: GroupWelcomed, groups: GroupService) -> Post | None:
    group = await groups.get(event.group_id)
    # A row merged into another one stands for a chat that was greeted before it migrated.
    if not group.is_here or group.id != event.group_id:
        return None
    screen = views.greeting(_words(group), group, hears_everything=event.hears_everything)
    return Post(chat_id=group.chat_id, screen=screen)


async def thank_for_trust(event: BotPromoted, groups: GroupService) -> Post | None:
    group = await groups.get(event.group_id)
    if not group.is_here:
        return None
    return Post(chat_id=group.chat_id, screen=views.promotion(_words(group)), silent=True)


async def tell_the_group(
    event: OrderPaid, groups: GroupService, people: PeopleService, orders: OrderRepository
) -> Post | None:
    """Post the "bought" line: late where the group sleeps, never where it wants none."""
    if event.group_id is None:
        return None
    group = await groups.get(GroupId(event.group_id))
    if not group.is_here or group.purchase_lines is PurchaseLines.OFF:
        return None
    order = await orders.get(event.order_id)
    if order.awaits is not None:
        return None  # what was bought together is told together
    first, *more = order.lines
    buyer = await people.get(event.buyer_id)
    return Post(
        chat_id=group.chat_id,
        thread_id=group.topic_near(event.thread_id),
        screen=views.bought(
            _words(group),
            what=first.title_in(group.language),
            more=len(more),
            name=_public_name(group, buyer),
        ),
        silent=True,
        not_before=groups.quiet_until(group),
    )


def _public_name(group: Group, buyer: Person) -> str | None:
    """A name is shown only where the group and the person both want it."""
    wanted = group.purchase_lines is PurchaseLines.FIRST_NAME and buyer.shows_name
    return (buyer.first_name or None) if wanted else None


def _words(group: Group) -> Words:
    return Words(group.language, group.zone)
