"""Ways to give one seat of a deal to one person, each a true join: cap, once each, ledger row."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker

from bot.deals.joiner import Joiner
from bot.deals.models import Deal, DealId, DealStatus, Seat, SeatMovement, SeatStatus
from bot.deals.seating import Outcome, Wish
from bot.deals.settings import DealSettings
from bot.kit.clock import SystemClock
from bot.people.models import PersonId

HOLD = timedelta(minutes=15)


class Way(Protocol):
    async def join(self, deal_id: DealId, person_id: PersonId, key: str) -> bool: ...


class Ours:
    """What the shop does."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._joiner = Joiner(engine, SystemClock(), DealSettings())

    async def join(self, deal_id: DealId, person_id: PersonId, key: str) -> bool:
        answer = await self._joiner.hold(Wish(deal_id=deal_id, person_id=person_id, key=key))
        return answer.outcome is Outcome.HELD


class OrmRowLock:
    """The usual: lock the deal's row, read, decide, write, commit; a session for each join."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._sessions = async_sessionmaker(engine)

    async def join(self, deal_id: DealId, person_id: PersonId, key: str) -> bool:
        now = SystemClock().now()
        async with self._sessions.begin() as session:
            deal = await session.get_one(Deal, deal_id, with_for_update=True)
            mine = (Seat.deal_id == deal_id) & (Seat.person_id == person_id)
            if (await session.scalar(sa.select(Seat).where(mine))) is not None:
                return True
            if not deal.is_open(now) or deal.is_full:
                return False
            deal.taken += 1
            session.add(_seat(deal_id, person_id, now))
            session.add(_movement(deal_id, person_id, key, now))
            return True


class OneStatement:
    """The best without a batch: insert what is hers, and last of all count, if there is room.

    The deal's row is locked for the shortest time there is. No ORM, statements made once.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def join(self, deal_id: DealId, person_id: PersonId, key: str) -> bool:
        now = SystemClock().now()
        facts = {"deal": deal_id, "person": person_id}
        async with self._engine.connect() as connection:
            try:
                await connection.execute(_INSERT_SEAT, facts | {"at": now, "until": now + HOLD})
                await connection.execute(_INSERT_MOVEMENT, facts | {"at": now, "key": key})
            except exc.IntegrityError:  # she is in already
                await connection.rollback()
                return bool(await connection.scalar(_FIND_SEAT, facts))
            counted = await connection.execute(_COUNT, {"deal": deal_id, "at": now})
            if counted.rowcount:
                await connection.commit()
            return bool(counted.rowcount)


def _seat(deal_id: DealId, person_id: PersonId, now: datetime) -> Seat:
    return Seat(
        deal_id=deal_id,
        person_id=person_id,
        quantity=1,
        wanted=1,
        status=SeatStatus.HELD,
        until=now + HOLD,
        taken_at=now,
    )


def _movement(deal_id: DealId, person_id: PersonId, key: str, now: datetime) -> SeatMovement:
    return SeatMovement(deal_id=deal_id, person_id=person_id, pieces=1, key=key, at=now)


_DEAL: sa.BindParameter[int] = sa.bindparam("deal")
_PERSON: sa.BindParameter[int] = sa.bindparam("person")
_KEY: sa.BindParameter[str] = sa.bindparam("key")
_AT = sa.bindparam("at", type_=Seat.taken_at.type)
_UNTIL = sa.bindparam("until", type_=Seat.taken_at.type)
_INSERT_SEAT = sa.insert(Seat).values(
    deal_id=_DEAL,
    person_id=_PERSON,
    quantity=1,
    wanted=1,
    status=SeatStatus.HELD,
    until=_UNTIL,
    taken_at=_AT,
)
_INSERT_MOVEMENT = sa.insert(SeatMovement).values(
    deal_id=_DEAL, person_id=_PERSON, pieces=1, key=_KEY, at=_AT
)
_COUNT = (
    sa.update(Deal)
    .where(
        Deal.id == _DEAL,
        Deal.status == DealStatus.OPEN,
        Deal.closes_at > _AT,
        sa.or_(Deal.cap.is_(None), Deal.taken < Deal.cap),
    )
    .values(taken=Deal.taken + 1)
)
_FIND_SEAT = sa.select(Seat.id).where(Seat.deal_id == _DEAL, Seat.person_id == _PERSON)


WAYS: dict[str, Callable[[AsyncEngine], Way]] = {
    "ORM, row lock": OrmRowLock,
    "Core, conditional UPDATE": OneStatement,
    "Tuan, group commit": Ours,
}
ORM, _, TUAN = WAYS
