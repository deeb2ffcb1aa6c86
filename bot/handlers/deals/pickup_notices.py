"""What is said about handing out by itself."""

from bot.deals.events import DealSettled, PickedUp, PickupLeaderFound
from bot.deals.handing_out import HandingOut
from bot.deals.looking import DealLookup
from bot.deals.models import DealStatus, Handing
from bot.groups.models import GroupId
from bot.handlers.deals import pickup_views
from bot.handlers.deals.newsroom import Newsroom, Told, hers
from bot.handlers.deals.pickup_desk import PickupDesk
from bot.people.repository import PersonRepository
from bot.telegram.replies import Post


async def tell_of_leader(
    event: PickupLeaderFound, newsroom: Newsroom, people: PersonRepository
) -> Told:
    """The card looks for somebody, or does no more; the volunteer is thanked in private."""
    cards = await newsroom.cards(await newsroom.sheet(event.deal_id))
    person = await people.find(event.person_id) if event.person_id is not None else None
    if person is None:
        return cards
    screen = pickup_views.thanks(hers(person), event.deal_id, event.group_id)
    return (*cards, Post(chat_id=person.id, screen=screen))


async def send_pickup_lists(
    event: DealSettled,
    lookup: DealLookup,
    handing_out: HandingOut,
    people: PersonRepository,
    desk: PickupDesk,
) -> Told:
    """Whoever hands a deal's goods out in a group gets the list to tick off."""
    sheet = await lookup.sheet(event.deal_id)
    deal = sheet.deal
    if deal.handing is not Handing.PICKUP or deal.status is not DealStatus.SUCCEEDED:
        return ()
    posts = []
    for place in sheet.groups:
        leader_id = place.pickup_leader_id
        person = await people.find(leader_id) if leader_id is not None else None
        if person is None:
            continue
        root = deal.parent_id or deal.id
        found = await handing_out.look(root, GroupId(place.group_id), by=person.id)
        posts.append(Post(chat_id=person.id, screen=await desk.list(hers(person), found)))
    return tuple(posts)


async def tell_of_picking_up(
    event: PickedUp, lookup: DealLookup, people: PersonRepository
) -> Post | None:
    person = await people.find(event.person_id)
    if person is None:
        return None
    sheet = await lookup.sheet(event.deal_id)
    title = sheet.product.title(person.language)
    return Post(chat_id=person.id, screen=pickup_views.picked_up(hers(person), title))
