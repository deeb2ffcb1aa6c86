from bot.catalog.models import Merchant, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.commissions.access import Sides
from bot.commissions.models import Side
from bot.commissions.repository import CommissionRepository
from bot.groups.errors import BotNotThere
from bot.groups.models import Group
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.handlers.commissions import views
from bot.handlers.commissions.views import Pair
from bot.telegram.actor import Actor
from bot.telegram.replies import Screen

MOST = 40  # buttons in one message


class CommissionDesk:
    """Draws the lists from which an agreement is chosen."""

    def __init__(
        self,
        *,
        groups: GroupService,
        group_repository: GroupRepository,
        merchants: MerchantRepository,
        commissions: CommissionRepository,
        sides: Sides,
    ) -> None:
        self._groups = groups
        self._group_repository = group_repository
        self._merchants = merchants
        self._commissions = commissions
        self._sides = sides

    async def merchants_here(self, actor: Actor) -> Screen:
        """For admins of the group where it was asked."""
        if actor.group is None:
            raise BotNotThere
        await self._sides.admit_admin(actor.group.id, by=actor.id)
        pairs = await self._of_group(actor.group)
        return views.choice(actor.words, pairs, title=actor.group.title)

    async def mine(self, actor: Actor) -> Screen:
        """Each shop she owns with each group where it sells, and the groups she brought me into.

        Whether she still is an admin there is asked when she opens one.
        """
        pairs: list[Pair] = []
        for merchant in await self._merchants.of_person(actor.id):
            membership = await self._merchants.membership(merchant.id, actor.id)
            if membership is None or membership.role is not StaffRole.OWNER:
                continue
            pairs += [
                await self._pair(merchant, group, Side.MERCHANT)
                for group in (await self._groups.selling(merchant.id))[:MOST]
            ]
        for group in await self._group_repository.added_by(actor.id):
            if group.is_here:
                pairs += await self._of_group(group)
        return views.choice(actor.words, pairs[:MOST], title="")

    async def _of_group(self, group: Group) -> list[Pair]:
        merchants = [one for one in await self._merchants.all() if one.is_open]
        return [
            await self._pair(merchant, group, Side.GROUP)
            for merchant in merchants[:MOST]
            if await self._groups.sells(group, merchant.id)
        ]

    async def _pair(self, merchant: Merchant, group: Group, side: Side) -> Pair:
        agreement = await self._commissions.find(merchant.id, group.id)
        waits = agreement is not None and agreement.waits_for is side
        return Pair(merchant, group, side, agreement.basis if agreement else 0, waits=waits)
