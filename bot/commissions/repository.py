from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId
from bot.commissions.errors import NotYourAgreement
from bot.commissions.models import (
    Agreement,
    AgreementEntry,
    AgreementId,
    Commission,
    Payout,
    PayoutId,
)
from bot.groups.models import GroupId
from bot.kit.money import Currency, Money
from bot.orders.models import OrderId
from bot.payments.models import AccountKind, LedgerAccount, LedgerEntry
from bot.people.models import PersonId

Row = Agreement | AgreementEntry | Commission | Payout
SHOWN = 5


class CommissionRepository:
    """Every SELECT about commissions."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def find(self, merchant_id: MerchantId, group_id: GroupId) -> Agreement | None:
        return await self._session.scalar(
            sa.select(Agreement).where(
                Agreement.merchant_id == merchant_id, Agreement.group_id == group_id
            )
        )

    async def get(self, agreement_id: AgreementId) -> Agreement:
        found = await self._session.get(Agreement, agreement_id)
        if found is None:
            raise NotYourAgreement
        return found

    async def lock(self, agreement_id: AgreementId) -> Agreement:
        found = await self._session.scalar(
            sa.select(Agreement)
            .where(Agreement.id == agreement_id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        if found is None:
            raise NotYourAgreement
        return found

    async def lock_or_add(self, merchant_id: MerchantId, group_id: GroupId) -> Agreement:
        postgres = self._session.get_bind().dialect.name == "postgresql"
        insert = (postgresql if postgres else sqlite).insert(Agreement)
        await self._session.execute(
            insert.values(
                merchant_id=merchant_id, group_id=group_id, basis=0, offers=0, payouts=0
            ).on_conflict_do_nothing(index_elements=["merchant_id", "group_id"])
        )
        found = await self.find(merchant_id, group_id)
        if found is None:
            raise NotYourAgreement
        return await self.lock(found.id)

    async def of_group(self, group_id: GroupId) -> Sequence[Agreement]:
        found = await self._session.scalars(
            sa.select(Agreement).where(Agreement.group_id == group_id).order_by(Agreement.id)
        )
        return found.all()

    async def history(self, agreement_id: AgreementId) -> Sequence[AgreementEntry]:
        """The last lines, the newest first."""
        found = await self._session.scalars(
            sa.select(AgreementEntry)
            .where(AgreementEntry.agreement_id == agreement_id)
            .order_by(AgreementEntry.id.desc())
            .limit(SHOWN)
        )
        return found.all()

    async def find_commission(self, order_id: OrderId) -> Commission | None:
        return await self._session.scalar(
            sa.select(Commission)
            .where(Commission.order_id == order_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )

    async def payout(self, payout_id: PayoutId) -> Payout:
        found = await self._session.scalar(
            sa.select(Payout)
            .where(Payout.id == payout_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        if found is None:
            raise NotYourAgreement
        return found

    async def nth_payout(self, agreement_id: AgreementId, nth: int) -> Payout | None:
        return await self._session.scalar(
            sa.select(Payout).where(Payout.agreement_id == agreement_id, Payout.nth == nth)
        )

    async def owed(self, agreement_id: AgreementId) -> Mapping[Currency, Money]:
        """What a group has earned and not been paid, as the ledger tells it."""
        found = await self._session.execute(
            sa.select(LedgerAccount.currency, sa.func.sum(LedgerEntry.minor))
            .join(LedgerEntry, LedgerEntry.account_id == LedgerAccount.id)
            .where(
                LedgerAccount.kind == AccountKind.COMMISSIONS_PAYABLE,
                LedgerAccount.owner_id == agreement_id,
            )
            .group_by(LedgerAccount.currency)
            .order_by(LedgerAccount.currency)
        )
        return {currency: Money(-int(minor), currency) for currency, minor in found if minor}

    async def entries_by(self, person_id: PersonId) -> Sequence[AgreementEntry]:
        found = await self._session.scalars(
            sa.select(AgreementEntry).where(AgreementEntry.by_id == person_id)
        )
        return found.all()

    async def payouts_by(self, person_id: PersonId) -> Sequence[Payout]:
        found = await self._session.scalars(
            sa.select(Payout).where(
                sa.or_(Payout.by_id == person_id, Payout.received_by == person_id)
            )
        )
        return found.all()

    async def add(self, row: Row) -> None:
        self._session.add(row)
        await self._session.flush()
