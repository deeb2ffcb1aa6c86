from collections.abc import Collection, Sequence
from functools import partial

from bot.catalog.repository import MerchantRepository
from bot.deals import rules
from bot.deals.collecting import CollectingService
from bot.deals.errors import DealClosed, UnknownDeal
from bot.deals.events import (
    DealCollecting,
    DealEndsSoon,
    DealFailed,
    DealSettled,
    DealSucceeded,
    SeatCharging,
)
from bot.deals.freeing import Leaving, SeatKeeper
from bot.deals.models import Deal, DealId, DealKind, DealStatus, Seat, SeatId, SeatStatus
from bot.deals.repository import DealRepository
from bot.deals.rules import CaseWish
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.orders.models import OrderId
from bot.orders.pledging import Honour, PledgingService
from bot.people.models import PersonId

AT_ONCE = 50
_TO_RELEASE = (SeatStatus.PAID, SeatStatus.COLLECTED, SeatStatus.CHARGING)
_TO_SETTLE = {
    DealStatus.COLLECTING: (SeatStatus.PAID,),
    DealStatus.SUCCEEDED: (SeatStatus.PAID, SeatStatus.COLLECTED),
    DealStatus.FAILED: _TO_RELEASE,
    DealStatus.CANCELLED: _TO_RELEASE,
}


