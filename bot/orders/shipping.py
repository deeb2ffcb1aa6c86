from collections.abc import Sequence

from bot.catalog.repository import MerchantRepository
from bot.catalog.texts import clean_line
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.orders.errors import (
    BadTrackingNumber,
    CannotShip,
    NoTrackingNumber,
    TooManyParcels,
    UnknownOrder,
)
from bot.orders.events import OrderDelivered, OrderShipped
from bot.orders.models import Order, OrderId, OrderStatus, Shipment
from bot.orders.repository import OrderRepository
from bot.people.models import PersonId

MOST_PARCELS = 20
LONGEST_NUMBER = 60
SHORTEST_NUMBER = 4


class ShippingService:
    def __init__(
        self,
        *,
        orders: OrderRepository,
        merchants: MerchantRepository,
        events: Events,
        clock: Clock,
    ) -> None:
        self._orders = orders
        self._merchants = merchants
        self._events = events
        self._clock = clock

    async def ship(self, order_id: OrderId, numbers: Sequence[str], *, by: PersonId) -> Order:
        """Say that parcels are on their way, each with its number, or without any.

        Numbers known already are left out, so repeating it changes nothing. Raises CannotShip.
        """
        order = await self._own(order_id, by)
        if not order.can_be_shipped:
            raise CannotShip(number=order.number)
        known = {number for shipment in order.shipments for number in shipment.tracking_numbers}
        fresh = [number for number in dict.fromkeys(numbers) if number not in known]
        if order.status is OrderStatus.SHIPPED and not fresh:
            return order
        if len(known) + len(fresh) > MOST_PARCELS:
            raise TooManyParcels(max=MOST_PARCELS)

        now = self._clock.now()
        shipment = Shipment(by_id=by, tracking_numbers=fresh, sent_at=now)
        order.shipments.append(shipment)
        if order.status is OrderStatus.PAID:
            order.move(OrderStatus.SHIPPED)
            order.shipped_at = now
        await self._orders.flush()
        await self._events.publish(
            OrderShipped(order_id=order.id, shipment_id=shipment.id, buyer_id=order.buyer_id)
        )
        return order

    async def deliver(self, order_id: OrderId, *, by: PersonId) -> Order:
        """Say that it has arrived: the merchant's word, or the buyer's own. Harmless twice."""
        order = await self._orders.lock(order_id)
        if by != order.buyer_id and not await self._merchants.is_staff(order.merchant_id, by):
            raise UnknownOrder
        if order.status is OrderStatus.DELIVERED:
            return order
        if not order.can_be_delivered:
            raise CannotShip(number=order.number)

        return await self._arrived(order)

    async def hand_over(self, order_id: OrderId) -> Order:
        """Somebody who hands things out for the shop gave it to her. Harmless twice."""
        order = await self._orders.lock(order_id)
        if order.status is OrderStatus.DELIVERED:
            return order
        if not (order.is_handed_over and order.can_be_delivered):
            raise CannotShip(number=order.number)
        return await self._arrived(order)

    async def _arrived(self, order: Order) -> Order:
        order.move(OrderStatus.DELIVERED)
        order.delivered_at = self._clock.now()
        await self._events.publish(
            OrderDelivered(
                order_id=order.id, buyer_id=order.buyer_id, merchant_id=order.merchant_id
            )
        )
        return order

    async def _own(self, order_id: OrderId, by: PersonId) -> Order:
        order = await self._orders.lock(order_id)
        if not await self._merchants.is_staff(order.merchant_id, by):
            raise UnknownOrder
        return order


def tracking_numbers(typed: str) -> list[str]:
    """Read what a merchant typed: one number a line, or several with commas between.

    Raises BadTrackingNumber, NoTrackingNumber, TooManyParcels.
    """
    found = [
        number
        for line in typed.splitlines()
        for part in line.replace(";", ",").split(",")
        if (number := clean_line(part).upper())
    ]
    for number in found:
        readable = number.replace(" ", "").replace("-", "")
        if not (readable.isascii() and readable.isalnum()) or not (
            SHORTEST_NUMBER <= len(number) <= LONGEST_NUMBER
        ):
            raise BadTrackingNumber(number=number[:LONGEST_NUMBER])
    if not found:
        raise NoTrackingNumber
    if len(found) > MOST_PARCELS:
        raise TooManyParcels(max=MOST_PARCELS)
    return found
