"""What groups and people hear about deals when nobody pressed anything."""

from bot.deals.events import (
    DealChanged,
    DealEndsSoon,
    DealExtended,
    DealFailed,
    DealOpened,
    DealSettled,
    DealSucceeded,
    GoalReached,
    HoldTooShort,
    PaidTooLate,
    SeatGivenBack,
    SeatOffered,
    SeatPaid,
)
from bot.deals.looking import DealLookup
from bot.deals.models import DealStatus
from bot.deals.picking import PickingLists
from bot.handlers.deals import collecting_views, notice_views, seat_views
from bot.handlers.deals.newsroom import Newsroom, Told, hers
from bot.people.repository import PersonRepository
from bot.telegram.replies import Amend, Document, Post, Screen


async def post_deal(event: DealOpened, newsroom: Newsroom) -> Told:
    """The card appears in every group, silently where one sleeps."""
    return await newsroom.first_cards(event.deal_id)


async def redraw(event: DealChanged, newsroom: Newsroom) -> Told:
    return await newsroom.cards(await newsroom.sheet(event.deal_id))


async def tell_of_extension(event: DealExtended, newsroom: Newsroom) -> Told:
    return await newsroom.cards(await newsroom.sheet(event.deal_id))


async def tell_of_paid_seat(
    event: SeatPaid, newsroom: Newsroom, lookup: DealLookup, people: PersonRepository
) -> Told:
    """The card moves on, and she alone is told her number and her code."""
    sheet = await newsroom.sheet(event.deal_id)
    cards = await newsroom.cards(sheet)
    person = await people.find(event.person_id)
    if person is None:
        return cards
    place = await lookup.place(event.seat_id)
    mine = seat_views.mine(hers(person), place, await newsroom.share(person, sheet))
    over = Screen(text=mine.text)
    return (
        *cards,
        Amend(subject=seat_views.invoice_of(place.seat), screen=over),
        Amend(subject=seat_views.asked_of(place.seat), screen=over),
        Post(chat_id=person.id, screen=mine),
    )


async def tell_of_goal(event: GoalReached, newsroom: Newsroom) -> Told:
    sheet = await newsroom.sheet(event.deal_id)
    cards = await newsroom.cards(sheet)
    return (*cards, *await newsroom.said(sheet, notice_views.goal_reached))


async def tell_of_end_soon(event: DealEndsSoon, newsroom: Newsroom) -> Told:
    sheet = await newsroom.sheet(event.deal_id)
    if not sheet.is_open or sheet.deal.parent_id is not None:
        return ()
    return await newsroom.said(sheet, notice_views.ends_soon)


async def tell_of_success(event: DealSucceeded, newsroom: Newsroom) -> Told:
    """The group hears it here; each buyer by the receipt of her order."""
    sheet = await newsroom.sheet(event.deal_id)
    cards = await newsroom.cards(sheet)
    if sheet.deal.lets_teams_form:
        return cards
    return (*cards, *await newsroom.said(sheet, notice_views.succeeded))


async def tell_of_failure(event: DealFailed, newsroom: Newsroom) -> Told:
    """The groups; everybody whose money goes back is told by herself."""
    sheet = await newsroom.sheet(event.deal_id)
    cards = await newsroom.cards(sheet)
    if sheet.deal.parent_id is not None:
        return cards
    return (*cards, *await newsroom.said(sheet, notice_views.failed))


async def tell_of_money_back(
    event: SeatGivenBack, lookup: DealLookup, newsroom: Newsroom, people: PersonRepository
) -> Post | None:
    """The deal did not come true; whoever left herself was told on the spot."""
    sheet = await newsroom.sheet(event.deal_id)
    person = await people.find(event.person_id)
    if person is not None and event.is_dropped:
        return Post(chat_id=person.id, screen=collecting_views.dropped(hers(person), sheet))
    if person is not None and event.charged is not None:
        screen = collecting_views.charge_back(hers(person), sheet, event.charged)
        return Post(chat_id=person.id, screen=screen)
    if person is not None and event.is_lost:
        return Post(chat_id=person.id, screen=notice_views.hold_lost(hers(person), sheet))
    if person is None or sheet.deal.status is DealStatus.OPEN:
        return None
    place = await lookup.place(event.seat_id)
    screen = notice_views.money_back(hers(person), sheet, place.seat)
    return Post(chat_id=person.id, screen=screen)


async def tell_of_late_money(
    event: PaidTooLate, newsroom: Newsroom, people: PersonRepository
) -> Post | None:
    sheet = await newsroom.sheet(event.deal_id)
    person = await people.find(event.person_id)
    if person is None:
        return None
    return Post(chat_id=person.id, screen=notice_views.too_late(hers(person), sheet))


async def tell_of_short_hold(
    event: HoldTooShort, newsroom: Newsroom, people: PersonRepository
) -> Post | None:
    sheet = await newsroom.sheet(event.deal_id)
    person = await people.find(event.person_id)
    if person is None:
        return None
    return Post(chat_id=person.id, screen=notice_views.hold_too_short(hers(person), sheet))


async def offer_seat(
    event: SeatOffered, newsroom: Newsroom, lookup: DealLookup, people: PersonRepository
) -> Post | None:
    """Whoever waited longest is told in private; the seat is kept for her a while."""
    sheet = await newsroom.sheet(event.deal_id)
    person = await people.find(event.person_id)
    until = (await lookup.place(event.seat_id)).seat.until
    if person is None or until is None:
        return None
    return Post(chat_id=person.id, screen=notice_views.seat_offered(hers(person), sheet, until))


async def send_picking_list(event: DealSettled, lookup: DealLookup, picking: PickingLists) -> Told:
    """The merchant's people learn how it ended, with one list of what to pack."""
    sheet = await lookup.sheet(event.deal_id)
    is_won = sheet.deal.status is DealStatus.SUCCEEDED and not sheet.deal.lets_teams_form
    if not sheet.deal.seats_numbered and sheet.deal.parent_id is not None:
        return ()
    posts = []
    for person in await lookup.staff(sheet.deal):
        screen = notice_views.settled(hers(person), sheet)
        document = None
        if is_won:
            content = await picking.csv(event.deal_id, person.language)
            name = f"deal-{event.deal_id}.csv"
            document = Document(name=name, content=content, caption=screen.text)
        posts.append(Post(chat_id=person.id, screen=screen, document=document))
    return tuple(posts)
