from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import (
    Merchant,
    MerchantId,
    MerchantStaff,
    Product,
    ProductStatus,
    StaffRole,
)
from bot.merchants.models import Invitation
from bot.people.models import Person, PersonId


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who acts for a shop; ``person`` is None where the bot has never met her."""

    person_id: PersonId
    role: StaffRole
    person: Person | None


class ShopRepository:
    """Every SELECT about who sells here and who acts for them."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, limit: int, offset: int) -> Sequence[Merchant]:
        found = await self._session.scalars(
            sa.select(Merchant).order_by(Merchant.id.desc()).limit(limit).offset(offset)
        )
        return found.all()

    async def count(self) -> int:
        return await self._session.scalar(sa.select(sa.func.count(Merchant.id))) or 0

    async def products_for_sale(self, merchant_id: MerchantId) -> int:
        on_shelf = sa.select(sa.func.count(Product.id)).where(
            Product.merchant_id == merchant_id, Product.status == ProductStatus.ACTIVE
        )
        return await self._session.scalar(on_shelf) or 0

    async def team(self, merchant_id: MerchantId) -> list[Member]:
        """Everybody who acts for a shop, owners first."""
        rows = await self._session.execute(
            sa.select(MerchantStaff, Person)
            .join(Person, Person.id == MerchantStaff.person_id, isouter=True)
            .where(MerchantStaff.merchant_id == merchant_id)
            .order_by(MerchantStaff.role != StaffRole.OWNER, MerchantStaff.id)
        )
        return [Member(staff.person_id, staff.role, person) for staff, person in rows]

    async def owned_by(self, person_id: PersonId) -> Sequence[Merchant]:
        found = await self._session.scalars(
            sa.select(Merchant)
            .join(MerchantStaff, MerchantStaff.merchant_id == Merchant.id)
            .where(MerchantStaff.person_id == person_id, MerchantStaff.role == StaffRole.OWNER)
            .order_by(Merchant.id)
        )
        return found.all()

    async def open_invitations(
        self, merchant_id: MerchantId, role: StaffRole, at: datetime
    ) -> Sequence[Invitation]:
        found = await self._session.scalars(
            sa.select(Invitation)
            .where(
                Invitation.merchant_id == merchant_id,
                Invitation.role == role,
                Invitation.used_at.is_(None),
                Invitation.expires_at > at,
            )
            .order_by(Invitation.id)
        )
        return found.all()

    async def invitations_of(self, person_id: PersonId) -> Sequence[Invitation]:
        found = await self._session.scalars(
            sa.select(Invitation)
            .where((Invitation.invited_by == person_id) | (Invitation.used_by == person_id))
            .order_by(Invitation.id)
        )
        return found.all()
