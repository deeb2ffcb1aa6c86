"""What a merchant packs: a row for each order, as a table that spreadsheets open."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from bot.catalog.imports.values import escape_formula
from bot.orders.contacts import Contacts
from bot.orders.models import Order, OrderId
from bot.orders.repository import OrderRepository

COLUMNS = (
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


class PackingLists:
    """Orders of an offer that is paid piece by piece."""

    def __init__(self, orders: OrderRepository, contacts: Contacts) -> None:
        self._orders = orders
        self._contacts = contacts

    async def csv(self, order_ids: Sequence[OrderId], language: str) -> bytes:
        rows = []
        for order_id in order_ids:
            order = await self._orders.get(order_id)
            rows.append(order_row(order, self._contacts, language))
        return written(COLUMNS, rows)


def order_row(order: Order, contacts: Contacts, language: str) -> dict[str, str]:
    """An order of one line."""
    (line,) = order.lines
    contact = contacts.open(order.contact)
    address = contact.address
    return {
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
        "status": order.status.value,
    }


def written(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """The mark in front lets spreadsheets see that it is UTF-8."""
    table = StringIO(newline="")
    writer = csv.DictWriter(table, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: escape_formula(cell) for name, cell in row.items()})
    return table.getvalue().encode("utf-8-sig")
