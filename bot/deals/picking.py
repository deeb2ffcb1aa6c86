"""What a merchant packs for a deal that came true: one list of all its orders."""

from bot.deals import packing
from bot.deals.models import COUNTED, DealId, Seat
from bot.deals.repository import DealRepository
from bot.orders.contacts import Contacts
from bot.orders.repository import OrderRepository

COLUMNS = ("seat", *packing.COLUMNS)


class PickingLists:
    def __init__(self, deals: DealRepository, orders: OrderRepository, contacts: Contacts) -> None:
        self._deals = deals
        self._orders = orders
        self._contacts = contacts

    async def csv(self, deal_id: DealId, language: str) -> bytes:
        """A row a seat."""
        seats = await self._deals.seats_in(deal_id, *COUNTED)
        return packing.written(COLUMNS, [await self._row(seat, language) for seat in seats])

    async def _row(self, seat: Seat, language: str) -> dict[str, str]:
        row = {"seat": str(seat.number)}
        if seat.order_id is not None:
            order = await self._orders.get(seat.order_id)
            row |= packing.order_row(order, self._contacts, language)
        return row | {"status": seat.status.value}
