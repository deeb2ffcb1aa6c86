from typing import Any

from bot.merchants.models import Invitation
from bot.merchants.repository import ShopRepository
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData


class InvitationsOfPerson(PersonalData):
    """Whom she invited, and by which links she joined: erased, the links name nobody."""

    section = "shop_invitations"

    def __init__(self, shops: ShopRepository) -> None:
        self._shops = shops

    async def export(self, person_id: PersonId) -> list[dict[str, Any]]:
        return [
            _as_json(invitation, person_id)
            for invitation in await self._shops.invitations_of(person_id)
        ]

    async def erase(self, person_id: PersonId) -> None:
        for invitation in await self._shops.invitations_of(person_id):
            if invitation.invited_by == person_id:
                invitation.invited_by = None
            if invitation.used_by == person_id:
                invitation.used_by = None


def _as_json(invitation: Invitation, person_id: PersonId) -> dict[str, Any]:
    return {
        "shop": invitation.merchant_id,
        "role": invitation.role.value,
        "you": "were invited" if invitation.used_by == person_id else "invited somebody",
        "expires_at": invitation.expires_at.isoformat(),
        "used_at": invitation.used_at and invitation.used_at.isoformat(),
    }
