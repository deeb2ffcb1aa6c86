from bot.catalog.models import Merchant, MerchantId, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.merchants.errors import OperatorsOnly, OwnersOnly
from bot.people.models import PersonId
from bot.people.service import PeopleService


class Access:
    """Who may do what with a shop. Asked in every verb: a button's number can be forged."""

    def __init__(self, merchants: MerchantRepository, people: PeopleService) -> None:
        self._merchants = merchants
        self._people = people

    async def refuse_unless_operator(self, person_id: PersonId) -> None:
        if not (await self._people.get(person_id)).is_operator:
            raise OperatorsOnly

    async def get_owned(self, merchant_id: MerchantId, *, by: PersonId) -> Merchant:
        """Load a shop for its owner, with its shipping options. Raises OwnersOnly."""
        membership = await self._merchants.membership(merchant_id, by)
        if membership is None or membership.role is not StaffRole.OWNER:
            raise OwnersOnly
        return await self._merchants.get(merchant_id)
