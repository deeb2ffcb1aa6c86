"""What a merchant packs for a deal that came true: one list of all its orders."""

import csv
from io import StringIO

from bot.catalog.imports.values import escape_formula
from bot.deals.models import COUNTED, DealId, Seat
from bot.deals.repository import DealRepository
from bot.orders.contacts import Contacts
from bot.orders.repository import OrderRepository

COLUMNS = (
    "seat",
    "order",
    "product",
    "sku",
    "pieces",
    "paid",
    "currency",
    "name",
    "street",
    "city",
    "post_code",
    "country",
    "phone",
    "status",
)


class PickingLists:
    def __init__(self, deals: DealRepository, orders: OrderRepository, contacts: Contacts) -> None:
        self._deals = deals
        self._orders = orders
        self._contacts = contacts

    async def csv(self, deal_id: DealId, language: str) -> bytes:
        """A row a seat. The mark in front lets spreadsheets see that it is UTF-8."""
        written = StringIO(newline="")
        writer = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        for seat in await self._deals.seats_in(deal_id, *COUNTED):
            row = await self._row(seat, language)
            writer.writerow({name: escape_formula(cell) for name, cell in row.items()})
        return written.getvalue().encode("utf-8-sig")

    async def _row(self, seat: Seat, language: str) -> dict[str, str]:
        if seat.order_id is None:
            return {"seat": str(seat.number), "status": seat.status.value}
        order = await self._orders.get(seat.order_id)
        (line,) = order.lines
        contact = self._contacts.open(order.contact)
        address = contact.address
        return {
            "seat": str(seat.number),
            "order": str(order.number),
            "product": line.title_in(language),
            "sku": line.sku or "",
            "pieces": str(line.quantity),
            "paid": str(line.total.amount),
            "currency": order.currency.value,
            "name": contact.name,
            "street": f"{address.street} {address.street2}".strip() if address else "",
            "city": address.city if address else "",
            "post_code": address.post_code if address else "",
            "country": address.country if address else "",
            "phone": contact.phone,
            "status": seat.status.value,
        }