class ClosingService:
    """The end of a deal: it is decided once, and then every seat is settled, a few at a time."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        merchants: MerchantRepository,
        keeper: SeatKeeper,
        pledging: PledgingService,
        collecting: CollectingService,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._merchants = merchants
        self._keeper = keeper
        self._pledging = pledging
        self._collecting = collecting
        self._events = events
        self._clock = clock
        self._settings = settings

    async def close_due(self) -> None:
        """Decide the deals whose time is over."""
        for deal in await self._deals.lock_due(self._clock.now(), AT_ONCE):
            await self.close(deal)

    async def close(self, deal: Deal) -> None:
        """Decide by what is paid. The caller holds the deal's lock; a second time does nothing.

        Whoever is paying at this moment is not asked to: her order is refused at pre-checkout, and
        money that comes all the same goes back.
        """
        if deal.status is not DealStatus.OPEN:
            return
        deal.closed_at = self._clock.now()
        is_won = deal.is_reached and deal.paid_people
        if is_won and deal.saves_cards and not deal.lets_teams_form:
            deal.final_minor = rules.current_price(deal).minor
            deal.move(DealStatus.COLLECTING)
            await self._share_out(deal)
            await self._events.publish(DealCollecting(deal_id=deal.id))
        elif deal.lets_teams_form or is_won:
            deal.move(DealStatus.SUCCEEDED)
            await self._share_out(deal)
            await self._events.publish(DealSucceeded(deal_id=deal.id))
        else:
            deal.move(DealStatus.FAILED)
            await self._events.publish(DealFailed(deal_id=deal.id, cancelled=False))

    async def close_now(self, deal_id: DealId, *, by: PersonId) -> Deal:
        """Its merchant ends it early; only when the goal is reached, else it is cancelled."""
        deal = await self._own(deal_id, by)
        if deal.reached_at is None:
            raise DealClosed
        await self.close(deal)
        return deal

    async def cancel(self, deal_id: DealId, *, by: PersonId) -> Deal:
        """Everybody is released. Raises DealClosed once it is over, or its goal reached."""
        deal = await self._own(deal_id, by)
        if deal.status is not DealStatus.OPEN or deal.reached_at is not None:
            raise DealClosed
        deal.move(DealStatus.CANCELLED)
        deal.closed_at = self._clock.now()
        await self._events.publish(DealFailed(deal_id=deal.id, cancelled=True))
        for team in await self._deals.lock_open_teams(deal.id):
            team.move(DealStatus.CANCELLED)
            team.closed_at = deal.closed_at
            await self._events.publish(DealFailed(deal_id=team.id, cancelled=True))
        return deal

    async def remind(self) -> None:
        """Say once that a deal ends soon."""
        now = self._clock.now()
        for deal in await self._deals.lock_to_remind(now, self._settings.reminder, AT_ONCE):
            deal.reminded_at = now
            await self._events.publish(DealEndsSoon(deal_id=deal.id))

    async def next_seats(
        self, deal_id: DealId, most: int, *, besides: Collection[SeatId] = ()
    ) -> Sequence[SeatId]:
        """Some seats to settle of a deal that is over, which ends when there are none."""
        deal = await self._deals.get(deal_id)
        due = _TO_SETTLE[deal.status]
        seats = await self._deals.any_seats_in(deal_id, due, most, besides=besides)
        if not seats and not besides:
            await self._finish(deal_id)
        return seats

    async def settle(self, deal_id: DealId, seat_ids: Collection[SeatId]) -> None:
        """Settle a few seats of one deal, all or none: so one of ten thousand can stop anywhere.

        Those that are given back come first, and others then with the next few: orders are locked
        before the deal.
        """
        deal = await self._deals.get(deal_id)
        seats = await self._deals.seats(seat_ids, _TO_SETTLE[deal.status])
        is_won = deal.status in {DealStatus.COLLECTING, DealStatus.SUCCEEDED}
        # No whole case came together for who gets no pieces.
        lost = [seat for seat in seats if not is_won or not _pieces(seat)]
        if lost:
            await self._release(deal, lost)
        elif seats:
            await self._honour(deal, seats)

    async def _honour(self, deal: Deal, seats: Sequence[Seat]) -> None:
        orders = await self._pledging.honour_all(
            [_honour(deal, seat, seat.order_id) for seat in seats if seat.order_id is not None]
        )
        deal = await self._deals.lock(deal.id)
        # Of the others the orders were sold with what had been collected for them.
        for seat in await self._deals.seats([seat.id for seat in seats], (SeatStatus.PAID,)):
            order = None if seat.order_id is None else orders[seat.order_id]
            # What is only promised is taken by a job, and its order sold then.
            is_sold = order is None or order.is_bought
            seat.move(SeatStatus.HONOURED if is_sold else SeatStatus.CHARGING)
            seat.honoured = _pieces(seat)
            if order is not None and deal.saves_cards:
                await self._events.publish(
                    SeatCharging(
                        deal_id=deal.id,
                        seat_id=seat.id,
                        person_id=seat.person_id,
                        money=order.total,
                    )
                )

    async def _release(self, deal: Deal, seats: Sequence[Seat]) -> None:
        order_ids = [seat.order_id for seat in seats if seat.order_id is not None]
        orders = await self._pledging.release_all(order_ids, reason="deal-failed")
        charged = {
            seat.id: orders[seat.order_id].total
            for seat in seats
            if seat.status is SeatStatus.COLLECTED and seat.order_id is not None
        }
        deal = await self._deals.lock(deal.id)
        fresh = await self._deals.seats([seat.id for seat in seats], _TO_RELEASE)
        if fresh:
            await self._keeper.free_all(
                deal, [Leaving(seat=seat, charged=charged.get(seat.id)) for seat in fresh]
            )
            await self._collecting.decide(deal)

    async def _share_out(self, deal: Deal) -> None:
        """Fill whole cases, and write down what everybody gets of them."""
        if deal.kind is not DealKind.CASE:
            return
        seats = await self._deals.paid_seats(deal.id)
        wishes = [CaseWish(seat.id, seat.wanted, seat.quantity) for seat in seats]
        shares = rules.fill_cases(wishes, deal.goal)
        for seat in seats:
            seat.honoured = shares[seat.id]

    async def _finish(self, deal_id: DealId) -> None:
        deal = await self._deals.lock(deal_id)
        if deal.is_settled:
            return  # by another worker, who was faster
        held = await self._deals.seats_in(deal_id, SeatStatus.HELD, SeatStatus.WAITING)
        for seat in held:
            if seat.status is SeatStatus.WAITING or await self._is_idle(seat):
                await self._keeper.free(deal, seat)
        if deal.status is DealStatus.COLLECTING:
            return  # it is decided by what is collected
        charging = await self._deals.any_seats_in(deal_id, (SeatStatus.CHARGING,), 1)
        if not charging and not any(seat.status is SeatStatus.HELD for seat in held):
            deal.settled_at = self._clock.now()
            await self._events.publish(DealSettled(deal_id=deal.id))

    async def _is_idle(self, seat: Seat) -> bool:
        """Whether nobody is paying for it at this moment; her payment's own end frees it else."""
        return seat.order_id is None or (seat.until or self._clock.now()) <= self._clock.now()

    async def _own(self, deal_id: DealId, by: PersonId) -> Deal:
        deal = await self._deals.lock(deal_id)
        if not await self._merchants.is_staff(deal.merchant_id, by):
            raise UnknownDeal
        return deal


def _pieces(seat: Seat) -> int:
    return seat.quantity if seat.honoured is None else seat.honoured


def _honour(deal: Deal, seat: Seat, order_id: OrderId) -> Honour:
    """At the final price, which what is collected has already."""
    if seat.status is SeatStatus.COLLECTED:
        return Honour(order_id, _pieces(seat))
    return Honour(order_id, _pieces(seat), partial(final_price, deal))


def final_price(deal: Deal, paid: Money) -> Money:
    """What a piece costs in the end; who was given something off on joining keeps that.

    Whoever leads by then does not matter: she may have become the leader after she paid.
    """
    off = deal.price - paid
    return rules.current_price(deal) - off
