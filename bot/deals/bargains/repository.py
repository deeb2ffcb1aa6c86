from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId, ProductId
from bot.deals.bargains.errors import UnknownBargain
from bot.deals.bargains.models import (
    Bargain,
    BargainCut,
    BargainId,
    BargainOffer,
    BargainOfferId,
    BargainOfferStatus,
    BargainPlace,
    BargainStatus,
)
from bot.deals.reminding import ends_soon
from bot.groups.models import GroupId
from bot.orders.models import OrderId
from bot.people.models import PersonId

_ALIVE = (BargainStatus.RUNNING, BargainStatus.COMPLETE)


class BargainRepository:
    """Every SELECT about bargains. Locks go: person or order, offer, bargain."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def offer(self, offer_id: BargainOfferId) -> BargainOffer:
        return _known(await self._session.get(BargainOffer, offer_id))

    async def lock_offer(self, offer_id: BargainOfferId) -> BargainOffer:
        return _known(
            await self._session.get(
                BargainOffer, offer_id, with_for_update=True, populate_existing=True
            )
        )

    async def get(self, bargain_id: BargainId) -> Bargain:
        bargain: Bargain | None = await self._session.get(Bargain, bargain_id)
        if bargain is None:
            raise UnknownBargain
        return bargain

    async def lock(self, bargain_id: BargainId) -> Bargain:
        bargain: Bargain | None = await self._session.get(
            Bargain, bargain_id, with_for_update=True, populate_existing=True
        )
        if bargain is None:
            raise UnknownBargain
        return bargain

    async def find_of(self, offer_id: BargainOfferId, owner_id: PersonId) -> Bargain | None:
        """The one she has that is not over."""
        found: Bargain | None = await self._session.scalar(
            sa.select(Bargain).where(
                Bargain.offer_id == offer_id,
                Bargain.owner_id == owner_id,
                Bargain.status != BargainStatus.OVER,
            )
        )
        return found

    async def cuts(self, bargain_id: BargainId) -> Sequence[BargainCut]:
        found = await self._session.scalars(
            sa.select(BargainCut)
            .where(BargainCut.bargain_id == bargain_id)
            .order_by(BargainCut.nth)
        )
        return found.all()

    async def find_cut(self, bargain_id: BargainId, helper_id: PersonId) -> BargainCut | None:
        found: BargainCut | None = await self._session.scalar(
            sa.select(BargainCut).where(
                BargainCut.bargain_id == bargain_id, BargainCut.helper_id == helper_id
            )
        )
        return found

    async def count_helps(self, offer_id: BargainOfferId, helper_id: PersonId) -> int:
        helps = await self._session.scalar(
            sa.select(sa.func.count()).where(
                BargainCut.offer_id == offer_id, BargainCut.helper_id == helper_id
            )
        )
        return helps or 0

    async def count(self, offer_id: BargainOfferId) -> dict[BargainStatus, int]:
        found = await self._session.execute(
            sa.select(Bargain.status, sa.func.count().label("number"))
            .where(Bargain.offer_id == offer_id)
            .group_by(Bargain.status)
        )
        return {row.status: row.number for row in found}

    async def count_here(self, offer_id: BargainOfferId, group_id: GroupId) -> int:
        """Bargains that were begun in one group, and were not in vain."""
        begun = await self._session.scalar(
            sa.select(sa.func.count()).where(
                Bargain.offer_id == offer_id,
                Bargain.group_id == group_id,
                Bargain.status != BargainStatus.OVER,
            )
        )
        return begun or 0

    async def lock_due(self, at: datetime, limit: int) -> Sequence[Bargain]:
        found = await self._session.scalars(
            sa.select(Bargain)
            .where(
                Bargain.status.in_(_ALIVE),
                Bargain.ends_at <= at,
            )
            .order_by(Bargain.ends_at, Bargain.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return found.all()

    async def lock_running(self, offer_id: BargainOfferId) -> Sequence[Bargain]:
        found = await self._session.scalars(
            sa.select(Bargain)
            .where(Bargain.offer_id == offer_id, Bargain.status == BargainStatus.RUNNING)
            .order_by(Bargain.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return found.all()

    async def lock_due_offers(self, at: datetime, limit: int) -> Sequence[BargainOffer]:
        found = await self._session.scalars(
            sa.select(BargainOffer)
            .where(BargainOffer.status == BargainOfferStatus.OPEN, BargainOffer.closes_at <= at)
            .order_by(BargainOffer.closes_at, BargainOffer.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return found.all()

    async def lock_open_of(self, product_id: ProductId) -> Sequence[BargainOffer]:
        found = await self._session.scalars(
            sa.select(BargainOffer)
            .where(
                BargainOffer.status == BargainOfferStatus.OPEN,
                BargainOffer.product_id == product_id,
            )
            .order_by(BargainOffer.id)
            .with_for_update()
        )
        return found.all()

    async def open_of(self, product_id: ProductId) -> Sequence[BargainOfferId]:
        found = await self._session.scalars(
            sa.select(BargainOffer.id).where(
                BargainOffer.status == BargainOfferStatus.OPEN,
                BargainOffer.product_id == product_id,
            )
        )
        return found.all()

    async def lock_unsettled(self, limit: int) -> Sequence[BargainOffer]:
        """Closed ones of which nothing can be bought any more, and nobody was told so."""
        open_ones = sa.select(Bargain.id).where(
            Bargain.offer_id == BargainOffer.id, Bargain.status.in_(_ALIVE)
        )
        found = await self._session.scalars(
            sa.select(BargainOffer)
            .where(
                BargainOffer.status == BargainOfferStatus.CLOSED,
                BargainOffer.settled_at.is_(None),
                ~open_ones.exists(),
            )
            .order_by(BargainOffer.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=BargainOffer)
        )
        return found.all()

    async def lock_offers_to_remind(
        self, now: datetime, before: timedelta, limit: int
    ) -> Sequence[BargainOffer]:
        opened_at = sa.func.coalesce(BargainOffer.opened_at, BargainOffer.made_at)
        found = await self._session.scalars(
            sa.select(BargainOffer)
            .where(
                BargainOffer.status == BargainOfferStatus.OPEN,
                BargainOffer.closes_at >= now,
                ends_soon(opened_at, BargainOffer.closes_at, now, before),
                BargainOffer.reminded_at.is_(None),
            )
            .order_by(BargainOffer.closes_at, BargainOffer.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return found.all()

    async def lock_to_remind(
        self, now: datetime, before: timedelta, limit: int
    ) -> Sequence[Bargain]:
        began_at = sa.func.coalesce(Bargain.completed_at, Bargain.made_at)
        found = await self._session.scalars(
            sa.select(Bargain)
            .where(
                Bargain.status.in_(_ALIVE),
                Bargain.ends_at >= now,
                ends_soon(began_at, Bargain.ends_at, now, before),
                Bargain.reminded_at.is_(None),
            )
            .order_by(Bargain.ends_at, Bargain.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return found.all()

    async def running(self, offer_id: BargainOfferId) -> Sequence[Bargain]:
        found = await self._session.scalars(
            sa.select(Bargain)
            .where(Bargain.offer_id == offer_id, Bargain.status == BargainStatus.RUNNING)
            .order_by(Bargain.id)
        )
        return found.all()

    async def orders(self, offer_id: BargainOfferId) -> Sequence[OrderId]:
        """Of everybody who has bought."""
        found = await self._session.scalars(
            sa.select(Bargain.order_id)
            .where(
                Bargain.offer_id == offer_id,
                Bargain.status == BargainStatus.BOUGHT,
                Bargain.order_id.is_not(None),
            )
            .order_by(Bargain.order_id)
        )
        return [OrderId(order_id) for order_id in found if order_id is not None]

    async def places(self, offer_id: BargainOfferId) -> Sequence[BargainPlace]:
        found = await self._session.scalars(
            sa.select(BargainPlace)
            .where(BargainPlace.offer_id == offer_id)
            .order_by(BargainPlace.group_id)
        )
        return found.all()

    async def running_in(self, group_id: GroupId, at: datetime) -> Sequence[BargainOffer]:
        found = await self._session.scalars(
            sa.select(BargainOffer)
            .join(BargainPlace, BargainPlace.offer_id == BargainOffer.id)
            .where(
                BargainPlace.group_id == group_id,
                BargainOffer.status == BargainOfferStatus.OPEN,
                BargainOffer.closes_at > at,
            )
            .order_by(BargainOffer.closes_at, BargainOffer.id)
        )
        return found.all()

    async def of_merchants(self, merchants: Collection[MerchantId]) -> Sequence[BargainOffer]:
        """What runs, the newest first, then what is not posted yet."""
        found = await self._session.scalars(
            sa.select(BargainOffer)
            .where(
                BargainOffer.merchant_id.in_(merchants),
                BargainOffer.status.in_((BargainOfferStatus.OPEN, BargainOfferStatus.DRAFT)),
            )
            .order_by(BargainOffer.status == BargainOfferStatus.DRAFT, BargainOffer.id.desc())
            .limit(20)
        )
        return found.all()

    async def of_person(self, person_id: PersonId) -> Sequence[Bargain]:
        found = await self._session.scalars(
            sa.select(Bargain).where(Bargain.owner_id == person_id).order_by(Bargain.id)
        )
        return found.all()

    async def cuts_by(self, person_id: PersonId) -> Sequence[BargainCut]:
        found = await self._session.scalars(
            sa.select(BargainCut)
            .where(BargainCut.helper_id == person_id)
            .order_by(BargainCut.at, BargainCut.bargain_id)
        )
        return found.all()

    def add(self, row: BargainOffer | BargainPlace | Bargain | BargainCut) -> None:
        self._session.add(row)

    async def remove_place(self, offer_id: BargainOfferId, group_id: GroupId) -> None:
        await self._session.execute(
            sa.delete(BargainPlace).where(
                BargainPlace.offer_id == offer_id, BargainPlace.group_id == group_id
            )
        )

    async def flush(self) -> None:
        await self._session.flush()


def _known(offer: BargainOffer | None) -> BargainOffer:
    if offer is None:
        raise UnknownBargain
    return offer
