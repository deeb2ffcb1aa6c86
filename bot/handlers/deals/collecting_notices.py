"""What groups and people hear while saved cards are charged."""

from bot.deals.events import DealCollecting, SeatCharging, SeatCollected, SeatDeclined
from bot.deals.looking import DealLookup
from bot.handlers.deals import collecting_views
from bot.handlers.deals.newsroom import Newsroom, Told, hers
from bot.orders.repository import OrderRepository
from bot.people.repository import PersonRepository
from bot.telegram.replies import Post


async def tell_of_collecting(event: DealCollecting, newsroom: Newsroom, lookup: DealLookup) -> Told:
    """The groups, and the merchant's people; each buyer when it is her card's turn."""
    sheet = await newsroom.sheet(event.deal_id)
    cards = await newsroom.cards(sheet)
    staff = [
        Post(chat_id=person.id, screen=collecting_views.collecting(hers(person), sheet))
        for person in await lookup.staff(sheet.deal)
    ]
    return (*cards, *await newsroom.said(sheet, collecting_views.collecting), *staff)


async def tell_of_charging(
    event: SeatCharging, newsroom: Newsroom, people: PersonRepository
) -> Post | None:
    person = await people.find(event.person_id)
    if person is None:
        return None
    sheet = await newsroom.sheet(event.deal_id)
    return Post(
        chat_id=person.id,
        screen=collecting_views.charging(hers(person), sheet, event.money),
    )


async def tell_of_declined_card(
    event: SeatDeclined,
    newsroom: Newsroom,
    lookup: DealLookup,
    people: PersonRepository,
    orders: OrderRepository,
) -> Post | None:
    """She alone, with a button to pay by; nothing any more once she has.

    Where she never started the bot her group is told, without her name: the button there shows
    her seat to her alone.
    """
    person = await people.find(event.person_id)
    place = await lookup.place(event.seat_id)
    if person is None or not place.seat.is_declined or place.seat.order_id is None:
        return None
    if not person.can_be_written_to:
        sheet = await newsroom.sheet(event.deal_id)
        return await newsroom.said_in(sheet, place.seat.group_id, collecting_views.declined_here)
    order = await orders.get(place.seat.order_id)
    screen = collecting_views.declined(
        hers(person), place, order.total, is_reminder=event.is_reminder
    )
    return Post(chat_id=person.id, screen=screen, subject=collecting_views.repair_of(place.seat))


async def tell_of_repaired_seat(
    event: SeatCollected, newsroom: Newsroom, people: PersonRepository
) -> Post | None:
    """Whoever's card was charged hears it when the deal is decided, by her receipt."""
    person = await people.find(event.person_id)
    if person is None or not event.was_declined:
        return None
    sheet = await newsroom.sheet(event.deal_id)
    return Post(chat_id=person.id, screen=collecting_views.repaired(hers(person), sheet))
