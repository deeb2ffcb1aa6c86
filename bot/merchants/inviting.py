"""One-time links that let somebody act for a shop, and who acts for it."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Merchant, MerchantId, MerchantStaff, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.merchants.access import Access
from bot.merchants.errors import InvitationOver, NotOnTheTeam, OwnersStay
from bot.merchants.events import StaffJoined, StaffRemoved
from bot.merchants.models import Invitation
from bot.merchants.repository import Member, ShopRepository
from bot.people.models import PersonId

LIFETIME = timedelta(days=7)
_ENTROPY = 24  # bytes: 192 bits, 32 characters, well within a deep link's 64


class InvitationService:
    def __init__(
        self,
        *,
        session: AsyncSession,
        merchants: MerchantRepository,
        shops: ShopRepository,
        access: Access,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._merchants = merchants
        self._shops = shops
        self._access = access
        self._events = events
        self._clock = clock

    async def invite_owner(self, merchant_id: MerchantId, *, by: PersonId) -> str:
        """Make a code for an owner; one that was not used yet is void from now on."""
        await self._access.refuse_unless_operator(by)
        now = self._clock.now()
        for earlier in await self._shops.open_invitations(merchant_id, StaffRole.OWNER, now):
            earlier.expires_at = now
        return await self._invite(merchant_id, StaffRole.OWNER, by)

    async def invite_staff(self, merchant_id: MerchantId, *, by: PersonId) -> str:
        await self._access.get_owned(merchant_id, by=by)
        return await self._invite(merchant_id, StaffRole.STAFF, by)

    async def accept(self, code: str, *, by: PersonId) -> tuple[Merchant, StaffRole]:
        """Join by a link, once. Raises InvitationOver. An owner never becomes less by a link."""
        now = self._clock.now()
        invitation = await self._session.scalar(
            sa.update(Invitation)
            .where(
                Invitation.code_digest == _digest(code),
                Invitation.used_at.is_(None),
                Invitation.expires_at > now,
            )
            .values(used_at=now, used_by=by)
            .returning(Invitation)
        )
        if invitation is None:
            raise InvitationOver
        merchant = await self._merchants.get(invitation.merchant_id)
        role = await self._admit(merchant.id, by, invitation.role)
        await self._events.publish(
            StaffJoined(
                merchant_id=merchant.id,
                person_id=by,
                role=role,
                invited_by=invitation.invited_by,
            )
        )
        return merchant, role

    async def team(self, merchant_id: MerchantId, *, by: PersonId) -> Sequence[Member]:
        await self._access.get_owned(merchant_id, by=by)
        return await self._shops.team(merchant_id)

    async def member(self, merchant_id: MerchantId, person_id: PersonId, *, by: PersonId) -> Member:
        """Raises NotOnTheTeam."""
        for member in await self.team(merchant_id, by=by):
            if member.person_id == person_id:
                return member
        raise NotOnTheTeam

    async def remove(self, merchant_id: MerchantId, person_id: PersonId, *, by: PersonId) -> None:
        """Let a member of the staff go. Raises NotOnTheTeam, and OwnersStay for an owner."""
        await self._access.get_owned(merchant_id, by=by)
        membership = await self._merchants.membership(merchant_id, person_id)
        if membership is None:
            raise NotOnTheTeam
        if membership.role is StaffRole.OWNER:
            raise OwnersStay
        await self._session.delete(membership)
        await self._session.flush()
        await self._events.publish(StaffRemoved(merchant_id=merchant_id, person_id=person_id))

    async def _invite(self, merchant_id: MerchantId, role: StaffRole, by: PersonId) -> str:
        await self._merchants.get(merchant_id)
        code = secrets.token_urlsafe(_ENTROPY)
        invitation = Invitation(
            merchant_id=merchant_id,
            role=role,
            code_digest=_digest(code),
            invited_by=by,
            expires_at=self._clock.now() + LIFETIME,
        )
        self._session.add(invitation)
        await self._session.flush()
        return code

    async def _admit(
        self, merchant_id: MerchantId, person_id: PersonId, role: StaffRole
    ) -> StaffRole:
        membership = await self._merchants.membership(merchant_id, person_id)
        if membership is None:
            membership = MerchantStaff(merchant_id=merchant_id, person_id=person_id, role=role)
            self._session.add(membership)
        elif role is StaffRole.OWNER:
            membership.role = role
        await self._session.flush()
        return membership.role


def _digest(code: str) -> str:
    # Plain SHA-256: a random code of 192 bits needs no slow hash against guessing.
    return sha256(code.encode()).hexdigest()
