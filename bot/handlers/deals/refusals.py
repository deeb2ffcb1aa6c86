"""A group that would not take a card: its merchant learns it once, and can try again."""

from bot.deals.events import CardRefused, CardWanted
from bot.deals.looking import DealLookup
from bot.deals.models import DealId
from bot.deals.repository import DealRepository
from bot.groups.service import GroupService
from bot.handlers.deals import notice_views
from bot.handlers.deals.filters import FEATURE
from bot.handlers.deals.newsroom import Newsroom, Told, hers
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.telegram.events import PostRefused
from bot.telegram.replies import Post


async def note_refusal(
    event: PostRefused, deals: DealRepository, groups: GroupService, clock: Clock, events: Events
) -> None:
    """A reaction: every change of the deal tries again, and may be refused again."""
    group = await groups.find_by_chat(event.chat_id)
    if event.feature != FEATURE or event.part or group is None:
        return
    deal = await deals.lock(DealId(event.subject_id))
    place = await deals.find_group(deal.id, group.id)
    if place is None or place.refused_at is not None or not deal.is_open(clock.now()):
        return
    place.refused_at = clock.now()
    await events.publish(CardRefused(deal_id=deal.id, group_id=group.id))


async def tell_of_refusal(event: CardRefused, lookup: DealLookup, groups: GroupService) -> Told:
    sheet = await lookup.sheet(event.deal_id)
    group = await groups.get(event.group_id)
    return tuple(
        Post(chat_id=person.id, screen=notice_views.card_refused(hers(person), sheet, group))
        for person in await lookup.staff(sheet.deal)
    )


async def post_card(event: CardWanted, newsroom: Newsroom) -> Told:
    return await newsroom.card_in(await newsroom.sheet(event.deal_id), event.group_id)
