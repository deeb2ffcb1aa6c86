from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId
from bot.deals.errors import UnknownDeal
from bot.deals.models import Deal, DealId
from bot.deals.proposal_models import Proposal, ProposalStatus
from bot.people.models import PersonId

MOST = 20


class ProposalRepository:
    """Every SELECT about proposals. A proposal is written under its deal's lock."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def find(self, deal_id: DealId) -> Proposal | None:
        proposal: Proposal | None = await self._session.scalar(
            sa.select(Proposal)
            .where(Proposal.deal_id == deal_id)
            .execution_options(populate_existing=True)
        )
        return proposal

    async def get(self, deal_id: DealId) -> Proposal:
        proposal = await self.find(deal_id)
        if proposal is None:
            raise UnknownDeal
        return proposal

    async def by(self, person_id: PersonId) -> Sequence[Proposal]:
        """What she has not finished, or waits for an answer; the newest first."""
        return await self._all(
            sa.select(Proposal)
            .where(
                Proposal.by_id == person_id,
                Proposal.status.in_((ProposalStatus.WRITTEN, ProposalStatus.WAITING)),
            )
            .order_by(Proposal.deal_id.desc())
            .limit(MOST)
        )

    async def all_by(self, person_id: PersonId) -> Sequence[Proposal]:
        mine = sa.select(Proposal).where(Proposal.by_id == person_id)
        return await self._all(mine.order_by(Proposal.deal_id))

    async def waiting_for(self, merchants: Collection[MerchantId]) -> Sequence[Proposal]:
        return await self._all(
            sa.select(Proposal)
            .join(Deal, Deal.id == Proposal.deal_id)
            .where(Deal.merchant_id.in_(merchants), Proposal.status == ProposalStatus.WAITING)
            .order_by(Proposal.deal_id)
            .limit(MOST)
        )

    async def count_waiting(self, person_id: PersonId, merchant_id: MerchantId) -> int:
        found = await self._session.scalar(
            sa.select(sa.func.count(Proposal.deal_id))
            .join(Deal, Deal.id == Proposal.deal_id)
            .where(
                Proposal.by_id == person_id,
                Deal.merchant_id == merchant_id,
                Proposal.status == ProposalStatus.WAITING,
            )
        )
        return found or 0

    async def asked_before(self, moment: datetime, limit: int) -> Sequence[DealId]:
        found = await self._session.scalars(
            sa.select(Proposal.deal_id)
            .where(Proposal.status == ProposalStatus.WAITING, Proposal.asked_at <= moment)
            .order_by(Proposal.asked_at)
            .limit(limit)
        )
        return found.all()

    def add(self, proposal: Proposal) -> None:
        self._session.add(proposal)

    async def flush(self) -> None:
        await self._session.flush()

    async def _all(self, query: sa.Select[Proposal]) -> Sequence[Proposal]:
        return (await self._session.scalars(query)).all()
