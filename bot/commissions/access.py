from bot.catalog.models import MerchantId, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.commissions.errors import NotYourAgreement
from bot.commissions.models import Agreement, Side
from bot.groups.admins import GroupAdmins
from bot.groups.errors import NotAGroupAdmin
from bot.groups.models import GroupId
from bot.groups.repository import GroupRepository
from bot.people.models import PersonId


class Sides:
    """Who speaks for which side. Asked in every verb: a button's number can be forged."""

    def __init__(
        self, merchants: MerchantRepository, groups: GroupRepository, admins: GroupAdmins
    ) -> None:
        self._merchants = merchants
        self._groups = groups
        self._admins = admins

    async def admit(
        self, side: Side, merchant_id: MerchantId, group_id: GroupId, *, by: PersonId
    ) -> None:
        """Raises NotYourAgreement and NotAGroupAdmin."""
        if side is Side.MERCHANT:
            await self.admit_owner(merchant_id, by=by)
        else:
            await self.admit_admin(group_id, by=by)

    async def admit_to(self, agreement: Agreement, side: Side, *, by: PersonId) -> None:
        await self.admit(side, agreement.merchant_id, agreement.group_id, by=by)

    async def admit_owner(self, merchant_id: MerchantId, *, by: PersonId) -> None:
        membership = await self._merchants.membership(merchant_id, by)
        if membership is None or membership.role is not StaffRole.OWNER:
            raise NotYourAgreement

    async def admit_admin(self, group_id: GroupId, *, by: PersonId) -> None:
        group = await self._groups.get(group_id)
        if not self._admins.is_admin(group.chat_id, by):
            raise NotAGroupAdmin(title=group.title)
