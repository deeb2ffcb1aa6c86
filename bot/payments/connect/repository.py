from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payments.connected_models import (
    ConnectedAccount,
    ConnectedAccountId,
    ConnectedStatus,
    PlatformFee,
)
from bot.payments.models import PayeeId

CURRENT = ConnectedAccount.until.is_(None)


class ConnectedAccountRepository:
    """Every SELECT about accounts below the house's."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def find_current(self, payee_id: PayeeId) -> ConnectedAccount | None:
        return await self._session.scalar(
            sa.select(ConnectedAccount).where(ConnectedAccount.payee_id == payee_id, CURRENT)
        )

    async def latest_number(self, payee_id: PayeeId) -> str | None:
        """The account that was connected before, which can be taken up again."""
        return await self._session.scalar(
            sa.select(ConnectedAccount.number)
            .where(ConnectedAccount.payee_id == payee_id, ConnectedAccount.number.is_not(None))
            .order_by(ConnectedAccount.id.desc())
            .limit(1)
        )

    async def find_by_number(self, number: str) -> ConnectedAccount | None:
        return await self._session.scalar(
            sa.select(ConnectedAccount).where(ConnectedAccount.number == number, CURRENT)
        )

    async def lock(self, account_id: ConnectedAccountId) -> ConnectedAccount:
        found = await self._session.scalars(
            sa.select(ConnectedAccount)
            .where(ConnectedAccount.id == account_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return found.one()

    async def lock_due(self, at: datetime, limit: int) -> Sequence[ConnectedAccount]:
        watched = ConnectedAccount.status != ConnectedStatus.LEFT
        found = await self._session.scalars(
            sa.select(ConnectedAccount)
            .where(watched, ConnectedAccount.next_look_at <= at)
            .order_by(ConnectedAccount.next_look_at, ConnectedAccount.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def add_once(self, account: ConnectedAccount) -> ConnectedAccount:
        """Add it unless there is one already, be it by another tap at the same moment."""
        postgres = self._session.get_bind().dialect.name == "postgresql"
        insert = (postgresql if postgres else sqlite).insert(ConnectedAccount)
        facts = {
            column.key: getattr(account, column.key)
            for column in sa.inspect(ConnectedAccount).column_attrs
            if column.key != "id"
        }
        await self._session.execute(
            insert.values(**facts).on_conflict_do_nothing(
                index_elements=["payee_id"], index_where=CURRENT
            )
        )
        found = await self._session.scalars(
            sa.select(ConnectedAccount)
            .where(ConnectedAccount.payee_id == account.payee_id, CURRENT)
            .with_for_update()
        )
        return found.one()

    async def find_fee(self, payee_id: PayeeId) -> PlatformFee | None:
        return await self._session.get(PlatformFee, payee_id)

    async def add(self, fee: PlatformFee) -> None:
        self._session.add(fee)
        await self._session.flush()
