from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalog.repository import MerchantRepository
from bot.deals.errors import AlreadyTaken, NotIn, UnknownDeal
from bot.deals.events import PickedUp, PickupLeaderFound
from bot.deals.models import Deal, DealGroup, DealId, Handing, Seat, SeatId
from bot.deals.repository import DealRepository
from bot.groups.models import GroupId
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.orders.models import Order
from bot.orders.repository import OrderRepository
from bot.orders.shipping import ShippingService
from bot.people.models import Person, PersonId
from bot.people.repository import PersonRepository


@dataclass(frozen=True, slots=True)
class Handful:
    """What one person picks up."""

    seat: Seat
    order: Order
    person: Person | None


@dataclass(frozen=True, slots=True)
class PickupList:
    """Who picks up what in one group."""

    deal: Deal
    place: DealGroup
    handfuls: Sequence[Handful]

    @property
    def waiting(self) -> int:
        return sum(handful.seat.picked_up_at is None for handful in self.handfuls)


class HandingOut:
    """One person of each group receives the goods for all, and ticks off who came."""

    def __init__(
        self,
        *,
        deals: DealRepository,
        orders: OrderRepository,
        shipping: ShippingService,
        merchants: MerchantRepository,
        people: PersonRepository,
        events: Events,
        clock: Clock,
    ) -> None:
        self._deals = deals
        self._orders = orders
        self._shipping = shipping
        self._merchants = merchants
        self._people = people
        self._events = events
        self._clock = clock

    async def volunteer(self, deal_id: DealId, group_id: GroupId, person_id: PersonId) -> None:
        """Hand a deal's goods out in a group; the first who offers does. Raises AlreadyTaken."""
        deal = await self._deals.lock(deal_id)
        place = await self._deals.find_group(deal.id, group_id)
        if place is None or deal.handing is not Handing.PICKUP:
            raise UnknownDeal
        if place.pickup_leader_id == person_id:
            return
        if place.pickup_leader_id is not None:
            raise AlreadyTaken
        place.pickup_leader_id = person_id
        await self._events.publish(
            PickupLeaderFound(deal_id=deal.id, group_id=group_id, person_id=person_id)
        )

    async def dismiss(self, deal_id: DealId, group_id: GroupId, *, by: PersonId) -> None:
        """Its merchant, or the volunteer herself, frees the task for somebody else."""
        deal = await self._deals.lock(deal_id)
        place = await self._deals.find_group(deal.id, group_id)
        if place is None:
            raise UnknownDeal
        is_staff = await self._merchants.is_staff(deal.merchant_id, by)
        if not is_staff and place.pickup_leader_id != by:
            raise UnknownDeal
        place.pickup_leader_id = None
        await self._events.publish(
            PickupLeaderFound(deal_id=deal.id, group_id=group_id, person_id=None)
        )

    async def look(self, deal_id: DealId, group_id: GroupId, *, by: PersonId) -> PickupList:
        """Raises UnknownDeal for everybody but the group's pick-up leader and the merchant."""
        deal = await self._deals.get(deal_id)
        place = await self._deals.find_group(deal_id, group_id)
        if place is None:
            raise UnknownDeal
        is_staff = await self._merchants.is_staff(deal.merchant_id, by)
        if place.pickup_leader_id != by and not is_staff:
            raise UnknownDeal
        return await self._list(deal, place)

    async def tick(self, seat_id: SeatId, *, by: PersonId) -> PickupList:
        """Somebody has picked up what is hers; a second tap changes nothing."""
        seat = await self._deals.seat(seat_id)
        if seat.group_id is None or seat.order_id is None:
            raise NotIn
        deal = await self._deals.get(seat.deal_id)
        found = await self.look(deal.parent_id or deal.id, GroupId(seat.group_id), by=by)
        if seat.picked_up_at is None:
            order = await self._orders.get(seat.order_id)
            await self._shipping.hand_over(order.id)
            seat.picked_up_at = self._clock.now()
            await self._events.publish(
                PickedUp(deal_id=seat.deal_id, seat_id=seat.id, person_id=seat.person_id)
            )
        return await self._list(found.deal, found.place)

    async def _list(self, deal: Deal, place: DealGroup) -> PickupList:
        seats = await self._deals.honoured_in(deal.id, GroupId(place.group_id))
        handfuls = []
        for seat in seats:
            if seat.order_id is not None:
                order = await self._orders.get(seat.order_id)
                handfuls.append(Handful(seat, order, await self._people.find(seat.person_id)))
        return PickupList(deal, place, handfuls)
