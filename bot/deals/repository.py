from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId
from bot.deals.errors import NotIn, UnknownDeal
from bot.deals.models import (
    COUNTED,
    Deal,
    DealGroup,
    DealId,
    DealStatus,
    ProofEntry,
    Seat,
    SeatId,
    SeatMovement,
    SeatStatus,
)
from bot.deals.proposal_models import Proposal, ProposalStatus
from bot.deals.reminding import ends_soon
from bot.groups.models import GroupId
from bot.orders.models import OrderId
from bot.people.models import Person, PersonId

TO_SETTLE = (
    DealStatus.COLLECTING,
    DealStatus.SUCCEEDED,
    DealStatus.FAILED,
    DealStatus.CANCELLED,
)


class DealRepository:
    """Every SELECT about deals. ``get`` reads, ``lock`` reads in order to write.

    Locks are taken in the order: order, deal, seat.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, deal_id: DealId) -> Deal:
        deal: Deal | None = await self._session.get(Deal, deal_id)
        if deal is None:
            raise UnknownDeal
        return deal

    async def lock(self, deal_id: DealId) -> Deal:
        """Also sees what statements of this transaction changed behind the session's back."""
        return await self._one(
            sa.select(Deal)
            .where(Deal.id == deal_id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )

    async def _one(self, query: sa.Select[Deal]) -> Deal:
        deal: Deal | None = await self._session.scalar(query)
        if deal is None:
            raise UnknownDeal
        return deal

    async def lock_due(self, at: datetime, limit: int) -> Sequence[Deal]:
        return await self._all(
            sa.select(Deal)
            .where(Deal.status == DealStatus.OPEN, Deal.closes_at <= at)
            .order_by(Deal.closes_at, Deal.id)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
        )

    async def lock_to_remind(self, now: datetime, before: timedelta, limit: int) -> Sequence[Deal]:
        """Deals that end soon and of which nobody was reminded."""
        opened_at = sa.func.coalesce(Deal.opened_at, Deal.made_at)
        return await self._all(
            sa.select(Deal)
            .where(
                Deal.status == DealStatus.OPEN,
                Deal.reminded_at.is_(None),
                ends_soon(opened_at, Deal.closes_at, now, before),
            )
            .order_by(Deal.closes_at, Deal.id)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
        )

    async def unsettled(self, limit: int) -> Sequence[DealId]:
        found = await self._session.scalars(
            sa.select(Deal.id)
            .where(
                Deal.closed_at.is_not(None),
                Deal.settled_at.is_(None),
                Deal.status.in_(TO_SETTLE),
                Deal.opened_at.is_not(None),
                # What only waits for cards, for up to two days, must not hide others.
                (Deal.status != DealStatus.COLLECTING) | _has_seats_to_settle(),
            )
            .order_by(Deal.closed_at, Deal.id)
            .limit(limit)
        )
        return found.all()

    async def running_in(self, group_id: GroupId) -> Sequence[Deal]:
        """Deals that run in a group, the one that ends first at the top; no single teams."""
        return await self._all(
            sa.select(Deal)
            .join(DealGroup, DealGroup.deal_id == Deal.id)
            .where(
                DealGroup.group_id == group_id,
                Deal.status.in_((DealStatus.OPEN, DealStatus.COLLECTING)),
                Deal.parent_id.is_(None),
            )
            .order_by(Deal.closes_at, Deal.id)
        )

    async def of_merchants(
        self, merchants: Collection[MerchantId], *, limit: int = 20
    ) -> Sequence[Deal]:
        """What they lead, the newest first; what others propose only once it is approved."""
        not_theirs = sa.select(Proposal.deal_id).where(Proposal.status != ProposalStatus.APPROVED)
        return await self._all(
            sa.select(Deal)
            .where(
                Deal.merchant_id.in_(merchants),
                Deal.parent_id.is_(None),
                Deal.id.not_in(not_theirs),
            )
            .order_by(Deal.id.desc())
            .limit(limit)
        )

    async def groups(self, deal_id: DealId) -> Sequence[DealGroup]:
        found = await self._session.scalars(
            sa.select(DealGroup).where(DealGroup.deal_id == deal_id).order_by(DealGroup.group_id)
        )
        return found.all()

    async def lock_group(self, deal_id: DealId, group_id: GroupId) -> DealGroup | None:
        """Comes after the deal's lock, or a team's: teams count in their parent's groups."""
        place: DealGroup | None = await self._session.scalar(
            sa.select(DealGroup)
            .where(DealGroup.deal_id == deal_id, DealGroup.group_id == group_id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return place

    async def find_group(self, deal_id: DealId, group_id: GroupId) -> DealGroup | None:
        return await self._session.get(DealGroup, (deal_id, group_id))

    async def seat(self, seat_id: SeatId) -> Seat:
        seat: Seat | None = await self._session.get(Seat, seat_id)
        if seat is None:
            raise NotIn
        return seat

    async def find_seat(self, deal_id: DealId, person_id: PersonId) -> Seat | None:
        seat: Seat | None = await self._session.scalar(
            sa.select(Seat)
            .where(Seat.deal_id == deal_id, Seat.person_id == person_id)
            .execution_options(populate_existing=True)
        )
        return seat

    async def lock_seat(self, deal_id: DealId, person_id: PersonId) -> Seat:
        """Whoever holds the deal's lock needs this for fresh values only."""
        seat = await self.find_seat(deal_id, person_id)
        if seat is None:
            raise NotIn
        return seat

    async def seats(
        self, seat_ids: Collection[SeatId], statuses: Collection[SeatStatus]
    ) -> Sequence[Seat]:
        """Those of them that are in one of these, with fresh values."""
        found = await self._session.scalars(
            sa.select(Seat)
            .where(Seat.id.in_(seat_ids), Seat.status.in_(statuses))
            .order_by(Seat.id)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def find_seat_by_order(self, order_id: OrderId) -> Seat | None:
        seat: Seat | None = await self._session.scalar(
            sa.select(Seat).where(Seat.order_id == order_id)
        )
        return seat

    async def paid_seats(
        self,
        deal_id: DealId,
        limit: int | None = None,
        statuses: Collection[SeatStatus] = (SeatStatus.PAID,),
    ) -> Sequence[Seat]:
        """In the order of their payments."""
        found = await self._session.scalars(
            sa.select(Seat)
            .where(Seat.deal_id == deal_id, Seat.status.in_(statuses))
            .order_by(Seat.number)
            .limit(limit)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def any_seats_in(
        self,
        deal_id: DealId,
        statuses: Collection[SeatStatus],
        limit: int,
        *,
        besides: Collection[SeatId] = (),
    ) -> Sequence[SeatId]:
        """In no order, so that a few of ten thousand are found without looking at all."""
        found = await self._session.scalars(
            sa.select(Seat.id)
            .where(Seat.deal_id == deal_id, Seat.status.in_(statuses), Seat.id.not_in(besides))
            .limit(limit)
        )
        return found.all()

    async def seats_in(
        self, deal_id: DealId, *statuses: SeatStatus, group_id: GroupId | None = None
    ) -> Sequence[Seat]:
        here = sa.true() if group_id is None else Seat.group_id == group_id
        found = await self._session.scalars(
            sa.select(Seat)
            .where(Seat.deal_id == deal_id, Seat.status.in_(statuses), here)
            .order_by(Seat.number, Seat.id)
        )
        return found.all()

    async def honoured_in(self, deal_id: DealId, group_id: GroupId) -> Sequence[Seat]:
        """The seats of one group that came true, those of a deal's teams included."""
        found = await self._session.scalars(
            sa.select(Seat)
            .join(Deal, Deal.id == Seat.deal_id)
            .where(
                sa.or_(Deal.id == deal_id, Deal.parent_id == deal_id),
                Seat.group_id == group_id,
                Seat.status == SeatStatus.HONOURED,
            )
            .order_by(Seat.deal_id, Seat.number)
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def some_who_show_their_name(self, deal_id: DealId, limit: int) -> Sequence[PersonId]:
        found = await self._session.scalars(
            sa.select(Seat.person_id)
            .join(Person, Person.id == Seat.person_id)
            .where(
                Seat.deal_id == deal_id,
                Seat.status.in_(COUNTED),
                Person.shows_name,
            )
            .order_by(Seat.number)
            .limit(limit)
        )
        return found.all()

    async def expired_seats(self, at: datetime, limit: int) -> Sequence[Seat]:
        found = await self._session.scalars(
            sa.select(Seat)
            .where(Seat.status == SeatStatus.HELD, Seat.until <= at)
            .order_by(Seat.deal_id, Seat.id)
            .limit(limit)
        )
        return found.all()

    async def declined_until(
        self, moment: datetime, limit: int, *, reminders: int | None = None
    ) -> Sequence[Seat]:
        """Seats whose saved cards were refused and whose time ends by a moment.

        ``reminders``: only those that were told so often that it ends.
        """
        told = sa.true() if reminders is None else Seat.reminders == reminders
        found = await self._session.scalars(
            sa.select(Seat)
            .where(Seat.status == SeatStatus.CHARGING, Seat.until <= moment, told)
            .order_by(Seat.deal_id, Seat.id)
            .limit(limit)
        )
        return found.all()

    async def has_in_flight(self, deal_id: DealId) -> bool:
        """Whether a saved card may be charged this moment, or is about to be."""
        is_asked = sa.and_(Seat.status == SeatStatus.CHARGING, Seat.until.is_(None))
        found = await self._session.scalar(
            sa.select(Seat.id)
            .where(Seat.deal_id == deal_id, sa.or_(Seat.status == SeatStatus.PAID, is_asked))
            .limit(1)
        )
        return found is not None

    async def first_waiting(self, deal_id: DealId, most: int) -> Seat | None:
        """The one who waits longest and wants no more pieces than ``most``."""
        seat: Seat | None = await self._session.scalar(
            sa.select(Seat)
            .where(
                Seat.deal_id == deal_id,
                Seat.status == SeatStatus.WAITING,
                Seat.quantity <= most,
            )
            .order_by(Seat.queued_at, Seat.id)
            .limit(1)
        )
        return seat

    async def place_in_queue(self, seat: Seat) -> int:
        """Count from one."""
        before = await self._session.scalar(
            sa.select(sa.func.count(Seat.id)).where(
                Seat.deal_id == seat.deal_id,
                Seat.status == SeatStatus.WAITING,
                sa.or_(
                    Seat.queued_at < seat.queued_at,
                    (Seat.queued_at == seat.queued_at) & (Seat.id < seat.id),
                ),
            )
        )
        return (before or 0) + 1

    async def seats_of_person(self, person_id: PersonId) -> Sequence[Seat]:
        found = await self._session.scalars(
            sa.select(Seat).where(Seat.person_id == person_id).order_by(Seat.id)
        )
        return found.all()

    async def teams(self, parent_id: DealId, limit: int = 10) -> Sequence[Deal]:
        return await self._all(
            sa.select(Deal)
            .where(
                Deal.parent_id == parent_id, Deal.status == DealStatus.OPEN, Deal.paid_people > 0
            )
            .order_by(Deal.closes_at, Deal.id)
            .limit(limit)
        )

    async def find_unpaid_team(self, parent_id: DealId, leader_id: PersonId) -> Deal | None:
        team: Deal | None = await self._session.scalar(
            sa.select(Deal).where(
                Deal.parent_id == parent_id,
                Deal.leader_id == leader_id,
                Deal.status == DealStatus.OPEN,
                Deal.paid_people == 0,
            )
        )
        return team

    async def lock_open_teams(self, parent_id: DealId) -> Sequence[Deal]:
        return await self._all(
            sa.select(Deal)
            .where(Deal.parent_id == parent_id, Deal.status == DealStatus.OPEN)
            .order_by(Deal.id)
            .with_for_update(key_share=True)
        )

    async def proof(self, deal_id: DealId) -> Sequence[ProofEntry]:
        found = await self._session.scalars(
            sa.select(ProofEntry).where(ProofEntry.deal_id == deal_id).order_by(ProofEntry.nth)
        )
        return found.all()

    async def last_proof(self, deal_id: DealId) -> ProofEntry | None:
        entry: ProofEntry | None = await self._session.scalar(
            sa.select(ProofEntry)
            .where(ProofEntry.deal_id == deal_id)
            .order_by(ProofEntry.nth.desc())
            .limit(1)
        )
        return entry

    def add(self, row: Deal | DealGroup | Seat | SeatMovement | ProofEntry) -> None:
        self._session.add(row)

    async def remove(self, place: DealGroup) -> None:
        await self._session.delete(place)
        await self._session.flush()

    async def flush(self) -> None:
        await self._session.flush()

    async def _all(self, query: sa.Select[Deal]) -> Sequence[Deal]:
        return (await self._session.scalars(query)).all()


def _has_seats_to_settle() -> sa.ColumnElement[bool]:
    waiting = (SeatStatus.PAID, SeatStatus.HELD, SeatStatus.WAITING)
    return sa.exists().where(Seat.deal_id == Deal.id, Seat.status.in_(waiting))
