from bot.deals.errors import DealClosed, UnknownDeal
from bot.deals.events import CardWanted
from bot.deals.looking import DealLookup
from bot.deals.models import DealId
from bot.deals.repository import DealRepository
from bot.groups.admins import GroupAdmins
from bot.groups.errors import BotNotThere
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.people.models import PersonId


class CardKeeper:
    """Whose word counts for a deal's card in a group: its merchant's people, and the admins."""

    def __init__(
        self,
        *,
        lookup: DealLookup,
        deals: DealRepository,
        groups: GroupService,
        admins: GroupAdmins,
        clock: Clock,
        events: Events,
    ) -> None:
        self._lookup = lookup
        self._deals = deals
        self._groups = groups
        self._admins = admins
        self._clock = clock
        self._events = events

    async def place(
        self, deal_id: DealId, group_id: GroupId, by: PersonId, *, running: bool
    ) -> Group:
        """Raises UnknownDeal, BotNotThere, and DealClosed where it has to be ``running``."""
        deal = await self._deals.get(deal_id)
        group = await self._groups.get(group_id)
        is_there = await self._deals.find_group(deal_id, group_id) is not None
        has_say = await self._lookup.is_staff(deal, by) or self._admins.is_admin(group.chat_id, by)
        if not is_there or not has_say:
            raise UnknownDeal
        if not group.is_here:
            raise BotNotThere
        if running and not deal.is_open(self._clock.now()):
            raise DealClosed
        return group

    async def post_again(self, deal_id: DealId, group_id: GroupId, by: PersonId) -> None:
        await self.place(deal_id, group_id, by, running=True)
        await self._deals.lock(deal_id)
        place = await self._deals.find_group(deal_id, group_id)
        if place is not None:
            place.refused_at = None
        await self._events.publish(CardWanted(deal_id=deal_id, group_id=group_id))
